//! What formulas and parts make of the values of the present, and what growth makes of them.

use crate::calendar::When;
use crate::export::value::{Number, Time};
use crate::plan::{Baseline, Operation, Quota};
use crate::quantity::{Amount, Decimal, Direction, plain, rounded};
use crate::source::{Span, Spanned};

use super::{Context, Implied, ImpliedKind};

/// How many digits a share has where none is written to compare with.
const DIGITS: u32 = 2;

/// What each formula gives, at the digits of the value that is written; a share as many of a hundred.
pub(super) fn reckoned(context: &Context) -> Vec<Implied> {
    let plan = context.plan;
    let found = plan.baselines.entries().filter_map(|(id, baseline)| {
        let reckoned = plan.reckoned(id)?;
        let sign = match reckoned.operation {
            Operation::Share => " / ",
            Operation::Sum => " + ",
            Operation::Difference => " - ",
            Operation::Product => " * ",
        };
        let amounts = reckoned.terms.iter().filter_map(|term| plan.baselines[*term].number());
        let how = amounts.map(|amount| amount.value.to_string()).collect::<Vec<_>>().join(sign);
        let digits = baseline.number().map_or(DIGITS, |amount| amount.value.scale());
        let unit = baseline.number().and_then(|amount| amount.unit.as_ref());
        let value = match reckoned.operation {
            Operation::Share => rounded(reckoned.value, digits),
            Operation::Sum | Operation::Difference => plan.units.from_parts(reckoned.value, unit)?.value,
            Operation::Product => reckoned.value,
        };
        let unit = unit.map(|unit| unit.word());
        let from = reckoned.terms.iter().map(|term| context.names.baselines[*term].clone()).collect();
        Some(record(
            context,
            ImpliedKind::Reckoned,
            &context.names.baselines[id],
            value,
            unit,
            how,
            from,
            baseline.span,
        ))
    });
    found.collect()
}

/// The sum of the parts of a value, and what is left of it.
pub(super) fn parts(context: &Context) -> Vec<Implied> {
    let plan = context.plan;
    let mut found = Vec::new();
    for (id, ids) in plan.parts() {
        let whole = &plan.baselines[id];
        let amounts = ids.iter().map(|part| plan.baselines[*part].number()).collect::<Option<Vec<&Amount>>>();
        let (Some(amounts), Some(own)) = (amounts, whole.number()) else { continue };
        let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount.value));
        let Some(sum) = sum.filter(|_| amounts.iter().all(|amount| amount.unit == own.unit)) else { continue };
        let terms = amounts.iter().map(|amount| amount.value.to_string()).collect::<Vec<_>>();
        let unit = own.unit.as_ref().map(|unit| unit.word());
        let name = &context.names.baselines[id];
        let from: Vec<String> = ids.iter().map(|id| context.names.baselines[*id].clone()).collect();
        found.push(record(context, ImpliedKind::Sum, name, sum, unit, terms.join(" + "), from.clone(), whole.span));
        if let Some(rest) = own.value.checked_sub(sum).filter(|rest| *rest > Decimal::ZERO) {
            let how = format!("{} - {}", own.value, terms.join(" - "));
            found.push(record(context, ImpliedKind::Rest, name, rest, unit, how, from, whole.span));
        }
    }
    found
}

/// The value that a change against a base comes to, where the value of that base is known.
pub(super) fn targets(context: &Context) -> Vec<Implied> {
    let plan = context.plan;
    let mut found = Vec::new();
    for (id, quota) in plan.quotas.entries() {
        let Some(change) = &quota.change else { continue };
        let Some(base) = &change.value.base else { continue };
        let baseline = plan.baselines.entries().find(|(_, baseline)| is_base(baseline, quota, base));
        let Some((base_id, amount)) = baseline.and_then(|(id, baseline)| Some((id, baseline.number()?))) else {
            continue;
        };
        let Some(by) = change.value.by.amount() else { continue };
        let Some((value, how)) = grown(amount, by, change.value.direction) else { continue };
        let from = vec![context.names.quotas[id].clone(), context.names.baselines[base_id].clone()];
        let unit = amount.unit.as_ref().map(|unit| unit.word());
        let mut implied =
            record(context, ImpliedKind::Grown, &context.names.quotas[id], value, unit, how, from, quota.span);
        implied.time = quota.when.as_ref().map(|when| Time::new(&when.value.when, when.value.when.to_string()));
        found.push(implied);
    }
    found
}

fn is_base(baseline: &Baseline, quota: &Quota, base: &Spanned<When>) -> bool {
    let is_then = baseline.when.as_ref().is_some_and(|when| match (when.value.interval(), base.value.interval()) {
        (Some(then), Some(base)) => base.holds(then),
        _ => false,
    });
    let values = |scope: &[crate::plan::Scope]| scope.iter().map(|scope| scope.value.value.clone()).collect::<Vec<_>>();
    is_then && baseline.indicator == quota.indicator && values(&baseline.scope) == values(&quota.scope)
}

/// `1200 * 1.2`, `1200 * 2`, `51.26 + 2`.
fn grown(base: &Amount, by: &Amount, direction: Direction) -> Option<(Decimal, String)> {
    let word = by.unit.as_ref().map_or("", |unit| unit.word());
    let base_word = base.unit.as_ref().map_or("", |unit| unit.word());
    let signed = if direction == Direction::Up { by.value } else { -by.value };
    let factor = match word {
        "%" => Decimal::ONE.checked_add(signed.checked_div(Decimal::ONE_HUNDRED)?)?,
        "番" => crate::quantity::power(Decimal::TWO, u32::try_from(by.value).ok().filter(|times| *times < 32)?)?,
        "倍" => Decimal::ONE.checked_add(signed)?,
        _ if word == base_word || word == "百分点" && base_word == "%" => {
            let sign = if direction == Direction::Up { '+' } else { '-' };
            return Some((base.value.checked_add(signed)?, format!("{} {sign} {}", base.value, by.value)));
        }
        _ => return None,
    };
    Some((base.value.checked_mul(factor)?, format!("{} * {}", base.value, plain(factor))))
}

#[expect(clippy::too_many_arguments, reason = "the fields of a record, in their order")]
fn record(
    context: &Context,
    kind: ImpliedKind,
    of: &str,
    value: Decimal,
    unit: Option<&str>,
    how: String,
    from: Vec<String>,
    span: Span,
) -> Implied {
    let number = Number::worked_out(value, unit);
    Implied { kind, of: of.to_owned(), number, time: None, every: None, how, from, place: context.place(span) }
}
