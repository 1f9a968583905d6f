//! What each piece of a text is, for its colour.

use std::ops::Range;

use super::{Analysis, Draft, Token};

impl Draft<'_> {
    /// The tokens among some bytes, by place and apart; an analysis, even an older one, tells what names name.
    pub fn tokens(&self, range: Range<usize>, analysis: Option<&Analysis>) -> Vec<Token> {
        let _ = (range, analysis);
        Vec::new()
    }
}
