//! What formulas and parts say of the values of the present.
//!
//! Works out, judges nothing: a value that is not known, or is not one number, gives nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::quantity::{Amount, Comparison, Decimal, Target};

use super::{Baseline, Id, Indicator, Operation, Plan, Scope};

/// A value worked out by the formula of its indicator.
#[derive(Clone, Debug)]
pub struct Reckoned {
    /// How.
    pub operation: Operation,
    /// Of what, in the order of the formula.
    pub terms: Vec<Id<Baseline>>,
    /// The value in the smallest parts of its unit ([`crate::quantity::Units::in_parts`]); of a share, how many of a
    /// hundred; of a product, in its own units. With all the digits there are.
    pub value: Decimal,
}

impl Plan {
    /// What the formula of its indicator makes of the values that stand beside a value of the present.
    pub fn reckoned(&self, id: Id<Baseline>) -> Option<Reckoned> {
        let baseline = &self.baselines[id];
        let reckoning = self.indicators[baseline.indicator].reckoning.as_ref()?;
        let terms = reckoning.terms.iter().map(|term| self.beside(*term, baseline)).collect::<Option<Vec<_>>>()?;
        let values = terms.iter().map(|term| single(&self.baselines[*term])).collect::<Option<Vec<_>>>()?;
        let is_product = reckoning.operation == Operation::Product;
        if !is_product && !values.iter().all(|value| self.units.same_kind(value, values[0])) {
            return None;
        }
        let number = |amount: &&Amount| if is_product { amount.in_base() } else { self.units.in_parts(amount) };
        let mut numbers = values.iter().map(number);
        let first = numbers.next()??;
        let value = numbers.try_fold(first, |value, next| match reckoning.operation {
            Operation::Share => value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(next?),
            Operation::Sum => value.checked_add(next?),
            Operation::Difference => value.checked_sub(next?),
            Operation::Product => value.checked_mul(next?),
        })?;
        Some(Reckoned { operation: reckoning.operation, terms, value })
    }

    /// Each value with its parts (其中); what 口径 declares a part of another one of them is not counted twice: 公办园 lies
    /// in 普惠园, both below 幼儿园.
    pub fn parts(&self) -> BTreeMap<Id<Baseline>, Vec<Id<Baseline>>> {
        let mut wholes: BTreeMap<Id<Baseline>, Vec<Id<Baseline>>> = BTreeMap::new();
        for (id, part) in self.baselines.entries() {
            if let Some(whole) = part.part_of {
                wholes.entry(whole).or_default().push(id);
            }
        }
        for parts in wholes.values_mut() {
            let held = parts.iter().flat_map(|part| &self.indicators[self.baselines[*part].indicator].parts);
            let held = held.copied().collect::<BTreeSet<_>>();
            parts.retain(|part| !held.contains(&self.baselines[*part].indicator));
        }
        wholes
    }

    /// The value of an indicator at the time and in the scope of another.
    fn beside(&self, indicator: Id<Indicator>, other: &Baseline) -> Option<Id<Baseline>> {
        let is_beside = |baseline: &Baseline| {
            baseline.indicator == indicator && same_scope(&baseline.scope, &other.scope) && same_time(baseline, other)
        };
        let mut found = self.baselines.entries().filter(|(_, baseline)| is_beside(baseline));
        let (id, _) = found.next()?;
        found.next().is_none().then_some(id)
    }
}

impl Baseline {
    /// Its value, if it is one number that is meant exactly.
    pub fn number(&self) -> Option<&Amount> {
        single(self)
    }
}

fn single(baseline: &Baseline) -> Option<&Amount> {
    match &baseline.target.as_ref()?.value {
        Target::Value(Comparison::Planned | Comparison::Exactly, amount) => Some(amount),
        _ => None,
    }
}

fn same_scope(one: &[Scope], other: &[Scope]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.value.value == other.value.value)
}

fn same_time(one: &Baseline, other: &Baseline) -> bool {
    let when = |baseline: &Baseline| baseline.when.as_ref().map(|when| when.value.clone());
    when(one) == when(other)
}
