//! The rows of the picture: which node stands where, and what is written at the left of it.
//!
//! Takes a graph, gives rows in the order of the plan, cut into sheets.

use crate::graph::layout::{Point, Rect};
use crate::graph::sheet::{Shape, Thing};
use crate::graph::{Graph, NodeKind, lettering};

pub(super) const LABEL: i32 = 226;
pub(super) const LEAD: i32 = 104;
pub(super) const WHEN: i32 = 118;
const FONT: i32 = 13;
const SMALL: i32 = 12;
const LINE: i32 = 17;
const LEAST: i32 = 26;
const HEAD: i32 = 28;

/// A row.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// The name of what follows.
    Head(String),
    /// A node.
    Node(Lettered),
}

/// A node and its words at the left.
#[derive(Clone, Debug)]
pub(super) struct Lettered {
    pub node: usize,
    pub height: i32,
    label: Vec<String>,
    lead: Vec<String>,
    when: Vec<String>,
    note: Option<String>,
}

impl Row {
    pub(super) fn height(&self) -> i32 {
        match self {
            Row::Head(_) => HEAD,
            Row::Node(row) => row.height,
        }
    }
}

/// The rows of each sheet, no higher than `room` in all; a name that ends a sheet begins the next.
pub(super) fn sheets(graph: &Graph, room: i32) -> Vec<Vec<Row>> {
    let mut sheets = vec![Vec::new()];
    let mut used = 0;
    for (group, label) in graph.groups.iter().enumerate() {
        let members = (0..graph.nodes.len()).filter(|&at| graph.nodes[at].group == Some(group));
        let rows: Vec<Row> = members.map(|at| Row::Node(letter(graph, at))).collect();
        if rows.is_empty() {
            continue;
        }
        let mut name = Some(label.label.clone());
        for row in rows {
            let needed = row.height() + if name.is_some() { HEAD } else { 0 };
            if used > 0 && used + needed > room {
                sheets.push(Vec::new());
                used = 0;
                name = Some(name.unwrap_or_else(|| format!("{}（续）", label.label)));
            }
            let Some(sheet) = sheets.last_mut() else { continue };
            if let Some(name) = name.take() {
                sheet.push(Row::Head(name));
                used += HEAD;
            }
            used += row.height();
            sheet.push(row);
        }
    }
    sheets
}

fn letter(graph: &Graph, at: usize) -> Lettered {
    let node = &graph.nodes[at];
    let wrap = |text: &str, font: i32, room: i32| lettering::wrap(text, font, room - 12, 2);
    let is_measure = node.kind == NodeKind::Measure;
    let when = node.time.as_ref().map_or("", |time| &time.words);
    // What comes round by the same rhythm stands in one row, all of it named.
    let most = if node.id.starts_with("rhythm:") { 10 } else { 2 };
    let room = if is_measure { LABEL } else { LABEL + LEAD };
    let label = lettering::wrap(&node.label, FONT, room - 12, most);
    let lead = if is_measure { node.details.first().map_or("", String::as_str) } else { "" };
    let lead = wrap(lead, SMALL, LEAD);
    let when = match node.kind {
        NodeKind::Measure => wrap(when, SMALL, WHEN),
        _ => wrap(node.details.first().map_or("", String::as_str), SMALL, WHEN),
    };
    let lines = label.len().max(lead.len()).max(when.len()).max(1);
    let height = (i32::try_from(lines).unwrap_or(2) * LINE + 9).max(LEAST);
    Lettered { node: at, height, label, lead, when, note: None }
}

impl Lettered {
    /// Says what it waits for on another sheet.
    pub(super) fn note(&mut self, words: &str) {
        let line = lettering::wrap(words, SMALL, LABEL - 12, 1);
        if self.note.is_none() {
            self.height += LINE;
            self.note = line.into_iter().next();
        }
    }

    /// The middle of the row, where its bar is, if the row begins at `y`.
    pub(super) fn middle(&self, y: i32) -> i32 {
        y + self.height / 2
    }

    /// The words at the left.
    pub(super) fn draw(&self, graph: &Graph, left: i32, y: i32) -> Thing {
        let node = &graph.nodes[self.node];
        let mut thing = Thing::plain("row-words");
        thing.hover.clone_from(&node.hover);
        thing.link.clone_from(&node.link);
        let note = i32::from(self.note.is_some()) * LINE;
        let first = |lines: &[String]| {
            let all = i32::try_from(lines.len()).unwrap_or(2) * LINE;
            y + (self.height - note - all) / 2 + 13
        };
        let columns = [
            (left, &self.label, FONT, "node-name"),
            (left + LABEL, &self.lead, SMALL, "small"),
            (left + LABEL + LEAD, &self.when, SMALL, "small"),
        ];
        for (x, lines, font, class) in columns {
            thing =
                thing.lines(lines, Point { x, y: first(lines) }, LINE, |at, text| Shape::words(at, font, class, text));
        }
        if let Some(note) = &self.note {
            thing = thing.with(Shape::words(Point { x: left, y: y + self.height - 8 }, SMALL, "small", note.clone()));
        }
        thing
    }
}

/// The name of a group over the whole width.
pub(super) fn head(label: &str, left: i32, right: i32, y: i32) -> Thing {
    let rect = Rect { x: left - 8, y: y + 2, width: right - left + 8, height: HEAD - 4 };
    let words = lettering::wrap(label, FONT, right - left - 20, 1).into_iter().next().unwrap_or_default();
    Thing::plain("row-head").with(Shape::Box { rect, radius: 4, class: "stripe" }).with(Shape::words(
        Point { x: left, y: y + 19 },
        FONT,
        "group-name",
        words,
    ))
}
