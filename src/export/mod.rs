//! The plan as data for other programs.
//!
//! Takes the resolved plan and the texts it was read from, gives the published [`Model`] and its JSON. This is the
//! interface others build on, described in `docs/data.md`: [`VERSION`] changes only when a field changes its meaning
//! or goes; fields may be added. Collections keep the order of the plan, ids are readable and unique, nothing depends
//! on a language, a clock or a hash. Its days also come as a calendar ([`ics`]). Never checks anything and never shows a person a page.

mod value;
mod names;
mod context;
mod paper;
mod owner;
mod indicator;
mod step;
mod quota;
mod fact;
mod section;
mod order;
mod implied;
mod schema;
mod agenda;
mod ics;

pub use agenda::{Agenda, agenda};
pub use fact::{Alliance, Basis, Chain, Condition, Fund, Levels, Member, Note, Payer, Report, Set, Share};
pub use ics::ics;
pub use implied::{Implied, ImpliedKind};
pub use indicator::{Bounds, Definition, Indicator, Reckoning};
pub use order::{Dependency, DependencyKind};
pub use owner::{Duty, Group, Owner, Role};
pub use paper::{Head, Notice};
pub use quota::{Baseline, Form, Growth, Point, Quota, Scope, Whole};
pub use schema::schema;
pub use section::{Section, SectionKind};
pub use step::{Goal, Measure, Output, OutputKind, Phase};
pub use value::{
    Deadline, End, Field, Number, OfYear, Origin, Place, Placed, Quantity, Reference, Rhythm, Time, Words,
};

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::Plan;
use crate::source::Sources;
use context::Context;

/// The version of the published model.
///
/// The one place that says it: the export, the schema and its `$id` take it from here.
pub const VERSION: u32 = 1;

/// A 公文 方案 as data: every value as it is written, with its place.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Model {
    /// The version of the model.
    #[schemars(extend("const" = VERSION))]
    pub version: u32,
    /// The plan itself: title, period, who answers for it.
    #[serde(flatten)]
    pub head: Head,
    /// 通知: the papers that issue the plan.
    pub notices: Vec<Notice>,
    /// The headings of the text with their numbers.
    pub sections: Vec<Section>,
    /// 主体: who acts.
    pub owners: Vec<Owner>,
    /// 小组: the seats of the owners that are leading groups.
    pub groups: Vec<Group>,
    /// 职责 of owners.
    pub duties: Vec<Duty>,
    /// 分工: the parts that owners play.
    pub roles: Vec<Role>,
    /// 口径: what is counted.
    pub indicators: Vec<Indicator>,
    /// 定义: thresholds that say what an indicator counts.
    pub definitions: Vec<Definition>,
    /// 目标: what is to be reached.
    pub goals: Vec<Goal>,
    /// 措施: what is to be done.
    pub measures: Vec<Measure>,
    /// 阶段: the phases.
    pub phases: Vec<Phase>,
    /// 指标: values to be reached.
    pub quotas: Vec<Quota>,
    /// 指标: duties that come round.
    pub obligations: Vec<Quota>,
    /// 现状: values of the present.
    pub baselines: Vec<Baseline>,
    /// What comes before what.
    pub dependencies: Vec<Dependency>,
    /// 责任链: who answers to whom.
    pub chains: Vec<Chain>,
    /// 报送: who reports what to whom.
    pub reports: Vec<Report>,
    /// 协同: who acts together.
    pub alliances: Vec<Alliance>,
    /// 层级: the tiers of an administration.
    pub levels: Vec<Levels>,
    /// 经费: money.
    pub funds: Vec<Fund>,
    /// 清单: things announced with their number.
    pub sets: Vec<Set>,
    /// 依据: the documents the plan cites.
    pub bases: Vec<Basis>,
    /// 如…则…: if this, then that.
    pub conditions: Vec<Condition>,
    /// 附注: notes.
    pub notes: Vec<Note>,
    /// 严禁 outside measures: what is forbidden there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forbids: Vec<Note>,
    /// What follows from the rest by exact arithmetic.
    pub implied: Vec<Implied>,
}

/// The published model of a plan.
pub fn model(plan: &Plan, sources: &Sources) -> Model {
    let context = Context::new(plan, sources);
    let (obligations, quotas) = quota::quotas(&context).into_iter().partition(|(duty, _)| *duty);
    let records = |quotas: Vec<(bool, Quota)>| quotas.into_iter().map(|(_, quota)| quota).collect();
    Model {
        version: VERSION,
        head: paper::head(&context),
        notices: paper::notices(&context),
        sections: section::sections(&context),
        owners: owner::owners(&context),
        groups: owner::groups(&context),
        duties: owner::duties(&context),
        roles: owner::roles(&context),
        indicators: indicator::indicators(&context),
        definitions: indicator::definitions(&context),
        goals: step::goals(&context),
        measures: step::measures(&context),
        phases: step::phases(&context),
        quotas: records(quotas),
        obligations: records(obligations),
        baselines: quota::baselines(&context),
        dependencies: order::dependencies(&context),
        chains: fact::chains(&context),
        reports: fact::reports(&context),
        alliances: fact::alliances(&context),
        levels: fact::levels(&context),
        funds: fact::funds(&context),
        sets: fact::sets(&context),
        bases: fact::bases(&context),
        conditions: fact::conditions(&context),
        notes: fact::notes(&context),
        forbids: fact::forbids(&context),
        implied: implied::implied(&context),
    }
}

/// The published model as indented JSON with a final line break.
pub fn json(plan: &Plan, sources: &Sources) -> String {
    // Writing to memory cannot fail, and every key is a string.
    let mut text = serde_json::to_string_pretty(&model(plan, sources)).unwrap_or_default();
    text.push('\n');
    text
}
