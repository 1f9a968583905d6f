//! The cards of a plan on one sheet, or on several.
//!
//! Takes a graph, gives sheets. What can be read on one sheet stays on one; else each gets as many subordinates of one
//! superior as it holds, below the card of that superior.

use std::collections::BTreeMap;

use crate::graph::layout::Point;
use crate::graph::sheet::{SHEET_HEIGHT, SHEET_WIDTH, Shape, Sheet, Thing};
use crate::graph::{EdgeKind, Graph, NodeKind};

use super::cards::{Card, WIDTH, cards};
use super::forest::{Forest, Placed};
use super::strips::strips;

const MARGIN: i32 = 24;
const BELOW: i32 = 30;
/// How much larger than a sheet a drawing may be before it is split, in percent.
const MOST: i32 = 150;

pub(super) fn draw(graph: &Graph) -> Vec<Sheet> {
    let cards = cards(graph);
    let heights: Vec<i32> = cards.iter().map(|card| card.height).collect();
    let is_owner = |at: &usize| matches!(graph.nodes[*at].kind, NodeKind::Owner | NodeKind::Outside);
    let members: Vec<usize> = (0..graph.nodes.len()).filter(is_owner).collect();
    let pairs: Vec<(usize, usize)> =
        (graph.edges.iter()).filter(|edge| edge.kind == EdgeKind::Commands).map(|edge| (edge.from, edge.to)).collect();
    let forest = Forest::new(graph.nodes.len(), &pairs, &members);
    let (_, below) = strips(graph, SHEET_WIDTH);
    let placed = forest.place(&heights, below);
    let fits = |placed: &Placed| {
        placed.width <= SHEET_WIDTH * MOST / 100 && placed.height + below <= SHEET_HEIGHT * MOST / 100
    };
    if fits(&placed) {
        return vec![sheet(graph, &cards, placed, true)];
    }
    let mut sheets: Vec<Sheet> =
        split(&forest, &heights).into_iter().map(|part| sheet(graph, &cards, part.place(&heights, 0), false)).collect();
    let (things, height) = strips(graph, SHEET_WIDTH - 2 * MARGIN);
    if height > 0 {
        let mut last = Sheet::default();
        last.add(things, Point { x: MARGIN, y: MARGIN });
        sheets.push(last.fitted(MARGIN));
    }
    sheets
}

fn sheet(graph: &Graph, cards: &[Card], placed: Placed, with_strips: bool) -> Sheet {
    let mut sheet = Sheet::default();
    let corner = Point { x: MARGIN, y: MARGIN };
    let edges = graph.edges.iter().enumerate().filter(|(_, edge)| edge.kind == EdgeKind::Commands);
    let edges: BTreeMap<_, _> = edges.map(|(at, edge)| ((edge.from, edge.to), at)).collect();
    for (from, to, points) in placed.lines {
        let line = Shape::Line { points, curve: None, head: false, class: "command" };
        let thing = match edges.get(&(from, to)) {
            Some(&at) => Thing::edge(at, "commands", line),
            None => Thing::plain("commands").with(line),
        };
        sheet.add(vec![thing], corner);
    }
    for (node, at) in placed.cards {
        sheet.add(cards[node].draw(graph, at), corner);
    }
    if with_strips {
        let (things, _) = strips(graph, placed.width.max(WIDTH * 3));
        sheet.add(things, Point { x: MARGIN, y: MARGIN + placed.height + BELOW });
    }
    sheet.fitted(MARGIN)
}

/// Forests that each fill about a sheet.
fn split(forest: &Forest, heights: &[i32]) -> Vec<Forest> {
    let room = i64::from(SHEET_HEIGHT) * i64::from(SHEET_WIDTH) * 8 / 10;
    let area = |node: usize| i64::from(heights[node] + 14) * i64::from(WIDTH + 26);
    let mut whole = vec![0i64; heights.len()];
    for &(node, _) in forest.below(&forest.roots).iter().rev() {
        whole[node] = area(node) + forest.children[node].iter().map(|&child| whole[child]).sum::<i64>();
    }
    let mut parts = Vec::new();
    let mut small = Packing::new(None, room);
    let mut left: Vec<usize> = forest.roots.iter().rev().copied().collect();
    while let Some(top) = left.pop() {
        if whole[top] <= room {
            small.take(top, whole[top], &mut parts, forest);
            continue;
        }
        let mut packing = Packing::new(Some(top), room - area(top));
        for &child in &forest.children[top] {
            if whole[child] <= room - area(top) {
                packing.take(child, whole[child], &mut parts, forest);
            } else {
                left.push(child);
            }
        }
        packing.close(&mut parts, forest);
    }
    small.close(&mut parts, forest);
    parts
}

/// A sheet being filled.
struct Packing {
    top: Option<usize>,
    room: i64,
    used: i64,
    taken: Vec<usize>,
}

impl Packing {
    fn new(top: Option<usize>, room: i64) -> Self {
        Self { top, room, used: 0, taken: Vec::new() }
    }

    fn take(&mut self, node: usize, area: i64, parts: &mut Vec<Forest>, forest: &Forest) {
        if self.used > 0 && self.used + area > self.room {
            self.close(parts, forest);
        }
        self.used += area;
        self.taken.push(node);
    }

    fn close(&mut self, parts: &mut Vec<Forest>, forest: &Forest) {
        let taken = std::mem::take(&mut self.taken);
        self.used = 0;
        match self.top {
            None if taken.is_empty() => {}
            None => parts.push(Forest { roots: taken, children: forest.children.clone() }),
            Some(top) => {
                let mut children = forest.children.clone();
                children[top] = taken;
                parts.push(Forest { roots: vec![top], children });
            }
        }
    }
}
