//! Order, cycles and the critical chain of numbered nodes.
//!
//! Takes a number of nodes and edges between their indices, gives indices. Edges with an end outside the nodes are
//! left out. The only file of the crate that names petgraph; nothing here recurses, so that a chain of a hundred
//! thousand nodes is as safe as one of ten.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// The cycles to tell people about: one for each strongly connected component, the shortest through its first node.
///
/// Each is the path from its smallest node round to the last one before it, in the direction of the edges; a node
/// with an edge to itself is a path of one.
pub fn cycles(node_count: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let digraph = digraph(node_count, edges);
    let mut component_of = vec![0; node_count];
    let mut first_of = Vec::new();
    for (number, component) in kosaraju_scc(&digraph).into_iter().enumerate() {
        for node in &component {
            component_of[node.index()] = number;
        }
        first_of.extend(component.iter().map(|node| node.index()).min());
    }
    first_of.sort_unstable();
    first_of.into_iter().filter_map(|first| shortest_cycle(&digraph, &component_of, first)).collect()
}

/// All nodes so that every edge leads forward, the smaller index first where nothing else decides; nothing if there
/// is a cycle.
pub fn topological(node_count: usize, edges: &[(usize, usize)]) -> Option<Vec<usize>> {
    let digraph = digraph(node_count, edges);
    let mut waiting: Vec<usize> =
        digraph.node_indices().map(|node| digraph.neighbors_directed(node, Direction::Incoming).count()).collect();
    let mut ready: BinaryHeap<Reverse<usize>> =
        (0..node_count).filter(|&node| waiting[node] == 0).map(Reverse).collect();
    let mut order = Vec::with_capacity(node_count);
    while let Some(Reverse(node)) = ready.pop() {
        order.push(node);
        for next in digraph.neighbors(NodeIndex::new(node)) {
            let left = &mut waiting[next.index()];
            *left -= 1;
            if *left == 0 {
                ready.push(Reverse(next.index()));
            }
        }
    }
    (order.len() == node_count).then_some(order)
}

/// The path whose weights add up to most, first in index order among equals; empty if there is a cycle.
///
/// A node without a weight weighs nothing. Without edges this is the heaviest node alone.
pub fn critical_chain(node_count: usize, edges: &[(usize, usize)], weight: &[u64]) -> Vec<usize> {
    let Some(order) = topological(node_count, edges) else { return Vec::new() };
    let digraph = digraph(node_count, edges);
    let mut heaviest_from = vec![0u64; node_count];
    let mut next_of = vec![None; node_count];
    for &node in order.iter().rev() {
        let next = digraph
            .neighbors(NodeIndex::new(node))
            .map(|next| next.index())
            .max_by_key(|&next| (heaviest_from[next], Reverse(next)));
        let own = weight.get(node).copied().unwrap_or(0);
        heaviest_from[node] = own.saturating_add(next.map_or(0, |next| heaviest_from[next]));
        next_of[node] = next;
    }
    let start = (0..node_count).max_by_key(|&node| (heaviest_from[node], Reverse(node)));
    std::iter::successors(start, |&node| next_of[node]).collect()
}

fn digraph(node_count: usize, edges: &[(usize, usize)]) -> DiGraph<(), ()> {
    let mut digraph = DiGraph::with_capacity(node_count, edges.len());
    for _ in 0..node_count {
        digraph.add_node(());
    }
    for &(from, to) in edges.iter().filter(|(from, to)| *from < node_count && *to < node_count) {
        digraph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
    }
    digraph
}

/// Breadth first from `start` inside its component until an edge leads back to it.
fn shortest_cycle(digraph: &DiGraph<(), ()>, component_of: &[usize], start: usize) -> Option<Vec<usize>> {
    // A walk in a component of one node ends at once, so the map below stays as small as what is walked.
    let mut came_from = std::collections::BTreeMap::from([(start, start)]);
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        let mut nexts: Vec<usize> = digraph.neighbors(NodeIndex::new(node)).map(|next| next.index()).collect();
        nexts.sort_unstable();
        for next in nexts {
            if next == start {
                return Some(path_back(&came_from, start, node));
            }
            if component_of[next] == component_of[start] && !came_from.contains_key(&next) {
                came_from.insert(next, node);
                queue.push_back(next);
            }
        }
    }
    None
}

fn path_back(came_from: &std::collections::BTreeMap<usize, usize>, start: usize, end: usize) -> Vec<usize> {
    let mut path = vec![end];
    let mut node = end;
    while node != start {
        let Some(&before) = came_from.get(&node) else { break };
        node = before;
        path.push(node);
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chain(length: usize) -> Vec<(usize, usize)> {
        (1..length).map(|node| (node - 1, node)).collect()
    }

    #[test]
    fn cycle_is_shortest_through_the_first_node() {
        let edges = [(0, 1), (1, 2), (2, 3), (3, 1), (2, 1), (4, 4), (5, 6)];
        assert_eq!(cycles(7, &edges), [vec![1, 2], vec![4]]);
    }

    #[test]
    fn equals_keep_the_order_of_the_plan() {
        assert_eq!(topological(5, &[(4, 0), (3, 1)]), Some(vec![2, 3, 1, 4, 0]));
        assert_eq!(topological(3, &[]), Some(vec![0, 1, 2]));
        assert_eq!(topological(2, &[(0, 1), (1, 0)]), None);
    }

    #[test]
    fn heaviest_path_wins_and_the_first_among_equals() {
        let edges = [(0, 2), (1, 2), (2, 3), (2, 4)];
        assert_eq!(critical_chain(5, &edges, &[1, 1, 1, 1, 1]), [0, 2, 3]);
        assert_eq!(critical_chain(5, &edges, &[1, 5, 1, 1, 9]), [1, 2, 4]);
        assert_eq!(critical_chain(2, &[(0, 1), (1, 0)], &[1, 1]), [0usize; 0]);
        assert_eq!(critical_chain(0, &[], &[]), [0usize; 0]);
        assert_eq!(critical_chain(2, &[(0, 1)], &[u64::MAX, u64::MAX]), [0, 1]);
    }

    #[test]
    fn ends_outside_the_nodes_are_left_out() {
        assert_eq!(topological(2, &[(0, 9), (9, 1)]), Some(vec![0, 1]));
        assert_eq!(cycles(1, &[(0, 1), (1, 0)]), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn deep_chains_and_rings_do_not_overflow() {
        let length = 100_000;
        let mut edges = chain(length);
        assert_eq!(topological(length, &edges).map(|order| order.len()), Some(length));
        assert_eq!(critical_chain(length, &edges, &vec![1; length]).len(), length);
        assert!(cycles(length, &edges).is_empty());
        edges.push((length - 1, 0));
        assert_eq!(cycles(length, &edges)[0].len(), length);
    }

    fn any_graph() -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
        (1usize..24)
            .prop_flat_map(|count| (Just(count), proptest::collection::vec((0..count + 2, 0..count + 2), 0..40)))
    }

    proptest! {
        #[test]
        fn order_respects_every_edge((count, edges) in any_graph()) {
            if let Some(order) = topological(count, &edges) {
                let mut place = vec![0; count];
                order.iter().enumerate().for_each(|(at, &node)| place[node] = at);
                prop_assert!(edges.iter().filter(|(a, b)| *a < count && *b < count).all(|&(a, b)| place[a] < place[b]));
            }
        }

        #[test]
        fn cycles_are_cycles_and_there_are_some_iff_there_is_no_order((count, edges) in any_graph()) {
            let found = cycles(count, &edges);
            prop_assert_eq!(found.is_empty(), topological(count, &edges).is_some());
            for cycle in &found {
                prop_assert_eq!(Some(&cycle[0]), cycle.iter().min());
                let mut seen = cycle.clone();
                seen.sort_unstable();
                seen.dedup();
                prop_assert_eq!(seen.len(), cycle.len());
                for (at, &node) in cycle.iter().enumerate() {
                    prop_assert!(edges.contains(&(node, cycle[(at + 1) % cycle.len()])));
                }
            }
        }

        #[test]
        fn chain_is_a_path_no_lighter_than_any_edge((count, edges) in any_graph()) {
            let weight: Vec<u64> = (0..count as u64).map(|node| node * 7 % 5 + 1).collect();
            let chain = critical_chain(count, &edges, &weight);
            prop_assert!(chain.windows(2).all(|pair| edges.contains(&(pair[0], pair[1]))));
            let total: u64 = chain.iter().map(|&node| weight[node]).sum();
            if topological(count, &edges).is_some() {
                prop_assert!(edges.iter().filter(|(a, b)| *a < count && *b < count)
                    .all(|&(a, b)| weight[a] + weight[b] <= total));
            }
        }
    }
}
