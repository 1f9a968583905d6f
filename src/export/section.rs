//! The headings of the text as a tree, with the numbers an official document gives them.
//!
//! Goals, measures and phases that stand under a heading are headings too; those declared by a data line are not.

use schemars::JsonSchema;
use serde::Serialize;

use crate::plan::{Part, Plan};
use crate::quantity::han_ordinal;
use crate::source::Span;

use super::context::Context;
use super::value::Place;

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Section {
    /// Its id, or that of the goal, measure or phase it opens.
    pub id: String,
    /// Where it is written.
    pub place: Place,
    /// What it opens.
    pub kind: SectionKind,
    /// How deep it stands, from 1.
    pub level: usize,
    /// Its number: `一、`, `（一）`, `1.`, `（1）`; null below the fourth level.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// The headings below it.
    pub sections: Vec<Section>,
}

/// What a heading opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionKind {
    /// A plain section.
    Section,
    /// 目标: what is to be reached.
    Goal,
    /// 措施: what is to be done.
    Measure,
    /// 阶段: a stretch of time with its own work.
    Phase,
}

/// The headings of the plan.
pub(super) fn sections(context: &Context) -> Vec<Section> {
    below(context, &context.plan.body, 1)
}

fn below(context: &Context, body: &[Part], level: usize) -> Vec<Section> {
    let headings = body.iter().filter_map(|part| heading(context, part));
    let record = |(index, heading): (usize, Heading)| Section {
        id: heading.id.to_owned(),
        place: context.place(heading.span),
        kind: heading.kind,
        level,
        number: number(level, index + 1),
        title: heading.title.to_owned(),
        sections: below(context, heading.body, level + 1),
    };
    headings.enumerate().map(record).collect()
}

struct Heading<'a> {
    id: &'a str,
    kind: SectionKind,
    title: &'a str,
    span: Span,
    body: &'a [Part],
}

fn heading<'a>(context: &'a Context, part: &Part) -> Option<Heading<'a>> {
    let plan: &Plan = context.plan;
    let names = &context.names;
    Some(match part {
        Part::Section(id) => {
            let section = &plan.sections[*id];
            let (title, span, body) = (&section.title.value, section.title.span, &section.body);
            Heading { id: &names.sections[*id], kind: SectionKind::Section, title, span, body }
        }
        Part::Goal(id) if plan.goals[*id].level.is_some() => {
            let goal = &plan.goals[*id];
            let (title, span, body) = (&goal.title.value, goal.span, &goal.body);
            Heading { id: &names.goals[*id], kind: SectionKind::Goal, title, span, body }
        }
        Part::Measure(id) if plan.measures[*id].level.is_some() => {
            let measure = &plan.measures[*id];
            let (title, span, body) = (&measure.title.value, measure.span, &measure.body);
            Heading { id: &names.measures[*id], kind: SectionKind::Measure, title, span, body }
        }
        Part::Phase(id) if plan.phases[*id].level.is_some() => {
            let phase = &plan.phases[*id];
            let (title, span, body) = (&phase.title.value, phase.span, &phase.body);
            Heading { id: &names.phases[*id], kind: SectionKind::Phase, title, span, body }
        }
        _ => return None,
    })
}

/// GB/T 9704—2012, 7.3.3.
fn number(level: usize, index: usize) -> Option<String> {
    Some(match level {
        1 => format!("{}、", han_ordinal(index)),
        2 => format!("（{}）", han_ordinal(index)),
        3 => format!("{index}."),
        4 => format!("（{index}）"),
        _ => return None,
    })
}
