//! 比率没有现状也没有时间 · A rate to reach from nowhere and at no time
//!
//! ## 中文
//! 目标写巩固率“达到93%”，现在是多少、哪年达到都没有写，看不出是要提高还是已经达到。写上现状，或者写上时间；方案有期限的不再
//! 要求。
//!
//! ## English
//! A retention rate of 93% is to be reached, and neither what it is now nor by when is said: nobody sees whether anything
//! is to change. Write the present value, or the time; in a plan with a period that holds for it.
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

use crate::check::level::title;
use crate::check::nesting::is_dated;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Plan, Quota, Sort};
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
    for level in context.levels() {
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
        if !is_aim || !is_rising || is_all || !is_new || !is_timeless(plan, level.quota) {
            continue;
        }
        told.insert(level.quota.indicator);
        let (name, bare) = (title(level.quota), &level.quota.name.value);
        let message = text!(
            zh: "“{name}”没有写现在是多少，也没有写什么时候达到",
            en: "“{name}” has a value to reach, but neither one of the present nor a time"
        );
        out.push(RULE.finding(level.span(), message).help(text!(
            zh: "加一行“- 现状：{bare} …”，或者写上时间，如“，到2026年”",
            en: "add a line “- baseline: {bare} …”, or a time such as ，到2026年"
        )));
    }
}

/// Whether nothing says by when, since when or how often.
fn is_timeless(plan: &Plan, quota: &Quota) -> bool {
    let is_silent = quota.when.is_none() && quota.start.is_none() && quota.every.is_none() && quota.series.is_empty();
    let is_unread = plan.unread.iter().any(|line| line.span == quota.span);
    is_silent && !quota.keeps && !is_unread && !is_dated(plan, quota.holder)
}
