//! 比率要达到的数没有现状 · A rate to reach without its present value
//!
//! ## 中文
//! 目标写巩固率“达到93%”，现在是多少没有写，看不出是要提高还是已经达到。这是提示：现状在别处公布过的可以不写。
//!
//! ## English
//! A retention rate of 93% is to be reached, and it is not said what it is now: nobody sees whether that is much. Only a
//! hint: the value may be published elsewhere.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 口径
//! - 初中巩固率，率
//!   - 单位：%
//!   - 向好：升
//!
//! ## 工作目标
//! - 指标：初中巩固率 不低于93%
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 口径
//! - 初中巩固率，率
//!   - 单位：%
//!   - 向好：升
//!
//! ## 工作目标
//! - 现状：初中巩固率 91.5%，2025年
//! - 指标：初中巩固率 不低于93%
//! ```
//!
//! ## 依据 · Source
//! C163；指标无基期

use std::collections::BTreeSet;

use crate::check::level::{levels, title};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Sort};
use crate::quantity::{Decimal, Direction};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q054",
    name: "rate_without_base",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("rate_without_base.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let known: BTreeSet<_> = plan.baselines.iter().map(|baseline| baseline.indicator).collect();
    let mut told = BTreeSet::new();
    for level in levels(plan) {
        let indicator = &plan.indicators[level.quota.indicator];
        // What a measure or a duty asks for is a standard to keep to, and of all of them there is nothing to grow.
        let is_aim = matches!(level.quota.holder, Holder::Goal(_) | Holder::Section(_) | Holder::Plan);
        let is_rising = indicator.is_declared
            && indicator.sort == Some(Sort::Rate)
            && indicator.better == Some(Direction::Up)
            && level.is_percent();
        let low = level.written_bounds().and_then(|(low, _)| low);
        let is_all = low.is_none_or(|low| low >= Decimal::ONE_HUNDRED);
        let is_new = !known.contains(&level.quota.indicator) && !told.contains(&level.quota.indicator);
        if !is_aim || !is_rising || is_all || !is_new || level.quota.keeps || level.quota.every.is_some() {
            continue;
        }
        told.insert(level.quota.indicator);
        let (name, bare) = (title(level.quota), &level.quota.name.value);
        let message = text!(
            zh: "“{name}”有要达到的数，没有写现在是多少",
            en: "“{name}” has a value to reach and none of the present"
        );
        out.push(RULE.finding(level.span(), message).help(text!(
            zh: "加一行“- 现状：{bare} …”；现状已经公布的，写明见哪里",
            en: "add a line “- baseline: {bare} …”, or say where it is published"
        )));
    }
}
