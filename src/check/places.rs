//! Places inside words.

use std::ops::Range;

use crate::source::{Span, Spanned};

/// Where the bytes `at` of some words stand; all of the words if they are not written as they are kept.
pub(super) fn part_of(words: &Spanned<String>, at: Range<usize>) -> Span {
    let span = words.span;
    let is_verbatim = span.range().len() == words.value.len();
    let start = span.start as usize;
    if is_verbatim { Span::new(span.source, start + at.start, start + at.end) } else { span }
}
