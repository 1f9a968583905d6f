//! What encloses what.
//!
//! Takes a holder, gives the holders around it from the inside out, and whether one of them says by when.

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

/// Whether what encloses a place says by when, be it left open.
pub(super) fn is_dated(plan: &Plan, holder: Holder) -> bool {
    outward(plan, holder).any(|at| match at {
        Holder::Measure(id) => plan.measures[id].due.value.is_some() || plan.measures[id].start.is_some(),
        Holder::Phase(id) => plan.phases[id].time.is_some(),
        Holder::Goal(id) => plan.goals[id].due.value.is_some(),
        Holder::Plan => plan.period.is_some(),
        Holder::Section(_) | Holder::Notice(_) | Holder::Owner(_) => false,
    })
}
