//! 标题起止与期限不符 · The title and the period name different years
//!
//! ## 中文
//! 标题括注的起止年份和“期限”说的是同一件事，年份应当一致。
//!
//! ## English
//! The years in the title and the period say the same thing, so they name the same years.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某区学前教育行动计划（2018—2020年）
//! - 期限：2017年至2020年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某区学前教育行动计划（2018—2020年）
//! - 期限：2018年1月至2020年12月
//! ```
//!
//! ## 依据 · Source
//! 标题、期限互相印证

use crate::calendar::{Date, Interval};
use crate::check::{Context, Rule, years};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D015",
    name: "title_range_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("title_range_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let (Some(title), Some(period)) = (&context.plan.title, &context.plan.period) else { return };
    let Some(range) = years::year_range(&title.value) else { return };
    let (Some(said), Some(meant)) = (range.when.interval(), period.value.interval()) else { return };
    // Where the number of years is wrong as well, D014 has told both places.
    let stated = years::stated_years(&title.value);
    let is_told = |count| [&range.when, &period.value].into_iter().any(|when| years::is_other_length(when, count));
    let is_same = is_near(said.first, meant.first) && is_near(said.last, meant.last);
    if is_same || meant.is_backwards() || stated.is_some_and(|stated| is_told(stated.count)) {
        return;
    }
    let (in_title, in_period) = (&range.when, &period.value);
    let message = text!(
        zh: "标题写{in_title}，期限却是{in_period}",
        en: "the title says {in_title}, but the period is {in_period}"
    );
    let finding = RULE.finding(context.part_of(title, range.at.clone()), message);
    out.push(finding.related(period.span, text!(zh: "期限在这里", en: "the period is here")).help(text!(
        zh: "核对两处，使起止年份一致",
        en: "make both name the same years"
    )));
}

/// Whether two ends may mean the same: one year, or less than half a year apart, as when a plan for 2018 is signed in
/// the autumn before.
fn is_near(one: Date, other: Date) -> bool {
    let (first, last) = (one.min(other), one.max(other));
    one.year() == other.year() || Interval { first, last }.days() <= 183
}
