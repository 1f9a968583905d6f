//! How far quotas are from the present, and what a change makes of the value it is measured against.
//!
//! A quota has one present: so there are never more of these records than quotas, whatever the plan repeats.

use std::collections::HashMap;

use crate::calendar::{Date, When};
use crate::export::value::{Number, Time};
use crate::plan::{Baseline, Id, Indicator, Quota, Scope};
use crate::quantity::{Amount, Decimal, Direction, Unit, plain, power};
use crate::source::Spanned;

use super::{Context, Implied, ImpliedKind};

/// What is counted, and over what.
type Counted<'a> = (Id<Indicator>, Vec<&'a str>);

fn counted<'a>(indicator: Id<Indicator>, scope: &'a [Scope]) -> Counted<'a> {
    (indicator, scope.iter().map(|scope| scope.value.value.as_str()).collect())
}

/// What each quota with one number needs beyond the value of the same indicator, scope and unit that was counted last.
pub(super) fn gaps(context: &Context) -> Vec<Implied> {
    let plan = context.plan;
    let presents = presents(context);
    let gap = |(id, quota): (Id<Quota>, &Quota)| {
        let asked = quota.target.as_ref()?.value.amount()?;
        let key = (counted(quota.indicator, &quota.scope), asked.unit.as_ref());
        let (_, base_id, have) = *presents.get(&key)?;
        let gap = asked.value.checked_sub(have.value)?;
        let unit = asked.unit.as_ref().map(|unit| if unit.is_percent() { "百分点" } else { unit.word() });
        let how = format!("{} - {}", asked.value, have.value);
        Some(record(context, ImpliedKind::Gap, (id, base_id), Number::worked_out(gap, unit), how))
    };
    plan.quotas.entries().filter_map(gap).collect()
}

/// What was counted, in which unit.
type Measured<'a> = (Counted<'a>, Option<&'a Unit>);

/// The value counted last, and the day until which; of several of one time, and without one, the first as written.
fn presents<'a>(context: &Context<'a>) -> HashMap<Measured<'a>, (Option<Date>, Id<Baseline>, &'a Amount)> {
    let mut latest = HashMap::new();
    for (id, baseline) in context.plan.baselines.entries() {
        let Some(have) = baseline.target.as_ref().and_then(|target| target.value.amount()) else { continue };
        let until = baseline.when.as_ref().and_then(|when| when.value.interval()).map(|time| time.last);
        let key = (counted(baseline.indicator, &baseline.scope), have.unit.as_ref());
        let known = latest.entry(key).or_insert((until, id, have));
        if known.0 < until {
            *known = (until, id, have);
        }
    }
    latest
}

/// The value that a change against a base comes to, where the value of that base is known.
pub(super) fn targets(context: &Context) -> Vec<Implied> {
    let plan = context.plan;
    let mut bases: HashMap<Counted, Vec<(Id<Baseline>, &Baseline)>> = HashMap::new();
    for (id, baseline) in plan.baselines.entries() {
        bases.entry(counted(baseline.indicator, &baseline.scope)).or_default().push((id, baseline));
    }
    let target = |(id, quota): (Id<Quota>, &Quota)| {
        let change = &quota.change.as_ref()?.value;
        let base = change.base.as_ref()?;
        let known = bases.get(&counted(quota.indicator, &quota.scope))?;
        let (base_id, baseline) = *known.iter().find(|(_, baseline)| is_then(baseline, base))?;
        let amount = baseline.number()?;
        let (value, how) = grown(amount, change.by.amount()?, change.direction)?;
        let number = Number::worked_out(value, amount.unit.as_ref().map(|unit| unit.word()));
        let time = quota.when.as_ref().map(|when| Time::new(&when.value.when, when.value.when.to_string()));
        Some(Implied { time, ..record(context, ImpliedKind::Grown, (id, base_id), number, how) })
    };
    plan.quotas.entries().filter_map(target).collect()
}

fn is_then(baseline: &Baseline, base: &Spanned<When>) -> bool {
    let then = baseline.when.as_ref().and_then(|when| when.value.interval());
    matches!((then, base.value.interval()), (Some(then), Some(base)) if base.holds(then))
}

/// `1200 * 1.2`, `1200 * 2`, `51.26 + 2`.
fn grown(base: &Amount, by: &Amount, direction: Direction) -> Option<(Decimal, String)> {
    let word = by.unit.as_ref().map_or("", |unit| unit.word());
    let base_word = base.unit.as_ref().map_or("", |unit| unit.word());
    let signed = if direction == Direction::Up { by.value } else { -by.value };
    let factor = match word {
        "%" => Decimal::ONE.checked_add(signed.checked_div(Decimal::ONE_HUNDRED)?)?,
        "番" => power(Decimal::TWO, u32::try_from(by.value).ok().filter(|times| *times < 32)?)?,
        "倍" => Decimal::ONE.checked_add(signed)?,
        _ if word == base_word || word == "百分点" && base_word == "%" => {
            let sign = if direction == Direction::Up { '+' } else { '-' };
            return Some((base.value.checked_add(signed)?, format!("{} {sign} {}", base.value, by.value)));
        }
        _ => return None,
    };
    Some((base.value.checked_mul(factor)?, format!("{} * {}", base.value, plain(factor))))
}

/// A quota, and the value it is compared with.
fn record(
    context: &Context,
    kind: ImpliedKind,
    (quota, base): (Id<Quota>, Id<Baseline>),
    number: Number,
    how: String,
) -> Implied {
    let of = context.names.quotas[quota].clone();
    let from = vec![of.clone(), context.names.baselines[base].clone()];
    let place = context.place(context.plan.quotas[quota].span);
    Implied { kind, of, number, time: None, every: None, how, from, place }
}
