//! The plan as a tree of titles.
//!
//! Takes a piece of the text, gives what sections, goals, measures and phases have in common; writes nothing.

use crate::calendar::When;
use crate::numbering::{Mark, MarkKind};
use crate::plan::{Holder, Part, Plan, Prose};

/// A section, goal, measure or phase.
#[derive(Clone, Copy)]
pub(super) struct Node<'p> {
    /// Which one it is.
    pub holder: Holder,
    /// Its title.
    pub title: &'p str,
    /// Whether a heading declares it, not a data line.
    pub is_heading: bool,
    /// When it is, if it is a phase.
    pub time: Option<&'p When>,
    /// Its text.
    pub body: &'p [Part],
}

impl<'p> Node<'p> {
    /// The title without a number that its author typed; 第一章 belongs to its words.
    pub fn words(&self) -> &'p str {
        match Mark::read_title(self.title) {
            Some((mark, taken)) if mark.kind != MarkKind::Chapter => &self.title[taken..],
            _ => self.title,
        }
    }
}

/// The holder that a piece of the text is, if it is a node.
pub(super) fn holder(part: &Part) -> Option<Holder> {
    match *part {
        Part::Section(id) => Some(Holder::Section(id)),
        Part::Goal(id) => Some(Holder::Goal(id)),
        Part::Measure(id) => Some(Holder::Measure(id)),
        Part::Phase(id) => Some(Holder::Phase(id)),
        Part::Fact(_) | Part::Prose(_) | Part::Grid(_) => None,
    }
}

/// The node a piece of the text is, if it is one.
pub(super) fn node<'p>(plan: &'p Plan, part: &Part) -> Option<Node<'p>> {
    at(plan, holder(part)?)
}

/// The node that a holder is; none for the plan, a notice and an owner.
pub(super) fn at(plan: &Plan, holder: Holder) -> Option<Node<'_>> {
    let (title, is_heading, time) = match holder {
        Holder::Section(id) => (&plan.sections[id].title, true, None),
        Holder::Goal(id) => (&plan.goals[id].title, plan.goals[id].level.is_some(), None),
        Holder::Measure(id) => (&plan.measures[id].title, plan.measures[id].level.is_some(), None),
        Holder::Phase(id) => {
            let phase = &plan.phases[id];
            (&phase.title, phase.level.is_some(), phase.time.as_ref())
        }
        Holder::Plan | Holder::Notice(_) | Holder::Owner(_) => return None,
    };
    let (title, time, body) = (title.value.trim(), time.map(|time| &time.value), body(plan, holder));
    Some(Node { holder, title, is_heading, time, body })
}

/// The text of a holder; none of an owner.
pub(super) fn body(plan: &Plan, holder: Holder) -> &[Part] {
    match holder {
        Holder::Plan => &plan.body,
        Holder::Notice(index) => plan.notices.get(index).map_or(&[], |notice| &notice.body),
        Holder::Section(id) => &plan.sections[id].body,
        Holder::Goal(id) => &plan.goals[id].body,
        Holder::Measure(id) => &plan.measures[id].body,
        Holder::Phase(id) => &plan.phases[id].body,
        Holder::Owner(_) => &[],
    }
}

/// The texts of the nodes of a text, in order.
pub(super) fn below<'p>(plan: &'p Plan, text: &'p [Part]) -> impl Iterator<Item = &'p [Part]> {
    text.iter().filter_map(holder).map(|holder| body(plan, holder))
}

/// The nodes of a text, in order.
pub(super) fn nodes<'p>(plan: &'p Plan, body: &'p [Part]) -> impl Iterator<Item = Node<'p>> {
    body.iter().filter_map(|part| node(plan, part))
}

/// The paragraphs of a text, those of its nodes left out.
pub(super) fn paragraphs(body: &[Part]) -> impl Iterator<Item = &Prose> {
    body.iter().filter_map(|part| match part {
        Part::Prose(prose) => Some(prose),
        _ => None,
    })
}
