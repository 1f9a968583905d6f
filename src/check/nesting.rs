//! What encloses what.
//!
//! Takes a holder, gives the holders around it from the inside out.

use crate::plan::{Holder, Plan};

/// `holder` and everything that encloses it, from the inside out.
pub(super) fn outward(plan: &Plan, holder: Holder) -> impl Iterator<Item = Holder> + '_ {
    std::iter::successors(Some(holder), |at| match *at {
        Holder::Plan | Holder::Notice(_) | Holder::Owner(_) => None,
        Holder::Section(id) => Some(plan.sections[id].holder),
        Holder::Goal(id) => Some(plan.goals[id].holder),
        Holder::Measure(id) => Some(plan.measures[id].holder),
        Holder::Phase(id) => Some(plan.phases[id].holder),
    })
}
