//! 总任务与分年度任务之和不符 · A total that its yearly tasks do not make
//!
//! ## 中文
//! “新建幼儿园36所，到2028年”是总任务，分年度任务相加要等于它。只看新建、培训一类逐年累加的指标。
//!
//! ## English
//! A total to be built by a year is the sum of what is to be built in each. Only what adds up over the years is
//! looked at.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 目标任务
//! - 指标：新建幼儿园 36所，到2028年底
//!
//! ## 工作任务
//! - 指标：新建幼儿园
//!   - 2026年：12所
//!   - 2027年：12所
//!   - 2028年：10所
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 目标任务
//! - 指标：新建幼儿园 34所，到2028年底
//!
//! ## 工作任务
//! - 指标：新建幼儿园
//!   - 2026年：12所
//!   - 2027年：12所
//!   - 2028年：10所
//! ```
//!
//! ## 依据 · Source
//! C164

use std::collections::BTreeMap;

use crate::check::level::{is_flow, title};
use crate::check::movement::scope_key;
use crate::check::times;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Quota, Sense};
use crate::quantity::{Amount, Comparison, Decimal, Target, Units};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q049",
    name: "target_off_series_sum",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("target_off_series_sum.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let plan_end = times::plan_end(plan);
    let flows =
        || plan.quotas.iter().filter(|quota| is_flow(&plan.indicators[quota.indicator]) && quota.table.is_none());
    let mut series: BTreeMap<_, Vec<&Quota>> = BTreeMap::new();
    for quota in flows().filter(|quota| quota.series.len() > 1) {
        // A row of totals is about all rows together.
        let scope = if quota.sums.is_empty() { scope_key(&quota.scope) } else { String::new() };
        series.entry((quota.indicator, scope)).or_default().push(quota);
    }
    for quota in flows().filter(|quota| quota.every.is_none() && quota.by.is_empty()) {
        let (Some(target), Some(when)) = (&quota.target, &quota.when) else { continue };
        let Some([yearly]) = series.get(&(quota.indicator, scope_key(&quota.scope))).map(Vec::as_slice) else {
            continue;
        };
        let (Target::Value(comparison, asked), Some((terms, sum))) = (&target.value, sum(&plan.units, yearly)) else {
            continue;
        };
        let last = yearly.series.last().and_then(|point| point.time.interval());
        let end = times::ending(&when.value.when);
        // A plan that ends in the middle of its last year has nothing after it.
        let is_end = end.is_some_and(|end| plan_end.is_some_and(|last| last.value <= end.last));
        let covers = last.is_some_and(|last| {
            end.is_some_and(|end| end.last >= last.last || is_end && end.last.year() == last.last.year())
        });
        let is_kind = plan.units.same_kind(asked, terms[0]) && when.value.sense == Sense::Until && covers;
        let whole = plan.units.in_parts(asked);
        let differs = match comparison {
            Comparison::AtLeast | Comparison::Reach => whole.is_some_and(|whole| sum < whole),
            Comparison::Exactly | Comparison::Planned => whole.is_some_and(|whole| sum != whole),
            Comparison::Above => whole.is_some_and(|whole| sum <= whole),
            Comparison::AtMost | Comparison::Below | Comparison::About | Comparison::Over | Comparison::Nearly => false,
        };
        if !is_kind || !differs {
            continue;
        }
        let written = terms.iter().map(|term| term.value.to_string()).collect::<Vec<_>>().join("＋");
        let Some(sum) = plan.units.from_parts(sum, asked.unit.as_ref()) else { continue };
        let name = title(quota);
        let message = text!(
            zh: "“{name}”总任务{asked}，分年度任务相加是{sum}：{written}＝{sum}",
            en: "“{name}” is to be {asked} in all, but its years add up to {sum}: {written}＝{sum}"
        );
        let found = RULE.finding(target.span, message);
        let found =
            found.related(yearly.series[0].target.span, text!(zh: "分年度任务从这里起", en: "the years begin here"));
        out.push(found.help(text!(zh: "改总任务，或者改分年度任务", en: "change the total, or one of the years")));
    }
}

/// The values of a series and their sum, if each is a number.
fn sum<'a>(units: &Units, quota: &'a Quota) -> Option<(Vec<&'a Amount>, Decimal)> {
    let number = |target| match target {
        &Target::Value(
            Comparison::Planned | Comparison::Exactly | Comparison::AtLeast | Comparison::Reach,
            ref amount,
        ) => Some(amount),
        _ => None,
    };
    let terms = quota.series.iter().map(|point| number(&point.target.value)).collect::<Option<Vec<_>>>()?;
    let sum = terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(units.in_parts(term)?))?;
    let is_one_kind = terms.windows(2).all(|pair| units.same_kind(pair[0], pair[1]));
    is_one_kind.then_some((terms, sum))
}
