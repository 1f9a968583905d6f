//! Values of one line that share the keyword it begins with: `指标：听课 20节；评课 10节`.
//!
//! Takes the places of the keyword and of a value, gives what the value would say on a line of its own, and tells whether
//! several of them can only be meant so. Where a line is parted is for others to say.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::quantity::Target;
use crate::source::{Span, Spanned};

use super::super::ast::{Ask, Key, Value};
use super::super::fold::Folded;
use super::super::grammar::Stretch;
use super::super::keyword::Place;
use super::super::{faults, marks, verbal};
use super::{Read, Text, worded};

/// A value that shares the keyword of the first one of its line.
pub(in crate::syntax) fn shared(
    text: Text,
    key: Range<usize>,
    value: Range<usize>,
    place: Place,
    out: &mut Vec<Diagnostic>,
) -> Read {
    const STOP: char = '。';
    let words = &text.source.text()[value.clone()];
    let bare = words.strip_suffix(STOP).map_or(value.clone(), |rest| value.start..value.start + rest.len());
    if bare.end < value.end {
        out.push(faults::stray_stop(Span::new(text.source.id(), bare.end, value.end)));
    }
    let (key, rest) = (Folded::new(&text.source.text()[key.clone()], key.start), text.folded(bare, out));
    let (key, rest) = (Stretch::whole(text.source, &key), Stretch::whole(text.source, &rest));
    let words = key.whole_words();
    let Some(keyword) = marks::meant(key.text(), place) else {
        return Read {
            key: Key::Unknown(Box::new(words.clone())),
            name: None,
            value: Value::Faulty(words.span),
            place,
        };
    };
    worded(keyword, key, None, Some(rest), out).unwrap_or_else(|fault| {
        let span = fault.span;
        out.push(*fault);
        let key = Key::Word(Spanned::new(keyword, words.span));
        Read { key, name: None, value: Value::Faulty(span), place: Place::below(keyword) }
    })
}

/// Whether each of several values of one line can only be a quota of its own: all are read, none is a part of another,
/// and the last says nothing, such as a time, that could hold for all.
pub(in crate::syntax) fn are_values(text: Text, key: Range<usize>, values: Vec<Range<usize>>, place: Place) -> bool {
    let mut kinds = Vec::new();
    for value in values {
        let mut told = Vec::new();
        let Value::Quota(quota) = shared(text, key.clone(), value, place, &mut told).value else { return false };
        let is_number = |ask: &Ask| !matches!(ask, Ask::Target(Target::Soft(_)));
        let is_bare = quota.indicator.value.chars().count() < 2 || verbal::is_act(&quota.indicator.value);
        let has_parts = !quota.scoped.is_empty() || !quota.below.is_empty() || quota.listed.is_some();
        let asks = quota.asks.iter().any(|ask| is_number(&ask.value));
        if !told.is_empty() || is_bare || has_parts || !asks && quota.clauses.is_empty() {
            return false;
        }
        kinds.push(quota.clauses.iter().map(|clause| std::mem::discriminant(&clause.value)).collect::<Vec<_>>());
    }
    let Some((last, before)) = kinds.split_last() else { return false };
    last.iter().all(|kind| before.iter().all(|others| others.contains(kind)))
}
