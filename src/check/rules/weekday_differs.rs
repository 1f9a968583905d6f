//! 星期与日期不符 · A weekday that is not that of its date
//!
//! ## 中文
//! 日期后面写了星期的，要与日历相符。
//!
//! ## English
//! A weekday written beside a date is that of the calendar.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 2026年3月5日（星期三）召开动员会。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 2026年3月5日（星期四）召开动员会。
//! ```
//!
//! ## 依据 · Source
//! C67

use std::ops::Range;

use crate::check::figures;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D030",
    name: "weekday_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("weekday_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.texts_with(Signs::DIGIT).chain(context.prose_with(Signs::DIGIT)) {
        for (at, date) in figures::days(words.value) {
            let Some((named, stated)) = weekday(words.value, at.end) else { continue };
            let right = date.weekday().to_monday_zero_offset() as usize;
            if stated == right {
                continue;
            }
            let (day, proper, word) = (&words.value[at.clone()], DAYS[right], &words.value[named.clone()]);
            let message = text!(
                zh: "{day}是星期{proper}，不是{word}",
                en: "{date} is not {word}: it is 星期{proper}"
            );
            let place = text!(zh: "日期在这里", en: "the date is here");
            let found = RULE.finding(context.part(words, named), message).related(context.part(words, at), place);
            out.push(found.help(text!(zh: "先核对日期，再改星期", en: "check the date first, then the weekday")));
        }
    }
}

const DAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

/// The weekday that stands at `from`, and where.
fn weekday(words: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let rest = words[from..].trim_start_matches(['（', '(', ' ']);
    let start = words.len() - rest.len();
    let name = ["星期", "周", "礼拜"].iter().find_map(|word| rest.strip_prefix(word))?;
    let sign = name.chars().next()?;
    let day = if sign == '天' { 6 } else { DAYS.iter().position(|day| day.starts_with(sign))? };
    Some((start..words.len() - name.len() + sign.len_utf8(), day))
}
