//! A graph as a drawing.
//!
//! Takes a graph and its layout, gives one SVG file that needs nothing else: text is text, every node tells its whole
//! story to a pointer at rest and to a screen reader, light and dark follow the reader, and kinds of arrows differ
//! without colour. Coordinates are those of the layout; the heading stands above nought and the key below.

mod canvas;
mod key;
mod legend;
mod looks;
mod path;
mod sheets;

use super::element::Element;
use crate::document::{Canvas, without_unseen};
use crate::graph::layout::{DETAIL_LINE, Frame, LABEL_LINE, Layout, NodeBox, Rect, TITLE_FONT, TITLE_LINE};
use crate::graph::{Drawing, Flag, Graph, Node, Picture, lettering};

const MARGIN: i32 = 24;
const HEADING_FONT: i32 = 20;
const HEADING_LINE: i32 = 28;
/// Between heading, drawing and key.
const GAP: i32 = 14;
/// No heading or key has to fit into less.
const LEAST_WIDTH: i32 = 420;

/// Draws a picture: all its sheets in one file.
pub fn drawing(picture: &Picture) -> String {
    match &picture.drawing {
        Drawing::Layers(layout) => layers(&picture.graph, layout, picture.has_heading).to_string(),
        Drawing::Sheets(drawn) => sheets::all(picture, drawn).to_string(),
    }
}

/// The same with each sheet a drawing of its own.
pub fn drawings(picture: &Picture) -> Vec<String> {
    each(picture).iter().map(Element::to_string).collect()
}

/// The same as plain shapes, for formats without style sheets.
pub fn canvases(picture: &Picture) -> Vec<Canvas> {
    each(picture).iter().map(canvas::canvas).collect()
}

fn each(picture: &Picture) -> Vec<Element> {
    match &picture.drawing {
        Drawing::Layers(layout) => vec![layers(&picture.graph, layout, picture.has_heading)],
        Drawing::Sheets(drawn) => sheets::each(picture, drawn),
    }
}

/// Draws a graph.
pub fn svg(graph: &Graph, layout: &Layout) -> String {
    layers(graph, layout, true).to_string()
}

fn layers(graph: &Graph, layout: &Layout, has_heading: bool) -> Element {
    let width = layout.width.max(LEAST_WIDTH);
    let room = width - 2 * MARGIN;
    let title = if has_heading { graph.title.as_str() } else { "" };
    let heading = lettering::wrap(title, HEADING_FONT, room, 3);
    // At most three lines.
    let lines = i32::try_from(heading.len()).unwrap_or(0);
    let above = if heading.is_empty() { 0 } else { MARGIN + lines * HEADING_LINE + GAP };
    let (key, key_height) = legend::draw(&legend::entries(graph, false), (MARGIN, layout.height), room);
    let below = if key_height == 0 { 0 } else { key_height + GAP };
    let height = above + layout.height + below;
    // A drawing narrower than its heading stands in the middle.
    let inset = (width - layout.width) / 2;
    let mut drawing = Element::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", format!("{} {} {width} {height}", -inset, -above))
        .with("width", width)
        .with("height", height)
        .class("picture")
        .with("role", "img")
        .with("aria-labelledby", "picture-title picture-description")
        .with("lang", "zh-CN")
        .child(Element::new("title").with("id", "picture-title").text(lettering::clean(&graph.title)))
        .child(Element::new("desc").with("id", "picture-description").text(description(graph)))
        .child(Element::new("style").style(include_str!("svg/style.css")))
        .child(rect(Rect { x: -inset, y: -above, width, height }).class("paper"));
    if !heading.is_empty() {
        drawing = drawing.children(heading_of(&heading, MARGIN - inset, MARGIN - above, room));
    }
    drawing =
        drawing.child(frames(layout)).child(edges(graph, layout)).child(titles(layout)).child(nodes(graph, layout));
    if key_height > 0 {
        drawing = drawing.child(Element::new("g").with("transform", format!("translate({},0)", -inset)).child(key));
    }
    drawing
}

fn description(graph: &Graph) -> String {
    let critical: Vec<String> =
        graph.nodes.iter().filter(|node| node.critical).map(|node| lettering::clean(&node.label)).collect();
    let mut text = format!("{}个节点，{}条连线", graph.nodes.len(), graph.edges.len());
    if !graph.groups.is_empty() {
        text += &format!("，分为{}组", graph.groups.len());
    }
    text.push('。');
    if !critical.is_empty() {
        text += &format!("关键链：{}。", critical.join(" → "));
    }
    let mut flags: Vec<Flag> = graph.nodes.iter().filter_map(|node| node.flag).collect();
    flags.sort_unstable();
    for same in flags.chunk_by(|a, b| a == b) {
        text += &format!("{}{}项。", same[0].words(), same.len());
    }
    text
}

/// Something that leads somewhere, as a link.
fn linked(element: Element, link: Option<&str>) -> Element {
    match link {
        Some(link) => Element::new("a").with("href", link).child(element),
        None => element,
    }
}

fn heading_of(lines: &[String], left: i32, top: i32, room: i32) -> Vec<Element> {
    let mut y = top;
    let mut elements = Vec::new();
    for line in lines {
        elements
            .push(Element::new("text").class("heading").with("x", left).with("y", y + HEADING_FONT).text(line.clone()));
        y += HEADING_LINE;
    }
    let rule = Element::new("line").class("rule").with("x1", left).with("y1", y + 4);
    elements.push(rule.with("x2", left + room).with("y2", y + 4));
    elements
}

fn frames(layout: &Layout) -> Element {
    Element::new("g").with("id", "groups").children(
        placed_groups(layout)
            .map(|(at, frame)| rect(frame.rect).with("id", format!("group-{at}")).class("frame").with("rx", 10)),
    )
}

/// The names of the clusters, above the arrows that cross them.
fn titles(layout: &Layout) -> Element {
    Element::new("g").with("id", "titles").children(placed_groups(layout).flat_map(|(_, frame)| {
        let baselines = (frame.rect.y + 10 + TITLE_FONT..).step_by(TITLE_LINE.unsigned_abs() as usize);
        let lines = frame.title.iter().zip(baselines);
        lines.map(|(line, y)| text("title", frame.rect.x + 14, y, line)).collect::<Vec<_>>()
    }))
}

fn placed_groups(layout: &Layout) -> impl Iterator<Item = (usize, &Frame)> {
    layout.groups.iter().enumerate().filter_map(|(at, frame)| Some((at, frame.as_ref()?)))
}

fn edges(graph: &Graph, layout: &Layout) -> Element {
    let mut drawn: Vec<(bool, Element)> = Vec::new();
    for (at, (edge, route)) in graph.edges.iter().zip(&layout.edges).enumerate() {
        let Some((line, head)) = route.as_ref().and_then(path::arrow) else { continue };
        let class = legend::edge_class(edge.kind);
        let class = match (edge.cyclic, edge.critical) {
            (true, _) => format!("{class} cyclic"),
            (_, true) => format!("{class} critical"),
            _ => class.to_owned(),
        };
        drawn.push((edge.critical || edge.cyclic, arrow(line, head, &class).with("id", format!("edge-{at}"))));
    }
    // What matters most is drawn last, above the rest.
    drawn.sort_by_key(|(critical, _)| *critical);
    Element::new("g").with("id", "edges").children(drawn.into_iter().map(|(_, element)| element))
}

fn arrow(line: String, head: String, class: &str) -> Element {
    let line = Element::new("path").class("line").with("d", line);
    let head = Element::new("path").class("line-head").with("d", head);
    Element::new("g").class(class).child(line).child(head)
}

fn nodes(graph: &Graph, layout: &Layout) -> Element {
    let nodes = graph.nodes.iter().zip(&layout.nodes).enumerate();
    Element::new("g").with("id", "nodes").children(nodes.map(|(at, (node, placed))| node_of(at, node, placed)))
}

fn node_of(at: usize, node: &Node, placed: &NodeBox) -> Element {
    let kind = legend::node_class(node.kind);
    let class = match (node.flag, node.critical) {
        (Some(Flag::Cycle), _) => format!("node {kind} cyclic"),
        (_, true) => format!("node {kind} critical"),
        _ => format!("node {kind}"),
    };
    let hover = if node.hover.trim().is_empty() { &node.label } else { &node.hover };
    let mut group = Element::new("g")
        .class(class)
        .with("id", format!("node-{at}"))
        .child(Element::new("title").text(without_unseen(hover)))
        .child(outline(placed.rect, kind));
    let x = placed.rect.center().x;
    let mut y = placed.first_baseline;
    for line in &placed.label {
        group = group.child(text("label", x, y, line));
        y += LABEL_LINE;
    }
    let mut y = placed.detail_baseline;
    for line in &placed.details {
        group = group.child(text("detail", x, y, line));
        y += DETAIL_LINE;
    }
    linked(group, node.link.as_deref())
}

/// The box of a node: its corners tell its kind.
fn outline(of: Rect, kind: &str) -> Element {
    let radius = match kind {
        "owner" => 16,
        "phase" => 2,
        "quota" => 4,
        _ => 8,
    };
    rect(of).class("box").with("rx", radius.min(of.height / 2))
}

fn rect(of: Rect) -> Element {
    Element::new("rect").with("x", of.x).with("y", of.y).with("width", of.width).with("height", of.height)
}

fn text(class: &'static str, x: i32, y: i32, line: &str) -> Element {
    Element::new("text").class(class).with("x", x).with("y", y).text(line)
}
