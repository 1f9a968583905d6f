//! 正文里的起止倒置 · A range in the text that ends before it begins
//!
//! ## 中文
//! “自2026年10月1日至2026年9月1日”，止在起之前。没有写年份的跨年月份（11月至次年3月）不算。
//!
//! ## English
//! A range from 1 October 2026 to 1 September 2026 ends before it begins. Months without a year may run into the next.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 活动自2026年10月1日至2026年9月1日开展。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 活动自2026年9月1日至2026年10月1日开展。
//! ```
//!
//! ## 依据 · Source
//! 起止互相印证

use crate::check::passages::Passage;
use crate::check::pattern::{Hit, Pattern};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D043",
    name: "prose_range_backwards",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_range_backwards.rs"),
    run,
};

/// Both ends with their years.
pub(in crate::check) static YEARS: Pattern = Pattern::with_digit(
    &["年"],
    "([0-9]{4})年(?:([0-9]{1,2})月)?(?:([0-9]{1,2})日)?起?(?:至|到|—|－|-|～|~)([0-9]{4})年(?:([0-9]{1,2})月)?\
     (?:([0-9]{1,2})日)?",
);
/// Days of one month.
pub(in crate::check) static DAYS: Pattern = Pattern::with_digit(
    &["月"],
    "([0-9]{1,2})月([0-9]{1,2})日起?(?:至|到|—|－|-|～|~)(?:([0-9]{1,2})月)?([0-9]{1,2})日",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&YEARS).filter(|passage| passage.is_prose) {
        out.extend(YEARS.hits(passage).filter(ends_before).map(|hit| finding(passage, &hit)));
    }
    for passage in context.holding(&DAYS).filter(|passage| passage.is_prose) {
        out.extend(DAYS.hits(passage).filter(ends_earlier_in_month).map(|hit| finding(passage, &hit)));
    }
}

fn finding(passage: &Passage, hit: &Hit) -> Diagnostic {
    let words = hit.text();
    let message = text!(zh: "“{words}”止在起之前", en: "{words} ends before it begins");
    let help = text!(zh: "核对两端；跨年的把两个年份都写上", en: "check both ends; across a new year write both years");
    RULE.finding(passage.span(hit.at()), message).help(help)
}

fn number(hit: &Hit, part: usize) -> Option<u32> {
    hit.part(part).parse().ok()
}

/// Whether the first of two numbers that differ is the greater; parts that are not written at both ends are left out.
fn ends_before(hit: &Hit) -> bool {
    let pairs = [(1, 4), (2, 5), (3, 6)].map(|(from, to)| number(hit, from).zip(number(hit, to)));
    let differing = pairs.into_iter().map_while(|pair| pair).find(|(first, last)| first != last);
    !is_cut(hit) && differing.is_some_and(|(first, last)| last < first)
}

fn ends_earlier_in_month(hit: &Hit) -> bool {
    let is_one_month = number(hit, 3).is_none_or(|end| number(hit, 1) == Some(end));
    !is_cut(hit) && is_one_month && number(hit, 4) < number(hit, 2)
}

/// Whether it begins within a number.
fn is_cut(hit: &Hit) -> bool {
    hit.before().is_some_and(|sign| sign.is_ascii_digit())
}
