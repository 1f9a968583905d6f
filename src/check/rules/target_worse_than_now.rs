//! 目标还不如现状 · A target worse than the present
//!
//! ## 中文
//! 现状已经是96%，目标却写不低于95%，等于允许退步，多半是数字没有更新。确是保底要求的，写明。
//!
//! ## English
//! A target below what is reached already allows a step back; mostly a number was not brought up to date.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 现状：义务教育巩固率 96%，2025年
//! - 指标：义务教育巩固率 不低于95%，到2026年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 现状：义务教育巩固率 94%，2025年
//! - 指标：义务教育巩固率 不低于95%，到2026年
//! ```
//!
//! ## 依据 · Source
//! C163；C166

use std::collections::BTreeMap;

use crate::check::level::{Level, LevelTime, is_flow, title};
use crate::check::movement::scope_key;
use crate::check::words::words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Baseline, Plan};
use crate::quantity::{Comparison, Direction, Target, Unit};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q010",
    name: "target_worse_than_now",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("target_worse_than_now.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut present: BTreeMap<_, &Baseline> = BTreeMap::new();
    for baseline in plan.baselines.iter() {
        present.insert((baseline.indicator, scope_key(&baseline.scope)), baseline);
    }
    for level in context.levels().filter(|level| level.quota.every.is_none()) {
        if let Some(baseline) = present.get(&(level.quota.indicator, scope_key(&level.quota.scope))) {
            out.extend(finding(plan, &level, baseline));
        }
    }
}

fn finding(plan: &Plan, level: &Level, baseline: &Baseline) -> Option<Diagnostic> {
    let present = baseline.target.as_ref()?;
    let (Target::Value(comparison, asked), Target::Value(_, now)) = (&level.target.value, &present.value) else {
        return None;
    };
    let better = better(plan, level, *comparison)?;
    if !plan.units.same_kind(asked, now) || is_past(level, baseline) {
        return None;
    }
    let (asked, now) = (plan.units.in_parts(asked)?, plan.units.in_parts(now)?);
    let (is_worse, zh, en) = match better {
        Direction::Up => (asked < now, "低于", "below"),
        Direction::Down => (asked > now, "高于", "above"),
    };
    if !is_worse {
        return None;
    }
    let (name, (target, target_en), (value, value_en)) =
        (title(level.quota), words(&level.target.value), words(&present.value));
    let message = text!(
        zh: "“{name}”的目标是{target}，{zh}现状{value}",
        en: "the target of “{name}”, {target_en}, lies {en} its present value {value_en}"
    );
    let found = RULE.finding(level.span(), message).related(present.span, text!(zh: "现状", en: "the present value"));
    Some(found.help(text!(
        zh: "把目标定得好于现状，或核对现状的数值",
        en: "set a target better than the present value, or check that value"
    )))
}

/// Which way is better: as declared, else for a percentage as the comparison implies.
fn better(plan: &Plan, level: &Level, comparison: Comparison) -> Option<Direction> {
    let indicator = &plan.indicators[level.quota.indicator];
    if is_flow(indicator) {
        return None;
    }
    let is_percent = level.target.value.amount()?.unit.as_ref().is_some_and(Unit::is_percent);
    let implied = match comparison {
        Comparison::AtLeast | Comparison::Reach | Comparison::Above => Some(Direction::Up),
        Comparison::AtMost | Comparison::Below => Some(Direction::Down),
        _ => None,
    };
    match indicator.better {
        Some(better) => Some(better).filter(|better| implied.is_none_or(|implied| implied == *better)),
        None => implied.filter(|_| is_percent),
    }
}

/// Whether the time of the target ends before the baseline was taken.
fn is_past(level: &Level, baseline: &Baseline) -> bool {
    let taken = baseline.when.as_ref().and_then(|when| when.value.interval());
    match (&level.time, taken) {
        (LevelTime::Days(_, last), Some(taken)) => *last < taken.first,
        _ => false,
    }
}
