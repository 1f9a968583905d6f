//! “通过……，使……”没有主语 · A sentence without a subject
//!
//! ## 中文
//! “通过培训，使教师……”里，是谁使教师怎样，句中没有交代。删去“通过”或者“使”，句子就通了。
//!
//! ## English
//! In 通过培训，使教师…… nobody is named who makes the teachers do so. Take away 通过 or 使 and the sentence
//! stands.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 通过专题培训，使教师更新教学观念。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 通过专题培训，教师更新教学观念。
//! ```
//!
//! ## 依据 · Source
//! C109

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W006",
    name: "subject_missing",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("subject_missing.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern =
    Pattern::new(&["，使"], "(?:^|[。；！？\u{3000} ])(通过|经过|由于)[^，。；！？：]{1,40}，(使得?)[^用]");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.all_hits(passage) {
            let (opening, making) = (hit.place(1), hit.place(2));
            if !passage.is_own(&opening) || !passage.is_own(&making) {
                continue;
            }
            let (first, second) = (hit.part(1), hit.part(2));
            let message = text!(zh: "“{first}……，{second}……”没有主语", en: "“{first}……，{second}……” has no subject");
            let help = text!(zh: "删去“{first}”，或者删去“{second}”", en: "take away either {first} or {second}");
            out.push(
                RULE.finding(passage.span(making), message)
                    .related(passage.span(opening), text!(zh: "与这个词不能同用", en: "not together with this"))
                    .help(help),
            );
        }
    }
}
