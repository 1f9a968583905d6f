//! Money that is part of a greater sum.
//!
//! Takes a plan, gives the sums of which two parts or more are stated with their shares. Words no finding.

use std::collections::BTreeMap;

use crate::plan::{Fund, Plan, Share};
use crate::quantity::{Decimal, plain};

/// A sum and its parts, in the order written; two at least.
pub(super) struct Whole<'a> {
    /// What the sum is called.
    pub(super) name: &'a str,
    /// The parts.
    pub(super) parts: Vec<Part<'a>>,
}

/// A part of a sum.
pub(super) struct Part<'a> {
    /// The money.
    pub(super) fund: &'a Fund,
    /// Its share.
    pub(super) share: &'a Share,
}

/// Every sum of a plan that comes in parts. What is given at different times is not one sum.
pub(super) fn wholes(plan: &Plan) -> Vec<Whole<'_>> {
    let mut wholes: BTreeMap<_, Vec<Part>> = BTreeMap::new();
    for fund in plan.funds.iter() {
        let Some(share) = &fund.share else { continue };
        let when = fund.when.as_ref().map(|when| when.value.when.to_string());
        wholes.entry((share.of.value.as_str(), when)).or_default().push(Part { fund, share });
    }
    let parted = wholes.into_iter().filter(|(_, parts)| parts.len() > 1);
    parted.map(|((name, _), parts)| Whole { name, parts }).collect()
}

impl<'a> Whole<'a> {
    /// The shares added up; `None` if they would not fit.
    pub(super) fn sum(&self) -> Option<Decimal> {
        self.parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.share.percent))
    }

    /// The shares as a sum: `20%＋70%`.
    pub(super) fn written(&self) -> String {
        self.parts.iter().map(|part| format!("{}%", plain(part.share.percent))).collect::<Vec<_>>().join("＋")
    }

    /// The shares, the last first.
    pub(super) fn shares(&self) -> impl Iterator<Item = &'a Share> {
        self.parts.iter().rev().map(|part| part.share)
    }
}
