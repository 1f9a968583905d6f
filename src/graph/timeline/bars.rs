//! The bar of a row: from when to when, as sure as it was written.
//!
//! Takes a node, the axis and the middle of its row, gives shapes and where lines may join them.

use crate::graph::layout::{Point, Rect};
use crate::graph::sheet::{Shape, Thing};
use crate::graph::{Days, Flag, Node, NodeKind, Time, lettering};

use super::axis::Axis;

const HALF: i32 = 7;
const FONT: i32 = 12;
/// A bar is never thinner.
const LEAST: i32 = 4;

/// The bar of a row, and its box, if it has one.
pub(super) fn bar(at: usize, node: &Node, axis: &Axis, y: i32) -> (Thing, Option<Rect>) {
    let class = match (node.kind, node.flag, node.critical) {
        (_, Some(Flag::Cycle), _) => "bar-node cyclic",
        (_, _, true) => "bar-node critical",
        (NodeKind::Quota, ..) => "bar-node quota",
        _ => "bar-node",
    };
    let mut thing = Thing::node(at, class);
    thing.hover.clone_from(&node.hover);
    thing.link.clone_from(&node.link);
    let empty = Time::default();
    let time = node.time.as_ref().unwrap_or(&empty);
    if !time.marks.is_empty() {
        return (marks(thing, node, time, axis, y), None);
    }
    match (time.start, time.end) {
        (Some(start), Some(end)) => whole(thing, axis, y, start, end),
        (None, Some(end)) => deadline(thing, axis, y, end),
        (Some(start), None) => running(thing, axis, y, start),
        (None, None) => (undated(thing, time, axis, y), None),
    }
}

fn rect(from: i32, to: i32, y: i32) -> Rect {
    Rect { x: from, y: y - HALF, width: (to - from).max(LEAST), height: 2 * HALF }
}

/// Both ends are known; what is unsure of them is drawn lighter.
fn whole(mut thing: Thing, axis: &Axis, y: i32, start: Days, end: Days) -> (Thing, Option<Rect>) {
    let all = rect(axis.start(start.first), axis.end(end.last.max(start.first)), y);
    let sure = rect(axis.start(start.last.min(end.first)), axis.end(end.first.max(start.last.min(end.last))), y);
    thing.shapes.push(Shape::Box { rect: all, radius: 3, class: "unsure" });
    let sure = if end.count() == 1 && start.count() == 1 { all } else { sure };
    thing.shapes.push(Shape::Box { rect: sure, radius: 3, class: "sure" });
    if end.count() == 1 {
        thing.shapes.push(edge(all.right(), y));
    }
    (thing, Some(all))
}

/// Only when it is due: a thin line up to its last day, and a light stretch over the month, year or phase that it is
/// written with, which is no month of work.
fn deadline(mut thing: Thing, axis: &Axis, y: i32, end: Days) -> (Thing, Option<Rect>) {
    let x = ((axis.start(end.last) + axis.end(end.last)) / 2).clamp(axis.left() + HALF, axis.right() - HALF);
    let opens = if end.count() == 1 { x } else { axis.start(end.first).clamp(axis.left(), x) };
    let line = |from, to, class| Shape::Line {
        points: vec![Point { x: from, y }, Point { x: to, y }],
        curve: None,
        head: false,
        class,
    };
    if opens > axis.left() {
        thing.shapes.push(line(axis.left(), opens, "until"));
    }
    if opens < x {
        thing.shapes.push(line(opens, x, "window"));
    }
    thing.shapes.push(diamond(x, y, HALF, if end.count() == 1 { "sure" } else { "open" }));
    (thing, Some(Rect { x: x - HALF, y: y - HALF, width: 2 * HALF, height: 2 * HALF }))
}

/// Only when it begins: it runs off the picture.
fn running(mut thing: Thing, axis: &Axis, y: i32, start: Days) -> (Thing, Option<Rect>) {
    let all = rect(axis.start(start.first), axis.right(), y);
    thing.shapes.push(Shape::Box { rect: all, radius: 3, class: "unsure" });
    (thing, Some(all))
}

fn undated(thing: Thing, time: &Time, axis: &Axis, y: i32) -> Thing {
    let words = if time.words.is_empty() { "未定时限" } else { &time.words };
    let words = lettering::wrap(words, FONT, 400, 1).into_iter().next().unwrap_or_default();
    thing.with(Shape::words(Point { x: axis.left() + 8, y: y + 4 }, FONT, "undated", words))
}

/// Ticks for what comes round; diamonds with their values for what is to be reached.
fn marks(mut thing: Thing, node: &Node, time: &Time, axis: &Axis, y: i32) -> Thing {
    let is_rhythm = node.id.starts_with("rhythm:");
    if is_rhythm {
        // What comes round by the day or the week has no room for ticks: it goes on all the time.
        let class = if time.marks.iter().any(|mark| mark.days.count() > 1) { "always" } else { "rhythm" };
        let points = vec![Point { x: axis.left(), y }, Point { x: axis.right(), y }];
        thing.shapes.push(Shape::Line { points, curve: None, head: false, class });
    }
    let mut free = axis.left();
    for (number, mark) in time.marks.iter().enumerate() {
        let x = axis.end(mark.days.last).min(axis.right() - 5);
        if is_rhythm {
            if mark.days.count() == 1 {
                thing.shapes.push(tick(x, y));
            }
            continue;
        }
        thing.shapes.push(diamond(x, y, 5, "mark"));
        let wide = lettering::width(&mark.words, FONT);
        let before = time.marks[..number].iter().map(|mark| axis.end(mark.days.last) + 8).max().unwrap_or(0);
        let left = x - 9 - wide;
        if left >= free.max(before) {
            thing.shapes.push(Shape::words(Point { x: left, y: y + 4 }, FONT, "value", mark.words.clone()));
            free = x + 8;
        }
    }
    thing
}

fn edge(x: i32, y: i32) -> Shape {
    let points = vec![Point { x: x - 1, y: y - HALF - 2 }, Point { x: x - 1, y: y + HALF + 2 }];
    Shape::Line { points, curve: None, head: false, class: "due" }
}

fn tick(x: i32, y: i32) -> Shape {
    let points = vec![Point { x, y: y - 6 }, Point { x, y: y + 6 }];
    Shape::Line { points, curve: None, head: false, class: "tick" }
}

fn diamond(x: i32, y: i32, half: i32, class: &'static str) -> Shape {
    let points =
        vec![Point { x, y: y - half }, Point { x: x + half, y }, Point { x, y: y + half }, Point { x: x - half, y }];
    Shape::Outline { points, class }
}
