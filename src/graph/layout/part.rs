//! One part of a graph.
//!
//! Takes nodes that edges or clusters hold together, gives a drawing of them in a given style. The members of a
//! cluster that no edge touches are one item, a grid of their own; so are, in some styles, the leaves of a node.
//! Everything is laid out downward and turned over if it is to run across.

use std::collections::BTreeMap;

use super::drawing::Drawing;
use super::geometry::{Point, Rect};
use super::layered::{self, Problem};
use super::style::Style;
use super::{Axis, Route, Scene, frame, grid, lanes, routes, snake, stack};

/// Nodes that belong together.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub items: Vec<Item>,
    pub links: Vec<Link>,
}

/// What is placed as one.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub group: Option<usize>,
    pub nodes: Vec<usize>,
    /// Whether its nodes hang from a stem, one below the other.
    pub stacked: bool,
}

/// What joins two items: an edge, or the edges of a stack.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub from: usize,
    pub to: usize,
    /// Index of the edge, and the node in the stack it leads to or from.
    pub edges: Vec<(usize, Option<usize>)>,
}

/// The parts of the graph, in the order of their first nodes, and the nodes that belong to none.
pub(super) fn split(scene: &Scene) -> (Vec<Part>, Vec<usize>) {
    let (joined, mut roots) = connections(scene);
    let mut loose = Vec::new();
    let mut parts: BTreeMap<usize, Part> = BTreeMap::new();
    let mut item_of = BTreeMap::new();
    let mut grids: BTreeMap<usize, usize> = BTreeMap::new();
    for (node, (&group, &joined)) in scene.groups.iter().zip(&joined).enumerate() {
        if !joined && group.is_none() {
            loose.push(node);
            continue;
        }
        let items = &mut parts.entry(roots.of(node)).or_default().items;
        let grid = group.filter(|_| !joined);
        if let Some(&item) = grid.and_then(|group| grids.get(&group)) {
            items[item].nodes.push(node);
            continue;
        }
        item_of.insert(node, items.len());
        grid.map(|group| grids.insert(group, items.len()));
        items.push(Item { group, nodes: vec![node], stacked: false });
    }
    for &(edge, from, to) in &scene.edges {
        if let Some(part) = parts.get_mut(&roots.of(from)) {
            part.links.push(Link { from: item_of[&from], to: item_of[&to], edges: vec![(edge, None)] });
        }
    }
    let mut parts: Vec<Part> = parts.into_values().collect();
    parts.sort_by_key(|part| part.items.first().map(|item| item.nodes[0]));
    (parts, loose)
}

/// Which nodes have edges, and what edges and clusters join.
fn connections(scene: &Scene) -> (Vec<bool>, Roots) {
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
    (joined, roots)
}

impl Part {
    /// Draws it with its upper left corner at nought; nothing if that did not come out clean.
    pub fn draw(&self, scene: &Scene, style: Style) -> Option<Drawing> {
        let mut drawing = match style.stack {
            Some(most) => stack::gathered(self, most).layers(scene, style)?,
            None => self.layers(scene, style)?,
        };
        if let Some(path) = snake::path(self)
            && let Some(folded) = snake::folded(scene, &path, drawing.smallness())
        {
            drawing = folded;
        }
        frame::add(scene, &mut drawing);
        frame::is_clean(scene, &drawing).then(|| drawing.cornered())
    }

    /// How many clusters it spans.
    pub fn clusters(&self) -> usize {
        self.items.iter().filter_map(|item| item.group).collect::<std::collections::BTreeSet<_>>().len()
    }

    fn layers(&self, scene: &Scene, style: Style) -> Option<Drawing> {
        let across = style.axis == Axis::Across;
        let turn = |rect: Rect| if across { rect.swapped() } else { rect };
        let insides: Vec<Drawing> = self.items.iter().map(|item| item.inside(scene)).collect();
        let sizes = insides.iter().map(|inside| {
            let size = inside.size();
            let rect = turn(Rect { x: 0, y: 0, width: size.x, height: size.y });
            (rect.width, rect.height)
        });
        let (rects, ways) = self.places(sizes.collect(), style)?;
        let rects: Vec<Rect> = rects.into_iter().map(turn).collect();
        let mut drawing = Drawing::default();
        for (inside, rect) in insides.into_iter().zip(&rects) {
            drawing.add(inside.moved(Point { x: rect.x, y: rect.y }));
        }
        let boxes: BTreeMap<usize, Rect> = drawing.rects.iter().copied().collect();
        for (link, way) in self.links.iter().zip(ways) {
            let way: Vec<Point> = way.into_iter().map(|point| if across { point.swapped() } else { point }).collect();
            for &(edge, leaf) in &link.edges {
                let points = match leaf {
                    Some(leaf) => {
                        stack::branch(way.clone(), rects[link.stack(self)], boxes[&leaf], link.to_stack(self))
                    }
                    None => way.clone(),
                };
                drawing.routes.push((edge, Route { points, axis: style.axis }));
            }
        }
        Some(drawing)
    }

    /// The box of each item and the way of each link, downward.
    fn places(&self, sizes: Vec<(i32, i32)>, style: Style) -> Option<(Vec<Rect>, Vec<Vec<Point>>)> {
        if let [(width, height)] = sizes[..] {
            return Some((vec![Rect { x: 0, y: 0, width, height }], Vec::new()));
        }
        let (box_gap, layer_gap) = style.gaps();
        let clusters = self.items.iter().map(|item| item.group).collect();
        let ends: Vec<(usize, usize)> = self.links.iter().map(|link| (link.from, link.to)).collect();
        let problem = Problem { sizes, clusters, edges: ends.clone(), box_gap, layer_gap };
        let solution = if style.lanes { lanes::solve(&problem) } else { layered::solve(&problem) }?;
        let mut rects = lanes::boxes(&problem.sizes, &solution.middles);
        let layers = routes::Layers::new(&rects);
        for (at, _) in self.items.iter().enumerate().filter(|(_, item)| item.stacked) {
            let below = self.links.iter().any(|link| link.to == at);
            rects[at].y = layers.edge(at, !below) - if below { 0 } else { rects[at].height };
        }
        let ways = routes::ways(&rects, &layers, &ends, &solution.bends);
        Some((rects, ways))
    }
}

impl Link {
    fn to_stack(&self, part: &Part) -> bool {
        part.items[self.to].stacked
    }

    fn stack(&self, part: &Part) -> usize {
        if self.to_stack(part) { self.to } else { self.from }
    }
}

impl Item {
    fn inside(&self, scene: &Scene) -> Drawing {
        if self.stacked {
            return stack::hung(scene.boxes, &self.nodes);
        }
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
