//! What comes before what, from every place that says so, as one list.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Member, OwnerRef, StepRef, Thing};
use crate::source::Span;

use super::context::Context;
use super::value::{End, Place};

/// One comes before another.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Dependency {
    /// How.
    pub kind: DependencyKind,
    /// What comes first, or encloses.
    pub from: End,
    /// What follows, or is enclosed.
    pub to: End,
    /// Where it is written.
    pub place: Place,
}

/// How one comes before another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DependencyKind {
    /// 前置: `from` is finished before `to` begins.
    After,
    /// 依托: `from` exists before `to`.
    BuildsOn,
    /// 先经: `from` approves `to`.
    Approved,
    /// 上位: `from`, a document, covers a time in which `to` lies.
    Within,
}

/// Every dependency: those of notices, measures, phases, then documents.
pub(super) fn dependencies(context: &Context) -> Vec<Dependency> {
    let plan = context.plan;
    let mut list = List { context, found: Vec::new() };
    for (notice, id) in plan.notices.iter().zip(&context.names.notices) {
        let name = notice.number.as_ref().map_or(id.as_str(), |number| &number.value);
        let to = record(id, name);
        list.approved(&notice.approved, &to);
        list.steps(DependencyKind::After, &notice.after, &to);
    }
    for (id, measure) in plan.measures.entries() {
        let to = record(&context.names.measures[id], &measure.name.value);
        list.approved(&measure.approved, &to);
        list.steps(DependencyKind::After, &measure.after, &to);
        list.steps(DependencyKind::BuildsOn, &measure.builds_on, &to);
    }
    for (id, phase) in plan.phases.entries() {
        let to = record(&context.names.phases[id], &phase.name.value);
        list.steps(DependencyKind::After, &phase.after, &to);
        list.steps(DependencyKind::BuildsOn, &phase.builds_on, &to);
    }
    list.sequences();
    list.documents();
    list.found
}

struct List<'a> {
    context: &'a Context<'a>,
    found: Vec<Dependency>,
}

impl List<'_> {
    fn approved(&mut self, owners: &[OwnerRef], to: &End) {
        for owner in owners {
            let from = self.context.owner(owner).value;
            self.push(DependencyKind::Approved, from, to.clone(), owner.span);
        }
    }

    fn steps(&mut self, kind: DependencyKind, steps: &[StepRef], to: &End) {
        for step in steps {
            let from = self.context.step(step).value;
            self.push(kind, from, to.clone(), step.span);
        }
    }

    /// Members of ordered sets that are words; those that are measures or phases have said so above.
    fn sequences(&mut self) {
        let context = self.context;
        let end = |member: &Member| {
            let id = member.thing.map(|thing| context.names.thing(thing).to_owned());
            End { id, text: member.text.clone(), outside: false, hole: member.is_hole, unresolved: false }
        };
        for set in context.plan.sets.iter().filter(|set| set.is_ordered) {
            for pair in set.members.windows(2) {
                let [before, after] = pair else { continue };
                let is_step = |member: &Member| matches!(member.thing, Some(Thing::Measure(_) | Thing::Phase(_)));
                if !(is_step(before) && is_step(after)) {
                    self.push(DependencyKind::After, end(before), end(after), after.span);
                }
            }
        }
    }

    /// The documents of the level above that say what time they cover.
    fn documents(&mut self) {
        let title = self.context.plan.title.as_ref().map_or("", |title| &title.value);
        for (id, basis) in self.context.plan.bases.entries() {
            let is_above = basis.relation.as_ref().is_some_and(|relation| relation.value == "上位");
            if is_above && basis.time.is_some() {
                let from = record(&self.context.names.bases[id], &basis.title.value);
                self.push(DependencyKind::Within, from, record("plan", title), basis.span);
            }
        }
    }

    fn push(&mut self, kind: DependencyKind, from: End, to: End, span: Span) {
        self.found.push(Dependency { kind, from, to, place: self.context.place(span) });
    }
}

fn record(id: &str, text: &str) -> End {
    End { id: Some(id.to_owned()), text: text.to_owned(), outside: false, hole: false, unresolved: false }
}
