//! A drawn sheet as plain shapes, for formats that know no style sheet.
//!
//! Takes nothing, gives the types: boxes, ways and words with their colours, in whole pixels, undermost first. What they
//! stand for is not told: an order of strokes, as on paper.

use std::num::NonZeroU8;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canvas {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What it shows, in few words.
    pub title: String,
    /// The same for who cannot see it.
    pub description: String,
    /// What is on it, the undermost first.
    pub marks: Vec<Stroke>,
}

/// A shape or a line of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// A box, perhaps with round corners.
    Box {
        /// Left, top, width and height.
        rect: [i32; 4],
        /// How round the corners are.
        radius: i32,
        /// How it looks.
        paint: Paint,
    },
    /// A way, open or closed.
    Path {
        /// Its pieces.
        steps: Vec<Step>,
        /// How it looks.
        paint: Paint,
    },
    /// A line of words.
    Words(Words),
}

/// A line of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Where its baseline is held.
    pub at: (i32, i32),
    /// By which end.
    pub held: Held,
    /// How wide it is.
    pub width: i32,
    /// The height of its letters.
    pub font: i32,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub ink: Ink,
    /// The words.
    pub text: String,
}

/// Which end of a line of words is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The left.
    Left,
    /// The middle.
    Middle,
    /// The right.
    Right,
}

/// A piece of a way, each from where the last ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Begins there.
    To(i32, i32),
    /// A straight line.
    Line(i32, i32),
    /// A curve with one point it leans to.
    Bend([(i32, i32); 2]),
    /// A curve with two.
    Curve([(i32, i32); 3]),
    /// Back to the beginning.
    Close,
}

/// How a shape looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paint {
    /// What fills it.
    pub fill: Option<Ink>,
    /// Its line.
    pub line: Option<Pen>,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pen {
    /// Its colour.
    pub ink: Ink,
    /// How thick it is, in tenths of a pixel.
    pub tenths: NonZeroU8,
    /// Whether it is broken.
    pub dash: Dash,
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dash {
    /// It is not.
    #[default]
    Solid,
    /// In strokes.
    Dashed,
    /// In points.
    Dotted,
    /// In both.
    Mixed,
}

/// A colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ink {
    /// Six hexadecimal digits.
    pub colour: String,
    /// How much it hides, in percent.
    pub opacity: u8,
}
