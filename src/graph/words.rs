//! What pictures say of measures, phases and owners.
//!
//! Takes references of the plan, gives words, and which measures a picture shows.

use std::collections::BTreeSet;

use crate::plan::{Holder, Id, Link, Measure, Origin, Plan, Reference, Step};

/// The words of several references; a hole without words is said to be one.
pub(super) fn several<T>(references: &[Reference<T>]) -> String {
    references.iter().map(one).collect::<Vec<_>>().join("、")
}

/// The words of a reference.
pub(super) fn one<T>(reference: &Reference<T>) -> &str {
    match reference.text.trim() {
        "" | "?" | "？" | "tbd" if matches!(reference.link, Link::Hole) => "待定",
        words => words,
    }
}

/// Measures with an order or a lead of their own, and those that others wait for: the rest are parts of these.
pub(super) fn drawn_measures(plan: &Plan) -> BTreeSet<Id<Measure>> {
    let mut drawn = BTreeSet::new();
    for (id, measure) in plan.measures.entries() {
        let is_nested = matches!(measure.holder, Holder::Measure(_));
        let waits = measure.after.iter().chain(&measure.builds_on);
        if !is_nested || waits.clone().next().is_some() || measure.lead.origin == Origin::Stated {
            drawn.insert(id);
        }
        for reference in waits {
            if let Some(Step::Measure(first)) = reference.target() {
                drawn.insert(first);
            }
        }
    }
    drawn
}

/// The title of the nearest section or goal above; a nested measure stands with the one that encloses it.
pub(super) fn enclosing_title(plan: &Plan, holder: Holder) -> Option<String> {
    let mut at = holder;
    loop {
        match at {
            Holder::Section(id) => return Some(plan.sections[id].title.value.clone()),
            Holder::Goal(id) => return Some(plan.goals[id].title.value.clone()),
            Holder::Phase(id) => return Some(plan.phases[id].title.value.clone()),
            Holder::Measure(id) => at = plan.measures[id].holder,
            Holder::Plan | Holder::Notice(_) | Holder::Owner(_) => return None,
        }
    }
}

/// The title of the plan.
pub(super) fn title(plan: &Plan) -> &str {
    plan.title.as_ref().map_or("", |title| title.value.trim())
}
