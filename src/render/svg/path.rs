//! Lines and arrowheads.
//!
//! Takes the points of a way, gives path data in whole pixels. The point of an arrowhead lies on the border it leads
//! to; the line ends where the head begins.

use std::fmt::Write;

use crate::graph::layout::{Axis, Point, Route};

const HEAD_LENGTH: i32 = 9;
const HEAD_HALF: i32 = 4;
const CORNER: i32 = 8;

/// The line and the head of an edge.
pub(super) fn arrow(route: &Route) -> Option<(String, String)> {
    let mut points = route.points.clone();
    let tip = points.pop()?;
    let &before = points.last()?;
    let (dx, dy) = entering(before, tip, route.axis);
    let base = Point { x: tip.x - dx * HEAD_LENGTH, y: tip.y - dy * HEAD_LENGTH };
    points.push(base);
    if let [first, second, ..] = points[..]
        && route.axis == Axis::Down
        && first.y == second.y
    {
        // It comes from a leaf on a common stem: drawn from the stem's end, its dashes fall on those of the others.
        points.reverse();
    }
    let head = format!(
        "M{} {}L{} {}L{} {}Z",
        tip.x,
        tip.y,
        base.x - dy * HEAD_HALF,
        base.y - dx * HEAD_HALF,
        base.x + dy * HEAD_HALF,
        base.y + dx * HEAD_HALF
    );
    Some((line(&points, route.axis), head))
}

/// The direction in which the last piece arrives: a step to the right, left, down or up.
fn entering(before: Point, tip: Point, axis: Axis) -> (i32, i32) {
    let across = match axis {
        Axis::Across => before.x != tip.x,
        Axis::Down => before.y == tip.y,
    };
    if across { (if tip.x < before.x { -1 } else { 1 }, 0) } else { (0, if tip.y < before.y { -1 } else { 1 }) }
}

/// The points joined by curves that leave and enter along the axis.
pub(super) fn line(points: &[Point], axis: Axis) -> String {
    let mut data = String::new();
    let Some(first) = points.first() else { return data };
    // Writing to a string cannot fail.
    let _ = write!(data, "M{} {}", first.x, first.y);
    for (at, pair) in points.windows(2).enumerate() {
        let (a, b) = (pair[0], pair[1]);
        let _ = if let Some((stop, go)) = points.get(at + 2).and_then(|&c| corner(a, b, c)) {
            write!(data, "L{} {}Q{} {} {} {}", stop.x, stop.y, b.x, b.y, go.x, go.y)
        } else if a.x == b.x || a.y == b.y {
            write!(data, "L{} {}", b.x, b.y)
        } else if axis == Axis::Across {
            let middle = a.x + (b.x - a.x) / 2;
            write!(data, "C{middle} {} {middle} {} {} {}", a.y, b.y, b.x, b.y)
        } else {
            let middle = a.y + (b.y - a.y) / 2;
            write!(data, "C{} {middle} {} {middle} {} {}", a.x, b.x, b.x, b.y)
        };
    }
    data
}

/// Where a corner at `b` begins and ends, if the ways to it and from it are straight and at a right angle.
fn corner(a: Point, b: Point, c: Point) -> Option<(Point, Point)> {
    let right_angle = (a.x == b.x && b.y == c.y) || (a.y == b.y && b.x == c.x);
    let reach = |p: Point| (p.x - b.x).abs() + (p.y - b.y).abs();
    let radius = CORNER.min(reach(a) / 2).min(reach(c) / 2);
    let toward = |p: Point| Point { x: b.x + (p.x - b.x).signum() * radius, y: b.y + (p.y - b.y).signum() * radius };
    (right_angle && radius > 0).then(|| (toward(a), toward(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_touches_the_end_and_the_line_stops_before_it() {
        let points = vec![Point { x: 0, y: 0 }, Point { x: 40, y: 20 }, Point { x: 60, y: 20 }];
        let (line, head) = arrow(&Route { points, axis: Axis::Across }).unwrap();
        assert_eq!(line, "M0 0C20 0 20 20 40 20L51 20");
        assert_eq!(head, "M60 20L51 16L51 24Z");
    }
}
