//! Layers from top to bottom for boxes that arrows connect.
//!
//! Takes sizes, clusters and edges, gives middles and bends in whole pixels. The only file of the crate that names
//! dugong; its floating numbers are rounded here and go no further. Work is counted in its own units and given up
//! beyond a limit, so that the same graph is always either drawn or not.

use std::collections::BTreeSet;

use dugong::graphlib::{Graph, GraphOptions};
use dugong::{EdgeLabel, GraphLabel, NodeLabel, WorkControl, WorkError};

use super::geometry::Point;

/// What to place, in a drawing whose layers run downward.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    /// Width and height of each box.
    pub sizes: Vec<(i32, i32)>,
    /// The cluster of each box.
    pub clusters: Vec<Option<usize>>,
    /// From and to.
    pub edges: Vec<(usize, usize)>,
    /// Between boxes of a layer.
    pub box_gap: i32,
    /// Between layers.
    pub layer_gap: i32,
}

/// Where everything goes.
#[derive(Clone, Debug)]
pub(super) struct Solution {
    /// The middle of each box.
    pub middles: Vec<Point>,
    /// The points each edge passes on its way, without its ends.
    pub bends: Vec<Vec<Point>>,
}

/// Roughly two seconds of an unoptimised build.
const MOST_WORK: usize = 40_000_000;
/// Between an edge and its neighbours in a layer.
const EDGE_GAP: f64 = 16.0;

struct Budget(usize);

impl WorkControl for Budget {
    fn charge(&mut self, units: usize) -> Result<(), WorkError> {
        self.0 = self.0.checked_sub(units).ok_or(WorkError::Interrupted)?;
        Ok(())
    }
}

/// Places the boxes, or gives nothing where the library fails or would take too long.
pub(super) fn solve(problem: &Problem) -> Option<Solution> {
    let mut graph = build(problem);
    dugong::layout_controlled(&mut graph, &mut Budget(MOST_WORK)).ok()?;
    let middles = (0..problem.sizes.len())
        .map(|at| {
            let node = graph.node(&box_id(at))?;
            rounded(node.x?, node.y?)
        })
        .collect::<Option<Vec<_>>>()?;
    let bends = (problem.edges.iter().enumerate())
        .map(|(at, &(from, to))| {
            let edge = graph.edge(&box_id(from), &box_id(to), Some(&edge_id(at)))?;
            let inner = edge.points.get(1..edge.points.len().saturating_sub(1)).unwrap_or_default();
            inner.iter().map(|point| rounded(point.x, point.y)).collect()
        })
        .collect::<Option<Vec<_>>>()?;
    Some(Solution { middles, bends })
}

fn build(problem: &Problem) -> Graph<NodeLabel, EdgeLabel, GraphLabel> {
    let compound = problem.clusters.iter().any(Option::is_some);
    let mut graph = Graph::new(GraphOptions { directed: true, multigraph: true, compound });
    graph.set_graph(GraphLabel {
        nodesep: f64::from(problem.box_gap),
        ranksep: f64::from(problem.layer_gap),
        edgesep: EDGE_GAP,
        ..GraphLabel::default()
    });
    graph.set_default_node_label(NodeLabel::default);
    graph.set_default_edge_label(EdgeLabel::default);
    for (at, &(width, height)) in problem.sizes.iter().enumerate() {
        let label = NodeLabel { width: f64::from(width), height: f64::from(height), ..NodeLabel::default() };
        graph.set_node(box_id(at), label);
    }
    let used: BTreeSet<usize> = problem.clusters.iter().flatten().copied().collect();
    for &cluster in &used {
        graph.set_node(cluster_id(cluster), NodeLabel::default());
    }
    for (at, cluster) in problem.clusters.iter().enumerate() {
        if let Some(cluster) = cluster {
            graph.set_parent(box_id(at), cluster_id(*cluster));
        }
    }
    for (at, &(from, to)) in problem.edges.iter().enumerate() {
        // The default weight is nought, with which no edge is ever drawn straight.
        let label = EdgeLabel { weight: 1.0, ..EdgeLabel::default() };
        graph.set_edge_named(box_id(from), box_id(to), Some(edge_id(at)), Some(label));
    }
    graph
}

// Names that do not look like numbers: those would be sorted before all others.
fn box_id(at: usize) -> String {
    format!("b{at}")
}

fn cluster_id(at: usize) -> String {
    format!("c{at}")
}

fn edge_id(at: usize) -> String {
    format!("e{at}")
}

fn rounded(x: f64, y: f64) -> Option<Point> {
    let whole = |value: f64| {
        let value = value.round();
        // Far more than any picture, far less than a number that could overflow.
        #[expect(clippy::cast_possible_truncation, reason = "within ten million")]
        (value.abs() < 1e7).then_some(value as i32)
    };
    Some(Point { x: whole(x)?, y: whole(y)? })
}
