//! “等”字前的标点 · A mark before the word that ends an enumeration
//!
//! ## 中文
//! 列举后面的“等”前不加顿号；省略号和“等”都表示没有列完，只用一个。
//!
//! ## English
//! Before 等 that ends an enumeration there is no 、; …… and 等 both say that it goes on, so one is enough.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 开足语文、数学、等课程。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 开足语文、数学等课程。
//! ```
//!
//! ## 依据 · Source
//! C121、C122；GB/T 15834—2011，A.9

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W404",
    name: "mark_before_deng",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("mark_before_deng.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(&["、等", "…等"], "(、|…+)等");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let (mark, span) = (hit.part(1), passage.span(hit.place(1)));
            let is_word = hit.after().is_some_and(|sign| "级次额待同候效比高值距边式号腰".contains(sign));
            if is_word {
                continue;
            }
            let message = text!(zh: "“等”前多用了“{mark}”", en: "{mark} before 等 is one mark too many");
            let help = text!(zh: "删去“{mark}”", en: "take {mark} away");
            let title = text!(zh: "删去“{mark}”", en: "take {mark} away");
            let finding = RULE.finding(span, message).help(help);
            out.push(if mark == "、" { finding.fix(title, span, "") } else { finding.guess(title, span, "") });
        }
    }
}
