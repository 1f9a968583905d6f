//! 数值超出口径的界限 · A value outside the bounds of its indicator
//!
//! ## 中文
//! 口径写了界限的指标，目标和现状都不能越过。
//!
//! ## English
//! Where an indicator declares its bounds, no target and no baseline can lie outside them.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 学业水平合格率，率
//!   - 界限：0%—100%
//!
//! ## 工作目标
//! - 指标：学业水平合格率 不低于105%，到2026年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 口径
//! - 学业水平合格率，率
//!   - 界限：0%—100%
//!
//! ## 工作目标
//! - 指标：学业水平合格率 不低于95%，到2026年
//! ```
//!
//! ## 依据 · Source
//! C94

use crate::check::level::{amounts, stated_values};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Amount, Unit};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q005",
    name: "out_of_bounds",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("out_of_bounds.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (id, target) in stated_values(context.plan) {
        let indicator = &context.plan.indicators[id];
        let Some(bounds) = &indicator.bounds else { continue };
        let (low, high) = bounds.value;
        let unit = indicator.unit.as_ref().map(|unit| &unit.value);
        let units = &context.plan.units;
        let parts = |value, unit: Option<&Unit>| units.in_parts(&Amount::new(value, unit.cloned()));
        // An amount in another unit is another rule's business.
        let is_outside = |amount: &&Amount| {
            let own = amount.unit.as_ref().or(unit);
            let is_alike = own == unit || own.zip(unit).is_some_and(|(own, unit)| units.are_alike(own, unit));
            let value = parts(amount.value, own).filter(|_| is_alike);
            let is_below = parts(low, unit).zip(value).is_some_and(|(low, value)| value < low);
            is_below || parts(high, unit).zip(value).is_some_and(|(high, value)| value > high)
        };
        if let Some(amount) = amounts(&target.value).into_iter().find(is_outside) {
            let name = &indicator.name.value;
            let unit = unit.map_or("", |unit| unit.word());
            let message = text!(
                zh: "“{name}”写到{amount}，超出了{low}{unit}—{high}{unit}的界限",
                en: "{amount} lies outside the bounds of “{name}”, {low}{unit} to {high}{unit}"
            );
            let found = RULE.finding(target.span, message);
            let found = found.related(bounds.span, text!(zh: "界限写在这里", en: "the bounds are declared here"));
            out.push(found.help(text!(zh: "核对数值，或改口径的界限", en: "check the value, or change the bounds")));
        }
    }
}
