//! What pictures say of measures, phases, owners and values.
//!
//! Takes references and values of the plan, gives words, and which measures a picture shows.

use std::collections::BTreeSet;

use crate::plan::{Change, Holder, Id, Link, Measure, Origin, OwnerRef, Plan, Quota, Reference, Step};
use crate::quantity::{Comparison, Decimal, Direction, Target, Unit};

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

/// A value; nothing can be above all of a thing, so that 不低于100% is 100%.
pub(super) fn target(target: &Target) -> String {
    match target {
        Target::Value(Comparison::AtLeast, amount)
            if amount.value == Decimal::ONE_HUNDRED && amount.unit.as_ref().is_some_and(Unit::is_percent) =>
        {
            amount.to_string()
        }
        other => other.to_string(),
    }
}

/// A change: 提高不少于1个百分点.
pub(super) fn change(change: &Change) -> String {
    let is_points = change.by.amount().and_then(|amount| amount.unit.as_ref()).is_some_and(Unit::is_points);
    let way = match change.direction {
        Direction::Up if is_points => "提高",
        Direction::Up => "增长",
        Direction::Down => "下降",
    };
    format!("{way}{}", change.by)
}

/// Who does a duty: those it names, else those of what it stands in.
pub(super) fn doers<'a>(plan: &'a Plan, quota: &'a Quota) -> &'a [OwnerRef] {
    match quota.holder {
        _ if !quota.by.is_empty() => &quota.by,
        Holder::Measure(id) => &plan.measures[id].lead.value,
        Holder::Goal(id) => &plan.goals[id].lead.value,
        Holder::Phase(id) => &plan.phases[id].lead.value,
        Holder::Plan | Holder::Notice(_) | Holder::Section(_) | Holder::Owner(_) => &[],
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
