//! 增幅与逐年数值不符 · Growth that its series does not show
//!
//! ## 中文
//! 同一项指标既写了每年的增幅，又列了逐年的数值，两者要对得上。因四舍五入差出的零头不算。
//!
//! ## English
//! A quota that states its yearly growth and lists its yearly values has to agree with itself. What rounding explains is
//! forgiven.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：公办幼儿园在园人数 增长不少于5%，每年
//!   - 2024年：2000人
//!   - 2025年：2100人
//!   - 2026年：2150人
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：公办幼儿园在园人数 增长不少于5%，每年
//!   - 2024年：2000人
//!   - 2025年：2100人
//!   - 2026年：2205人
//! ```
//!
//! ## 依据 · Source
//! C83；C163

use crate::check::level::title;
use crate::check::movement::{Growth, Measured, SeriesIndex, Step, steps, unit};
use crate::check::words::by_words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Plan, Quota};
use crate::quantity::{Amount, Decimal, Unit, plain, rounded};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q002",
    name: "growth_off_series",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("growth_off_series.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let series = SeriesIndex::of(context.plan);
    for quota in context.plan.quotas.iter() {
        out.extend(series.beside(quota).and_then(|beside| finding(context.plan, quota, beside)));
    }
}

fn finding(plan: &Plan, quota: &Quota, series: &Quota) -> Option<Diagnostic> {
    let growth = Growth::of(quota).filter(Growth::is_yearly)?;
    let stated = growth.amount()?;
    let readings = readings(stated, unit(plan, series));
    let steps = steps(series);
    let measured = *readings.first()?;
    // A reading that cannot be worked out is no contradiction.
    if readings.iter().any(|measured| growth.fits_all(&steps, *measured) != Some(false)) {
        return None;
    }
    let step = steps.iter().find(|step| growth.fits(step, measured) == Some(false))?;
    let worked = moved(&growth, step, measured, stated)?;
    let sum = working(&growth, step, measured, &worked);
    let (name, from, to) = (title(quota), step.from.time, step.to.time);
    let ((grow, _), (asked, asked_en)) = (growth.words(), by_words(&quota.change.as_ref()?.value.by));
    let message = text!(
        zh: "“{name}”要求每年{grow}{asked}，{from}到{to}却是{worked}：{sum}",
        en: "“{name}” asks for {asked_en} a year, but from {from} to {to} it moves by {worked}: {sum}"
    );
    let found = RULE.finding(quota.change.as_ref()?.span, message).help(text!(
        zh: "改增幅，或改这一年的数值",
        en: "change the growth, or the value of that year"
    ));
    let found = found.related(step.from.target.span, text!(zh: "从这里", en: "from here"));
    Some(found.related(step.to.target.span, text!(zh: "到这里", en: "to here")))
}

/// How the movement of a step is worked out.
fn working(growth: &Growth, step: &Step, measured: Measured, moved: &Amount) -> String {
    let (before, after) = (plain(step.before), plain(step.after));
    let difference = if growth.is_fall() { format!("{before}－{after}") } else { format!("{after}－{before}") };
    match (measured, step.years()) {
        (Measured::Relative, _) => format!("（{difference}）÷{before}＝{moved}"),
        (Measured::Absolute, 1) => format!("{difference}＝{moved}"),
        (Measured::Absolute, years) => format!("（{difference}）÷{years}＝{moved}"),
    }
}

/// How the growth may be meant, the plainest reading first; none if its unit says nothing about the series.
fn readings(stated: &Amount, series: Option<&Unit>) -> Vec<Measured> {
    let Some(unit) = &stated.unit else { return Vec::new() };
    let is_rate = series.is_some_and(Unit::is_percent);
    match () {
        () if unit.is_percent() && is_rate => vec![Measured::Relative, Measured::Absolute],
        () if unit.is_percent() => vec![Measured::Relative],
        () if unit.is_points() && is_rate || series == Some(unit) => vec![Measured::Absolute],
        () => Vec::new(),
    }
}

/// How far the step moves, in words.
fn moved(growth: &Growth, step: &Step, measured: Measured, stated: &Amount) -> Option<Amount> {
    let moved: Decimal = growth.moved(step, measured)?;
    let shown = if measured == Measured::Relative { rounded(moved, 2) } else { moved };
    Some(Amount::new(plain(shown), stated.unit.clone()))
}
