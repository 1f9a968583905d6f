//! Brackets and quotation marks, before the grammar sees a line.
//!
//! An opening mark that is never closed would be sought to the end of the line again and again, and deep nesting would
//! recurse; so both are found here, in one pass, and the grammar only reads lines whose marks are in order.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

use super::faults;
use super::grammar::Stretch;

/// How deep brackets may nest in one line.
const MAX_DEPTH: usize = 32;

/// The first fault of the marks of a line, if they are not in order.
pub(super) fn fault(stretch: Stretch) -> Option<Diagnostic> {
    if !stretch.text().bytes().any(may_be_mark) {
        return None;
    }
    let mut open: Vec<(char, Range<usize>)> = Vec::new();
    for (at, character) in stretch.text().char_indices() {
        let place = at..at + character.len_utf8();
        match character {
            '"' if open.last().is_some_and(|(sign, _)| *sign == '"') => {
                open.pop();
            }
            '(' | '《' | '“' | '"' | '〔' => open.push((character, place.clone())),
            ')' | '》' | '”' | '〕' if open.last().is_some_and(|(sign, _)| closes(*sign, character)) => {
                open.pop();
            }
            _ => {}
        }
        if open.len() > MAX_DEPTH {
            let message = text!(zh: "括号最多套{MAX_DEPTH}层", en: "brackets nest deeper than {MAX_DEPTH} levels");
            return Some(Diagnostic::error(faults::TOO_DEEP, stretch.cut(place).span(), message));
        }
    }
    let (sign, place) = open.into_iter().next()?;
    let mark = stretch.cut(place.clone()).whole_words().value;
    let closing = if mark == "（" { '）' } else { closing(sign) };
    let kind = if matches!(sign, '“' | '"') {
        "引号"
    } else if sign == '《' {
        "书名号"
    } else {
        "括号"
    };
    Some(
        Diagnostic::error(
            faults::UNCLOSED,
            stretch.cut(place).span(),
            text!(zh: "这个{kind}没有合上", en: "{mark} is not closed"),
        )
        .help(text!(
            zh: "在该合上的地方补上 {closing} ；没合上之前，后面的内容读不出来",
            en: "put {closing} where it should end; until then what follows cannot be read"
        )),
    )
}

/// Whether a byte may begin a mark that comes in pairs; few lines have one.
fn may_be_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'(' | b')' | 0xe2 | 0xe3)
}

/// The same fault of a heading: a title is words, which stand as they are.
pub(super) fn in_title(fault: Diagnostic) -> Diagnostic {
    if fault.code != faults::UNCLOSED {
        return fault;
    }
    Diagnostic { severity: Severity::Warning, ..fault }.help(text!(
        zh: "补上与它成对的另一半，或者删去它；标题照原样保留",
        en: "add its partner or take it away; the title is kept as it stands"
    ))
}

fn closes(open: char, close: char) -> bool {
    closing(open) == close
}

fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '《' => '》',
        '“' => '”',
        '〔' => '〕',
        other => other,
    }
}
