//! 每学期与每学年的要求不一致 · A duty asked for per term and per year
//!
//! ## 中文
//! 同一项工作、同一个人，一处写每学期20节，一处写每学年30节，折算不一致的，要统一。一学年两个学期。
//!
//! ## English
//! One duty of one owner, asked for per term here and per year there, has to come to the same: a school year has two
//! terms.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县教育局：澜平县教育局
//!   - 校长，岗位
//!
//! ## 措施：完善听课制度
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 指标：听课 不少于20节，每学期，由校长
//! - 指标：听课 不少于30节，每学年，由校长
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县教育局：澜平县教育局
//!   - 校长，岗位
//!
//! ## 措施：完善听课制度
//! - 牵头：县教育局
//! - 时限：2026年12月底
//! - 指标：听课 不少于20节，每学期，由校长
//! - 指标：听课 不少于40节，每学年，由校长
//! ```
//!
//! ## 依据 · Source
//! C158；周期互相印证

use std::collections::BTreeMap;

use crate::calendar::Unit;
use crate::check::movement::scope_key;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Quota;
use crate::quantity::{Comparison, Decimal, Target, plain};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q048",
    name: "duty_rates_differ",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("duty_rates_differ.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<_, (&Quota, Decimal)> = BTreeMap::new();
    for quota in context.plan.quotas.iter().filter(|quota| !quota.by.is_empty() && quota.change.is_none()) {
        let Some(yearly) = yearly(quota) else { continue };
        let by: Vec<_> = quota.by.iter().map(|owner| owner.text.as_str()).collect();
        let each: Vec<_> = quota.per_member.iter().map(|member| member.value.as_str()).collect();
        let of = quota.of.as_ref().map(|of| of.value.as_str());
        let key = (quota.indicator, scope_key(&quota.scope), by, each, of);
        let Some((first, other)) = seen.get(&key) else {
            seen.insert(key, (quota, yearly));
            continue;
        };
        let is_same_rhythm =
            first.every.as_ref().map(|every| every.value) == quota.every.as_ref().map(|every| every.value);
        if *other == yearly || is_same_rhythm {
            continue;
        }
        let (Some(one), Some(two)) = (words(first), words(quota)) else { continue };
        let (name, before, after) = (&quota.name.value, worked(first, *other), worked(quota, yearly));
        let message = text!(
            zh: "“{name}”{two}，合每年{after}；前面写{one}，合每年{before}",
            en: "“{name}”: {two} makes {after} a year, but {one} makes {before}"
        );
        let span = quota.target.as_ref().map_or(quota.span, |target| target.span);
        let found = RULE.finding(span, message);
        let place = first.target.as_ref().map_or(first.span, |target| target.span);
        let found = found.related(place, text!(zh: "前面写在这里", en: "written before here"));
        out.push(found.help(text!(zh: "两处折算一致，或者只留一处", en: "make them agree, or keep one")));
    }
}

/// How much a duty makes in a year; `None` if its rhythm does not divide one.
fn yearly(quota: &Quota) -> Option<Decimal> {
    let count = quota.every.as_ref()?.value.count;
    let Target::Value(Comparison::AtLeast | Comparison::Reach | Comparison::Planned | Comparison::Exactly, amount) =
        &quota.target.as_ref()?.value
    else {
        return None;
    };
    amount.value.checked_mul(Decimal::from(times(quota)?))?.checked_div(Decimal::from(count.max(1)))
}

/// How many of its units a year has.
fn times(quota: &Quota) -> Option<i16> {
    match quota.every.as_ref()?.value.unit {
        Unit::Year | Unit::SchoolYear => Some(1),
        Unit::Term | Unit::HalfYear => Some(2),
        Unit::Quarter => Some(4),
        Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month => None,
    }
}

/// What a duty makes in a year, worked out: `20×2＝40`.
fn worked(quota: &Quota, yearly: Decimal) -> String {
    let yearly = plain(yearly);
    let amount = quota.target.as_ref().and_then(|target| target.value.amount()).map(|amount| plain(amount.value));
    match (amount, times(quota), quota.every.as_ref().map(|every| every.value.count)) {
        (Some(amount), Some(times), Some(1)) if times > 1 => format!("{amount}×{times}＝{yearly}"),
        _ => yearly.to_string(),
    }
}

fn words(quota: &Quota) -> Option<String> {
    Some(format!("{}{}", quota.every.as_ref()?.value, quota.target.as_ref()?.value))
}
