//! 末年的数达不到总目标 · A last year that falls short of its target
//!
//! ## 中文
//! 指标写“不少于100个，到2028年底”，下面2028年只有90个，末年就达不到。只看存量和比率；按年新增的数看合计。
//!
//! ## English
//! A target by the end of 2028 is reached by the value of 2028 below it. Only stocks and rates are compared; what is
//! added year by year is summed up.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! # 口径
//! - 示范校，存量
//!   - 单位：所
//!
//! ## 目标：扩大优质资源
//! - 指标：示范校 不少于30所，到2028年底
//!   - 2027年：20所
//!   - 2028年：25所
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! # 口径
//! - 示范校，存量
//!   - 单位：所
//!
//! ## 目标：扩大优质资源
//! - 指标：示范校 不少于30所，到2028年底
//!   - 2027年：20所
//!   - 2028年：30所
//! ```
//!
//! ## 依据 · Source
//! 总目标、分年度目标互相印证

use crate::check::level::title;
use crate::check::{Context, Rule, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Plan, Quota, Sort};
use crate::quantity::{Amount, Comparison, Target};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q059",
    name: "series_end_off_target",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("series_end_off_target.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for quota in plan.quotas.iter().filter(|quota| is_state(plan, quota)) {
        let (Some(target), Some(when), Some(point)) = (&quota.target, &quota.when, quota.series.last()) else {
            continue;
        };
        let (Some(end), Some(last)) = (times::ending(&when.value.when), point.time.interval()) else { continue };
        if end.last != last.last || !falls_short(plan, quota, &target.value, &point.target.value) {
            continue;
        }
        let (name, asked, given) =
            (title(quota), context.sources.slice(target.span), context.sources.slice(point.target.span));
        let time = &point.time;
        let message = text!(
            zh: "“{name}”总目标写{asked}，{time}写{given}，达不到",
            en: "“{name}” is to be {asked}, but {time} has {given}, which falls short"
        );
        let found = RULE.finding(point.target.span, message);
        let found = found.related(target.span, text!(zh: "总目标在这里", en: "the target is here"));
        out.push(found.help(text!(zh: "改总目标，或者改末年的数", en: "change the target, or the last value")));
    }
}

/// Whether what is counted is a state, not what comes in.
fn is_state(plan: &Plan, quota: &Quota) -> bool {
    let indicator = &plan.indicators[quota.indicator];
    let is_rate = quota
        .target
        .as_ref()
        .and_then(|target| target.value.amount()?.unit.as_ref())
        .is_some_and(|unit| unit.is_percent());
    indicator.sort == Some(Sort::Stock) || is_rate
}

/// Whether the last value of a series does not reach what is asked for.
fn falls_short(plan: &Plan, quota: &Quota, target: &Target, last: &Target) -> bool {
    let own = plan.indicators[quota.indicator].unit.as_ref().map(|unit| &unit.value);
    let measured =
        |amount: &Amount| plan.units.in_parts(&Amount::new(amount.value, amount.unit.as_ref().or(own).cloned()));
    let (Target::Value(asked, bound), Target::Value(given, value)) = (target, last) else { return false };
    let (Some(bound_parts), Some(parts)) = (measured(bound), measured(value)) else { return false };
    let is_kind = bound.unit.is_none() || value.unit.is_none() || plan.units.same_kind(bound, value);
    let is_number = !given.is_rough();
    is_kind
        && is_number
        && match asked {
            Comparison::AtLeast | Comparison::Reach | Comparison::Above => parts < bound_parts,
            Comparison::AtMost | Comparison::Below => parts > bound_parts,
            _ => false,
        }
}
