//! The sheets of the picture: head, bands, rows, lines, today.
//!
//! Takes a graph, gives sheets that each have the axis and the phases at their head.

use std::collections::BTreeMap;

use crate::graph::layout::{Point, Rect};
use crate::graph::sheet::{SHEET_HEIGHT, Shape, Sheet, Thing};
use crate::graph::{Days, Graph, NodeKind, lettering};

use super::axis::{Axis, GUTTER};
use super::bars::bar;
use super::rows::{self, LABEL, LEAD, Row, WHEN};
use super::wires::{Placed, wire};

const MARGIN: i32 = 24;
const BAND: i32 = 36;
const BAND_FONT: i32 = 12;
const MOST: i32 = 150;

pub(super) fn draw(graph: &Graph, today: Option<i32>, width: i32) -> Vec<Sheet> {
    let left = MARGIN + LABEL + LEAD + WHEN;
    let Some(days) = range(graph) else { return vec![undated(graph)] };
    let axis = Axis::new(days, left, width - left - MARGIN - GUTTER);
    let bands = bands(graph, &axis);
    let head = axis.head() + i32::try_from(bands.len()).unwrap_or(0) * BAND;
    let whole = rows::sheets(graph, SHEET_HEIGHT * MOST / 100 - head);
    let sheets = if whole.len() == 1 { whole } else { rows::sheets(graph, SHEET_HEIGHT - head) };
    let sheets = noted(graph, sheets);
    sheets.iter().map(|rows| Drawn { graph, axis, bands: &bands, today, width }.sheet(rows)).collect()
}

/// From the first to the last day that anything is dated to.
fn range(graph: &Graph) -> Option<Days> {
    let times = graph.nodes.iter().filter_map(|node| node.time.as_ref());
    let days = times.flat_map(|time| {
        let marks = time.marks.iter().map(|mark| Some(Days::one(mark.days.last)));
        [time.start, time.end].into_iter().chain(marks).flatten().collect::<Vec<_>>()
    });
    days.reduce(Days::joined)
}

/// What is said of a plan without dates.
fn undated(graph: &Graph) -> Sheet {
    let words = if graph.nodes.is_empty() { "没有措施和阶段" } else { "没有写明时间" };
    let thing = Thing::plain("empty").with(Shape::words(Point { x: MARGIN, y: 60 }, 14, "node-name", words));
    let sheet = Sheet { width: 420, height: 90, things: vec![thing] };
    sheet.fitted(MARGIN)
}

/// The phases, those that overlap below one another.
fn bands(graph: &Graph, axis: &Axis) -> Vec<Vec<(usize, i32, i32)>> {
    let mut lanes: Vec<Vec<(usize, i32, i32)>> = Vec::new();
    for (at, node) in graph.nodes.iter().enumerate().filter(|(_, node)| node.kind == NodeKind::Phase) {
        let Some(time) = &node.time else { continue };
        let Some(days) = time.start.into_iter().chain(time.end).reduce(Days::joined) else { continue };
        let last = if time.end.is_some() { axis.end(days.last) } else { axis.right() };
        let (from, to) = (axis.start(days.first), last);
        let is_free = |lane: &&mut Vec<(usize, i32, i32)>| {
            lane.iter().all(|&(_, first, last)| to <= first + 1 || last <= from + 1)
        };
        match lanes.iter_mut().find(is_free) {
            Some(lane) => lane.push((at, from, to)),
            None => lanes.push(vec![(at, from, to)]),
        }
    }
    lanes
}

/// The rows with what each waits for on another sheet.
fn noted(graph: &Graph, mut sheets: Vec<Vec<Row>>) -> Vec<Vec<Row>> {
    let mut sheet_of = BTreeMap::new();
    for (number, rows) in sheets.iter().enumerate() {
        for row in rows {
            if let Row::Node(row) = row {
                sheet_of.insert(row.node, number);
            }
        }
    }
    let mut notes: BTreeMap<usize, String> = BTreeMap::new();
    for edge in &graph.edges {
        let (from, to) = (sheet_of.get(&edge.from), sheet_of.get(&edge.to));
        // Phases are bands and never rows: what waits for one says so.
        if to.is_some() && from != to {
            notes.entry(edge.to).or_insert_with(|| format!("待：{}", graph.nodes[edge.from].label));
        }
    }
    for row in sheets.iter_mut().flatten() {
        if let Row::Node(row) = row
            && let Some(words) = notes.get(&row.node)
        {
            row.note(words);
        }
    }
    sheets
}

struct Drawn<'a> {
    graph: &'a Graph,
    axis: Axis,
    bands: &'a [Vec<(usize, i32, i32)>],
    today: Option<i32>,
    width: i32,
}

impl Drawn<'_> {
    fn sheet(&self, rows: &[Row]) -> Sheet {
        let mut sheet = Sheet { width: self.width, ..Sheet::default() };
        let top = MARGIN / 2;
        let lanes = i32::try_from(self.bands.len()).unwrap_or(0) * BAND;
        let first = top + self.axis.head() + lanes + 4;
        let bottom = first + rows.iter().map(Row::height).sum::<i32>();
        sheet.things.extend(self.axis.draw(top, bottom));
        self.bands(&mut sheet, top + self.axis.head(), bottom);
        let mut heads = Thing::plain("heads");
        for (x, word) in [(MARGIN, "措施"), (MARGIN + LABEL, "牵头"), (MARGIN + LABEL + LEAD, "时限")] {
            heads.shapes.push(Shape::words(Point { x, y: first - 12 }, 13, "column", word));
        }
        sheet.things.push(heads);
        let mut placed = BTreeMap::new();
        let mut y = first;
        for row in rows {
            match row {
                Row::Head(label) => sheet.things.push(rows::head(label, MARGIN, self.width - MARGIN, y)),
                Row::Node(row) => {
                    sheet.things.push(row.draw(self.graph, MARGIN, y));
                    let (thing, rect) = bar(row.node, &self.graph.nodes[row.node], &self.axis, row.middle(y));
                    sheet.things.push(thing);
                    if let Some(bar) = rect {
                        placed.insert(row.node, Placed { bar, top: y, bottom: y + row.height });
                    }
                }
            }
            y += row.height();
        }
        self.wires(&mut sheet, &placed);
        if let Some(today) = self.today.and_then(|day| self.axis.today(day, top, bottom)) {
            sheet.things.push(today);
        }
        sheet.fitted(MARGIN)
    }

    /// Each phase as a band at the head and a tint below it.
    fn bands(&self, sheet: &mut Sheet, top: i32, bottom: i32) {
        let mut tints = Vec::new();
        let mut count = 0;
        for (lane, phases) in (0i32..).zip(self.bands) {
            for &(node, from, to) in phases {
                let y = top + lane * BAND + 4;
                let node_of = &self.graph.nodes[node];
                let tone = if count % 2 == 0 { "tone-0" } else { "tone-1" };
                count += 1;
                let rect = Rect { x: from + 1, y, width: (to - from - 2).max(2), height: BAND - 6 };
                let mut thing = Thing::node(node, format!("band {tone}"));
                thing.hover.clone_from(&node_of.hover);
                thing.link.clone_from(&node_of.link);
                thing = thing.with(Shape::Box { rect, radius: 4, class: "card" });
                let lines = lettering::wrap(&node_of.label, BAND_FONT, rect.width - 6, 2);
                if rect.width > 3 * BAND_FONT {
                    let first = rect.center().y + if lines.len() > 1 { -2 } else { 4 };
                    let at = Point { x: rect.center().x, y: first };
                    thing = thing.lines(&lines, at, 14, |at, text| Shape::centered(at, BAND_FONT, "band-name", text));
                }
                if lane == 0 {
                    let below =
                        Rect { x: from, y: rect.bottom() + 2, width: to - from, height: bottom - rect.bottom() - 2 };
                    tints.push(Thing::plain(format!("tint {tone}")).with(Shape::Box {
                        rect: below,
                        radius: 0,
                        class: "tint",
                    }));
                }
                sheet.things.push(thing);
            }
        }
        sheet.things.splice(0..0, tints);
    }

    fn wires(&self, sheet: &mut Sheet, placed: &BTreeMap<usize, Placed>) {
        let all: Vec<Placed> = placed.values().copied().collect();
        for (at, edge) in self.graph.edges.iter().enumerate() {
            let (Some(&from), Some(&to)) = (placed.get(&edge.from), placed.get(&edge.to)) else { continue };
            let points = wire(from, to, &all, &self.axis);
            let class = match edge.kind {
                crate::graph::EdgeKind::BuildsOn => "wire builds-on",
                _ => "wire",
            };
            let line = Shape::Line { points, curve: None, head: true, class: "wire-line" };
            sheet.things.push(Thing::edge(at, class, line));
        }
    }
}
