//! 数值范围的连接号 · The sign between two numbers
//!
//! ## 中文
//! 数值范围用浪纹线“～”或者“至”：15～30人。短横线容易看成减号或者编号。
//!
//! ## English
//! A range of numbers takes the wave ～ or 至: 15～30人. A hyphen may be read as a minus or as part of a code.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 每个学习小组4-6人。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 每个学习小组4～6人。
//! ```
//!
//! ## 依据 · Source
//! C77；GB/T 15834—2011，4.13；GB/T 15835—2011

use crate::check::pattern::{Pattern, number, units};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W303",
    name: "number_range_sign",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("number_range_sign.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::with_digit(
    &["-", "–", "－", "~"],
    concat!("(", number!(), ")", units!(), "?(-{1,2}|–|－|~)", number!(), units!()),
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage) {
            let is_part = |sign: char| sign.is_ascii_alphanumeric() || "-–－~～—./:：第".contains(sign);
            let is_time = hit.part(1).len() == 4 || hit.text().ends_with(['日', '期', '届']);
            if is_time || hit.before().is_some_and(is_part) || hit.after() == Some('级') {
                continue;
            }
            let (sign, span) = (hit.part(2), passage.span(hit.place(2)));
            let message = text!(zh: "数值范围用了“{sign}”，容易看成负号或破折号", en: "“{sign}” stands between two numbers and may be read as a minus or a dash");
            let help = text!(zh: "用浪纹线“～”或者“至”", en: "write the wave ～ or 至");
            out.push(RULE.finding(span, message).help(help).fix(text!(zh: "改为“～”", en: "make it ～"), span, "～"));
        }
    }
}
