//! 合计行不等于各行之和 · A row of totals that is not the sum of the rows
//!
//! ## 中文
//! 表里写“合计”的一行，每一列要等于它所合计的各行之和；比率不相加，不在此列。
//!
//! ## English
//! In a row that says 合计 every column has to be the sum of the rows it adds up; shares are not added.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县教师队伍建设方案
//! ## 工作目标
//! - 指标：招聘教师
//!   | 学段 | 2024年 | 2025年 |
//!   |---|---|---|
//!   | 小学 | 7人 | 7人 |
//!   | 初中 | 5人 | 4人 |
//!   | 合计 | 12人 | 12人 |
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县教师队伍建设方案
//! ## 工作目标
//! - 指标：招聘教师
//!   | 学段 | 2024年 | 2025年 |
//!   |---|---|---|
//!   | 小学 | 7人 | 7人 |
//!   | 初中 | 5人 | 4人 |
//!   | 合计 | 12人 | 11人 |
//! ```
//!
//! ## 依据 · Source
//! C164；C165

use crate::calendar::Time;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Baseline, Fund, Point, Quota};
use crate::quantity::{Amount, Decimal, Target, Units};
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q023",
    name: "sum_row_off",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("sum_row_off.rs"),
    run,
};

/// The values of a row by column, whatever the table is of; a column of values without a time has none.
type Row<'p> = Vec<(Column, &'p Spanned<Target>)>;

/// A column of values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    At(Time),
    Value,
    Total,
}

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for sum in plan.quotas.iter().filter(|sum| !sum.sums.is_empty()) {
        let parts = sum.sums.iter().map(|id| quota(&plan.quotas[*id])).collect::<Vec<_>>();
        compare(&context.plan.units, &quota(sum), &parts, out);
    }
    for sum in plan.baselines.iter().filter(|sum| !sum.sums.is_empty()) {
        let parts = sum.sums.iter().map(|id| baseline(&plan.baselines[*id])).collect::<Vec<_>>();
        compare(&context.plan.units, &baseline(sum), &parts, out);
    }
    for sum in plan.funds.iter().filter(|sum| !sum.sums.is_empty()) {
        let parts = sum.sums.iter().map(|id| fund(&plan.funds[*id])).collect::<Vec<_>>();
        compare(&context.plan.units, &fund(sum), &parts, out);
    }
}

fn quota(quota: &Quota) -> Row<'_> {
    row(quota.target.as_ref(), &quota.series, quota.total.as_ref())
}

fn baseline(baseline: &Baseline) -> Row<'_> {
    row(baseline.target.as_ref(), &baseline.series, baseline.total.as_ref())
}

fn fund(fund: &Fund) -> Row<'_> {
    row(fund.amount.as_ref(), &fund.series, None)
}

fn row<'p>(value: Option<&'p Spanned<Target>>, series: &'p [Point], total: Option<&'p Spanned<Target>>) -> Row<'p> {
    let points = series.iter().map(|point| (Column::At(point.time), &point.target));
    let value = value.map(|value| (Column::Value, value));
    points.chain(value).chain(total.map(|total| (Column::Total, total))).collect()
}

fn compare(units: &Units, sum: &Row, parts: &[Row], out: &mut Vec<Diagnostic>) {
    for (column, target) in sum {
        let Some(stated) = number(&target.value) else { continue };
        let of = |part: &Row| part.iter().find(|(own, _)| own == column).map(|(_, target)| target.value.clone());
        // An empty cell adds nothing; a hole or words leave the sum open.
        let cells = parts.iter().filter_map(of).collect::<Vec<_>>();
        let amounts = cells.iter().map(number).collect::<Option<Vec<&Amount>>>();
        let Some(amounts) = amounts.filter(|amounts| amounts.len() > 1) else { continue };
        let is_share = stated.unit.as_ref().is_some_and(|unit| unit.is_percent() || unit.is_points());
        if is_share || !amounts.iter().all(|amount| units.same_kind(amount, stated)) {
            continue;
        }
        let total = amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(units.in_parts(amount)?));
        let off = total.filter(|total| Some(*total) != units.in_parts(stated));
        let Some(total) = off.and_then(|total| units.from_parts(total, stated.unit.as_ref())) else { continue };
        let terms = amounts.iter().map(ToString::to_string).collect::<Vec<_>>().join("＋");
        let message = text!(
            zh: "合计写{stated}，上面各行相加是{total}：{terms}＝{total}",
            en: "the total is given as {stated}, but the rows add up to {total}: {terms}＝{total}"
        );
        let found = RULE.finding(target.span, message);
        out.push(found.help(text!(zh: "改合计，或改各行的数值", en: "change the total, or one of the rows")));
    }
}

fn number(target: &Target) -> Option<&Amount> {
    match target {
        Target::Value(comparison, _) if comparison.is_rough() => None,
        other => other.amount(),
    }
}
