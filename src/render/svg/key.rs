//! The key to a picture on sheets: only what there is in it.
//!
//! Takes a picture, gives samples with their names, in rows.

use super::legend::ROW;
use super::sheets;
use crate::graph::layout::{Axis, Point, Rect};
use crate::graph::sheet::{Shape, Thing};
use crate::graph::{EdgeKind, Flag, Graph, Kind, NodeKind, Picture, lettering};
use crate::render::element::Element;

const SAMPLE: i32 = 34;
const FONT: i32 = 12;
const GAP: i32 = 22;

/// The key in rows no wider than `room`, and the height it takes.
pub(super) fn draw(entries: &[Entry], (left, top): (i32, i32), room: i32) -> (Element, i32) {
    let mut group = Element::new("g").class("legend");
    if entries.is_empty() {
        return (group, 0);
    }
    let (mut x, mut y) = (left, top);
    for &(class, sample, name) in entries {
        let width = SAMPLE + 8 + lettering::width(name, FONT);
        if x > left && x + width > left + room {
            (x, y) = (left, y + ROW);
        }
        let shapes = sample(x, y + 12);
        let words = Shape::words(Point { x: x + SAMPLE + 8, y: y + 16 }, FONT, "key", name);
        group = group.child(sheets::thing(&Thing { shapes, ..Thing::plain(class) }));
        group = group.child(sheets::thing(&Thing::plain("").with(words)));
        x += width + GAP;
    }
    (group, y + ROW - top)
}

pub(super) type Sample = fn(i32, i32) -> Vec<Shape>;
/// The class of a sample, how it is drawn, and its name.
pub(super) type Entry = (&'static str, Sample, &'static str);

/// What there is in a picture.
pub(super) fn entries(picture: &Picture) -> Vec<Entry> {
    let graph = &picture.graph;
    let mut entries = match picture.kind {
        Kind::Dependency => Vec::new(),
        Kind::Responsibility => responsibility(graph),
        Kind::Alignment => alignment(graph),
        Kind::Timeline => timeline(graph),
    };
    entries.truncate(12);
    entries
}

fn has_node(graph: &Graph, kind: NodeKind) -> bool {
    graph.nodes.iter().any(|node| node.kind == kind)
}

fn has_edge(graph: &Graph, kind: EdgeKind) -> bool {
    graph.edges.iter().any(|edge| edge.kind == kind)
}

fn has_flag(graph: &Graph, flag: Flag) -> bool {
    graph.nodes.iter().any(|node| node.flag == Some(flag))
}

fn kept(all: &[(bool, Entry)]) -> Vec<Entry> {
    all.iter().filter(|(is_there, _)| *is_there).map(|(_, entry)| *entry).collect()
}

fn responsibility(graph: &Graph) -> Vec<Entry> {
    let is_group = |node: &crate::graph::Node| node.details.iter().any(|line| line.starts_with("组长"));
    kept(&[
        (has_node(graph, NodeKind::Owner), ("card-node", card, "主体")),
        (graph.nodes.iter().any(is_group), ("card-node group", card, "领导小组")),
        (has_node(graph, NodeKind::Outside), ("card-node outside", card, "社会、公众、系统外")),
        (has_flag(graph, Flag::Idle), ("card-node idle", card, "没有任务")),
        (has_edge(graph, EdgeKind::Commands), ("commands", command, "隶属")),
        (!graph.chains.is_empty(), ("chain", chain, "责任链")),
    ])
}

fn alignment(graph: &Graph) -> Vec<Entry> {
    let is_flagged = |flag: Flag| has_flag(graph, flag);
    let any = is_flagged(Flag::ServesNothing) || is_flagged(Flag::Unserved) || is_flagged(Flag::Nobody);
    kept(&[
        (has_edge(graph, EdgeKind::Serves), ("service hue-0", curve, "支撑（同色归于同一目标）")),
        (has_edge(graph, EdgeKind::Leads), ("lead-edge", curve, "牵头")),
        (any, ("a-measure flagged", bare_card, "没有接上的")),
    ])
}

fn timeline(graph: &Graph) -> Vec<Entry> {
    let times =
        || graph.nodes.iter().filter(|node| node.kind == NodeKind::Measure).filter_map(|node| node.time.as_ref());
    let is_value = |node: &crate::graph::Node| node.kind == NodeKind::Quota && !node.id.starts_with("rhythm:");
    let rhythm = |ticked: bool| {
        let rhythms = graph.nodes.iter().filter(|node| node.id.starts_with("rhythm:"));
        let mut marks = rhythms.filter_map(|node| node.time.as_ref()).filter(|time| !time.marks.is_empty());
        marks.any(|time| time.marks.iter().all(|mark| mark.days.count() == 1) == ticked)
    };
    // Phases are bands, which no line joins.
    let is_measure = |at: usize| graph.nodes[at].kind == NodeKind::Measure;
    let joins = |kind: EdgeKind| {
        graph.edges.iter().any(|edge| edge.kind == kind && is_measure(edge.from) && is_measure(edge.to))
    };
    kept(&[
        (times().any(|time| time.start.is_some() && time.end.is_some()), ("bar-node", sure, "起止已定")),
        (
            times().any(|time| time.start.is_some() && time.end.is_some_and(|end| end.count() > 1)),
            ("bar-node", unsure, "止于月、年或阶段，在这段里完成"),
        ),
        (
            times().any(|time| time.start.is_none() && time.end.is_some_and(|end| end.count() == 1)),
            ("bar-node", due, "时限到日（起始未写）"),
        ),
        (
            times().any(|time| time.start.is_none() && time.end.is_some_and(|end| end.count() > 1)),
            ("bar-node", open, "时限到月、年、学年或阶段（浅色为其全程）"),
        ),
        (rhythm(true), ("bar-node quota", tick, "经常性工作（标在到期日）")),
        (rhythm(false), ("bar-node quota", always, "按日、按周的工作")),
        (graph.nodes.iter().any(is_value), ("bar-node quota", mark, "指标到期")),
        (joins(EdgeKind::After), ("wire", wire, "前置")),
        (joins(EdgeKind::BuildsOn), ("wire builds-on", wire, "依托")),
    ])
}

fn card(x: i32, y: i32) -> Vec<Shape> {
    let bar = Rect { x, y: y - 5, width: 4, height: 10 };
    bare_card(x, y).into_iter().chain([Shape::Box { rect: bar, radius: 0, class: "bar" }]).collect()
}

fn bare_card(x: i32, y: i32) -> Vec<Shape> {
    vec![Shape::Box { rect: Rect { x, y: y - 8, width: SAMPLE, height: 16 }, radius: 4, class: "card" }]
}

fn across(x: i32, y: i32, curve: Option<Axis>, head: bool, class: &'static str) -> Vec<Shape> {
    vec![Shape::Line { points: vec![Point { x, y }, Point { x: x + SAMPLE, y }], curve, head, class }]
}

fn command(x: i32, y: i32) -> Vec<Shape> {
    across(x, y, None, false, "command")
}

fn chain(x: i32, y: i32) -> Vec<Shape> {
    across(x, y, None, true, "chain-line")
}

fn curve(x: i32, y: i32) -> Vec<Shape> {
    across(x, y, Some(Axis::Across), true, "serves-line")
}

fn wire(x: i32, y: i32) -> Vec<Shape> {
    across(x, y, None, true, "wire-line")
}

fn sure(x: i32, y: i32) -> Vec<Shape> {
    vec![Shape::Box { rect: Rect { x, y: y - 7, width: SAMPLE, height: 14 }, radius: 3, class: "sure" }]
}

fn unsure(x: i32, y: i32) -> Vec<Shape> {
    let edge = vec![Point { x: x + SAMPLE - 1, y: y - 9 }, Point { x: x + SAMPLE - 1, y: y + 9 }];
    let rect = Rect { x, y: y - 7, width: SAMPLE, height: 14 };
    vec![
        Shape::Box { rect, radius: 3, class: "unsure" },
        Shape::Line { points: edge, curve: None, head: false, class: "due" },
    ]
}

fn due(x: i32, y: i32) -> Vec<Shape> {
    let line = vec![Point { x, y }, Point { x: x + SAMPLE - 12, y }];
    vec![Shape::Line { points: line, curve: None, head: false, class: "until" }, diamond(x + SAMPLE - 8, y, 7, "sure")]
}

fn open(x: i32, y: i32) -> Vec<Shape> {
    let line = vec![Point { x, y }, Point { x: x + SAMPLE - 8, y }];
    vec![Shape::Line { points: line, curve: None, head: false, class: "window" }, diamond(x + SAMPLE - 8, y, 7, "open")]
}

fn always(x: i32, y: i32) -> Vec<Shape> {
    across(x, y, None, false, "always")
}

fn tick(x: i32, y: i32) -> Vec<Shape> {
    let ticks = [8, 17, 26].map(|by| Shape::Line {
        points: vec![Point { x: x + by, y: y - 6 }, Point { x: x + by, y: y + 6 }],
        curve: None,
        head: false,
        class: "tick",
    });
    let mut shapes = across(x, y, None, false, "rhythm");
    shapes.extend(ticks);
    shapes
}

fn mark(x: i32, y: i32) -> Vec<Shape> {
    vec![diamond(x + SAMPLE / 2, y, 5, "mark")]
}

fn diamond(x: i32, y: i32, half: i32, class: &'static str) -> Shape {
    let corners = [(0, -half), (half, 0), (0, half), (-half, 0)];
    Shape::Outline { points: corners.map(|(dx, dy)| Point { x: x + dx, y: y + dy }).to_vec(), class }
}
