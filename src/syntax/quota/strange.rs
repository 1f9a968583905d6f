//! What to say of the clause of a quota that cannot be read.
//!
//! Takes its words, gives the finding that fits them best: a rhythm in English, a comparison without its number, a second
//! value of its own rhythm, or a clause that nobody knows.

use crate::diagnostic::Diagnostic;
use crate::source::Span;

use super::super::{english, faults};

/// What to say of a clause that cannot be read.
pub(super) fn strange_clause(words: &str, span: Span) -> Diagnostic {
    if let Some(rhythm) = english::rhythm(words) {
        return faults::english_rhythm(&rhythm, span);
    }
    match is_of_terms(words) {
        true => faults::several_rhythms(span),
        false if compares(words) => faults::against_behind(words, span),
        false => *faults::unknown_clause(span),
    }
}

/// 春秋两学期各不少于1次: a second value, of its own rhythm.
pub(super) fn is_of_terms(words: &str) -> bool {
    words.contains("学期") && words.contains('次') && words.contains('各')
}

/// `较上年有所提高`, `高于2025年`: a comparison with another time.
fn compares(words: &str) -> bool {
    const COMPARING: [&str; 10] =
        ["较", "比", "高于", "低于", "优于", "超过", "不低于", "不高于", "against ", "compared "];
    const TIMES: [&str; 7] = ["年", "上学", "去年", "同期", "基期", "year", "term"];
    let words = words.trim();
    COMPARING.iter().any(|word| words.starts_with(word)) && TIMES.iter().any(|time| words.contains(time))
}

/// Whether words hold a number or a hole for one.
pub(super) fn holds_number(text: &str) -> bool {
    text.contains(|sign: char| sign.is_ascii_digit() || "?一二两三四五六七八九十百千万".contains(sign))
}
