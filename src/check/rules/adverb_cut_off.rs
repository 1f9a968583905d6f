//! 状语后面多了逗号 · An adverb cut off from its verb
//!
//! ## 中文
//! “切实”“进一步”“着力”“大力”紧接着它修饰的动词，中间不用逗号。逗号多半打错了位置。
//!
//! ## English
//! 切实, 进一步, 着力 and 大力 stand right before the verb they belong to; a comma after them mostly slipped from its
//! place.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 用好各种手段切实，增强教师的质量意识。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 用好各种手段，切实增强教师的质量意识。
//! ```
//!
//! ## 依据 · Source
//! GB/T 15834—2011，4.4

use crate::check::pattern::{Hit, Pattern};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W416",
    name: "adverb_cut_off",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("adverb_cut_off.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern =
    Pattern::new(&["切实，", "进一步，", "着力，", "大力，"], "(切实|进一步|着力|大力)(，)[一-鿿]");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage).filter(|hit| !is_predicate(hit)) {
            let (word, at) = (hit.part(1), hit.place(1).start..hit.place(2).end);
            let span = passage.span(at);
            let message = text!(zh: "“{word}”后面用了逗号", en: "{word} is cut off from its verb by a comma");
            let help = text!(zh: "逗号移到“{word}”前面，或者删去", en: "put the comma before {word}, or take it away");
            let title = text!(zh: "改为“，{word}”", en: "make it ，{word}");
            out.push(RULE.finding(span, message).help(help).guess(title, span, format!("，{word}")));
        }
    }
}

/// Whether the word says what something is, as in 措施要切实, or ends another: 更进一步, 不遗余力.
fn is_predicate(hit: &Hit) -> bool {
    hit.before().is_none_or(|sign| "更要须够很较深加最之不为力求务，。；：".contains(sign))
}
