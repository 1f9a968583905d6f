//! Goals, measures and phases: what is to be reached, done, and when.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{self, Holder, Id};

use super::context::Context;
use super::value::{Field, Place, Placed, Reference, Time, Words};

/// 目标: what is to be reached.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Goal {
    /// Its id.
    pub id: String,
    /// The line that declares it.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// The name by which others refer to it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// 责任: who answers for it.
    pub accountable: Field<Vec<Reference>>,
    /// 牵头: who leads.
    pub lead: Field<Vec<Reference>>,
    /// 时限: by when.
    pub due: Field<Option<Placed<Time>>>,
    /// 支撑: the goals it serves.
    pub serves: Field<Vec<Reference>>,
}

/// 措施: what is to be done.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Measure {
    /// Its id.
    pub id: String,
    /// The line that declares it.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// The name by which others refer to it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// 责任: who answers for it.
    pub accountable: Field<Vec<Reference>>,
    /// 牵头: who leads.
    pub lead: Field<Vec<Reference>>,
    /// 配合: who helps.
    pub with: Field<Vec<Reference>>,
    /// 始于: from when.
    pub start: Option<Placed<Time>>,
    /// 时限: by when.
    pub due: Field<Option<Placed<Time>>>,
    /// 支撑: the goals it serves.
    pub serves: Field<Vec<Reference>>,
    /// 成果: what is delivered.
    pub outputs: Vec<Output>,
    /// 严禁: what is forbidden.
    pub forbids: Vec<Words>,
    /// 依据: the documents it rests on, its own or those of what encloses it.
    pub bases: Field<Vec<String>>,
}

/// 成果: what is delivered.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Output {
    /// What it is.
    pub kind: OutputKind,
    /// The words, without 《》.
    pub text: String,
    /// The owner that is set up.
    pub owner: Option<String>,
    /// By when, where that is said of it alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Placed<Time>>,
    /// Where it is written.
    pub place: Place,
}

/// What a measure delivers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutputKind {
    /// A document: 《…》.
    Document,
    /// An owner that it sets up.
    Owner,
    /// Something else.
    Words,
    /// A hole.
    Hole,
}

/// 阶段: a stretch of time with its own work.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Phase {
    /// Its id.
    pub id: String,
    /// The line that declares it.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// The name by which others refer to it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// When it is.
    pub time: Option<Placed<Time>>,
    /// 牵头: who leads.
    pub lead: Field<Vec<Reference>>,
}

/// Every goal.
pub(super) fn goals(context: &Context) -> Vec<Goal> {
    let record = |(id, goal): (Id<plan::Goal>, &plan::Goal)| Goal {
        id: context.names.goals[id].clone(),
        place: context.place(goal.span),
        holder: context.names.holder(goal.holder).to_owned(),
        name: goal.name.value.clone(),
        title: goal.title.value.clone(),
        accountable: context.owner_field(&goal.accountable),
        lead: context.owner_field(&goal.lead),
        due: context.time_field(&goal.due),
        serves: context.goal_field(&goal.serves),
    };
    context.plan.goals.entries().map(record).collect()
}

/// Every measure.
pub(super) fn measures(context: &Context) -> Vec<Measure> {
    let record = |(id, measure): (Id<plan::Measure>, &plan::Measure)| Measure {
        id: context.names.measures[id].clone(),
        place: context.place(measure.span),
        holder: context.names.holder(measure.holder).to_owned(),
        name: measure.name.value.clone(),
        title: measure.title.value.clone(),
        accountable: context.owner_field(&measure.accountable),
        lead: context.owner_field(&measure.lead),
        with: context.owner_field(&measure.with),
        start: context.time(measure.start.as_ref()),
        due: context.time_field(&measure.due),
        serves: context.goal_field(&measure.serves),
        outputs: measure.outputs.iter().map(|output| self::output(context, output)).collect(),
        forbids: context.all_words(&measure.forbids),
        bases: bases(context, Holder::Measure(id)),
    };
    context.plan.measures.entries().map(record).collect()
}

/// The documents that a part rests on.
fn bases(context: &Context, holder: Holder) -> Field<Vec<String>> {
    let (origin, bases) = context.plan.bases_of(holder);
    Field { origin: origin.into(), value: bases.into_iter().map(|id| context.names.bases[id].clone()).collect() }
}

fn output(context: &Context, output: &plan::Output) -> Output {
    let (kind, owner) = match output.kind {
        plan::OutputKind::Document => (OutputKind::Document, None),
        plan::OutputKind::Owner(id) => (OutputKind::Owner, Some(context.names.owners[id].clone())),
        plan::OutputKind::Words => (OutputKind::Words, None),
        plan::OutputKind::Hole => (OutputKind::Hole, None),
    };
    Output {
        kind,
        text: output.text.clone(),
        owner,
        due: context.time(output.due.as_ref()),
        place: context.near(output.span),
    }
}

/// Every phase.
pub(super) fn phases(context: &Context) -> Vec<Phase> {
    let record = |(id, phase): (Id<plan::Phase>, &plan::Phase)| Phase {
        id: context.names.phases[id].clone(),
        place: context.place(phase.span),
        holder: context.names.holder(phase.holder).to_owned(),
        name: phase.name.value.clone(),
        title: phase.title.value.clone(),
        time: context.time(phase.time.as_ref()),
        lead: context.owner_field(&phase.lead),
    };
    context.plan.phases.entries().map(record).collect()
}
