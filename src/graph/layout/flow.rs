//! The flow of a graph from its beginnings to its ends.
//!
//! Takes edges between numbered nodes, gives an order even where there are cycles, and how bulky a drawing in layers
//! would be: what such a drawing costs is not the nodes but the layers its edges pass.

use std::collections::{BTreeSet, VecDeque};

/// Every node after those that lead to it where there is no cycle; level by level, the smaller first among equals.
pub(super) fn order(count: usize, edges: impl Iterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut waiting = vec![0usize; count];
    let mut nexts = vec![Vec::new(); count];
    for (from, to) in edges {
        waiting[to] += 1;
        nexts[from].push(to);
    }
    let mut left: BTreeSet<usize> = (0..count).collect();
    let mut ready: VecDeque<usize> = (0..count).filter(|&node| waiting[node] == 0).collect();
    let mut order = Vec::with_capacity(count);
    loop {
        // Within a cycle nothing is ever ready: its first node begins.
        let Some(node) = ready.pop_front().or_else(|| left.first().copied()) else { return order };
        if !left.remove(&node) {
            continue;
        }
        order.push(node);
        for &next in &nexts[node] {
            waiting[next] -= 1;
            if waiting[next] == 0 {
                ready.push_back(next);
            }
        }
    }
}

/// The nodes, and for each edge the layers it reaches over.
pub(super) fn bulk(count: usize, edges: &[(usize, usize)]) -> usize {
    let order = order(count, edges.iter().copied());
    let mut place = vec![0; count];
    order.iter().enumerate().for_each(|(at, &node)| place[node] = at);
    let mut nexts = vec![Vec::new(); count];
    let mut entered = vec![false; count];
    for &(from, to) in edges {
        // An edge against the flow is drawn as if it ran with it.
        let (from, to) = if place[from] < place[to] { (from, to) } else { (to, from) };
        nexts[from].push(to);
        entered[to] = true;
    }
    let mut layer = vec![0usize; count];
    for &node in &order {
        for &next in &nexts[node] {
            layer[next] = layer[next].max(layer[node] + 1);
        }
    }
    for node in (0..count).filter(|&node| !entered[node]) {
        // A beginning stands just before the first node it leads to.
        layer[node] = nexts[node].iter().map(|&next| layer[next] - 1).min().unwrap_or(0);
    }
    let spans = nexts.iter().enumerate().flat_map(|(node, nexts)| nexts.iter().map(move |&next| (node, next)));
    count + spans.map(|(node, next)| layer[next] - layer[node]).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_follows_edges_and_survives_cycles() {
        assert_eq!(order(4, [(3, 0), (0, 1)].into_iter()), [2, 3, 0, 1]);
        assert_eq!(order(3, [(0, 1), (1, 0), (1, 2)].into_iter()), [0, 1, 2]);
    }

    #[test]
    fn bulk_counts_the_layers_that_edges_pass() {
        assert_eq!(bulk(3, &[(0, 1), (1, 2)]), 5);
        assert_eq!(bulk(3, &[(0, 1), (1, 2), (0, 2)]), 7);
        assert_eq!(bulk(4, &[(0, 1), (1, 2), (3, 2)]), 7);
        assert_eq!(bulk(2, &[(0, 1), (1, 0)]), 4);
    }
}
