//! 合计不等于各期之和 · A total that is not the sum
//!
//! ## 中文
//! 合计一栏要等于同一行各期数值之和。
//!
//! ## English
//! The total of a row has to be the sum of its values.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：新建改扩建幼儿园
//!   | 区域 | 2024年 | 2025年 | 2026年 | 合计 |
//!   |---|---|---|---|---|
//!   | 全县 | 12所 | 12所 | 10所 | 36所 |
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 工作目标
//! - 指标：新建改扩建幼儿园
//!   | 区域 | 2024年 | 2025年 | 2026年 | 合计 |
//!   |---|---|---|---|---|
//!   | 全县 | 12所 | 12所 | 10所 | 34所 |
//! ```
//!
//! ## 依据 · Source
//! C164；C165

use crate::check::level::title;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Quota, Sort};
use crate::quantity::{Amount, Comparison, Decimal, Target, Unit, plain};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q019",
    name: "total_off_sum",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("total_off_sum.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for quota in context.plan.quotas.iter() {
        let is_stock = context.plan.indicators[quota.indicator].sort == Some(Sort::Stock);
        let (Some(total), Some(parts)) = (quota.total.as_ref().filter(|_| !is_stock), parts(quota)) else { continue };
        let Some(stated) = number(&total.value) else { continue };
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
        let is_share = stated.unit.as_ref().is_some_and(|unit| unit.is_percent() || unit.is_points());
        let Some(sum) = sum.filter(|sum| *sum != stated.value && !is_share && have_one_unit(&parts, stated)) else {
            continue;
        };
        let terms = parts.iter().map(|part| part.value.to_string()).collect::<Vec<_>>().join("＋");
        let (name, sum) = (title(quota), plain(sum));
        let message = text!(
            zh: "“{name}”的合计写{stated}，各期相加是{sum}：{terms}＝{sum}",
            en: "the total of “{name}” is given as {stated}, but its values add up to {sum}: {terms}＝{sum}"
        );
        let found = RULE.finding(total.span, message);
        out.push(found.help(text!(zh: "改合计，或改各期的数值", en: "change the total, or one of the values")));
    }
}

/// The values of a series, if each is a number.
fn parts(quota: &Quota) -> Option<Vec<&Amount>> {
    let parts = quota.series.iter().map(|point| number(&point.target.value)).collect::<Option<Vec<_>>>()?;
    (parts.len() > 1).then_some(parts)
}

fn number(target: &Target) -> Option<&Amount> {
    match target {
        Target::Value(Comparison::About, _) => None,
        other => other.amount(),
    }
}

/// Whether all are in one unit; one left out is that of the others.
fn have_one_unit(parts: &[&Amount], total: &Amount) -> bool {
    let mut units = parts.iter().chain([&total]).filter_map(|amount| amount.unit.as_ref()).map(Unit::word);
    units.next().is_none_or(|first| units.all(|unit| unit == first))
}
