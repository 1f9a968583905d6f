//! What is done when, and what waits for what.
//!
//! Takes a plan, gives its measures, phases and goals as steps with names, times and the edges between them.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::When;
use crate::graph::order::cycles;
use crate::plan::{Plan, Step, StepRef};
use crate::source::{Span, Spanned};

/// Why one step comes after another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// 前置: the other is finished before it begins.
    After,
    /// 依托: the other exists before.
    BuildsOn,
}

/// One step waits for another.
#[derive(Clone, Copy)]
pub(super) struct Edge<'a> {
    /// What waits.
    pub from: Step,
    /// What it waits for.
    pub to: Step,
    /// Why.
    pub bond: Bond,
    /// The name that says so.
    pub reference: &'a StepRef,
}

/// Every edge between steps of the plan, measures first, in the order written.
pub(super) fn edges(plan: &Plan) -> Vec<Edge<'_>> {
    let measures = plan.measures.entries().map(|(id, measure)| (Step::Measure(id), &measure.after, &measure.builds_on));
    let phases = plan.phases.entries().map(|(id, phase)| (Step::Phase(id), &phase.after, &phase.builds_on));
    let mut all = Vec::new();
    for (from, after, builds_on) in measures.chain(phases) {
        let bonds =
            after.iter().map(|each| (Bond::After, each)).chain(builds_on.iter().map(|each| (Bond::BuildsOn, each)));
        let known =
            bonds.filter_map(|(bond, reference)| reference.target().map(|to| Edge { from, to, bond, reference }));
        all.extend(known);
    }
    all
}

/// The rings in which steps wait for each other, each as its edges in the order of the path.
pub(super) fn rings<'a, 'p>(edges: &'a [Edge<'p>]) -> Vec<Vec<&'a Edge<'p>>> {
    // Mostly every step waits for what stands before it, and then none waits for itself.
    if edges.iter().all(|edge| edge.to < edge.from) {
        return Vec::new();
    }
    let steps: BTreeSet<Step> = edges.iter().flat_map(|edge| [edge.from, edge.to]).collect();
    let number_of: BTreeMap<Step, usize> = steps.into_iter().enumerate().map(|(number, step)| (step, number)).collect();
    let pairs: Vec<_> = edges.iter().map(|edge| (number_of[&edge.from], number_of[&edge.to])).collect();
    // The first of two equal edges is the one to show.
    let edge_of: BTreeMap<_, _> = pairs.iter().copied().zip(edges).rev().collect();
    let ring = |path: Vec<usize>| {
        let next = path.iter().cycle().skip(1);
        path.iter().zip(next).filter_map(|(from, to)| edge_of.get(&(*from, *to)).copied()).collect()
    };
    cycles(number_of.len(), &pairs).into_iter().map(ring).collect()
}

/// The title of a step and where it is declared.
pub(super) fn name(plan: &Plan, step: Step) -> &Spanned<String> {
    match step {
        Step::Measure(id) => &plan.measures[id].title,
        Step::Phase(id) => &plan.phases[id].title,
        Step::Goal(id) => &plan.goals[id].title,
    }
}

/// By when a step is done: its deadline, or the time of a phase.
pub(super) fn due(plan: &Plan, step: Step) -> Option<(&When, Span)> {
    let when = match step {
        Step::Measure(id) => plan.measures[id].due.value.as_ref(),
        Step::Phase(id) => plan.phases[id].time.as_ref(),
        Step::Goal(id) => plan.goals[id].due.value.as_ref(),
    };
    when.map(|when| (&when.value, when.span))
}

/// When a step begins, if that is written.
pub(super) fn start(plan: &Plan, step: Step) -> Option<(&When, Span)> {
    let when = match step {
        Step::Measure(id) => plan.measures[id].start.as_ref(),
        Step::Phase(id) => plan.phases[id].time.as_ref(),
        Step::Goal(_) => None,
    };
    when.map(|when| (&when.value, when.span))
}
