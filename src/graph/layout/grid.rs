//! Boxes in rows and columns.
//!
//! Takes sizes, gives places: for nodes that nothing connects, and for graphs too large for anything better.

use std::collections::{BTreeSet, VecDeque};

use super::boxes::Lettered;
use super::drawing::Drawing;
use super::geometry::{Point, Rect};
use super::{Scene, frame, pack, routes};

/// Between two boxes.
pub(super) const GAP: i32 = 18;
/// Between two boxes where arrows must pass.
const WIDE_GAP: i32 = 40;

/// The nodes in rows of so many.
pub(super) fn cells(boxes: &[Lettered], nodes: &[usize], columns: usize) -> Drawing {
    spaced(boxes, nodes, columns, GAP)
}

/// How many columns make a grid a little wider than high.
pub(super) fn columns(boxes: &[Lettered], nodes: &[usize]) -> usize {
    let widest = nodes.iter().map(|&node| i64::from(boxes[node].width)).max().unwrap_or(1);
    let total: i64 = nodes.iter().map(|&node| i64::from(boxes[node].height + GAP)).sum();
    let fits = |columns: usize| {
        let columns = columns as i64;
        columns * columns * (widest + i64::from(GAP)) * 10 >= total * 12
    };
    (1..=nodes.len()).find(|&columns| fits(columns)).unwrap_or(1)
}

/// The whole graph as a grid in the order of its edges, one grid for each cluster.
pub(super) fn plain(scene: &Scene) -> Drawing {
    let order = breadth_first(scene);
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); scene.graph.groups.len() + 1];
    for node in order {
        members[scene.groups[node].unwrap_or(scene.graph.groups.len())].push(node);
    }
    let gap = if scene.edges.is_empty() { GAP } else { WIDE_GAP };
    let drawings = (members.iter().filter(|nodes| !nodes.is_empty()))
        .map(|nodes| {
            let mut drawing = spaced(scene.boxes, nodes, columns(scene.boxes, nodes), gap);
            frame::add(scene, &mut drawing);
            drawing.cornered()
        })
        .collect();
    let mut sheet = pack::onto_sheet(scene, drawings, &[]);
    routes::add_direct(scene, &mut sheet);
    sheet
}

/// The nodes in rows of so many, so far apart; the boxes of a row are equally high.
pub(super) fn spaced(boxes: &[Lettered], nodes: &[usize], columns: usize, gap: i32) -> Drawing {
    let widest = nodes.iter().map(|&node| boxes[node].width).max().unwrap_or(0);
    let mut drawing = Drawing::default();
    let mut y = 0;
    for row in nodes.chunks(columns.max(1)) {
        let highest = row.iter().map(|&node| boxes[node].height).max().unwrap_or(0);
        let mut corner = Point { x: 0, y };
        for &node in row {
            let Lettered { width, .. } = boxes[node];
            let inset = (widest - width) / 2;
            drawing.rects.push((node, Rect { x: corner.x + inset, y: corner.y, width, height: highest }));
            corner.x += widest + gap;
        }
        y += highest + gap;
    }
    drawing
}

/// Every node after those that lead to it where there is no cycle; the order of the plan among equals.
fn breadth_first(scene: &Scene) -> Vec<usize> {
    let count = scene.graph.nodes.len();
    let mut waiting = vec![0usize; count];
    let mut nexts = vec![Vec::new(); count];
    for &(_, from, to) in &scene.edges {
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
