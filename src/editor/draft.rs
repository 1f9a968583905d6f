//! The text of one file as it stands while it is typed.

use crate::syntax::line::{self, Line};

/// A text cut into lines, and no further: quick enough for every keystroke.
pub struct Draft<'a> {
    pub(super) text: &'a str,
    pub(super) lines: Vec<Line>,
}

impl<'a> Draft<'a> {
    /// Cuts a text into lines.
    pub fn read(text: &'a str) -> Self {
        Self { text, lines: line::lines(text).collect() }
    }
}
