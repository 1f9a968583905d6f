//! From what units are worth in one another to whole numbers of common parts.

use super::{UnitDefinition, Units};
use crate::quantity::fraction::{Fraction, common, whole};
use crate::quantity::{Amount, Decimal};

/// A conversion that cannot hold: which unit, which of its conversions, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFault {
    /// The number of the unit.
    pub unit: usize,
    /// The number of the conversion.
    pub conversion: usize,
    /// Why it cannot hold.
    pub conflict: Conflict,
}

/// Why a conversion cannot hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// It names no unit, or is not above zero.
    Empty,
    /// No unit has this name.
    Unknown(String),
    /// A unit is worth a number of itself.
    Itself,
    /// Other conversions say otherwise.
    Contradiction {
        /// How many of the other unit those make it.
        implied: String,
        /// Those conversions, by number of unit and conversion.
        through: Vec<(usize, usize)>,
        /// Whether they lead from the other unit back to this one.
        is_ring: bool,
    },
    /// The numbers are too great to be kept exactly.
    TooLarge,
}

/// A conversion: one of the first unit is so many of the second.
struct Edge {
    from: usize,
    to: usize,
    at: (usize, usize),
}

/// For every unit the first of its kind and how many of the smallest parts it holds; and what cannot hold.
pub(super) fn worth(definitions: &[UnitDefinition], table: &Units) -> (Vec<(usize, Decimal)>, Vec<UnitFault>) {
    let mut forest = Forest::new(definitions.len());
    let (mut edges, mut faults) = (Vec::new(), Vec::new());
    for (from, unit) in definitions.iter().enumerate() {
        for (conversion, amount) in unit.worth.iter().enumerate() {
            let joined = read(amount, table).and_then(|(to, ratio)| {
                forest.join(from, to, ratio, &edges)?;
                Ok(Edge { from, to, at: (from, conversion) })
            });
            match joined {
                Ok(edge) => edges.push(edge),
                Err(conflict) => faults.push(UnitFault { unit: from, conversion, conflict }),
            }
        }
    }
    (forest.parts(), faults)
}

/// The unit that an amount names, and how many of it there are.
fn read(amount: &Amount, table: &Units) -> Result<(usize, Fraction), Conflict> {
    let Some(unit) = &amount.unit else { return Err(Conflict::Empty) };
    let Some(number) = Fraction::of(amount.value) else { return Err(Conflict::Empty) };
    let (factor, to) = match table.words.get(unit.word()) {
        Some(index) => (Decimal::ONE, *index),
        None => {
            let (factor, word) = unit.base();
            let index = table.words.get(word).ok_or_else(|| Conflict::Unknown(word.to_owned()))?;
            (factor, *index)
        }
    };
    let ratio = Fraction::of(factor).and_then(|factor| factor.times(number)).ok_or(Conflict::TooLarge)?;
    Ok((to, ratio))
}

/// The units in trees, each with its worth in the unit above it.
struct Forest {
    above: Vec<(usize, Fraction)>,
    size: Vec<usize>,
}

impl Forest {
    fn new(count: usize) -> Self {
        Self { above: (0..count).map(|unit| (unit, Fraction::ONE)).collect(), size: vec![1; count] }
    }

    /// The unit at the top, and how many of it this one is. Never deep: the lesser tree goes below the greater.
    fn top(&self, unit: usize) -> Option<(usize, Fraction)> {
        let (mut at, mut ratio) = (unit, Fraction::ONE);
        loop {
            let (above, worth) = self.above[at];
            if above == at {
                return Some((at, ratio));
            }
            (at, ratio) = (above, ratio.times(worth)?);
        }
    }

    /// Takes in that one of `from` is `ratio` of `to`.
    fn join(&mut self, from: usize, to: usize, ratio: Fraction, edges: &[Edge]) -> Result<(), Conflict> {
        if from == to {
            return if ratio == Fraction::ONE { Ok(()) } else { Err(Conflict::Itself) };
        }
        let tops = self.top(from).zip(self.top(to));
        let ((one, one_ratio), (other, other_ratio)) = tops.ok_or(Conflict::TooLarge)?;
        if one == other {
            let implied = one_ratio.times(other_ratio.inverse()).ok_or(Conflict::TooLarge)?;
            if implied == ratio {
                return Ok(());
            }
            let (through, is_ring) = way(from, to, edges);
            return Err(Conflict::Contradiction { implied: implied.to_string(), through, is_ring });
        }
        // 1 from = one_ratio × one = ratio × other_ratio × other.
        let one_in_other = ratio.times(other_ratio).and_then(|worth| worth.times(one_ratio.inverse()));
        let one_in_other = one_in_other.ok_or(Conflict::TooLarge)?;
        let (lower, upper, worth) = match self.size[one] <= self.size[other] {
            true => (one, other, one_in_other),
            false => (other, one, one_in_other.inverse()),
        };
        self.above[lower] = (upper, worth);
        self.size[upper] += self.size[lower];
        Ok(())
    }

    /// For every unit the first of its tree and how many of the smallest common parts it holds. Where these are too
    /// many to be counted exactly, each unit stands for itself.
    fn parts(&self) -> Vec<(usize, Decimal)> {
        let tops: Vec<_> = (0..self.above.len()).map(|unit| self.top(unit)).collect();
        let mut trees: Vec<Vec<(usize, Fraction)>> = vec![Vec::new(); self.above.len()];
        for (unit, top) in tops.iter().enumerate() {
            let (top, ratio) = top.unwrap_or((unit, Fraction::ONE));
            trees[top].push((unit, ratio));
        }
        let mut parts: Vec<_> = (0..self.above.len()).map(|unit| (unit, Decimal::ONE)).collect();
        for tree in trees {
            let Some(counts) = counts(&tree) else { continue };
            let first = tree.iter().map(|(unit, _)| *unit).min().unwrap_or_default();
            for ((unit, _), count) in tree.iter().zip(counts) {
                parts[*unit] = (first, count);
            }
        }
        parts
    }
}

/// The ratios as whole numbers of one part.
fn counts(tree: &[(usize, Fraction)]) -> Option<Vec<Decimal>> {
    let least = tree
        .iter()
        .try_fold(1_u128, |least, (_, ratio)| least.checked_mul(ratio.under / common(least, ratio.under)))?;
    let whole_numbers = tree.iter().map(|(_, ratio)| ratio.over.checked_mul(least / ratio.under));
    let whole_numbers: Vec<_> = whole_numbers.collect::<Option<_>>()?;
    let shared = whole_numbers.iter().fold(0, |shared, number| common(shared, *number)).max(1);
    whole_numbers.into_iter().map(|number| whole(number / shared)).collect()
}

/// The conversions that join two units, and whether they all lead from `to` to `from`.
fn way(from: usize, to: usize, edges: &[Edge]) -> (Vec<(usize, usize)>, bool) {
    let mut reached = vec![(to, None)];
    let mut next = 0;
    while let Some(&(unit, _)) = reached.get(next) {
        if unit == from {
            break;
        }
        for (index, edge) in edges.iter().enumerate() {
            let other = match unit {
                _ if edge.from == unit => edge.to,
                _ if edge.to == unit => edge.from,
                _ => continue,
            };
            if reached.iter().all(|(known, _)| *known != other) {
                reached.push((other, Some((next, index))));
            }
        }
        next += 1;
    }
    let (mut through, mut is_ring) = (Vec::new(), true);
    let mut at = next;
    while let Some(&(unit, Some((before, edge)))) = reached.get(at) {
        is_ring &= edges[edge].to == unit;
        through.push(edges[edge].at);
        at = before;
    }
    through.reverse();
    (through, is_ring)
}
