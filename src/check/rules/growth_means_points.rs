//! 百分点写成了百分数 · Percentage points written as per cent
//!
//! ## 中文
//! 比率逐年加同一个数，是“百分点”，不是“%”。从52.12%到56.12%，增加的是4个百分点；相对增长却是7.7%。两样写法读出来的目标不同，考核时会起争执。旁边有逐年数值的，这里把账算给你看。
//!
//! ## English
//! A rate that grows by the same number each year grows by percentage points, not by per cent: from 52.12% to 56.12% is
//! 4 points, but 7.7% of 52.12. Read as written, the growth clause and the series beside it ask for different things.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 本科上线率，率
//!
//! ## 工作目标
//! - 指标：本科上线率 增长不少于4%，每年
//!   - 2018年：不低于52.12%
//!   - 2019年：不低于56.12%
//!   - 2020年：不低于60.12%
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 本科上线率，率
//!
//! ## 工作目标
//! - 指标：本科上线率 增长不少于4个百分点，每年
//!   - 2018年：不低于52.12%
//!   - 2019年：不低于56.12%
//!   - 2020年：不低于60.12%
//! ```
//!
//! ## 依据 · Source
//! C81

use crate::check::level::title;
use crate::check::movement::{Growth, Measured, SeriesIndex, steps, unit};
use crate::check::words::by_words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Plan, Quota};
use crate::quantity::{Amount, Decimal, Target, Unit, plain, rounded};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q001",
    name: "growth_means_points",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("growth_means_points.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let series = SeriesIndex::of(context.plan);
    for quota in context.plan.quotas.iter() {
        out.extend(series.beside(quota).and_then(|beside| finding(context.plan, quota, beside)));
    }
}

fn finding(plan: &Plan, quota: &Quota, series: &Quota) -> Option<Diagnostic> {
    let growth = Growth::of(quota)?;
    let stated = growth.amount()?;
    if !stated.unit.as_ref().is_some_and(Unit::is_percent) || !unit(plan, series).is_some_and(Unit::is_percent) {
        return None;
    }
    let steps = steps(series);
    let is_single = matches!(quota.change.as_ref()?.value.by, Target::Value(..));
    let is_same_each_time = steps.iter().all(|step| growth.moved(step, Measured::Absolute) == Some(stated.value));
    // At a base near 100 % both readings give the same number.
    let differs = |moved: Decimal| rounded(moved, stated.value.scale()) != stated.value;
    let step = steps.iter().find(|step| growth.moved(step, Measured::Relative).is_some_and(differs))?;
    let fits = |measured| growth.fits_all(&steps, measured);
    let fits_only_points = fits(Measured::Absolute) == Some(true) && fits(Measured::Relative) == Some(false);
    if !(is_single && is_same_each_time || fits_only_points) {
        return None;
    }
    let (name, time, (asked, asked_en)) = (title(quota), step.to.time, by_words(&quota.change.as_ref()?.value.by));
    let points = plain(growth.moved(step, Measured::Absolute)?);
    let (expected, after) = (growth.grown(step, stated.value)?, step.after);
    let (grow, add) = growth.words();
    let message = text!(
        zh: "“{name}”写的是{grow}{asked}，逐年数值却{add}{points}个百分点：按{stated}相对{grow}，{time}应为{expected}%，不是{after}%",
        en: "“{name}” is to move by {asked_en}, but its series moves by {points} percentage points: {stated} of itself would make {expected}% in {time}, not {after}%"
    );
    let (instead, instead_en) = by_words(&in_points(&quota.change.as_ref()?.value.by));
    let help = text!(
        zh: "写成“{grow}{instead}”；确是相对{grow}的，改逐年数值",
        en: "write “{instead_en}” instead, or change the series if a share of itself is meant"
    );
    let found = RULE.finding(quota.change.as_ref()?.span, message).help(help);
    let found = found.related(step.from.target.span, text!(zh: "从这里", en: "from here"));
    Some(found.related(
        step.to.target.span,
        text!(zh: "到这里，{add}{points}个百分点", en: "to here: {points} percentage points"),
    ))
}

/// The same measure in percentage points.
fn in_points(by: &Target) -> Target {
    let points = |amount: &Amount| Amount::new(amount.value, Some(Unit::new("百分点")));
    match by {
        Target::Value(comparison, amount) => Target::Value(*comparison, points(amount)),
        Target::Range(low, high) => Target::Range(points(low), points(high)),
        other => other.clone(),
    }
}
