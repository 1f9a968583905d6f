//! 数值范围前一个数缺“%”“万” · A range whose first number lacks its sign
//!
//! ## 中文
//! 百分数、万、亿的范围，两头都要写：30%～40%、5万元～10万元。写作“5～10万元”，也可以读成5元到10万元。
//!
//! ## English
//! In a range of percentages, 万 or 亿 both ends have the sign: 30%～40%, 5万元～10万元. 5～10万元 may be read as
//! from 5 yuan.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 每校补助5～10万元。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 每校补助5万元～10万元。
//! ```
//!
//! ## 依据 · Source
//! C78、C79；GB/T 15835—2011

use crate::check::pattern::{Pattern, number};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W304",
    name: "range_unit_once",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("range_unit_once.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::with_digit(
    &["%", "％", "‰", "万", "亿"],
    concat!("(", number!(), ")(?:～|~|-|–|－|—|至|到)", number!(), "(%|％|‰|[万亿][元人]?)"),
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose && may_have_range(&passage.text)) {
        for hit in FORM.hits(passage) {
            let is_part = |sign: char| sign.is_ascii_alphanumeric() || "-–－~～—./:：第".contains(sign);
            if hit.before().is_some_and(is_part) || hit.part(1).len() == 4 {
                continue;
            }
            let (number, sign) = (hit.part(1), hit.part(2));
            let end = hit.place(1).end;
            let message = text!(zh: "范围的前一个数“{number}”缺“{sign}”", en: "the first number {number} lacks {sign}");
            let help = text!(zh: "两头都写，如“{number}{sign}”", en: "write it at both ends: {number}{sign}");
            let title = text!(zh: "补上“{sign}”", en: "add {sign}");
            out.push(RULE.finding(passage.span(hit.at()), message).help(help).guess(
                title,
                passage.span(end..end),
                sign,
            ));
        }
    }
}

/// Whether a sign of range stands between two digits somewhere: in most texts with a number none does.
fn may_have_range(text: &str) -> bool {
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let signs =
        text.char_indices().filter(|(_, sign)| matches!(sign, '～' | '~' | '-' | '–' | '－' | '—' | '至' | '到'));
    let mut sides = signs.map(|(at, sign)| (&text[..at], &text[at + sign.len_utf8()..]));
    sides.any(|(before, after)| is_digit(before.chars().next_back()) && is_digit(after.chars().next()))
}
