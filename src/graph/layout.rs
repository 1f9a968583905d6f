//! Where the boxes and arrows of a drawing go.
//!
//! Takes a [`Graph`], gives a [`Layout`] in whole pixels: what belongs together is laid out in layers, what stands
//! alone in a grid, and the whole is packed to suit a sheet of A4 turned sideways. Several drawings are made and the
//! one that can be printed largest is kept. Large graphs become a plain grid. It never fails: edges and groups that
//! do not exist are left out.

mod boxes;
mod drawing;
mod flow;
mod frame;
mod geometry;
mod grid;
mod lanes;
mod layered;
mod pack;
mod part;
mod routes;
mod snake;
mod stack;
mod style;

use serde::Serialize;

pub(super) use self::geometry::around;
pub use self::geometry::{Point, Rect};
use self::{boxes::Lettered, drawing::Drawing, style::Style};
use super::Graph;

/// Height of the letters of a label.
pub const LABEL_FONT: i32 = 14;
/// From one line of a label to the next.
pub const LABEL_LINE: i32 = 20;
/// Height of the letters of details and of the names of clusters.
pub const DETAIL_FONT: i32 = 12;
/// From one line of details to the next.
pub const DETAIL_LINE: i32 = 17;
/// Height of the letters in the name of a cluster.
pub const TITLE_FONT: i32 = 13;
/// From one line of a cluster's name to the next.
pub const TITLE_LINE: i32 = 19;

/// Around the whole drawing.
const MARGIN: i32 = 24;
/// Between the inside of a cluster and its border.
const FRAME_PADDING: i32 = 14;
/// Beyond so many nodes or edges layers help nobody and cost seconds.
const MOST_LAYERED_NODES: usize = 600;
const MOST_LAYERED_EDGES: usize = 1500;
/// A drawing printed so many times smaller than a plain grid is a ribbon: too long to follow or to print.
const MOST_STRETCH: i64 = 6;
/// Up to so many nodes every way of drawing is tried.
const MOST_TRIED_NODES: usize = 120;

/// A drawing: everything by the index it has in the graph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Layout {
    /// Width of the drawing, its margin included.
    pub width: i32,
    /// Height of the drawing.
    pub height: i32,
    /// The boxes of the nodes.
    pub nodes: Vec<NodeBox>,
    /// The ways of the edges; nothing for an edge whose ends do not exist.
    pub edges: Vec<Option<Route>>,
    /// The frames of the clusters; nothing for an empty one.
    pub groups: Vec<Option<Frame>>,
}

/// The box of a node and the lines to write in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NodeBox {
    /// Where it is.
    pub rect: Rect,
    /// The lines of its label.
    pub label: Vec<String>,
    /// The smaller lines below.
    pub details: Vec<String>,
    /// The baseline of the first line.
    pub first_baseline: i32,
    /// The baseline of the first detail.
    pub detail_baseline: i32,
}

/// The way of an edge from border to border.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Route {
    /// The points it passes. Each two are joined by a curve that leaves the one and enters the other along `axis`;
    /// where they lie on one line, by that line.
    pub points: Vec<Point>,
    /// Which way it runs.
    pub axis: Axis,
}

/// A direction of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Axis {
    /// Left to right.
    Across,
    /// Top to bottom.
    Down,
}

/// The frame around a cluster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// Where it is.
    pub rect: Rect,
    /// Its name, in lines.
    pub title: Vec<String>,
}

/// Lays a graph out.
pub fn layout(graph: &Graph) -> Layout {
    laid_out(graph, MOST_TRIED_NODES)
}

/// The same without trying every way of drawing: one of very many sheets.
pub(super) fn quickly(graph: &Graph) -> Layout {
    laid_out(graph, 0)
}

fn laid_out(graph: &Graph, most_tried: usize) -> Layout {
    let boxes = boxes::measure(&graph.nodes);
    let scene = Scene::new(graph, &boxes);
    let small = graph.nodes.len() <= MOST_LAYERED_NODES && graph.edges.len() <= MOST_LAYERED_EDGES;
    let plain = grid::plain(&scene);
    let layered = if small { best_layered(&scene, most_tried) } else { None };
    let layered = compact(&scene, &plain, layered, most_tried);
    let readable = layered.filter(|drawing| drawing.smallness() <= MOST_STRETCH * plain.smallness());
    let mut drawing = readable.unwrap_or(plain);
    routes::add_loops(&scene, &mut drawing);
    finish(graph, boxes, drawing)
}

/// What is to be drawn, with only what exists.
struct Scene<'a> {
    graph: &'a Graph,
    boxes: &'a [Lettered],
    /// The cluster of each node.
    groups: Vec<Option<usize>>,
    /// Index, from, to of every edge between two different nodes.
    edges: Vec<(usize, usize, usize)>,
    /// Index and node of every edge from a node to itself.
    loops: Vec<(usize, usize)>,
}

impl<'a> Scene<'a> {
    fn new(graph: &'a Graph, boxes: &'a [Lettered]) -> Self {
        let known = |group: &usize| *group < graph.groups.len();
        let groups = graph.nodes.iter().map(|node| node.group.filter(known)).collect();
        let ends = (graph.edges.iter().enumerate())
            .map(|(at, edge)| (at, edge.from, edge.to))
            .filter(|&(_, from, to)| from.max(to) < graph.nodes.len());
        let (loops, edges): (Vec<_>, Vec<_>) = ends.partition(|&(_, from, to)| from == to);
        Self { graph, boxes, groups, edges, loops: loops.into_iter().map(|(at, node, _)| (at, node)).collect() }
    }

    fn without_clusters(&self) -> Self {
        let (edges, loops) = (self.edges.clone(), self.loops.clone());
        Self { graph: self.graph, boxes: self.boxes, groups: vec![None; self.groups.len()], edges, loops }
    }
}

/// The drawing, or the one without its clusters if they drag it out: steps that wait for one another across clusters make
/// a ribbon of these, and what can be read without frames is worth more than what cannot with them.
fn compact(scene: &Scene, plain: &Drawing, layered: Option<Drawing>, most_tried: usize) -> Option<Drawing> {
    let is_dragged_out = |drawing: &Drawing| 2 * drawing.smallness() > 3 * plain.smallness();
    let layered = layered?;
    if scene.groups.iter().all(Option::is_none) || !is_dragged_out(&layered) {
        return Some(layered);
    }
    let free = best_layered(&scene.without_clusters(), most_tried);
    free.filter(|free| 3 * free.smallness() < 2 * layered.smallness()).or(Some(layered))
}

/// The drawing in layers that can be printed largest; nothing if none comes out clean.
fn best_layered(scene: &Scene, most_tried: usize) -> Option<Drawing> {
    let (parts, loose) = part::split(scene);
    let small = scene.graph.nodes.len() <= most_tried;
    let clustered = parts.iter().any(|part| part.clusters() > 1);
    let drawings = Style::worth_trying(small, clustered).into_iter().filter_map(|style| {
        let drawings = parts.iter().map(|part| part.draw(scene, style)).collect::<Option<Vec<_>>>()?;
        Some((style, pack::onto_sheet(scene, drawings, &loose)))
    });
    let (_, best) = drawings.min_by_key(|(style, drawing)| drawing.smallness() * style.price())?;
    Some(best)
}

fn finish(graph: &Graph, boxes: Vec<Lettered>, drawing: Drawing) -> Layout {
    let drawing = drawing.moved(Point { x: MARGIN, y: MARGIN });
    let size = drawing.size();
    let mut rects = vec![Rect::default(); graph.nodes.len()];
    for (node, rect) in drawing.rects {
        rects[node] = rect;
    }
    let mut edges = vec![None; graph.edges.len()];
    for (edge, route) in drawing.routes {
        edges[edge] = Some(route);
    }
    let mut groups = vec![None; graph.groups.len()];
    for (group, frame) in drawing.frames {
        groups[group] = Some(frame);
    }
    let nodes = boxes.into_iter().zip(rects).map(|(lettered, rect)| lettered.at(rect)).collect();
    Layout { width: size.x + MARGIN, height: size.y + MARGIN, nodes, edges, groups }
}
