//! A layout of layers as the shapes of a sheet.
//!
//! Takes a graph and where everything stands, gives a sheet that looks like the drawing of the layout: frames, ways,
//! names of clusters, boxes.

use crate::graph::layout::{DETAIL_FONT, DETAIL_LINE, LABEL_FONT, LABEL_LINE, Layout, Point, TITLE_FONT, TITLE_LINE};
use crate::graph::sheet::{Role, Shape, Sheet, Thing};
use crate::graph::{Edge, EdgeKind, Flag, Graph, Node, NodeKind};

/// The sheet; what its nodes and edges stand for is told by their numbers.
pub(super) fn sheet(
    graph: &Graph,
    layout: &Layout,
    node: impl Fn(usize) -> Role,
    edge: impl Fn(usize) -> Role,
) -> Sheet {
    let mut sheet = Sheet { width: layout.width, height: layout.height, things: Vec::new() };
    let frames = layout.groups.iter().flatten();
    for frame in frames.clone() {
        let shape = Shape::Box { rect: frame.rect, radius: 10, class: "frame" };
        sheet.things.push(Thing::plain("").with(shape));
    }
    let mut ways: Vec<(bool, Thing)> = Vec::new();
    for (at, (of, route)) in graph.edges.iter().zip(&layout.edges).enumerate() {
        let Some(route) = route else { continue };
        let shape = Shape::Line { points: route.points.clone(), curve: Some(route.axis), head: true, class: "line" };
        let thing = Thing { role: edge(at), ..Thing::plain(edge_class(of)).with(shape) };
        ways.push((of.critical || of.cyclic, thing));
    }
    // What matters most is drawn last, above the rest.
    ways.sort_by_key(|(matters, _)| *matters);
    sheet.things.extend(ways.into_iter().map(|(_, thing)| thing));
    for frame in frames {
        let first = Point { x: frame.rect.x + 14, y: frame.rect.y + 10 + TITLE_FONT };
        let like = |at, line| Shape::words(at, TITLE_FONT, "title", line);
        sheet.things.push(Thing::plain("").lines(&frame.title, first, TITLE_LINE, like));
    }
    for (at, (of, placed)) in graph.nodes.iter().zip(&layout.nodes).enumerate() {
        let role = node(at);
        let mut thing = Thing { role, ..Thing::plain(node_class(of, role)) };
        thing.hover = if of.hover.trim().is_empty() { of.label.clone() } else { of.hover.clone() };
        thing.link.clone_from(&of.link);
        let radius = if of.kind == NodeKind::Phase { 2 } else { 8 };
        let middle = placed.rect.center().x;
        let at = |y| Point { x: middle, y };
        let label = |at, line| Shape::centered(at, LABEL_FONT, "label", line);
        let detail = |at, line| Shape::centered(at, DETAIL_FONT, "detail", line);
        thing = thing.with(Shape::Box { rect: placed.rect, radius, class: "box" });
        thing = thing.lines(&placed.label, at(placed.first_baseline), LABEL_LINE, label);
        sheet.things.push(thing.lines(&placed.details, at(placed.detail_baseline), DETAIL_LINE, detail));
    }
    sheet
}

fn node_class(node: &Node, role: Role) -> String {
    let kind = match (role, node.kind) {
        (Role::Group(_), _) => "cluster",
        (_, NodeKind::Goal) => "goal",
        (_, NodeKind::Phase) => "phase",
        _ => "measure",
    };
    match (node.flag, node.critical) {
        (Some(Flag::Cycle), _) => format!("node {kind} cyclic"),
        (_, true) => format!("node {kind} critical"),
        _ => format!("node {kind}"),
    }
}

fn edge_class(edge: &Edge) -> String {
    let kind = if edge.kind == EdgeKind::BuildsOn { "edge builds-on" } else { "edge after" };
    match (edge.cyclic, edge.critical) {
        (true, _) => format!("{kind} cyclic"),
        (_, true) => format!("{kind} critical"),
        _ => kind.to_owned(),
    }
}
