//! 没有这一天 · A day that there is not
//!
//! ## 中文
//! 正文里的日期要存在：9月没有31日，2026年2月没有29日。
//!
//! ## English
//! A day in the text exists: September has no 31st, and February 2026 no 29th.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 各校于9月31日前报送总结。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 各校于9月30日前报送总结。
//! ```
//!
//! ## 依据 · Source
//! 公历

use crate::calendar::Date;
use crate::check::pattern::{Hit, Pattern};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D042",
    name: "date_impossible",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("date_impossible.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::with_digit(
    &["月"],
    "(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日(?:(?:至|到|—|－|-|～|~)([0-9]{1,2})日)?",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage).filter(is_impossible) {
            let words = hit.text();
            let message = text!(zh: "没有“{words}”这样的日期", en: "there is no such day as {words}");
            let help = text!(zh: "核对月、日", en: "check month and day");
            out.push(RULE.finding(passage.span(hit.at()), message).help(help));
        }
    }
}

/// Whether a day of it does not exist; without a year February may have 29 days.
fn is_impossible(hit: &Hit) -> bool {
    const LEAP: i16 = 2024;
    let is_whole = !hit.before().is_some_and(|sign| sign.is_ascii_digit());
    let year = hit.part(1).parse().unwrap_or(LEAP);
    let days = [hit.part(3), hit.part(4)].into_iter().filter(|day| !day.is_empty());
    let exists = |day: &str| match (hit.part(2).parse(), day.parse()) {
        (Ok(month), Ok(day)) => Date::new(year, month, day).is_ok(),
        _ => true,
    };
    is_whole && !days.into_iter().all(exists)
}
