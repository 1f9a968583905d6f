//! 合计不等于各期之和 · A total that is not the sum
//!
//! ## 中文
//! 合计一栏要等于同一行各期数值之和。各期和合计单位不同、能换算的，换算了再加。
//!
//! ## English
//! The total of a row has to be the sum of its values. Units that convert into each other are converted before they are
//! added.
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
use crate::plan::{Plan, Point, Sort};
use crate::quantity::{Amount, Decimal, Target, Unit, Units, plain};
use crate::source::Spanned;
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
    let units = &context.plan.units;
    for Row { name, total, series } in rows(context.plan) {
        let Some(parts) = parts(series) else { continue };
        let Some(stated) = number(&total.value) else { continue };
        let is_share = stated.unit.as_ref().is_some_and(|unit| unit.is_percent() || unit.is_points());
        let Some(unit) = one_kind(&parts, stated, units).filter(|_| !is_share) else { continue };
        let Some(sum) = off(&parts, stated, unit, units) else { continue };
        let is_one_unit = parts.iter().chain([&stated]).all(|amount| amount.unit.as_ref().or(unit) == unit);
        let term = |amount: &Amount| match is_one_unit {
            true => amount.value.to_string(),
            false => amount.to_string(),
        };
        let terms = parts.iter().map(|part| term(part)).collect::<Vec<_>>().join("＋");
        let (added, sum) = (sum.to_string(), term(&sum));
        let message = text!(
            zh: "“{name}”的合计写{stated}，各期相加是{added}：{terms}＝{sum}",
            en: "the total of “{name}” is given as {stated}, but its values add up to {added}: {terms}＝{sum}"
        );
        let found = RULE.finding(total.span, message);
        out.push(found.help(text!(zh: "改合计，或改各期的数值", en: "change the total, or one of the values")));
    }
}

/// Values with their stated total.
struct Row<'a> {
    name: String,
    total: &'a Spanned<Target>,
    series: &'a [Point],
}

/// Every series that has a total: of quotas that add up, and of money.
fn rows(plan: &Plan) -> impl Iterator<Item = Row<'_>> {
    let flows = plan.quotas.iter().filter(|quota| plan.indicators[quota.indicator].sort != Some(Sort::Stock));
    let quotas =
        flows.filter_map(|quota| Some(Row { name: title(quota), total: quota.total.as_ref()?, series: &quota.series }));
    let funds = plan.funds.iter().filter_map(|fund| {
        let total = fund.total.as_ref().or(fund.amount.as_ref())?;
        Some(Row { name: fund.name.value.clone(), total, series: &fund.series })
    });
    quotas.chain(funds)
}

/// The sum of the parts where it is not the total, in the unit of the total if it comes out there; `unit` is that of
/// amounts without one.
fn off(parts: &[&Amount], total: &Amount, unit: Option<&Unit>, units: &Units) -> Option<Amount> {
    let measured = |amount: &Amount| units.in_parts(&Amount::new(amount.value, amount.unit.as_ref().or(unit).cloned()));
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(measured(part)?))?;
    if sum == measured(total)? {
        return None;
    }
    let shown = [total].iter().chain(parts).find_map(|amount| units.from_parts(sum, amount.unit.as_ref().or(unit)))?;
    Some(Amount::new(plain(shown.value), shown.unit))
}

/// The values of a series, if each is a number.
fn parts(series: &[Point]) -> Option<Vec<&Amount>> {
    let parts = series.iter().map(|point| number(&point.target.value)).collect::<Option<Vec<_>>>()?;
    (parts.len() > 1).then_some(parts)
}

fn number(target: &Target) -> Option<&Amount> {
    match target {
        Target::Value(comparison, _) if comparison.is_rough() => None,
        other => other.amount(),
    }
}

/// The unit of amounts that are written without one, if all measure the same thing.
fn one_kind<'a>(parts: &[&'a Amount], total: &'a Amount, units: &Units) -> Option<Option<&'a Unit>> {
    let mut written = parts.iter().copied().chain([total]).filter_map(|amount| amount.unit.as_ref());
    let Some(first) = written.next() else { return Some(None) };
    written.all(|unit| units.are_alike(unit, first)).then_some(Some(first))
}
