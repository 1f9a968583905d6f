//! Leaves that hang from a stem.
//!
//! Takes the many leaves of one node, gives one item: the leaves one below the other, a stem to their left, as in the
//! charts that hang in offices. Only for drawings that run downward.

use std::collections::BTreeMap;

use super::boxes::Lettered;
use super::drawing::Drawing;
use super::geometry::{Point, Rect};
use super::part::{Item, Link, Part};

/// From the left side of the item to the leaves.
const INDENT: i32 = 26;
/// From the left side of the item to the stem.
const STEM: i32 = 6;
const GAP: i32 = 14;
const FEWEST: usize = 2;
const CROOKED: i32 = 5;

/// The same part with its leaves in stacks of at most `most`.
pub(super) fn gathered(part: &Part, most: usize) -> Part {
    let stacks = stacks(part, most);
    let stacked: BTreeMap<usize, usize> =
        stacks.iter().enumerate().flat_map(|(at, (leaves, _))| leaves.iter().map(move |&leaf| (leaf, at))).collect();
    let mut place = vec![0; part.items.len()];
    let mut gathered = Part::default();
    for (at, item) in part.items.iter().enumerate().filter(|(at, _)| !stacked.contains_key(at)) {
        place[at] = gathered.items.len();
        gathered.items.push(item.clone());
    }
    for link in &part.links {
        if !stacked.contains_key(&link.from) && !stacked.contains_key(&link.to) {
            gathered.links.push(Link { from: place[link.from], to: place[link.to], edges: link.edges.clone() });
        }
    }
    for (leaves, links) in stacks {
        let nodes: Vec<usize> = leaves.iter().map(|&leaf| part.items[leaf].nodes[0]).collect();
        let link = &part.links[links[0]];
        let own = gathered.items.len();
        let (from, to) = if leaves.contains(&link.to) { (place[link.from], own) } else { (own, place[link.to]) };
        let edges = links.iter().zip(&nodes).map(|(&link, &node)| (part.links[link].edges[0].0, Some(node)));
        gathered.links.push(Link { from, to, edges: edges.collect() });
        gathered.items.push(Item { group: part.items[leaves[0]].group, nodes, stacked: true });
    }
    gathered
}

/// The items of each stack and the links to them.
fn stacks(part: &Part, most: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut degree = vec![0usize; part.items.len()];
    for link in &part.links {
        degree[link.from] += 1;
        degree[link.to] += 1;
    }
    let mut of_parent: BTreeMap<_, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (at, link) in part.links.iter().enumerate() {
        let (parent, leaf) = match (degree[link.from], degree[link.to]) {
            (2.., 1) => (link.from, link.to),
            (1, 2..) => (link.to, link.from),
            _ => continue,
        };
        let (leaves, links) = of_parent.entry((parent, leaf == link.to, part.items[leaf].group)).or_default();
        leaves.push(leaf);
        links.push(at);
    }
    let mut stacks = Vec::new();
    for (leaves, links) in of_parent.into_values().filter(|(leaves, _)| leaves.len() >= FEWEST) {
        // As many stacks as needed, and these about equally high.
        let each = leaves.len().div_ceil(leaves.len().div_ceil(most.max(1)));
        stacks.extend(leaves.chunks(each).map(<[_]>::to_vec).zip(links.chunks(each).map(<[_]>::to_vec)));
    }
    stacks
}

/// The boxes of a stack, the corner of the item at nought.
pub(super) fn hung(boxes: &[Lettered], nodes: &[usize]) -> Drawing {
    let mut drawing = Drawing::default();
    let mut y = 0;
    for &node in nodes {
        let Lettered { width, height, .. } = boxes[node];
        drawing.rects.push((node, Rect { x: INDENT, y, width, height }));
        y += height + GAP;
    }
    drawing
}

/// The way of a link to or from a stack, led on along the stem to one of its leaves.
pub(super) fn branch(mut way: Vec<Point>, stack: Rect, leaf: Rect, inward: bool) -> Vec<Point> {
    let stem = stack.x + STEM;
    let turn = Point { x: stem, y: leaf.center().y };
    let end = Point { x: leaf.x, y: turn.y };
    if !inward {
        way.reverse();
    }
    way.pop();
    let edge = if inward { stack.y } else { stack.bottom() };
    way.pop_if(|last| last.y == edge);
    // A stem almost below the middle of its box would hang by a crooked thread.
    if way.iter().all(|point| (point.x - stem).abs() <= CROOKED) {
        way.iter_mut().for_each(|point| point.x = stem);
    }
    way.push(Point { x: stem, y: edge });
    way.extend([turn, end]);
    if !inward {
        way.reverse();
    }
    way
}
