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

/// Whether a piece of the text is a node.
pub(super) fn is_node(part: &Part) -> bool {
    matches!(part, Part::Section(_) | Part::Goal(_) | Part::Measure(_) | Part::Phase(_))
}

/// The node a piece of the text is, if it is one.
pub(super) fn node<'p>(plan: &'p Plan, part: &Part) -> Option<Node<'p>> {
    let holder = match *part {
        Part::Section(id) => Holder::Section(id),
        Part::Goal(id) => Holder::Goal(id),
        Part::Measure(id) => Holder::Measure(id),
        Part::Phase(id) => Holder::Phase(id),
        Part::Fact(_) | Part::Prose(_) | Part::Grid(_) => return None,
    };
    at(plan, holder)
}

/// The node that a holder is; none for the plan, a notice and an owner.
pub(super) fn at(plan: &Plan, holder: Holder) -> Option<Node<'_>> {
    let (title, is_heading, time, body) = match holder {
        Holder::Section(id) => (&plan.sections[id].title, true, None, &plan.sections[id].body),
        Holder::Goal(id) => (&plan.goals[id].title, plan.goals[id].level.is_some(), None, &plan.goals[id].body),
        Holder::Measure(id) => {
            (&plan.measures[id].title, plan.measures[id].level.is_some(), None, &plan.measures[id].body)
        }
        Holder::Phase(id) => {
            let phase = &plan.phases[id];
            (&phase.title, phase.level.is_some(), phase.time.as_ref(), &phase.body)
        }
        Holder::Plan | Holder::Notice(_) | Holder::Owner(_) => return None,
    };
    Some(Node { holder, title: title.value.trim(), is_heading, time: time.map(|time| &time.value), body })
}

/// The text of a holder; none of an owner.
pub(super) fn body(plan: &Plan, holder: Holder) -> &[Part] {
    match holder {
        Holder::Plan => &plan.body,
        Holder::Notice(index) => plan.notices.get(index).map_or(&[], |notice| &notice.body),
        holder => at(plan, holder).map_or(&[], |node| node.body),
    }
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
