//! 起止时间的连接号 · The sign between two times
//!
//! ## 中文
//! 起止的年、月、日和钟点之间用一字线“—”：2026—2028年、9月—12月、8:30—11:30。短横线“-”用于编号和复合词，浪纹
//! 线“～”用于数值范围。
//!
//! ## English
//! Between two years, months, days or hours stands the one-em 一字线: 2026—2028年. The hyphen belongs to codes, the
//! wave ～ to ranges of numbers.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 2026-2028年，每年9月~12月开展专项督导。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 2026—2028年，每年9月—12月开展专项督导。
//! ```
//!
//! ## 依据 · Source
//! C60、C125；GB/T 15834—2011，4.13

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W302",
    name: "time_span_sign",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("time_span_sign.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::with_digit(
    &["-", "–", "－", "~", "～", "——"],
    "((?:19|20)[0-9]{2}年?|[0-9]{1,2}[月日]|[0-9]{1,2}[:：][0-9]{2})(-{1,2}|–|－|~|～|——)((?:19|20)[0-9]{2}|[0-9]{1,2}[月日]|[0-9]{1,2}[:：][0-9]{2})",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let title = context.plan.title.as_ref().map(|title| title.span);
    for passage in context.holding(&FORM) {
        // The years of a title are F015's; a school year is told here.
        let is_title = title == Some(passage.whole);
        if !passage.is_prose && !is_title {
            continue;
        }
        for hit in FORM.hits(passage) {
            let is_part = |sign: char| sign.is_ascii_alphanumeric() || "-–－.〔[（(".contains(sign);
            let is_year = |part: &str| part.len() == 4 && part.chars().all(|sign| sign.is_ascii_digit());
            let is_bare = is_year(hit.part(3)) && is_year(hit.part(1));
            let ends_well = match hit.after() {
                Some(sign) if is_bare => "年学）)，。".contains(sign),
                Some(sign) if is_year(hit.part(3)) => sign == '年' || sign == '学',
                Some(sign) => !sign.is_ascii_alphanumeric() && sign != '-',
                None => !is_bare,
            };
            let starts_well = !hit.before().is_some_and(|sign| is_part(sign) && !"（(".contains(sign));
            if !ends_well || !starts_well || (is_title && hit.after() != Some('学')) {
                continue;
            }
            let (sign, span) = (hit.part(2), passage.span(hit.place(2)));
            let message = text!(zh: "起止时间之间用了“{sign}”，应用一字线“—”", en: "“{sign}” stands between two times in the place of —");
            let help = text!(zh: "用一字线“—”", en: "write the one-em sign —");
            out.push(RULE.finding(span, message).help(help).fix(text!(zh: "改为“—”", en: "make it —"), span, "—"));
        }
    }
}
