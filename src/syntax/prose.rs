//! Prose: words, parameters and references into the data.
//!
//! Prose is not parsed: all that is sought in it are `{…}` (and `｛…｝`, what an input method makes of them), first as
//! parameters, whose values become words, then as references.

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span, Spanned};
use crate::text;

use super::ast::{Inline, Reference};
use super::read::Text;
use super::{faults, fill};

/// The pieces of one line of prose.
pub(super) fn inlines(file: Text, span: Span, out: &mut Vec<Diagnostic>) -> Vec<Inline> {
    let source = file.source;
    let text = source.slice(span);
    let base = span.start as usize;
    let place = |from: usize, to: usize| Span::new(source.id(), base + from, base + to);
    // Most lines are one piece, and there are many lines: no more room is taken than for that.
    if !fill::may_hold_braces(text) && !text.is_empty() {
        return vec![words(source, span)];
    }
    let words = |from: usize, to: usize| words(source, place(from, to));
    let mut pieces = Vec::new();
    let mut words_from = 0;
    let mut at = 0;
    while let Some(open) = text[at..].find(['{', '｛']).map(|found| at + found) {
        let inside = open + char_len(text, open);
        let Some(close) = text[inside..].find(['}', '｝']).map(|found| inside + found) else {
            out.push(unclosed(place(open, inside)));
            break;
        };
        let after = close + char_len(text, close);
        if open > words_from {
            pieces.push(words(words_from, open));
        }
        pieces.push(match file.params.and_then(|params| params.filler(&text[inside..close])) {
            Some(filler) => Inline::Text(Spanned::new(filler.words.into(), place(open, after))),
            None => reference(&text[inside..close], base + inside, place(open, after)),
        });
        (at, words_from) = (after, after);
    }
    if words_from < text.len() {
        pieces.push(words(words_from, text.len()));
    }
    pieces
}

/// Words that hold no brace.
pub(super) fn words(source: &Source, span: Span) -> Inline {
    Inline::Text(Spanned::new(source.shared(span), span))
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// `X` or `X：2019年`, which begins at byte `at`.
fn reference(text: &str, at: usize, span: Span) -> Inline {
    let piece = |from: usize, to: usize| {
        let words = text[from..to].trim_matches(super::line::is_blank);
        let start = at + from + text[from..to].find(words).unwrap_or(0);
        Spanned::new(words.to_owned(), Span::new(span.source, start, start + words.len()))
    };
    Inline::Reference(Box::new(match text.find([':', '：']) {
        Some(colon) => {
            let after = colon + char_len(text, colon);
            Reference { name: piece(0, colon), pick: Some(piece(after, text.len())), span }
        }
        None => Reference { name: piece(0, text.len()), pick: None, span },
    }))
}

fn unclosed(span: Span) -> Diagnostic {
    Diagnostic::error(faults::UNCLOSED, span, text!(zh: "花括号没有合上", en: "this brace is not closed")).help(text!(
        zh: "“{{指标名}}”引用一个数；要写花括号本身，请改用其他括号",
        en: "{{name}} stands for a value; for a bracket in the text use another kind"
    ))
}
