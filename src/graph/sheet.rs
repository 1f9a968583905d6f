//! Sheets with shapes on them: what is drawn without a layout of layers.
//!
//! Takes nothing, gives the types: boxes, lines, words, each with a class that says what it means and never how it
//! looks. Everything in whole pixels.

use serde::Serialize;

use super::layout::{Axis, Point, Rect};

/// A sheet of A4 turned sideways, as large as words of twelve pixels can still be read when it is printed.
pub const SHEET_WIDTH: i32 = 1480;
/// Its height, without heading and key.
pub const SHEET_HEIGHT: i32 = 960;

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What is on it, the undermost first.
    pub things: Vec<Thing>,
}

/// Shapes that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Thing {
    /// What they stand for.
    pub role: Role,
    /// What kind of it, in words of the style sheet.
    pub class: String,
    /// Shown to a pointer at rest.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub hover: String,
    /// Where it leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The shapes.
    pub shapes: Vec<Shape>,
}

/// What shapes stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Nothing in the graph: an axis, a frame, a heading.
    #[default]
    Plain,
    /// A node, by its index.
    Node(usize),
    /// An edge, by its index.
    Edge(usize),
    /// A cluster drawn as one box, by its index.
    Group(usize),
    /// All edges between two such boxes, by the places of these on the sheet.
    Link(usize, usize),
}

/// A shape.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// A box with round corners.
    Box {
        /// Where.
        rect: Rect,
        /// How round.
        radius: i32,
        /// What it means.
        class: &'static str,
    },
    /// A line from point to point.
    Line {
        /// The points.
        points: Vec<Point>,
        /// The axis along which a curve leaves and enters; nothing for straight pieces with round corners.
        curve: Option<Axis>,
        /// Whether it ends in an arrowhead.
        head: bool,
        /// What it means.
        class: &'static str,
    },
    /// A filled outline.
    Outline {
        /// Its corners.
        points: Vec<Point>,
        /// What it means.
        class: &'static str,
    },
    /// A line of words.
    Words {
        /// The left, middle or right end of its baseline.
        at: Point,
        /// Which of these.
        anchor: Anchor,
        /// The height of its letters.
        font: i32,
        /// What it means.
        class: &'static str,
        /// The words.
        text: String,
    },
}

/// Which end of a line of words is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    /// The left.
    Start,
    /// The middle.
    Middle,
    /// The right.
    End,
}

impl Sheet {
    /// Grows to hold all that is on it, with a margin.
    pub fn fitted(mut self, margin: i32) -> Self {
        for shape in self.things.iter().flat_map(|thing| &thing.shapes) {
            let bounds = shape.bounds();
            self.width = self.width.max(bounds.right() + margin);
            self.height = self.height.max(bounds.bottom() + margin);
        }
        self
    }

    /// Takes in what is on another, moved.
    pub fn add(&mut self, other: Vec<Thing>, by: Point) {
        self.things.extend(other.into_iter().map(|thing| thing.moved(by)));
    }
}

impl Thing {
    /// Something that stands for nothing in the graph.
    pub fn plain(class: impl Into<String>) -> Self {
        Self { class: class.into(), ..Self::default() }
    }

    /// A node.
    pub fn node(index: usize, class: impl Into<String>) -> Self {
        Self { role: Role::Node(index), ..Self::plain(class) }
    }

    /// An edge and its line.
    pub fn edge(index: usize, class: impl Into<String>, line: Shape) -> Self {
        Self { role: Role::Edge(index), shapes: vec![line], ..Self::plain(class) }
    }

    /// The same with one more shape.
    pub fn with(mut self, shape: Shape) -> Self {
        self.shapes.push(shape);
        self
    }

    /// The same with several words below one another.
    pub fn lines(mut self, lines: &[String], first: Point, step: i32, like: impl Fn(Point, String) -> Shape) -> Self {
        let mut at = first;
        for line in lines {
            self.shapes.push(like(at, line.clone()));
            at.y += step;
        }
        self
    }

    fn moved(mut self, by: Point) -> Self {
        for shape in &mut self.shapes {
            match shape {
                Shape::Box { rect, .. } => (rect.x, rect.y) = (rect.x + by.x, rect.y + by.y),
                Shape::Line { points, .. } | Shape::Outline { points, .. } => {
                    points.iter_mut().for_each(|point| (point.x, point.y) = (point.x + by.x, point.y + by.y));
                }
                Shape::Words { at, .. } => (at.x, at.y) = (at.x + by.x, at.y + by.y),
            }
        }
        self
    }
}

impl Shape {
    /// Words that begin at a point.
    pub fn words(at: Point, font: i32, class: &'static str, text: impl Into<String>) -> Self {
        Shape::Words { at, anchor: Anchor::Start, font, class, text: text.into() }
    }

    /// The same around a point.
    pub fn centered(at: Point, font: i32, class: &'static str, text: impl Into<String>) -> Self {
        Shape::Words { at, anchor: Anchor::Middle, font, class, text: text.into() }
    }

    /// The smallest box around it.
    pub fn bounds(&self) -> Rect {
        match self {
            Shape::Box { rect, .. } => *rect,
            Shape::Line { points, .. } | Shape::Outline { points, .. } => {
                let dots = points.iter().map(|point| Rect { x: point.x, y: point.y, width: 0, height: 0 });
                super::layout::around(dots).unwrap_or_default()
            }
            Shape::Words { at, anchor, font, text, .. } => {
                let width = super::lettering::width(text, *font);
                let x = match anchor {
                    Anchor::Start => at.x,
                    Anchor::Middle => at.x - width / 2,
                    Anchor::End => at.x - width,
                };
                Rect { x, y: at.y - font * 6 / 7, width, height: *font }
            }
        }
    }
}
