//! 经费没有金额 · Money without an amount
//!
//! ## 中文
//! 列了经费而没有金额，预算无从安排。还定不下来的，写“待定”；按公式核定的，写明怎么核定。
//!
//! ## English
//! Money that is announced without an amount cannot be budgeted. If it is still open, write a hole; if it is worked out by a
//! rule, write the rule.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：学前教育取暖费补助，每年，来源县财政
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：学前教育取暖费补助 按年度预算核定，每年，来源县财政
//! - 经费：普通高中超课时补助 60万元，每年，来源县财政
//! ```
//!
//! ## 依据 · Source
//! C89

use std::collections::BTreeMap;

use crate::check::funds::{Whole, wholes};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::plan::Fund;
use crate::quantity::{Amount, plain};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q017",
    name: "fund_amount_missing",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("fund_amount_missing.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let wholes = wholes(context.plan);
    let known: BTreeMap<_, _> = wholes.iter().map(|whole| (whole.name, whole)).collect();
    let funds = context.plan.funds.iter();
    for fund in funds.filter(|fund| fund.amount.is_none() && fund.series.is_empty()) {
        let name = &fund.name.value;
        let message = text!(zh: "经费“{name}”没有金额", en: "no amount is given for “{name}”");
        out.push(RULE.finding(fund.name.span, message).help(help(&known, fund)));
    }
}

fn help(known: &BTreeMap<&str, &Whole>, fund: &Fund) -> Text {
    let (implied, name) = (implied(known, fund), &fund.name.value);
    match implied {
        Some(amount) => text!(
            zh: "按占比推算为{amount}；写出金额，或写明怎么核定",
            en: "its share implies {amount}; write the amount, or how it is worked out"
        ),
        None => text!(
            zh: "写出金额，如“{name} 40万元，每年”；按规定核定的，写明怎么核定；未定的写“待定”",
            en: "write an amount, such as “{name} 40万元, per 年”, or how it is worked out, or ? if it is open"
        ),
    }
}

/// What the amount and share of another part of the same whole make of this one.
fn implied(known: &BTreeMap<&str, &Whole>, fund: &Fund) -> Option<Amount> {
    let share = fund.share.as_ref()?;
    let whole = known.get(share.of.value.as_str())?;
    let known = whole.parts.iter().find(|part| part.fund.amount.is_some())?;
    let amount = known.fund.amount.as_ref()?.value.amount()?;
    let value = amount.value.checked_mul(share.percent)?.checked_div(known.share.percent)?;
    Some(Amount::new(plain(value.round_dp(2)), amount.unit.clone()))
}
