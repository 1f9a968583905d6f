//! Places inside words.

use std::ops::Range;

use super::Context;
use crate::source::{Span, Spanned};

impl Context<'_> {
    /// Where the bytes `at` of some words stand; all of the words if they are not written as they are kept, as the value
    /// of a parameter is.
    ///
    /// 《》 and quotation marks, which are taken off the words, are passed over.
    pub fn part(&self, words: Spanned<&str>, at: Range<usize>) -> Span {
        let span = words.span;
        let written = self.sources.slice(span);
        // Prose lies in its source: where it lies it is written, and a paragraph need not be read for each finding in it.
        let lies = (words.value.as_ptr() as usize).checked_sub(written.as_ptr() as usize);
        let is_kept = |marks: &usize| match written.get(*marks..) {
            Some(rest) if words.value.len() <= rest.len() => lies == Some(*marks) || rest.starts_with(words.value),
            _ => false,
        };
        let Some(marks) = [0, 1, 3].into_iter().find(is_kept) else { return span };
        let start = span.start as usize + marks;
        Span::new(span.source, start + at.start, start + at.end)
    }

    /// The same, of words that are owned.
    pub(super) fn part_of(&self, words: &Spanned<String>, at: Range<usize>) -> Span {
        self.part(Spanned::new(words.value.as_str(), words.span), at)
    }
}
