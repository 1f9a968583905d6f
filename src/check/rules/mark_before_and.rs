//! “和”“及”前的顿号 · A mark before the last member
//!
//! ## 中文
//! 并列的最后一项前用了“和”“及”“与”，就不再用顿号。
//!
//! ## English
//! Where 和, 及 or 与 joins the last member of an enumeration there is no 、 before it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 开好校本、综合实践、及音体美等课程。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 开好校本、综合实践及音体美等课程。
//! ```
//!
//! ## 依据 · Source
//! GB/T 15834—2011，4.5、A.4

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W412",
    name: "mark_before_and",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("mark_before_and.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(&["、及", "、和", "、与"], "(、)(?:及|和|与)");

/// Words that begin with one of these characters and may be a member of their own.
const WORDS: [&str; 34] = [
    "及时",
    "及格",
    "及早",
    "及第",
    "和谐",
    "和平",
    "和睦",
    "和善",
    "和解",
    "和顺",
    "和蔼",
    "和美",
    "和气",
    "和声",
    "和合",
    "和乐",
    "和润",
    "和雅",
    "和静",
    "和县",
    "和田",
    "和龙",
    "和硕",
    "和林",
    "和政",
    "和布",
    "与会",
    "与时",
    "与众",
    "与人为",
    "与世",
    "与岗",
    "与民",
    "与法",
];

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let rest = &passage.text[hit.place(1).end..];
            if WORDS.iter().any(|word| rest.starts_with(word)) {
                continue;
            }
            let (joined, span) = (hit.text(), passage.span(hit.place(1)));
            let message = text!(zh: "“{joined}”多了顿号", en: "{joined} has a mark too many");
            let help = text!(zh: "删去“、”", en: "take 、 away");
            out.push(RULE.finding(span, message).help(help.clone()).guess(help, span, ""));
        }
    }
}
