//! A large picture of dependencies, cut into sheets.
//!
//! Takes a graph that cannot be read on one sheet, gives an overview of its clusters with the lines between them, and
//! then the clusters in order, a few on a sheet. What a line would lead to on another sheet is named in the box, with
//! the number of that sheet.

use std::collections::{BTreeMap, BTreeSet};

use super::drawn;
use crate::graph::layout::{Layout, layout, quickly};
use crate::graph::sheet::{Role, Sheet};
use crate::graph::{Edge, EdgeKind, Graph, Group, Node, NodeKind};

/// Steps on a sheet: with their lines, these fill it.
const MOST: usize = 20;
/// Of so many steps no sheet is drawn in more than one way.
const MOST_TRIED: usize = 600;
/// Beyond so many clusters an overview is none.
const MOST_CLUSTERS: usize = 120;
/// Neighbours named in a box, before and behind it.
const MOST_NAMED: usize = 2;

/// The edges that enter a node, and those that leave it.
type Ways = (Vec<usize>, Vec<usize>);

pub(super) fn sheets(graph: &Graph) -> Vec<Sheet> {
    let parts = parts(graph);
    let has_overview = graph.groups.len() <= MOST_CLUSTERS && graph.groups.len() > 1;
    let first = usize::from(has_overview);
    // The sheet of each node; phases and goals stand in the overview.
    let mut sheet_of = vec![1; graph.nodes.len()];
    for (at, part) in parts.iter().enumerate() {
        part.iter().for_each(|&node| sheet_of[node] = at + 1 + first);
    }
    let mut sheets = Vec::new();
    if has_overview {
        sheets.push(overview(graph, &sheet_of));
    }
    let mut ways = vec![Ways::default(); graph.nodes.len()];
    for (at, edge) in graph.edges.iter().enumerate() {
        ways[edge.from].1.push(at);
        ways[edge.to].0.push(at);
    }
    sheets.extend(parts.iter().map(|part| sheet(graph, part, &sheet_of, &ways)));
    sheets
}

/// What each sheet holds: clusters in order, the larger cut.
fn parts(graph: &Graph) -> Vec<Vec<usize>> {
    let mut clusters: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let is_overview_alone = graph.groups.len() <= MOST_CLUSTERS && graph.groups.len() > 1;
    for (at, node) in graph.nodes.iter().enumerate() {
        if node.group.is_some() || node.kind == NodeKind::Measure || !is_overview_alone {
            clusters.entry(node.group).or_default().push(at);
        }
    }
    let mut parts: Vec<Vec<usize>> = Vec::new();
    for cluster in clusters.into_values() {
        match parts.last_mut() {
            Some(part) if part.len() + cluster.len() <= MOST => part.extend(cluster),
            _ => parts.extend(cluster.chunks(MOST).map(<[usize]>::to_vec)),
        }
    }
    parts
}

/// Some of the nodes with the lines between them.
fn sheet(graph: &Graph, part: &[usize], sheet_of: &[usize], ways: &[Ways]) -> Sheet {
    let place: BTreeMap<usize, usize> = part.iter().enumerate().map(|(new, &old)| (old, new)).collect();
    let mut own = Graph::new("");
    let mut groups: BTreeMap<usize, usize> = BTreeMap::new();
    for &at in part {
        let mut node = graph.nodes[at].clone();
        node.group = node.group.map(|group| {
            *groups.entry(group).or_insert_with(|| {
                own.groups.push(graph.groups[group].clone());
                own.groups.len() - 1
            })
        });
        node.details.extend(named(graph, at, sheet_of, ways));
        own.nodes.push(node);
    }
    let mut edges: Vec<usize> = part.iter().flat_map(|&node| ways[node].1.iter().copied()).collect();
    edges.retain(|&edge| place.contains_key(&graph.edges[edge].to));
    edges.sort_unstable();
    for &edge in &edges {
        let edge = &graph.edges[edge];
        own.edges.push(Edge { from: place[&edge.from], to: place[&edge.to], ..*edge });
    }
    let lay: fn(&Graph) -> Layout = if graph.nodes.len() <= MOST_TRIED { layout } else { quickly };
    drawn::sheet(&own, &lay(&own), |node| Role::Node(part[node]), |edge| Role::Edge(edges[edge]))
}

/// The neighbours of a node on other sheets, in words.
fn named(graph: &Graph, at: usize, sheet_of: &[usize], ways: &[Ways]) -> Vec<String> {
    let of = |word: &str, others: Vec<usize>| {
        let away: Vec<usize> = others.into_iter().filter(|other| sheet_of[*other] != sheet_of[at]).collect();
        let name = |&other: &usize| format!("{}（第{}张）", graph.nodes[other].label, sheet_of[other]);
        let names: Vec<String> = away.iter().take(MOST_NAMED).map(name).collect();
        let more = if away.len() > MOST_NAMED { format!("等{}项", away.len()) } else { String::new() };
        (!away.is_empty()).then(|| format!("{word}{}{more}", names.join("、")))
    };
    let joined = |edges: &[usize], end: fn(&Edge) -> usize| edges.iter().map(|&edge| end(&graph.edges[edge])).collect();
    let (entering, leaving) = &ways[at];
    let (before, behind) = (joined(entering, |edge| edge.from), joined(leaving, |edge| edge.to));
    of("← ", before).into_iter().chain(of("→ ", behind)).collect()
}

/// The clusters as boxes, with phases and goals.
fn overview(graph: &Graph, sheet_of: &[usize]) -> Sheet {
    let mut own = Graph::new("");
    let mut roles = Vec::new();
    let mut box_of = vec![None; graph.nodes.len()];
    let (clusters, _) = graph.clustered();
    for (group, (of, members)) in graph.groups.iter().zip(clusters).enumerate() {
        members.iter().for_each(|&at| box_of[at] = Some(own.nodes.len()));
        own.nodes.push(cluster(graph, of, group, &members, sheet_of));
        roles.push(Role::Group(group));
    }
    for (at, node) in graph.nodes.iter().enumerate().filter(|(at, node)| node.group.is_none() && sheet_of[*at] == 1) {
        box_of[at] = Some(own.nodes.len());
        own.nodes.push(node.clone());
        roles.push(Role::Node(at));
    }
    let mut joined: BTreeMap<(usize, usize, EdgeKind), (bool, bool)> = BTreeMap::new();
    for edge in &graph.edges {
        if let (Some(from), Some(to)) = (box_of[edge.from], box_of[edge.to])
            && from != to
        {
            let marks = joined.entry((from, to, edge.kind)).or_default();
            *marks = (marks.0 || edge.critical, marks.1 || edge.cyclic);
        }
    }
    own.edges = joined
        .into_iter()
        .map(|((from, to, kind), (critical, cyclic))| Edge { from, to, kind, critical, cyclic })
        .collect();
    let ends: Vec<(usize, usize)> = own.edges.iter().map(|edge| (edge.from, edge.to)).collect();
    drawn::sheet(&own, &layout(&own), |node| roles[node], |edge| Role::Link(ends[edge].0, ends[edge].1))
}

/// A cluster as one box: how much is in it, and where that is drawn.
fn cluster(graph: &Graph, of: &Group, group: usize, members: &[usize], sheet_of: &[usize]) -> Node {
    let mut node = Node::new(format!("group:{group}"), &of.label, NodeKind::Measure);
    let on: BTreeSet<usize> = members.iter().map(|&at| sheet_of[at]).collect();
    let numbers: Vec<String> = on.iter().map(ToString::to_string).collect();
    node.details.push(format!("{}项，见第{}张", members.len(), numbers.join("、")));
    node.critical = members.iter().any(|&at| graph.nodes[at].critical);
    node.flag = members.iter().find_map(|&at| graph.nodes[at].flag);
    let names = members.iter().map(|&at| graph.nodes[at].label.as_str());
    node.hover = std::iter::once(of.label.as_str()).chain(names).collect::<Vec<_>>().join("\n");
    node
}
