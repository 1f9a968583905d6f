//! How good a picture is, in numbers: what covers what, what crosses what.
//!
//! Takes a picture as it is drawn, curves and all, gives counts. Nothing is rated by the graph alone.

use super::layout::{Axis, Layout, Point, Rect};
use super::sheet::{Role, Shape, Sheet};
use super::{Drawing, Picture};

/// The counts of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Pairs of boxes that overlap.
    pub overlapping_boxes: usize,
    /// Pairs of lines of words that overlap.
    pub overlapping_words: usize,
    /// Edges that pass through a box they do not join, and how often.
    pub edges_through_boxes: usize,
    /// Pairs of edges without a common end that cross.
    pub crossings: usize,
}

/// A line as it is drawn: the nodes it joins and the points it passes.
#[derive(Clone, Debug)]
pub struct Way {
    /// The nodes at its ends.
    pub ends: (usize, usize),
    /// Its points, close enough to be joined by straight lines.
    pub points: Vec<Point>,
}

/// Measures a picture, all sheets together.
pub fn measure(picture: &Picture) -> Figures {
    let ends =
        |edge: usize| picture.graph.edges.get(edge).map_or((usize::MAX, usize::MAX), |edge| (edge.from, edge.to));
    match &picture.drawing {
        Drawing::Layers(layout) => of_layout(layout, ends),
        Drawing::Sheets(sheets) => {
            sheets.iter().map(|sheet| of_sheet(sheet, ends)).fold(Figures::default(), |a, b| Figures {
                overlapping_boxes: a.overlapping_boxes + b.overlapping_boxes,
                overlapping_words: a.overlapping_words + b.overlapping_words,
                edges_through_boxes: a.edges_through_boxes + b.edges_through_boxes,
                crossings: a.crossings + b.crossings,
            })
        }
    }
}

/// How many pairs of ways without a common end cross.
pub fn crossings(ways: &[Way]) -> usize {
    let bounds: Vec<Rect> = ways.iter().map(|way| bounds(&way.points)).collect();
    let mut crossings = 0;
    for (at, way) in ways.iter().enumerate() {
        for (other, bound) in ways.iter().zip(&bounds).skip(at + 1) {
            let (a, b) = (way.ends, other.ends);
            let is_apart = a.0 != b.0 && a.0 != b.1 && a.1 != b.0 && a.1 != b.1;
            if is_apart && near(bounds[at], *bound) && meet(&way.points, &other.points) {
                crossings += 1;
            }
        }
    }
    crossings
}

fn of_layout(layout: &Layout, ends: impl Fn(usize) -> (usize, usize)) -> Figures {
    let boxes: Vec<(usize, Rect)> = layout.nodes.iter().map(|node| node.rect).enumerate().collect();
    let ways: Vec<Way> = (layout.edges.iter().enumerate())
        .filter_map(|(edge, route)| {
            route.as_ref().map(|route| Way { ends: ends(edge), points: sampled(&route.points, Some(route.axis)) })
        })
        .collect();
    figures(&boxes, &[], &ways)
}

fn of_sheet(sheet: &Sheet, ends: impl Fn(usize) -> (usize, usize)) -> Figures {
    let (mut boxes, mut words, mut ways) = (Vec::new(), Vec::new(), Vec::new());
    let (mut numbers, mut links) = (Vec::new(), Vec::new());
    for thing in &sheet.things {
        let whole = match thing.role {
            Role::Node(node) => Some(node),
            // No node has such a number.
            Role::Group(group) => Some(usize::MAX - 1 - group),
            _ => None,
        };
        if let Some(node) = whole {
            numbers.push(node);
            let solid = thing.shapes.iter().find(|shape| matches!(shape, Shape::Box { .. } | Shape::Outline { .. }));
            boxes.extend(solid.map(|shape| (node, shape.bounds())));
        }
        for shape in &thing.shapes {
            match (shape, thing.role) {
                (Shape::Words { .. }, _) => words.push(shape.bounds()),
                (Shape::Line { points, curve, .. }, Role::Edge(edge)) => {
                    ways.push(Way { ends: ends(edge), points: sampled(points, *curve) });
                }
                (Shape::Line { points, curve, .. }, Role::Link(from, to)) => {
                    links.push((from, to, sampled(points, *curve)))
                }
                _ => {}
            }
        }
    }
    let number = |place: usize| numbers.get(place).copied().unwrap_or(usize::MAX);
    ways.extend(links.into_iter().map(|(from, to, points)| Way { ends: (number(from), number(to)), points }));
    figures(&boxes, &words, &ways)
}

fn figures(boxes: &[(usize, Rect)], words: &[Rect], ways: &[Way]) -> Figures {
    let rects: Vec<Rect> = boxes.iter().map(|(_, rect)| *rect).collect();
    let through = ways.iter().map(|way| {
        let around = bounds(&way.points);
        let is_other = |node: usize| node != way.ends.0 && node != way.ends.1;
        let others = boxes.iter().filter(|(node, rect)| is_other(*node) && near(around, *rect));
        others.filter(|(_, rect)| passes(&way.points, rect.grown(-2))).count()
    });
    Figures {
        overlapping_boxes: overlaps(rects),
        overlapping_words: overlaps(words.to_vec()),
        edges_through_boxes: through.sum(),
        crossings: crossings(ways),
    }
}

/// Pairs that overlap; sorted from the left, so that only what is near is compared.
fn overlaps(mut rects: Vec<Rect>) -> usize {
    rects.retain(|rect| rect.width > 0 && rect.height > 0);
    rects.sort_by_key(|rect| (rect.x, rect.y));
    let pairs = rects.iter().enumerate().map(|(at, rect)| {
        let near = rects[at + 1..].iter().take_while(|other| other.x < rect.right());
        near.filter(|other| rect.overlaps(other)).count()
    });
    pairs.sum()
}

/// The points of a curve, close together.
fn sampled(points: &[Point], curve: Option<Axis>) -> Vec<Point> {
    const PIECES: i64 = 16;
    let Some(axis) = curve else { return points.to_vec() };
    let mut all: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        if a.x == b.x || a.y == b.y {
            all.push(b);
            continue;
        }
        let (c, d) = match axis {
            Axis::Across => (Point { x: (a.x + b.x) / 2, y: a.y }, Point { x: (a.x + b.x) / 2, y: b.y }),
            Axis::Down => (Point { x: a.x, y: (a.y + b.y) / 2 }, Point { x: b.x, y: (a.y + b.y) / 2 }),
        };
        all.extend((1..=PIECES).map(|at| bezier([a, c, d, b], at, PIECES)));
    }
    all
}

/// A point of a cubic curve, `at` of `of` along it.
pub fn bezier([a, b, c, d]: [Point; 4], at: i64, of: i64) -> Point {
    let (t, s) = (at, of - at);
    let mix = |a: i32, b: i32, c: i32, d: i32| {
        let sum = s * s * s * i64::from(a)
            + 3 * s * s * t * i64::from(b)
            + 3 * s * t * t * i64::from(c)
            + t * t * t * i64::from(d);
        i32::try_from(sum / (of * of * of).max(1)).unwrap_or(0)
    };
    Point { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) }
}

fn bounds(points: &[Point]) -> Rect {
    let dots = points.iter().map(|point| Rect { x: point.x, y: point.y, width: 0, height: 0 });
    super::layout::around(dots).unwrap_or_default()
}

fn near(a: Rect, b: Rect) -> bool {
    a.x <= b.right() && b.x <= a.right() && a.y <= b.bottom() && b.y <= a.bottom()
}

fn meet(a: &[Point], b: &[Point]) -> bool {
    a.windows(2).any(|one| b.windows(2).any(|other| cross(one[0], one[1], other[0], other[1])))
}

fn passes(points: &[Point], rect: Rect) -> bool {
    if rect.width <= 0 || rect.height <= 0 {
        return false;
    }
    let corners = [
        Point { x: rect.x, y: rect.y },
        Point { x: rect.right(), y: rect.y },
        Point { x: rect.right(), y: rect.bottom() },
        Point { x: rect.x, y: rect.bottom() },
    ];
    let is_inside =
        |point: &Point| rect.x < point.x && point.x < rect.right() && rect.y < point.y && point.y < rect.bottom();
    // The diagonals lie within: what passes from corner to corner crosses one of them and no side.
    let lines = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)];
    let crosses = |pair: &[Point]| lines.iter().any(|&(a, b)| cross(pair[0], pair[1], corners[a], corners[b]));
    points.iter().any(is_inside) || points.windows(2).any(crosses)
}

/// Whether two pieces cross in a point that is no end of either.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |a: Point, b: Point, c: Point| {
        let (abx, aby) = (i64::from(b.x) - i64::from(a.x), i64::from(b.y) - i64::from(a.y));
        let (acx, acy) = (i64::from(c.x) - i64::from(a.x), i64::from(c.y) - i64::from(a.y));
        (abx * acy - aby * acx).signum()
    };
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(ends: (usize, usize), points: [(i32, i32); 2]) -> Way {
        Way { ends, points: points.map(|(x, y)| Point { x, y }).to_vec() }
    }

    #[test]
    fn what_crosses_is_counted_once() {
        let ways = [way((0, 1), [(0, 0), (10, 10)]), way((2, 3), [(0, 10), (10, 0)]), way((0, 4), [(0, 10), (10, 0)])];
        assert_eq!(crossings(&ways), 1);
        let rect = Rect { x: 4, y: 4, width: 4, height: 4 };
        assert!(passes(&ways[0].points, rect));
        assert!(!passes(&way((0, 1), [(0, 0), (10, 1)]).points, rect));
        assert_eq!(overlaps(vec![rect, Rect { x: 7, ..rect }, Rect { x: 8, ..rect }]), 2);
    }
}
