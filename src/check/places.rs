//! Places inside words.

use std::ops::Range;

use crate::source::{Span, Spanned};

/// Where the bytes `at` of some words stand; all of the words if they are not written as they are kept.
///
/// 《》 and quotation marks, which are taken off the words, are passed over.
pub(super) fn part_of(words: &Spanned<String>, at: Range<usize>) -> Span {
    part(Spanned::new(words.value.as_str(), words.span), at)
}

/// The same, of words that are borrowed.
pub(super) fn part(words: Spanned<&str>, at: Range<usize>) -> Span {
    let span = words.span;
    let marks = span.range().len().checked_sub(words.value.len());
    let Some(marks @ (0 | 2 | 6)) = marks else { return span };
    let start = span.start as usize + marks / 2;
    Span::new(span.source, start + at.start, start + at.end)
}
