//! 经费没有写明是每年还是一次 · Money that does not say whether once or each year
//!
//! ## 中文
//! “112万元”是一次性的，还是每年都有？差别很大。写“每年”，或写到哪一天为止。措施有时限、方案不超过一年的，不在此列；同
//! 一笔钱的各部分，有的写每年、有的没写，仍要写明。
//!
//! ## English
//! An amount once, or each year? It makes a great difference. Write the period or a date. Measures with a deadline and plans of
//! a year or less are left alone, unless another part of the same sum is said to come each year.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：绩效奖励基金 112万元，来源县财政
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：绩效奖励基金 112万元，每年，来源县财政
//! ```
//!
//! ## 依据 · Source
//! C172；平安S3-220

use std::collections::BTreeMap;

use crate::check::words::words;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Fund, Holder, Plan};
use crate::quantity::Target;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q018",
    name: "fund_period_missing",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("fund_period_missing.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let yearly = yearly(context.plan);
    for fund in context.plan.funds.iter().filter(|fund| fund.part_of.is_none() && is_undated(fund)) {
        let Some(amount) = &fund.amount else { continue };
        let beside = beside(&yearly, fund);
        if beside.is_none() && is_dated_around(context.plan, fund) {
            continue;
        }
        let (name, (value, value_en)) = (&fund.name.value, words(&amount.value));
        let message = text!(
            zh: "经费“{name}”的{value}，没有写明是每年还是一次",
            en: "{value_en} for “{name}”: it is not said whether once or each year"
        );
        let mut found = RULE.finding(amount.span, message);
        if let Some(other) = beside {
            found = found.related(
                other.span,
                text!(zh: "同一笔钱的这一部分写了周期", en: "this part of the same sum says how often"),
            );
        }
        out.push(found.help(text!(
            zh: "每年都有的加“，每年”；一次性的写明时间，如“到…年”",
            en: "add “, per 年” if it comes each year, or a date if it comes once"
        )));
    }
}

/// The money that comes round, by the sum that it is a part of.
fn yearly(plan: &Plan) -> BTreeMap<&str, &Fund> {
    let parts = plan.funds.iter().filter(|fund| fund.every.is_some());
    parts.rev().filter_map(|fund| Some((fund.share.as_ref()?.of.value.as_str(), fund))).collect()
}

/// Another part of the same sum that comes round: then this one does not come once.
fn beside<'a>(yearly: &BTreeMap<&str, &'a Fund>, fund: &Fund) -> Option<&'a Fund> {
    yearly.get(fund.share.as_ref()?.of.value.as_str()).copied()
}

/// Whether it has an amount in numbers, but no time; when it begins says neither.
fn is_undated(fund: &Fund) -> bool {
    let amount = fund.amount.as_ref().map(|amount| &amount.value);
    let is_number = matches!(amount, Some(Target::Value(..) | Target::Range(..)));
    is_number && fund.every.is_none() && fund.when.is_none() && fund.series.is_empty()
}

/// Whether what encloses it says when: the deadline of its measure, the time of its phase, the period of the plan.
fn is_dated_around(plan: &Plan, fund: &Fund) -> bool {
    let period = plan.period.as_ref().and_then(|period| period.value.interval());
    if period.is_some_and(|period| period.days() <= 366) {
        return true;
    }
    match fund.holder {
        Holder::Measure(id) => plan.measures[id].due.value.is_some(),
        Holder::Goal(id) => plan.goals[id].due.value.is_some(),
        Holder::Phase(id) => plan.phases[id].time.is_some(),
        _ => plan.period.is_some(),
    }
}
