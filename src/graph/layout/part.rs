//! One part of a graph, in layers.
//!
//! Takes nodes that edges or clusters hold together, gives a drawing of them. The members of a cluster that no edge
//! touches are one item, a grid of their own. Everything is laid out downward and turned over if it is to run across.

use std::collections::BTreeMap;

use super::drawing::Drawing;
use super::geometry::Rect;
use super::layered::{self, Problem, Solution};
use super::{Axis, Route, Scene, frame, grid, routes};

/// A way to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub axis: Axis,
    /// Over how many layers the many leaves of one node are spread.
    pub spread: usize,
}

impl Style {
    pub const ALL: [Style; 6] = [
        Style { axis: Axis::Across, spread: 1 },
        Style { axis: Axis::Down, spread: 1 },
        Style { axis: Axis::Across, spread: 2 },
        Style { axis: Axis::Down, spread: 2 },
        Style { axis: Axis::Across, spread: 3 },
        Style { axis: Axis::Down, spread: 3 },
    ];
    pub const FEW: &[Style] = &[Style::ALL[0], Style::ALL[1]];

    /// What a reader pays for it, in percent: Chinese runs across, and spread leaves are harder to follow.
    pub fn price(self) -> i32 {
        let turned = if self.axis == Axis::Down { 4 } else { 0 };
        // Spreads are at most three.
        100 + turned + 10 * i32::try_from(self.spread - 1).unwrap_or(0)
    }

    fn gaps(self) -> (i32, i32) {
        match self.axis {
            Axis::Across => (22, 76),
            Axis::Down => (30, 64),
        }
    }
}

/// Nodes that belong together.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    items: Vec<Item>,
    /// Index, from item, to item.
    edges: Vec<(usize, usize, usize)>,
}

/// What is placed as one.
#[derive(Clone, Debug)]
struct Item {
    group: Option<usize>,
    nodes: Vec<usize>,
}

/// The parts of the graph, in the order of their first nodes, and the nodes that belong to none.
pub(super) fn split(scene: &Scene) -> (Vec<Part>, Vec<usize>) {
    let count = scene.graph.nodes.len();
    let mut joined = vec![false; count];
    let mut roots = Roots((0..count + scene.graph.groups.len()).collect());
    for &(_, from, to) in &scene.edges {
        (joined[from], joined[to]) = (true, true);
        roots.join(from, to);
    }
    for (node, group) in scene.groups.iter().enumerate() {
        if let Some(group) = group {
            roots.join(node, count + group);
        }
    }
    let mut loose = Vec::new();
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    let mut item_of = BTreeMap::new();
    let mut grids: BTreeMap<usize, usize> = BTreeMap::new();
    for node in 0..count {
        let group = scene.groups[node];
        if !joined[node] && group.is_none() {
            loose.push(node);
            continue;
        }
        let items = &mut parts.entry(roots.of(node)).or_default().items;
        let grid = group.filter(|_| !joined[node]);
        match grid.and_then(|group| grids.get(&group)) {
            Some(&item) => items[item].nodes.push(node),
            None => {
                item_of.insert(node, items.len());
                grid.map(|group| grids.insert(group, items.len()));
                items.push(Item { group, nodes: vec![node] });
            }
        }
    }
    for &(edge, from, to) in &scene.edges {
        if let Some(part) = parts.get_mut(&roots.of(from)) {
            part.edges.push((edge, item_of[&from], item_of[&to]));
        }
    }
    let mut parts: Vec<Part> = parts.into_values().collect();
    parts.sort_by_key(|part| part.items.first().map(|item| item.nodes[0]));
    (parts, loose)
}

impl Part {
    /// Draws it with its upper left corner at nought; nothing if that did not come out clean.
    pub fn draw(&self, scene: &Scene, style: Style) -> Option<Drawing> {
        let grids: Vec<Drawing> = self.items.iter().map(|item| item.grid(scene)).collect();
        let rects = self.places(&grids, style)?;
        let mut drawing = Drawing::default();
        for (grid, rect) in grids.into_iter().zip(&rects.0) {
            drawing.add(grid.moved(super::Point { x: rect.x, y: rect.y }));
        }
        drawing.routes = rects.1;
        frame::add(scene, &mut drawing);
        frame::is_clean(scene, &drawing).then(|| drawing.cornered())
    }

    /// The box of each item and the way of each edge.
    fn places(&self, grids: &[Drawing], style: Style) -> Option<(Vec<Rect>, Vec<(usize, Route)>)> {
        let turn = |rect: Rect| if style.axis == Axis::Across { rect.swapped() } else { rect };
        let sizes: Vec<(i32, i32)> = grids
            .iter()
            .map(|grid| {
                let size = grid.size();
                let rect = turn(Rect { x: 0, y: 0, width: size.x, height: size.y });
                (rect.width, rect.height)
            })
            .collect();
        let solution = self.solve(sizes.clone(), style)?;
        let rects: Vec<Rect> = (sizes.iter().zip(&solution.middles))
            .map(|(&(width, height), middle)| Rect { x: middle.x - width / 2, y: middle.y - height / 2, width, height })
            .collect();
        let ends: Vec<(usize, usize)> = self.edges.iter().map(|&(_, from, to)| (from, to)).collect();
        let ways = routes::ways(&rects, &ends, &solution.bends);
        let routes = (self.edges.iter().zip(ways))
            .map(|(&(edge, ..), points)| {
                let points =
                    points.into_iter().map(|point| if style.axis == Axis::Across { point.swapped() } else { point });
                (edge, Route { points: points.collect(), axis: style.axis })
            })
            .collect();
        Some((rects.into_iter().map(turn).collect(), routes))
    }

    fn solve(&self, sizes: Vec<(i32, i32)>, style: Style) -> Option<Solution> {
        if let [(width, height)] = sizes[..] {
            let middle = super::Point { x: width / 2, y: height / 2 };
            return Some(Solution { middles: vec![middle], bends: vec![Vec::new(); self.edges.len()] });
        }
        let (box_gap, layer_gap) = style.gaps();
        let clusters = self.items.iter().map(|item| item.group).collect();
        let edges = self.spans(style.spread);
        layered::solve(&Problem { sizes, clusters, edges, box_gap, layer_gap })
    }

    /// The edges with the number of layers each spans: leaves of one node take turns.
    fn spans(&self, spread: usize) -> Vec<(usize, usize, usize)> {
        let mut degree = vec![0usize; self.items.len()];
        for &(_, from, to) in &self.edges {
            degree[from] += 1;
            degree[to] += 1;
        }
        let key = |from: usize, to: usize| match (degree[from], degree[to]) {
            (1, 1) => None,
            (1, _) => Some((to, false)),
            (_, 1) => Some((from, true)),
            _ => None,
        };
        let mut leaves: BTreeMap<(usize, bool), usize> = BTreeMap::new();
        for &(_, from, to) in &self.edges {
            if let Some(key) = key(from, to) {
                *leaves.entry(key).or_default() += 1;
            }
        }
        let mut turn: BTreeMap<(usize, bool), usize> = BTreeMap::new();
        let span = |from: usize, to: usize| {
            let Some(key) = key(from, to).filter(|key| leaves[key] >= 3 * spread) else { return 1 };
            let turn = turn.entry(key).or_default();
            *turn += 1;
            1 + (*turn - 1) % spread
        };
        let mut span = span;
        self.edges.iter().map(|&(_, from, to)| (from, to, span(from, to))).collect()
    }
}

impl Item {
    fn grid(&self, scene: &Scene) -> Drawing {
        grid::cells(scene.boxes, &self.nodes, grid::columns(scene.boxes, &self.nodes))
    }
}

/// Which things are joined: each leads to another of its set, the smallest to itself.
struct Roots(Vec<usize>);

impl Roots {
    fn of(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        self.0[one.max(other)] = one.min(other);
    }
}
