//! The key to a drawing.
//!
//! Takes a graph, gives the entries it uses: kinds of boxes, kinds of arrows, the critical chain. One entry is no key:
//! where there is nothing to tell apart there is none.

use std::collections::BTreeSet;

use super::path;
use crate::graph::layout::{Axis, Point, Rect, Route};
use crate::graph::{Edge, EdgeKind, Graph, NodeKind, lettering};
use crate::render::element::Element;

/// Height of a row of entries.
pub(super) const ROW: i32 = 26;
const SAMPLE: i32 = 34;
const FONT: i32 = 12;
const GAP: i32 = 24;

/// A sample and its name.
pub(super) type Entry = (Sample, &'static str);

pub(super) enum Sample {
    Box(&'static str),
    Arrow(&'static str),
    /// Words as they stand in a box, explained by the name.
    Words,
}

impl Sample {
    /// The room to the left of its name.
    fn width(&self) -> i32 {
        match self {
            Sample::Words => 0,
            _ => SAMPLE + 8,
        }
    }
}

/// The entries in rows no wider than `room`, and the height they take.
pub(super) fn draw(entries: &[Entry], (left, top): (i32, i32), room: i32) -> (Element, i32) {
    let mut key = Element::new("g").class("legend").with("id", "legend");
    if entries.len() < 2 {
        return (key, 0);
    }
    let (mut x, mut y) = (left, top);
    for (sample, name) in entries {
        let width = sample.width() + lettering::width(name, FONT);
        if x > left && x + width > left + room {
            (x, y) = (left, y + ROW);
        }
        key = key.child(entry(sample, name, x, y));
        x += width + GAP;
    }
    (key, y + ROW - top)
}

fn entry(sample: &Sample, name: &str, x: i32, y: i32) -> Element {
    let drawn = match sample {
        Sample::Box(class) => {
            let rect = Rect { x, y: y + 4, width: SAMPLE, height: 16 };
            Element::new("g").class(*class).child(super::outline(rect, class))
        }
        Sample::Words => Element::new("g"),
        Sample::Arrow(class) => {
            let points = vec![Point { x, y: y + 12 }, Point { x: x + SAMPLE, y: y + 12 }];
            let (line, head) = path::arrow(&Route { points, axis: Axis::Across }).unwrap_or_default();
            super::arrow(line, head, class)
        }
    };
    let text = Element::new("text").class("key").with("x", x + sample.width()).with("y", y + 16).text(name);
    Element::new("g").child(drawn).child(text)
}

/// What there is to tell apart in a picture, which may be cut into several sheets.
pub(super) fn entries(graph: &Graph, is_cut: bool) -> Vec<Entry> {
    let nodes: BTreeSet<NodeKind> = graph.nodes.iter().map(|node| node.kind).collect();
    let drawn = |edge: &&Edge| edge.from.max(edge.to) < graph.nodes.len();
    let edges: BTreeSet<EdgeKind> = graph.edges.iter().filter(drawn).map(|edge| edge.kind).collect();
    let mut entries: Vec<_> = nodes.iter().map(|&kind| (Sample::Box(node_class(kind)), node_name(kind))).collect();
    entries.extend(edges.iter().map(|&kind| (Sample::Arrow(edge_class(kind)), edge_name(kind))));
    if graph.edges.iter().filter(drawn).any(|edge| edge.critical) {
        entries.push((Sample::Arrow("edge critical"), "关键链"));
    } else if graph.nodes.iter().any(|node| node.critical) {
        entries.push((Sample::Box("critical"), "关键链"));
    }
    if graph.edges.iter().filter(drawn).any(|edge| edge.cyclic) {
        entries.push((Sample::Arrow("edge cyclic"), "循环等待"));
    }
    if graph.nodes.iter().any(|node| node.details.iter().any(|line| line.starts_with("距后项"))) {
        entries.push((Sample::Words, "距后项…天：从本项时限到后项开始（未写开始的到其时限）"));
    }
    if is_cut {
        entries.push((Sample::Words, "←、→：画在别的图张上的前项、后项"));
    }
    entries
}

fn node_name(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Goal => "目标",
        NodeKind::Quota => "指标",
        NodeKind::Measure => "措施",
        NodeKind::Phase => "阶段",
        NodeKind::Owner => "主体",
        NodeKind::Outside => "方案之外",
    }
}

fn edge_name(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::After => "前置",
        EdgeKind::BuildsOn => "依托",
        EdgeKind::Serves => "支撑",
        EdgeKind::Leads => "牵头",
        EdgeKind::Helps => "配合",
        EdgeKind::Commands => "隶属",
        EdgeKind::Chain => "责任链",
    }
}

pub(super) fn node_class(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Goal => "goal",
        NodeKind::Quota => "quota",
        NodeKind::Measure => "measure",
        NodeKind::Phase => "phase",
        NodeKind::Owner => "owner",
        NodeKind::Outside => "outside",
    }
}

pub(super) fn edge_class(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::After => "edge after",
        EdgeKind::BuildsOn => "edge builds-on",
        EdgeKind::Serves => "edge serves",
        EdgeKind::Leads | EdgeKind::Commands | EdgeKind::Chain => "edge leads",
        EdgeKind::Helps => "edge helps",
    }
}
