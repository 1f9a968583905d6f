//! 经费没有写明是每年还是一次 · Money that does not say whether once or each year
//!
//! ## 中文
//! “112万元”是一次性的，还是每年都有？差别很大。写“每年”，或写到哪一天为止。措施有时限、方案不超过一年的，不在此列。
//!
//! ## English
//! An amount once, or each year? It makes a great difference. Write the period or a date. Measures with a deadline and plans of
//! a year or less are left alone.
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
    for fund in context.plan.funds.iter().filter(|fund| is_undated(fund) && !is_dated_around(context.plan, fund)) {
        let Some(amount) = &fund.amount else { continue };
        let (name, (value, value_en)) = (&fund.name.value, words(&amount.value));
        let message = text!(
            zh: "经费“{name}”的{value}，没有写明是每年还是一次",
            en: "{value_en} for “{name}”: it is not said whether once or each year"
        );
        out.push(RULE.finding(amount.span, message).help(text!(
            zh: "每年都有的加“，每年”；一次性的写明时间，如“到…年”",
            en: "add “, per 年” if it comes each year, or a date if it comes once"
        )));
    }
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
