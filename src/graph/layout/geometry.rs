//! Points and boxes in whole pixels.
//!
//! Takes and gives plain numbers; sums saturate, so that no picture is large enough to go wrong.

use serde::Serialize;

/// A place: pixels to the right and down from the corner of the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

impl Point {
    pub(super) fn swapped(self) -> Self {
        Self { x: self.y, y: self.x }
    }

    pub(super) fn moved(self, by: Point) -> Self {
        Self { x: self.x.saturating_add(by.x), y: self.y.saturating_add(by.y) }
    }
}

/// A box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Rect {
    /// Its left side.
    pub x: i32,
    /// Its upper side.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
}

impl Rect {
    /// Its right side.
    pub fn right(&self) -> i32 {
        self.x.saturating_add(self.width)
    }

    /// Its lower side.
    pub fn bottom(&self) -> i32 {
        self.y.saturating_add(self.height)
    }

    /// The point in its middle.
    pub fn center(&self) -> Point {
        Point { x: self.x.saturating_add(self.width / 2), y: self.y.saturating_add(self.height / 2) }
    }

    /// Whether the two have more than a border in common.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    pub(super) fn swapped(self) -> Self {
        Self { x: self.y, y: self.x, width: self.height, height: self.width }
    }

    pub(super) fn moved(self, by: Point) -> Self {
        Self { x: self.x.saturating_add(by.x), y: self.y.saturating_add(by.y), ..self }
    }

    pub(in crate::graph) fn grown(self, by: i32) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2 * by, height: self.height + 2 * by }
    }

    pub(super) fn joined(self, other: Rect) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (self.right().max(other.right()), self.bottom().max(other.bottom()));
        Self { x, y, width: right - x, height: bottom - y }
    }
}

/// The smallest box around all of them.
pub(in crate::graph) fn around(rects: impl IntoIterator<Item = Rect>) -> Option<Rect> {
    rects.into_iter().reduce(Rect::joined)
}
