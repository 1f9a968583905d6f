//! The numbers of headings.
//!
//! Takes the tree, gives each node its level, its mark and the anchor of links to it. Levels count nesting, not `#`.
//! A data line that stands alone, or beside headings, is no list and has no mark; nor has a heading below the first
//! level that stands alone: there is no （一） without （二）.

use crate::numbering::{Mark, MarkKind};
use crate::plan::{Holder, Inline, Part, Plan};
use crate::quantity::han_ordinal;

use super::tree::{self, Node};

/// Where a node stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// How deep, from 1.
    pub level: u8,
    /// Its mark; empty for a data line that is in no list, and below the fourth level.
    pub mark: String,
    /// How many bytes of its title are that mark, as its author typed it.
    pub typed: usize,
    /// Where links to it lead.
    pub anchor: String,
}

/// Where links to the parts of a plan lead in its document.
#[derive(Debug)]
pub struct Anchors(Outline);

impl Anchors {
    /// Those of a plan.
    pub fn of_plan(plan: &Plan) -> Self {
        Self(Outline::of(plan))
    }

    /// The anchor of the heading or the line that says something.
    pub fn anchor(&self, holder: Holder) -> Option<&str> {
        self.0.place(holder).map(|place| place.anchor.as_str())
    }
}

/// The places of all nodes: of sections, goals, measures and phases, each in the order of the plan.
#[derive(Debug)]
pub(super) struct Outline([Vec<Option<Place>>; 4]);

impl Outline {
    /// Numbers every node of a plan and of its notices.
    pub(super) fn of(plan: &Plan) -> Self {
        let counts = [plan.sections.len(), plan.goals.len(), plan.measures.len(), plan.phases.len()];
        let mut outline = Self(counts.map(|count| vec![None; count]));
        outline.number(plan, &plan.body, 1, &mut "s".to_owned());
        for (index, notice) in plan.notices.iter().enumerate() {
            outline.number(plan, &notice.body, 1, &mut format!("n{}-", index + 1));
        }
        outline
    }

    /// Where a node stands.
    pub(super) fn place(&self, holder: Holder) -> Option<&Place> {
        let (kind, index) = key(holder)?;
        self.0[kind].get(index)?.as_ref()
    }

    /// Numbers what stands in a text; the path is given back as it was.
    fn number(&mut self, plan: &Plan, body: &[Part], level: u8, path: &mut String) {
        let nodes: Vec<Node> = tree::nodes(plan, body).collect();
        let is_list = nodes.len() > 1 && nodes.iter().all(|node| !node.is_heading);
        let is_alone = level > 1 && nodes.iter().filter(|node| node.is_heading).count() == 1;
        let (mut count, mut typed_before) = (0, body.iter());
        for (index, node) in nodes.iter().enumerate() {
            // （一） that a paragraph above has typed is not given again.
            let prose = typed_before.by_ref().take_while(|part| tree::holder(part).is_none());
            if is_list || node.is_heading {
                count = prose
                    .filter_map(typed_number(level))
                    .fold(count, |count, number| if number == count + 1 { number } else { count });
            } else {
                prose.for_each(drop);
            }
            let above = path.len();
            path.push_str(&(index + 1).to_string());
            let anchor = path.clone();
            path.push('-');
            self.number(plan, node.body, level.saturating_add(1), path);
            path.truncate(above);
            let is_numbered = is_list || node.is_heading;
            count += usize::from(is_numbered);
            let (mark, typed) = match Mark::read_title(node.title) {
                _ if !is_numbered => (String::new(), 0),
                None if is_alone => (String::new(), 0),
                Some((own, typed)) if is_alone && is_due(own, level, count) => (String::new(), typed),
                None => (mark(level, count), 0),
                Some((own, typed)) if is_due(own, level, count) => (mark(level, count), typed),
                // A title that brings another number keeps it.
                Some(_) => (String::new(), 0),
            };
            let place = key(node.holder).and_then(|(kind, index)| self.0[kind].get_mut(index));
            if let Some(place) = place {
                *place = Some(Place { level, mark, typed, anchor });
            }
        }
    }
}

/// The mark of a heading.
pub(super) fn mark(level: u8, number: usize) -> String {
    match level {
        1 => [&han_ordinal(number), "、"].concat(),
        2 => ["（", &han_ordinal(number), "）"].concat(),
        3 => [&number.to_string(), "."].concat(),
        4 => ["（", &number.to_string(), "）"].concat(),
        _ => String::new(),
    }
}

/// The number that a paragraph begins with, if it is one of the level.
fn typed_number(level: u8) -> impl Fn(&Part) -> Option<usize> {
    move |part| {
        let Part::Prose(prose) = part else { return None };
        let Some(Inline::Text(words)) = prose.inlines.first() else { return None };
        let (own, _) = Mark::read(words.value.trim_start())?;
        is_due(own, level, own.number).then_some(own.number)
    }
}

/// Whether a typed number is the one its place gives, in whatever writing.
fn is_due(own: Mark, level: u8, number: usize) -> bool {
    let kind = match level {
        1 => MarkKind::Han,
        2 => MarkKind::HanBracket,
        3 => MarkKind::Arabic,
        4 => MarkKind::ArabicBracket,
        _ => return false,
    };
    own.kind == kind && own.number == number
}

fn key(holder: Holder) -> Option<(usize, usize)> {
    match holder {
        Holder::Section(id) => Some((0, id.index())),
        Holder::Goal(id) => Some((1, id.index())),
        Holder::Measure(id) => Some((2, id.index())),
        Holder::Phase(id) => Some((3, id.index())),
        Holder::Plan | Holder::Notice(_) | Holder::Owner(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn marks_follow_the_four_levels() {
        let marks = [mark(1, 11), mark(2, 2), mark(3, 3), mark(4, 4), mark(5, 5)];
        assert_eq!(marks, ["十一、", "（二）", "3.", "（4）", ""]);
    }
}
