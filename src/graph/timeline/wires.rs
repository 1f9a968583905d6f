//! The lines between bars: what waits for what.
//!
//! Takes the bars of one sheet, gives lines of straight pieces. They go down beside the bars, never through one, as
//! far as there is room for that; between two rows there always is.

use crate::graph::layout::{Point, Rect};

use super::axis::{Axis, GUTTER};

/// The bar of a row and the row itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub bar: Rect,
    pub top: i32,
    pub bottom: i32,
}

const OUT: i32 = 7;
const STEP: i32 = 6;

/// The line from the end of one bar to the beginning of another.
pub(super) fn wire(from: Placed, to: Placed, bars: &[Placed], axis: &Axis) -> Vec<Point> {
    let (start, begin) = (Point { x: from.bar.right(), y: from.bar.center().y }, to.bar.center().y);
    let (low, high) = if from.top < to.top { (from.bottom, to.top) } else { (to.bottom, from.top) };
    let is_free = |x: i32| {
        let meets = |bar: &Rect| bar.x - 2 <= x && x <= bar.right() + 2;
        !bars.iter().any(|placed| placed.top >= low && placed.bottom <= high && meets(&placed.bar))
    };
    let first = start.x + OUT;
    let right = (0..).map(|step| first + step * STEP).take_while(|x| *x < axis.right() + GUTTER);
    let down = right.clone().find(|&x| is_free(x)).unwrap_or(first);
    // Straight into its beginning, if that lies further on.
    if down <= to.bar.x - OUT {
        return vec![
            start,
            Point { x: down, y: start.y },
            Point { x: down, y: begin },
            Point { x: to.bar.x, y: begin },
        ];
    }
    let between = if from.top < to.top { to.top + 1 } else { to.bottom - 1 };
    let edge = if from.top < to.top { to.bar.y } else { to.bar.bottom() };
    let into = to.bar.x + (to.bar.width / 2).min(6);
    vec![
        start,
        Point { x: down, y: start.y },
        Point { x: down, y: between },
        Point { x: into, y: between },
        Point { x: into, y: edge },
    ]
}
