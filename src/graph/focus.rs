//! A part of a graph: what lies around a name.
//!
//! Takes a graph, gives the nodes so many steps from those of that name, whichever way the edges run.

use super::{Edge, Graph};

/// What lies within `depth` edges of the nodes whose label or id ends in `name`, or of what belongs to something of that
/// name; nothing if there is none.
pub(super) fn around(mut graph: Graph, name: &str, depth: usize) -> Option<Graph> {
    let name = name.trim();
    let is_named = |id: &str, label: &str| label == name || id.split_once(':').is_some_and(|(_, own)| own == name);
    let mut kept: Vec<bool> = graph.nodes.iter().map(|node| is_named(&node.id, &node.label)).collect();
    if !kept.contains(&true) {
        // Where owners, goals or phases are no nodes, what belongs to them stands for them.
        kept = graph.nodes.iter().map(|node| node.belongs.iter().any(|of| of == name)).collect();
    }
    if !kept.contains(&true) {
        kept = graph.nodes.iter().map(|node| node.label.contains(name)).collect();
    }
    if name.is_empty() || !kept.contains(&true) {
        return None;
    }
    for _ in 0..depth.min(graph.nodes.len()) {
        let reached: Vec<usize> = graph.edges.iter().flat_map(|edge| across(edge, &kept)).collect();
        if reached.is_empty() {
            break;
        }
        reached.into_iter().for_each(|at| kept[at] = true);
    }
    let mut place = vec![None; kept.len()];
    (0..kept.len()).filter(|&at| kept[at]).enumerate().for_each(|(new, old)| place[old] = Some(new));
    let moved = |edge: &Edge| Some(Edge { from: place[edge.from]?, to: place[edge.to]?, ..*edge });
    graph.edges = graph.edges.iter().filter_map(moved).collect();
    let mut at = 0;
    graph.nodes.retain(|_| {
        at += 1;
        kept[at - 1]
    });
    let is_left = |link: &String| graph.nodes.iter().any(|node| node.label == *link);
    graph.chains.retain(|chain| chain.links.iter().any(is_left));
    graph.title.push_str(&format!("（{name}周围）"));
    Some(graph)
}

/// The end of an edge that is not yet reached from its other end.
fn across(edge: &Edge, kept: &[bool]) -> Option<usize> {
    match (kept[edge.from], kept[edge.to]) {
        (true, false) => Some(edge.to),
        (false, true) => Some(edge.from),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{EdgeKind, Node, NodeKind};

    #[test]
    fn what_is_near_is_kept() {
        let mut graph = Graph::new("图");
        graph.nodes =
            (0..5).map(|at| Node::new(format!("measure:{at}"), format!("第{at}项"), NodeKind::Measure)).collect();
        graph.edges = (1..5).map(|at| Edge::new(at - 1, at, EdgeKind::After)).collect();
        let near = around(graph.clone(), "2", 1).unwrap();
        assert_eq!(near.nodes.iter().map(|node| node.label.as_str()).collect::<Vec<_>>(), ["第1项", "第2项", "第3项"]);
        assert_eq!(near.edges.len(), 2);
        assert_eq!(around(graph.clone(), "第4项", 0).unwrap().nodes.len(), 1);
        assert!(around(graph, "没有", 1).is_none());
    }
}
