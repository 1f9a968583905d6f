//! 目标与现状相同 · A target that is the present value
//!
//! ## 中文
//! 目标数与现状数一样，等于没有目标。要求不下降的，写“保持在”。100%不算。
//!
//! ## English
//! A target equal to the present asks for nothing. If it has to last, write 保持在; 100% is not meant.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 目标任务
//! - 现状：九年义务教育巩固率 97%，2025年
//! - 指标：九年义务教育巩固率 不低于97%，到2028年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 目标任务
//! - 现状：九年义务教育巩固率 97%，2025年
//! - 指标：九年义务教育巩固率 保持在97%以上，到2028年
//! ```
//!
//! ## 依据 · Source
//! C163

use std::collections::BTreeMap;

use crate::check::level::title;
use crate::check::movement::scope_key;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Comparison, Decimal, Target};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q051",
    name: "target_is_now",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("target_is_now.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut now = BTreeMap::new();
    for baseline in plan.baselines.iter() {
        if let Some(number) = baseline.number() {
            now.insert((baseline.indicator, scope_key(&baseline.scope)), (number, baseline.span));
        }
    }
    for level in context
        .levels()
        .filter(|level| !level.quota.keeps && level.quota.change.is_none() && level.quota.series.is_empty())
    {
        let Target::Value(Comparison::AtLeast | Comparison::Reach | Comparison::Planned | Comparison::Exactly, asked) =
            &level.target.value
        else {
            continue;
        };
        let is_whole = level.is_percent() && asked.value == Decimal::ONE_HUNDRED;
        let key = (level.quota.indicator, scope_key(&level.quota.scope));
        let Some((number, place)) = now.get(&key).filter(|_| !is_whole && level.quota.every.is_none()) else {
            continue;
        };
        if !plan.units.same_kind(number, asked) || plan.units.in_parts(number) != plan.units.in_parts(asked) {
            continue;
        }
        let (name, wanted) = (title(level.quota), &level.target.value);
        let message =
            text!(zh: "“{name}”要求{wanted}，现状就是{number}", en: "“{name}” is to be {asked}, which it is already");
        let found = RULE.finding(level.span(), message);
        let found = found.related(*place, text!(zh: "现状在这里", en: "the present value is here"));
        out.push(found.help(text!(
            zh: "提高目标；要求不下降的，写“保持在{asked}以上”",
            en: "ask for more, or write 保持在 if it has to last"
        )));
    }
}
