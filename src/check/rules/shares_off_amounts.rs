//! 金额与占比算不到一起 · Amounts that do not fit their shares
//!
//! ## 中文
//! 甲部分112万元占20%，推出总额560万元；乙部分400万元占80%，推出总额500万元。两个总额应当一样。因四舍五入差出的不算。
//!
//! ## English
//! Each amount with its share says how great the whole is; two parts of one whole have to say the same. What rounding explains
//! is forgiven.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：政府部分 112万元，每年，占绩效奖励基金20%
//! - 经费：教师部分 400万元，每年，占绩效奖励基金80%
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 经费保障
//! - 经费：政府部分 112万元，每年，占绩效奖励基金20%
//! - 经费：教师部分 448万元，每年，占绩效奖励基金80%
//! ```
//!
//! ## 依据 · Source
//! C164；C172

use crate::check::funds::{Part, wholes};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Amount, Comparison, Decimal, Target, last_digit, plain, rounded};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q016",
    name: "shares_off_amounts",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("shares_off_amounts.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for whole in wholes(context.plan) {
        let Some((first, rest)) = whole.parts.split_first() else { continue };
        out.extend(rest.iter().find_map(|part| finding(whole.name, first, part)));
    }
}

fn finding(whole: &str, first: &Part, part: &Part) -> Option<Diagnostic> {
    let (one, other) = (exact(first)?, exact(part)?);
    let (low, high) = totals(one, first.share.percent)?;
    let (least, most) = totals(other, part.share.percent)?;
    let is_one_time =
        first.fund.every.as_ref().map(|every| every.value) == part.fund.every.as_ref().map(|every| every.value);
    if !is_one_time || one.unit != other.unit || low <= most && least <= high {
        return None;
    }
    let (name, before) = (&part.fund.name.value, &first.fund.name.value);
    let total = |amount: &Amount, percent| {
        let whole = amount.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(percent)?;
        Some(Amount::new(plain(rounded(whole, 2)), amount.unit.clone()))
    };
    let (this, that) = (total(other, part.share.percent)?, total(one, first.share.percent)?);
    let (share, other_share) = (plain(part.share.percent), plain(first.share.percent));
    let message = text!(
        zh: "“{whole}”按“{name}”算是{other}÷{share}%＝{this}，按“{before}”算是{one}÷{other_share}%＝{that}",
        en: "by “{name}”, “{whole}” is {other}÷{share}%＝{this}; by “{before}”, {one}÷{other_share}%＝{that}"
    );
    let found = RULE.finding(part.fund.amount.as_ref()?.span, message);
    let found =
        found.related(first.fund.amount.as_ref()?.span, text!(zh: "“{before}”的金额", en: "the amount of “{before}”"));
    Some(found.help(text!(zh: "核对两处的金额和占比", en: "check both amounts and shares")))
}

/// An amount that is meant to be exact.
fn exact<'a>(part: &Part<'a>) -> Option<&'a Amount> {
    match &part.fund.amount.as_ref()?.value {
        Target::Value(Comparison::Planned | Comparison::Exactly, amount) => Some(amount),
        _ => None,
    }
}

/// The least and the greatest whole that an amount and its share allow, both being rounded numbers.
fn totals(amount: &Amount, percent: Decimal) -> Option<(Decimal, Decimal)> {
    let half = |value: Decimal| last_digit(value).checked_div(Decimal::TWO);
    let (near, share) = (half(amount.value)?, half(percent)?);
    let whole = |amount: Decimal, share: Decimal| amount.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(share);
    let low = whole(amount.value.checked_sub(near)?, percent.checked_add(share)?)?;
    let high =
        whole(amount.value.checked_add(near)?, percent.checked_sub(share).filter(|share| share.is_sign_positive())?)?;
    Some((low, high))
}
