//! What formulas and parts make of the values of the present.

use crate::export::value::Number;
use crate::plan::Operation;
use crate::quantity::{Amount, Decimal, rounded};
use crate::source::Span;

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
