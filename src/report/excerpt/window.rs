//! The part of a line that a terminal has room for.
//!
//! Takes one line, what of it must be seen and the columns there are; gives the line as it may be drawn, whole or cut
//! with `…`, and the way from its bytes to the drawn ones. Counts columns as terminals do: a Chinese character has
//! two. A tab counts as the four it has at most.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use crate::report::place;

const ELLIPSIS: char = '…';
const TAB: usize = 4;

/// A line as it is drawn.
pub(super) struct Cut<'a> {
    /// What is drawn.
    pub text: String,
    line: &'a str,
    kept: Range<usize>,
    before: usize,
}

impl Cut<'_> {
    /// Where in the drawn text a byte of the line is; what was cut away is at its edges.
    pub fn offset(&self, byte: usize) -> usize {
        let byte = byte.clamp(self.kept.start, self.kept.end);
        self.before + place::visible(&self.line[self.kept.start..byte]).len()
    }
}

/// A line cut to about `columns` so that `focus`, or its beginning, is seen; without focus its beginning is kept.
pub(super) fn cut(line: &str, focus: Option<Range<usize>>, columns: usize) -> Cut<'_> {
    let kept = if is_wider(line, columns) { window(line, focus.unwrap_or(0..0), columns) } else { 0..line.len() };
    let mut text = String::new();
    if kept.start > 0 {
        text.push(ELLIPSIS);
    }
    let before = text.len();
    text.push_str(&place::visible(&line[kept.clone()]));
    if kept.end < line.len() {
        text.push(ELLIPSIS);
    }
    Cut { text, line, kept, before }
}

/// Whether a stretch of a line can be seen whole.
pub(super) fn fits(line: &str, focus: Range<usize>, columns: usize) -> bool {
    !is_wider(line, columns) || !is_wider(&line[focus], columns.saturating_sub(2))
}

/// The bytes to keep: the focus in the middle, or its beginning near the left edge when it is itself too wide.
///
/// Looks no further than the window reaches, so that a long line costs no more than a short one.
fn window(line: &str, focus: Range<usize>, columns: usize) -> Range<usize> {
    let room = columns.saturating_sub(2).max(1);
    let (_, spare) = reach(line[focus.clone()].chars(), room);
    let lead = (spare / 2).max(room / 8);
    let (_, unused) = reach(line[focus.start..].chars(), room - lead);
    let (back, _) = reach(line[..focus.start].chars().rev(), lead + unused);
    let start = focus.start - back;
    // A combining mark must not begin the window, since it would combine with the ellipsis.
    let (marks, _) = if start > 0 { reach(line[start..focus.start].chars(), 0) } else { (0, 0) };
    let (length, _) = reach(line[start + marks..].chars(), room);
    start + marks..start + marks + length
}

/// How many bytes of characters there is room for, and the columns left over.
fn reach(characters: impl Iterator<Item = char>, room: usize) -> (usize, usize) {
    let mut bytes = 0;
    let mut left = room;
    for character in characters {
        let Some(rest) = left.checked_sub(width(character)) else { break };
        left = rest;
        bytes += character.len_utf8();
    }
    (bytes, left)
}

fn is_wider(text: &str, columns: usize) -> bool {
    reach(text.chars(), columns).0 < text.len()
}

fn width(character: char) -> usize {
    match character {
        '\t' => TAB,
        _ => character.width().unwrap_or(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines_stay_whole() {
        let cut = cut("目标：一\t二", Some(0..3), 20);
        assert_eq!((cut.text.as_str(), cut.offset(9), cut.offset(99)), ("目标：一\t二", 9, 16));
    }

    #[test]
    fn without_focus_the_beginning_is_kept() {
        assert_eq!(cut(&"长".repeat(20), None, 12).text, "长长长长长…");
    }

    #[test]
    fn a_focus_at_the_end_is_seen() {
        let line = format!("{}终", "长".repeat(20));
        let at = line.len() - 3;
        let cut = cut(&line, Some(at..line.len()), 12);
        assert_eq!(cut.text, "…长长长长终");
        assert_eq!(&cut.text[cut.offset(at)..cut.offset(line.len())], "终");
    }

    #[test]
    fn a_focus_too_wide_begins_near_the_left() {
        let line = format!("{}{}", "前".repeat(20), "中".repeat(40));
        let cut = cut(&line, Some(60..180), 18);
        assert_eq!(cut.text, "…前中中中中中中中…");
        assert_eq!(&cut.text[cut.offset(60)..cut.offset(180)], "中中中中中中中");
    }

    #[test]
    fn characters_not_drawn_do_not_shift_the_rest() {
        let line = "a\u{1b}b\u{200d}c";
        let cut = cut(line, None, 20);
        assert_eq!((cut.text.as_str(), &cut.text[cut.offset(line.len() - 1)..]), ("a␛bc", "c"));
    }
}
