//! The ways of edges between boxes.
//!
//! Takes placed boxes and the points where a layer is crossed, gives ways that leave a border at a right angle, run
//! straight past the boxes of each layer between, and enter a border at a right angle. Ends on the same side of a box
//! are set apart in the order of where they come from.

use std::collections::BTreeMap;

use super::drawing::Drawing;
use super::geometry::{Point, Rect};
use super::{Axis, Route, Scene};

/// At most so far apart are two ends on one side of a box.
const END_GAP: i32 = 14;
/// How far ends keep from the corners.
const CORNER: i32 = 10;
const LOOP: Point = Point { x: 16, y: 7 };

/// An end of an edge on a side of a box; they sort by where the other end lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct End {
    toward: i32,
    edge: usize,
    starts: bool,
}

/// The layers of a drawing that runs downward: where the middle of each is, and half its height.
#[derive(Clone, Debug)]
pub(super) struct Layers {
    middle_of: Vec<i32>,
    halves: BTreeMap<i32, i32>,
}

impl Layers {
    /// The layers of boxes each of which lies in the middle of its own.
    pub fn new(rects: &[Rect]) -> Self {
        let mut halves = BTreeMap::new();
        for rect in rects {
            let half = halves.entry(rect.center().y).or_insert(0);
            *half = (rect.height / 2).max(*half);
        }
        Self { middle_of: rects.iter().map(|rect| rect.center().y).collect(), halves }
    }

    /// The middle of the layer of a box.
    pub fn of(&self, at: usize) -> i32 {
        self.middle_of[at]
    }

    /// The upper or lower edge of the layer of a box.
    pub fn edge(&self, at: usize, lower: bool) -> i32 {
        let half = self.half(self.of(at));
        if lower { self.of(at) + half } else { self.of(at) - half }
    }

    fn half(&self, middle: i32) -> i32 {
        self.halves.get(&middle).copied().unwrap_or(0)
    }
}

/// The ways of edges in a drawing whose layers run downward.
pub(super) fn ways(rects: &[Rect], layers: &Layers, edges: &[(usize, usize)], bends: &[Vec<Point>]) -> Vec<Vec<Point>> {
    let crossings: Vec<Vec<Point>> = (edges.iter().zip(bends))
        .map(|(&(from, to), bends)| {
            let (from, to) = (layers.of(from), layers.of(to));
            let between = |y: i32| (from.min(to) < y) && (y < from.max(to));
            bends.iter().copied().filter(|bend| between(bend.y) && layers.halves.contains_key(&bend.y)).collect()
        })
        .collect();
    let ports = ports(rects, layers, edges, &crossings);
    (edges.iter().zip(&crossings).zip(ports))
        .map(|((&(from, to), crossings), (start, end))| {
            let sign = if layers.of(to) < layers.of(from) { -1 } else { 1 };
            let leaves = |y: i32, x: i32| Point { x, y: y + sign * layers.half(y) };
            let enters = |y: i32, x: i32| Point { x, y: y - sign * layers.half(y) };
            let mut points = vec![start, leaves(layers.of(from), start.x)];
            points.extend(crossings.iter().flat_map(|at| [enters(at.y, at.x), leaves(at.y, at.x)]));
            points.extend([enters(layers.of(to), end.x), end]);
            points.dedup();
            points
        })
        .collect()
}

/// Straight on between neighbours in a grid: down or up between rows, across within one.
pub(super) fn add_direct(scene: &Scene, drawing: &mut Drawing) {
    let rects: BTreeMap<usize, Rect> = drawing.rects.iter().copied().collect();
    for &(edge, from, to) in &scene.edges {
        // Some nodes may be drawn elsewhere.
        let (Some(from), Some(to)) = (rects.get(&from), rects.get(&to)) else { continue };
        let route = if from.y < to.bottom() && to.y < from.bottom() {
            let (start, end) = facing(from.swapped(), to.swapped());
            Route { points: vec![start.swapped(), end.swapped()], axis: Axis::Across }
        } else {
            let (start, end) = facing(*from, *to);
            Route { points: vec![start, end], axis: Axis::Down }
        };
        drawing.routes.push((edge, route));
    }
}

/// Small loops at the right side of nodes that lead to themselves.
pub(super) fn add_loops(scene: &Scene, drawing: &mut Drawing) {
    let rects: BTreeMap<usize, Rect> = drawing.rects.iter().copied().collect();
    for &(edge, node) in &scene.loops {
        let Some(rect) = rects.get(&node) else { continue };
        let (right, middle) = (rect.right(), rect.center().y);
        let [above, below] = [middle - LOOP.y, middle + LOOP.y];
        let points = [(right, above), (right + LOOP.x, above), (right + LOOP.x, below), (right, below)];
        let points = points.into_iter().map(|(x, y)| Point { x, y }).collect();
        drawing.routes.push((edge, Route { points, axis: Axis::Across }));
    }
}

/// The middles of the sides that face each other, the one box above the other.
fn facing(from: Rect, to: Rect) -> (Point, Point) {
    if from.y <= to.y {
        (Point { x: from.center().x, y: from.bottom() }, Point { x: to.center().x, y: to.y })
    } else {
        (Point { x: from.center().x, y: from.y }, Point { x: to.center().x, y: to.bottom() })
    }
}

/// Where each edge starts and ends.
fn ports(rects: &[Rect], layers: &Layers, edges: &[(usize, usize)], crossings: &[Vec<Point>]) -> Vec<(Point, Point)> {
    // By box, and whether it is the upper side.
    let mut sides: BTreeMap<(usize, bool), Vec<End>> = BTreeMap::new();
    for (edge, (&(from, to), crossings)) in edges.iter().zip(crossings).enumerate() {
        let upward = layers.of(to) < layers.of(from);
        let toward = |point: Option<&Point>, other: usize| point.map_or(rects[other].center().x, |point| point.x);
        let start = End { toward: toward(crossings.first(), to), edge, starts: true };
        let end = End { toward: toward(crossings.last(), from), edge, starts: false };
        sides.entry((from, upward)).or_default().push(start);
        sides.entry((to, !upward)).or_default().push(end);
    }
    let mut ports = vec![(Point::default(), Point::default()); edges.len()];
    for ((node, upper), mut ends) in sides {
        ends.sort_unstable();
        let rect = rects[node];
        let y = if upper { rect.y } else { rect.bottom() };
        // No graph that is laid out in layers has more edges than fit.
        let count = i32::try_from(ends.len()).unwrap_or(i32::MAX);
        let room = (rect.width - 2 * CORNER).min(END_GAP.saturating_mul(count - 1));
        for (end, at) in ends.iter().zip(0..) {
            let x = rect.center().x - room / 2 + if count > 1 { room * at / (count - 1) } else { 0 };
            let port = if end.starts { &mut ports[end.edge].0 } else { &mut ports[end.edge].1 };
            *port = Point { x, y };
        }
    }
    ports
}
