//! Spans as places that can be shown, and texts as lines that can be shown.
//!
//! Takes any span, even one outside its text or inside a character, and gives line, column and byte of a place that
//! exists. Takes any text and gives one that moves no cursor and turns no letters round. Every format takes its
//! places from here, so that all of them name the same ones.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::{Position, Source, Span};

/// Where a finding or a part of it is: never outside the text, never inside a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The first character.
    pub start: Position,
    /// After the last character; the same as `start` where something is missing between two characters.
    pub end: Position,
}

/// The place of a span, without line breaks around it.
///
/// What is missing at the end of the text is blamed on the last visible character: no reader can show a place after
/// the last line.
pub(super) fn place(source: &Source, span: Span) -> Place {
    let Range { start, end } = shown_bytes(source, span);
    Place { start: source.position(start), end: source.position(end) }
}

/// Where the place of a span begins.
pub(super) fn start(source: &Source, span: Span) -> Position {
    source.position(shown_bytes(source, span).start)
}

/// The bytes of the place of a span.
fn shown_bytes(source: &Source, span: Span) -> Range<usize> {
    let text = source.text();
    let range = without_breaks(text, bounded(source, span));
    if range.start == text.len() { last_visible(text) } else { range }
}

/// The bytes of a span, moved to the nearest character boundaries inside the text.
pub(super) fn bounded(source: &Source, span: Span) -> Range<usize> {
    let text = source.text();
    let start = text.floor_char_boundary(span.start as usize);
    let end = text.ceil_char_boundary((span.end as usize).min(text.len()));
    start..end.max(start)
}

/// The path as findings name it.
pub(super) fn path(source: &Source) -> String {
    one_line(&source.path().to_string_lossy()).into_owned()
}

/// The text with everything that would move the cursor, hide or turn letters made visible; line breaks and tabs stay.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    // Nearly always there is nothing of the kind.
    match is_any(text, |sign| shown(sign) != Some(sign)) {
        false => Cow::Borrowed(text),
        true => Cow::Owned(text.chars().filter_map(shown).collect()),
    }
}

/// Whether a character that may not be drawn as it is is such a one; most bytes begin none.
fn is_any(text: &str, such: impl Fn(char) -> bool) -> bool {
    let mut from = 0;
    while let Some(next) = text.as_bytes()[from..].iter().position(|byte| MAY_BE_OTHERWISE[usize::from(*byte)]) {
        let at = from + next;
        if text[at..].chars().next().is_some_and(&such) {
            return true;
        }
        from = at + 1;
    }
    false
}

/// The same on one line: breaks and tabs become blanks.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    const MOVES: [char; 3] = ['\n', '\r', '\t'];
    if !is_any(text, |sign| MOVES.contains(&sign) || shown(sign) != Some(sign)) {
        return Cow::Borrowed(text);
    }
    let line = text.replace("\r\n", " ").replace(MOVES, " ");
    Cow::Owned(visible(&line).into_owned())
}

/// Which bytes begin a character that may not be drawn as it is, each at its number.
const MAY_BE_OTHERWISE: [bool; 256] = {
    let mut bytes = [false; 256];
    let mut byte = 0;
    while byte < bytes.len() {
        // As first bytes C2 stands for U+0080 and so on, D8 for U+0600, E2 for U+2000, EF for U+F000, F3 for U+C0000.
        bytes[byte] = matches!(byte, 0..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef | 0xf3);
        byte += 1;
    }
    bytes
};

/// A character as it is drawn. Joiners that only choose the form of an emoji are left out, since terminals disagree
/// on the width of what they join.
fn shown(character: char) -> Option<char> {
    match character {
        '\n' | '\t' => Some(character),
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + character as u32),
        '\u{7f}' => Some('\u{2421}'),
        '\u{200d}' | '\u{fe0e}' | '\u{fe0f}' => None,
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
        _ => Some(character),
    }
}

fn without_breaks(text: &str, range: Range<usize>) -> Range<usize> {
    let breaks = ['\n', '\r'];
    let slice = &text[range.clone()];
    let kept = slice.trim_matches(breaks);
    if kept.is_empty() {
        return range.start..range.start;
    }
    let start = range.start + (slice.len() - slice.trim_start_matches(breaks).len());
    start..start + kept.len()
}

fn last_visible(text: &str) -> Range<usize> {
    let visible = text.trim_end();
    let start = visible.char_indices().next_back().map_or(0, |(at, _)| at);
    start..visible.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn of(text: &str, start: usize, end: usize) -> (String, String, String) {
        let mut sources = Sources::default();
        let id = sources.add("a.plan", text);
        let Place { start, end } = place(sources.get(id), Span::new(id, start, end));
        (start.to_string(), end.to_string(), text[start.byte..end.byte].to_owned())
    }

    fn expect(start: &str, end: &str, text: &str) -> (String, String, String) {
        (start.into(), end.into(), text.into())
    }

    #[test]
    fn spans_end_up_on_whole_characters() {
        assert_eq!(of("目标", 0, 3), expect("1:1", "1:2", "目"));
        assert_eq!(of("目标", 1, 4), expect("1:1", "1:3", "目标"));
        assert_eq!(of("目标", 3, 1), expect("1:2", "1:2", ""));
    }

    #[test]
    fn the_end_is_the_last_visible_character() {
        assert_eq!(of("# 目标。\n\n", 14, 14), expect("1:5", "1:6", "。"));
        assert_eq!(of("# 目标。", 999, 9999), expect("1:5", "1:6", "。"));
        assert_eq!(of("", 0, 0), expect("1:1", "1:1", ""));
        assert_eq!(of(" \n\n", 7, 3), expect("1:1", "1:1", ""));
    }

    #[test]
    fn line_breaks_around_a_span_are_left_out() {
        assert_eq!(of("甲\r\n乙\r\n丙", 3, 10), expect("2:1", "2:2", "乙"));
        assert_eq!(of("甲\n\n乙", 3, 5), expect("1:2", "1:2", ""));
    }

    #[test]
    fn what_is_drawn_otherwise_is_told_by_its_first_byte() {
        for sign in (0..=char::MAX as u32).filter_map(char::from_u32) {
            let drawn: String = shown(sign).into_iter().collect();
            assert_eq!(visible(&format!("甲{sign}")), format!("甲{drawn}"), "{sign:?}");
        }
    }

    #[test]
    fn nothing_shown_moves_the_cursor() {
        assert_eq!(visible("a\u{1b}[31m\u{202e}b\u{feff}⚠\u{fe0f}"), "a␛[31m\u{fffd}b\u{fffd}⚠");
        assert_eq!(one_line("一\r\n二\t三\n四\r五"), "一 二 三 四 五");
    }
}
