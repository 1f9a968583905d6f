//! Which units there are, what they count and what they are worth in one another.
//!
//! Takes the units as they are defined, gives a table that turns an amount into the smallest parts of its kind, which
//! are whole: 15亩 and 1公顷 are then the same number. 万 and 亿 are factors of every unit. What of the definitions
//! cannot hold is given back as [`UnitFault`]s, by number; the table stands without it.

mod convert;

use std::collections::BTreeMap;

use super::fraction::{divided, exact_product};
use super::{Amount, Decimal, Unit};

pub use convert::{Conflict, UnitFault};

/// A unit as it is defined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitDefinition {
    /// Its name, then its other names.
    pub names: Vec<String>,
    /// What one of it is worth, each in another unit.
    pub worth: Vec<Amount>,
    /// The things that are counted by it.
    pub counts: Vec<String>,
}

/// The kind of all ratios.
const RATIO: &str = ":";
/// A number that the other side of any usual ratio divides: every number up to 40, with halves.
const WHOLE_RATIO: i64 = 5_342_931_457_063_200;

/// The units of a plan.
#[derive(Clone, Debug, Default)]
pub struct Units {
    /// Each unit by each of its names.
    words: BTreeMap<String, usize>,
    units: Vec<Known>,
}

#[derive(Clone, Debug)]
struct Known {
    /// Its name, then its other names.
    names: Vec<String>,
    /// The name of the first unit that converts into it.
    kind: String,
    /// How many of the smallest parts of its kind it holds.
    parts: Decimal,
    counts: Vec<String>,
}

impl Units {
    /// The table of these units, and what of them cannot hold. Of two that share a name the first has it.
    pub fn of(definitions: &[UnitDefinition]) -> (Self, Vec<UnitFault>) {
        let mut words = BTreeMap::new();
        for (index, unit) in definitions.iter().enumerate() {
            for name in &unit.names {
                words.entry(name.clone()).or_insert(index);
            }
        }
        let mut table = Self { words, units: Vec::new() };
        let (worth, faults) = convert::worth(definitions, &table);
        for (unit, (first, parts)) in definitions.iter().zip(worth) {
            let name = |unit: &UnitDefinition| unit.names.first().cloned().unwrap_or_default();
            let kind = definitions.get(first).map(name).unwrap_or_default();
            table.units.push(Known { names: unit.names.clone(), kind, parts, counts: unit.counts.clone() });
        }
        (table, faults)
    }

    /// The number of the unit that is meant, and the factor that 万 or 亿 before it stand for.
    fn find(&self, unit: &Unit) -> Option<(Decimal, usize)> {
        if let Some(index) = self.words.get(unit.word()) {
            return Some((Decimal::ONE, *index));
        }
        let (factor, word) = unit.base();
        let plain = self.words.get(word).or_else(|| self.words.get(word.strip_prefix('个')?));
        let found = plain.copied().or_else(|| self.split(word).map(|(index, _)| index));
        found.map(|index| (factor, index))
    }

    /// A counter and the thing behind it that it counts: `所学校`.
    fn split<'a>(&self, word: &'a str) -> Option<(usize, &'a str)> {
        let ends = word.char_indices().map(|(at, _)| at).skip(1);
        ends.filter_map(|at| {
            let (counter, thing) = word.split_at(at);
            let index = *self.words.get(counter)?;
            self.units.get(index)?.counts.iter().any(|counted| counted == thing).then_some((index, thing))
        })
        .last()
    }

    /// Whether it is a unit of the table, 万 and 亿 aside.
    pub fn is_known(&self, unit: &Unit) -> bool {
        unit.ratio().is_some() || self.find(unit).is_some()
    }

    /// What is counted: the same for all units that convert into each other.
    pub fn kind<'a>(&'a self, unit: &'a Unit) -> &'a str {
        match self.find(unit) {
            _ if unit.ratio().is_some() => RATIO,
            Some((_, index)) => &self.units[index].kind,
            None => unit.base().1,
        }
    }

    /// Whether both units measure the same thing.
    pub fn are_alike(&self, one: &Unit, other: &Unit) -> bool {
        self.kind(one) == self.kind(other)
    }

    /// Whether both amounts can be compared.
    pub fn same_kind(&self, one: &Amount, other: &Amount) -> bool {
        let kind = |amount: &Amount| amount.unit.as_ref().map(|unit| self.kind(unit).to_owned());
        kind(one) == kind(other)
    }

    /// How many of the smallest parts of its kind one of the unit holds, 万 and 亿 multiplied out.
    fn parts(&self, unit: &Unit) -> Option<Decimal> {
        if let Some(other) = unit.ratio() {
            return divided(Decimal::from(WHOLE_RATIO), other);
        }
        match self.find(unit) {
            Some((factor, index)) => exact_product(factor, self.units[index].parts),
            None => Some(unit.base().0),
        }
    }

    /// The amount in the smallest parts of its kind; `None` if it would not fit.
    pub fn in_parts(&self, amount: &Amount) -> Option<Decimal> {
        match &amount.unit {
            Some(unit) => exact_product(amount.value, self.parts(unit)?),
            None => Some(amount.value),
        }
    }

    /// So many of the smallest parts as an amount in a unit; `None` if its digits have no end.
    pub fn from_parts(&self, parts: Decimal, unit: Option<&Unit>) -> Option<Amount> {
        let value = match unit {
            Some(_) if parts.is_zero() => Decimal::ZERO,
            Some(unit) => divided(parts.abs(), self.parts(unit)?)?,
            None => parts,
        };
        let value = if parts.is_sign_negative() && unit.is_some() { -value } else { value };
        Some(Amount::new(value, unit.cloned()))
    }

    /// The counters of a thing by all their names, in the order they are defined.
    pub fn counters(&self, thing: &str) -> Vec<&str> {
        let counts = |unit: &&Known| unit.counts.iter().any(|counted| counted == thing);
        self.units.iter().filter(counts).flat_map(|unit| unit.names.iter().map(String::as_str)).collect()
    }

    /// The counter that a unit is; `None` if it is no unit that counts things.
    pub fn counter(&self, unit: &Unit) -> Option<&str> {
        let (_, index) = self.find(unit)?;
        let unit = &self.units[index];
        unit.names.first().filter(|_| !unit.counts.is_empty()).map(String::as_str)
    }

    /// Whether a unit counts a thing.
    pub fn counts(&self, unit: &Unit, thing: &str) -> bool {
        self.find(unit).is_some_and(|(_, index)| self.units[index].counts.iter().any(|counted| counted == thing))
    }

    /// Everything that some unit counts.
    pub fn things(&self) -> impl Iterator<Item = &str> {
        self.units.iter().flat_map(|unit| unit.counts.iter().map(String::as_str))
    }

    /// Every name of every unit.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }
}
