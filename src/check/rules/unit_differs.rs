//! 单位与口径不一致 · A unit other than that of the indicator
//!
//! ## 中文
//! 口径写明单位是“人”，指标却写成“%”，数就没法比。同一串逐年数值的单位也要一致。能换算的单位（人和名、次和场、
//! 亩和公顷）不算，见“计量单位”。
//!
//! ## English
//! If an indicator is declared in one unit, its quotas have to be in that unit; so do the values of one series. Units
//! that convert into each other (人 and 名, 次 and 场, 亩 and 公顷) are let pass.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 骨干教师
//!   - 单位：人
//!
//! ## 工作目标
//! - 指标：骨干教师 不少于20%，到2026年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 骨干教师
//!   - 单位：人
//!
//! ## 工作目标
//! - 指标：骨干教师 不少于120名，到2026年
//! ```
//!
//! ## 依据 · Source
//! C163

use crate::check::level::{amounts, stated_values};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Plan, Quota};
use crate::quantity::{Target, Unit};
use crate::source::{Span, Spanned};
use crate::text;

/// What says how many times as much, in whatever unit.
const MULTIPLES: [&str; 3] = ["倍", "番", "成"];

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q009",
    name: "unit_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("unit_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for (id, target) in stated_values(plan) {
        let indicator = &plan.indicators[id];
        let Some(unit) = indicator.unit.as_ref().filter(|_| indicator.is_declared) else { continue };
        let is_other = |other: &Unit| !are_alike(plan, other, &unit.value);
        out.extend(finding(&indicator.name.value, target, unit, is_other));
    }
    for quota in plan.quotas.iter() {
        out.extend(change(plan, quota));
        out.extend(series(plan, quota));
    }
}

/// A change is measured in the unit itself or in per cent of what was there; that of a percentage also in points.
fn change(plan: &Plan, quota: &Quota) -> Option<Diagnostic> {
    let indicator = &plan.indicators[quota.indicator];
    let unit = indicator.unit.as_ref().filter(|_| indicator.is_declared)?;
    let change = quota.change.as_ref()?;
    let target = Spanned::new(change.value.by.clone(), change.span);
    let is_other = |other: &Unit| {
        let is_points = other.is_points() && unit.value.is_percent();
        !(other.is_percent() || is_points || are_alike(plan, other, &unit.value))
    };
    finding(&indicator.name.value, &target, unit, is_other)
}

/// Without a declared unit, the first value of a series says what the others are in.
fn series(plan: &Plan, quota: &Quota) -> Option<Diagnostic> {
    let indicator = &plan.indicators[quota.indicator];
    if indicator.is_declared && indicator.unit.is_some() {
        return None;
    }
    let (first, rest) = quota.series.split_first()?;
    let unit = amounts(&first.target.value).into_iter().find_map(|amount| amount.unit.clone())?;
    let unit = Spanned::new(unit, first.target.span);
    let is_other = |other: &Unit| !are_alike(plan, other, &unit.value);
    rest.iter().find_map(|point| finding(&indicator.name.value, &point.target, &unit, is_other))
}

fn finding(
    name: &str,
    target: &Spanned<Target>,
    unit: &Spanned<Unit>,
    is_other: impl Fn(&Unit) -> bool,
) -> Option<Diagnostic> {
    let other =
        amounts(&target.value).into_iter().filter_map(|amount| amount.unit.as_ref()).find(|other| is_other(other))?;
    let (span, unit): (Span, &Unit) = (unit.span, &unit.value);
    let message = text!(
        zh: "“{name}”的单位是“{unit}”，这里写的是“{other}”",
        en: "“{name}” is counted in “{unit}”, but “{other}” stands here"
    );
    let found =
        RULE.finding(target.span, message).related(span, text!(zh: "单位出自这里", en: "the unit comes from here"));
    Some(found.help(text!(
        zh: "改成“{unit}”；确要另一种算法的，另起一个指标",
        en: "write it in “{unit}”, or declare another indicator"
    )))
}

fn are_alike(plan: &Plan, one: &Unit, other: &Unit) -> bool {
    MULTIPLES.contains(&one.base().1) || plan.units.are_alike(one, other)
}
