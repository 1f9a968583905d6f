//! 标题起止与期限不符 · The title and the period name different years
//!
//! ## 中文
//! 标题括注的起止年份和“期限”说的是同一件事，年份应当一致。标题只写一个年份或者一个学年的，期限要落在那一年、那个
//! 学年里。
//!
//! ## English
//! The years in the title and the period say the same thing, so they name the same years. Where the title names one
//! year, or one school year, the period is of it.
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

use std::ops::Range;

use crate::calendar::{Date, Interval, When};
use crate::check::{Context, Rule, years};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Spanned;
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
    let Some(range) = years::year_range(&title.value) else {
        out.extend(period.value.interval().and_then(|days| of_one_year(context, title, period, days)));
        return;
    };
    let (Some(said), Some(meant)) = (range.when.interval(), period.value.interval()) else { return };
    // Where the number of years is wrong as well, D014 has told both places.
    let stated = years::stated_years(&title.value);
    let is_told = |count| [&range.when, &period.value].into_iter().any(|when| years::is_other_length(when, count));
    let is_same = is_near(said.first, meant.first) && is_near(said.last, meant.last);
    if is_same || meant.is_backwards() || stated.is_some_and(|stated| is_told(stated.count)) {
        return;
    }
    out.push(finding(context, title, range.at.clone(), &range.when.to_string(), period));
}

fn finding(
    context: &Context,
    title: &Spanned<String>,
    at: Range<usize>,
    in_title: &str,
    period: &Spanned<When>,
) -> Diagnostic {
    let in_period = &period.value;
    let message = text!(
        zh: "标题写{in_title}，期限却是{in_period}",
        en: "the title says {in_title}, but the period is {in_period}"
    );
    let finding = RULE.finding(context.part_of(title, at), message);
    finding
        .related(period.span, text!(zh: "期限在这里", en: "the period is here"))
        .help(text!(zh: "核对两处，使起止年份一致", en: "make both name the same years"))
}

/// What is said of a title with a single year, or school year, that the period is not of.
fn of_one_year(
    context: &Context,
    title: &Spanned<String>,
    period: &Spanned<When>,
    days: Interval,
) -> Option<Diagnostic> {
    if days.is_backwards() || OF_ANOTHER_YEAR.iter().any(|word| title.value.contains(word)) {
        return None;
    }
    let (at, is_other) = match years::school_years(&title.value).as_slice() {
        [(at, year)] => (at.clone(), is_outside_school_year(days, i16::try_from(*year).ok()?)),
        [] => {
            let (at, year) = years::single_year(&title.value)?;
            (at, is_outside_year(days, year))
        }
        _ => return None,
    };
    is_other.then(|| finding(context, title, at.clone(), &title.value[at], period))
}

/// Words of a title that takes up what was done in the year, or what another paper says.
const OF_ANOTHER_YEAR: [&str; 17] = [
    "贯彻", "落实", "《", "考核", "考评", "评估", "评价", "总结", "述职", "整改", "反馈", "结转", "决算", "审计",
    "表彰", "奖励", "远景",
];

/// Whether days are of another year than `year`; what prepares a year may end right before it.
fn is_outside_year(days: Interval, year: i16) -> bool {
    let prepares = days.last.year() + 1 == year && days.last.month() >= 9 && days.days() <= 200;
    !(days.first.year()..=days.last.year()).contains(&year) && !prepares
}

/// Whether most of the days are not of the school year that begins in `year`, the summer before it included.
fn is_outside_school_year(days: Interval, year: i16) -> bool {
    let (Ok(first), Ok(last)) = (Date::new(year, 7, 1), Date::new(year.saturating_add(1), 8, 31)) else { return false };
    let shared = Interval { first: first.max(days.first), last: last.min(days.last) };
    shared.is_backwards() || i64::from(shared.days()) * 2 < i64::from(days.days())
}

/// Whether two ends may mean the same: one year, or less than half a year apart, as when a plan for 2018 is signed in
/// the autumn before.
fn is_near(one: Date, other: Date) -> bool {
    let (first, last) = (one.min(other), one.max(other));
    one.year() == other.year() || Interval { first, last }.days() <= 183
}
