//! The lines of a finding, cut and marked for drawing.
//!
//! Takes a finding and its sources, gives excerpts: a few lines of one file as they may be drawn, and the stretches
//! of them to underline. Places close together share an excerpt; a line too long for the terminal is cut to a window
//! around what is blamed. Every mark is non-empty, inside its excerpt and on whole characters, so that whatever draws
//! it need not ask. Never wraps, colours or prints.

mod window;

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

use super::place::{self, Place};
use crate::diagnostic::{Diagnostic, Lang};
use crate::source::{Position, Source, Sources, Span};

/// A blamed stretch of more lines than this is drawn by its first line only.
const MOST_LINES: usize = 4;

/// Two places are drawn together when at most this many lines lie between their lines.
const NEAR: usize = 2;

/// Some lines of one file, ready to be drawn.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The file, as findings name it.
    pub path: String,
    /// The number of the first line, from 1.
    pub first_line: usize,
    /// The lines, with breaks between them.
    pub text: String,
    /// What to underline, in order of place.
    pub marks: Vec<Mark>,
}

/// A stretch of an excerpt to underline.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its bytes in the excerpt's text.
    pub range: Range<usize>,
    /// Where it begins in the file.
    pub position: Position,
    /// What to write under it.
    pub label: Option<String>,
    /// Whether it is the place blamed, not one that belongs to it.
    pub blamed: bool,
}

/// The excerpts of a finding with its first `most` related places, the blamed place first; lines are at most
/// `columns` wide.
pub(super) fn excerpts(
    diagnostic: &Diagnostic,
    sources: &Sources,
    lang: Lang,
    most: usize,
    columns: usize,
) -> Vec<Excerpt> {
    let label = diagnostic.label.as_ref().map(|label| label.get(lang));
    let blamed = Spot::new(sources, diagnostic.span, label, true);
    let related = diagnostic.related.iter().take(most);
    let related = related.map(|other| Spot::new(sources, other.span, Some(other.message.get(lang)), false));
    let mut groups: Vec<Vec<Spot>> = Vec::new();
    for spot in std::iter::once(blamed).chain(related) {
        match groups.iter_mut().find(|group| spot.fits(group, columns)) {
            Some(group) => group.push(spot),
            None => groups.push(vec![spot]),
        }
    }
    groups.into_iter().map(|group| excerpt(group, columns)).collect()
}

/// A place to be marked, in the file's own bytes.
struct Spot<'a> {
    source: &'a Source,
    place: Place,
    label: Option<String>,
    blamed: bool,
}

impl<'a> Spot<'a> {
    fn new(sources: &'a Sources, span: Span, label: Option<&str>, blamed: bool) -> Self {
        let source = sources.get(span.source);
        let mut place = place::place(source, span);
        if place.end.line - place.start.line >= MOST_LINES {
            let first = place.start.line;
            place.end = source.position(source.line_start(first) + source.line(first).len());
        }
        Self { source, place, label: label.map(|label| place::one_line(label).into_owned()), blamed }
    }

    /// Whether it can be drawn in the same excerpt without getting in the way of what is there.
    fn fits(&self, group: &[Spot], columns: usize) -> bool {
        group.iter().any(|other| other.source.id() == self.source.id() && self.lines_between(other) <= NEAR)
            && group.iter().all(|other| !(self.overlaps(other) || self.is_long() && other.is_long()))
            && group.iter().all(|other| self.shares_window(other, columns))
    }

    fn lines_between(&self, other: &Spot) -> usize {
        let (first, second) = if self.place.start <= other.place.start { (self, other) } else { (other, self) };
        second.place.start.line.saturating_sub(first.place.end.line + 1)
    }

    fn is_long(&self) -> bool {
        self.place.start.line != self.place.end.line
    }

    fn overlaps(&self, other: &Spot) -> bool {
        // An empty place is drawn one character wide, so it must not touch another.
        let bytes = |spot: &Spot| spot.place.start.byte..spot.place.end.byte.max(spot.place.start.byte + 1);
        let (one, two) = (bytes(self), bytes(other));
        one.start < two.end && two.start < one.end
    }

    /// Whether both can be seen when their common line is cut.
    fn shares_window(&self, other: &Spot, columns: usize) -> bool {
        let line = self.place.start.line;
        if line != other.place.start.line || self.is_long() || other.is_long() {
            return true;
        }
        let text = self.source.line(line);
        let base = self.source.line_start(line);
        let start = self.place.start.byte.min(other.place.start.byte) - base;
        let end = self.place.end.byte.max(other.place.end.byte) - base;
        window::fits(text, start..end, columns)
    }

    /// What of a line must be seen: its part of the place.
    fn focus(&self, line: usize) -> Option<Range<usize>> {
        let Place { start, end } = self.place;
        if line != start.line && line != end.line {
            return None;
        }
        let (base, text) = (self.source.line_start(line), self.source.line(line));
        let to = if line == end.line { (end.byte - base).min(text.len()) } else { text.len() };
        let from = match line == start.line {
            true => (start.byte - base).min(text.len()),
            false => text[..to].char_indices().next_back().map_or(0, |(at, _)| at),
        };
        Some(from..to)
    }
}

fn excerpt(mut spots: Vec<Spot>, columns: usize) -> Excerpt {
    spots.sort_by_key(|spot| spot.place.start.byte);
    let source = spots[0].source;
    let lines = lines(source, &spots);
    let mut text = String::new();
    let mut marks: Vec<Mark> = spots.iter().map(mark).collect();
    for line in lines.clone() {
        if line > *lines.start() {
            text.push('\n');
        }
        let begin = text.len();
        let foci: Vec<_> = spots.iter().filter_map(|spot| spot.focus(line)).collect();
        let focus = foci.into_iter().reduce(|one, two| one.start.min(two.start)..one.end.max(two.end));
        let cut = window::cut(source.line(line), focus, columns);
        text.push_str(&cut.text);
        for (spot, mark) in spots.iter().zip(&mut marks) {
            let base = source.line_start(line);
            if spot.place.start.line == line {
                mark.range.start = begin + cut.offset(spot.place.start.byte - base);
            }
            if spot.place.end.line == line {
                mark.range.end = begin + cut.offset(spot.place.end.byte - base);
                fill(&mut text, begin, mark);
            }
        }
    }
    Excerpt { path: place::path(source), first_line: *lines.start(), text, marks }
}

fn mark(spot: &Spot) -> Mark {
    Mark { range: 0..0, position: spot.place.start, label: spot.label.clone(), blamed: spot.blamed }
}

/// The lines of the places and one line around them, unless it is blank.
fn lines(source: &Source, spots: &[Spot]) -> std::ops::RangeInclusive<usize> {
    let first = spots.iter().map(|spot| spot.place.start.line).min().unwrap_or(1);
    let last = spots.iter().map(|spot| spot.place.end.line).max().unwrap_or(first);
    let says = |line: &usize| !source.line(*line).trim().is_empty();
    let before = Some(first - 1).filter(says).unwrap_or(first);
    let after = Some(last + 1).filter(says).unwrap_or(last);
    before..=after
}

/// Makes a mark cover at least one drawn column; `text` ends with the line the mark ends in, which begins at `line`.
fn fill(text: &mut String, line: usize, mark: &mut Mark) {
    let combines = |at: usize| text[at..].chars().next().is_some_and(|next| next.width() == Some(0));
    while mark.range.start > line && mark.range.start < text.len() && combines(mark.range.start) {
        let back = text[..mark.range.start].chars().next_back().map_or(0, char::len_utf8);
        mark.range.start -= back;
    }
    if mark.range.start >= mark.range.end {
        if mark.range.start == text.len() {
            text.push(' ');
        }
        let next = text[mark.range.start..].chars().next().map_or(1, char::len_utf8);
        mark.range.end = mark.range.start + next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    /// The excerpts of a finding at the first place in each text between `«` and `»`, the rest being related.
    fn draw(marked: &str, columns: usize) -> Vec<String> {
        let mut sources = Sources::default();
        let text = marked.replace(['«', '»'], "");
        let id = sources.add("a.plan", text);
        let mut spans = Vec::new();
        let mut gone = 0;
        for (at, sign) in marked.match_indices(['«', '»']) {
            spans.push(at - gone);
            gone += sign.len();
        }
        let span = |pair: &[usize]| Span::new(id, pair[0], pair[1]);
        let mut finding = Diagnostic::error("X001", span(&spans[..2]), text!(zh: "错", en: "wrong"));
        for pair in spans[2..].chunks(2) {
            finding = finding.related(span(pair), text!(zh: "又", en: "too"));
        }
        excerpts(&finding, &sources, Lang::En, 9, columns).iter().map(show).collect()
    }

    fn show(excerpt: &Excerpt) -> String {
        let mut text = excerpt.text.clone();
        for mark in excerpt.marks.iter().rev() {
            text.insert(mark.range.end, '»');
            text.insert(mark.range.start, '«');
        }
        format!("{}|{text}", excerpt.first_line)
    }

    #[test]
    fn lines_around_are_shown_unless_blank() {
        assert_eq!(draw("一\n二\n«三»\n\n四", 80), ["2|二\n«三»"]);
        assert_eq!(draw("\n«一»\n二", 80), ["2|«一»\n二"]);
    }

    #[test]
    fn marks_are_never_empty() {
        assert_eq!(draw("期限：«»", 80), ["1|期限«：»"]);
        assert_eq!(draw("期限«»：\n", 80), ["1|期限«：»"]);
        assert_eq!(draw("期限：«»\n二", 80), ["1|期限：« »\n二"]);
        assert_eq!(draw("«»", 80), ["1|« »"]);
        assert_eq!(draw("\n«»\n", 80), ["2|« »"]);
        assert_eq!(draw("e«\u{301}»x", 80), ["1|«e\u{301}»x"]);
        assert_eq!(draw("⚠«\u{fe0f}»", 80), ["1|⚠« »"]);
    }

    #[test]
    fn near_places_share_an_excerpt() {
        assert_eq!(draw("«一»\n二\n«三»", 80), ["1|«一»\n二\n«三»"]);
        assert_eq!(draw("«一»\n\n\n\n\n«三»", 80), ["1|«一»", "6|«三»"]);
        assert_eq!(draw("«一»二«三»", 80), ["1|«一»二«三»"]);
        assert_eq!(draw("一«二»«»", 80), ["1|一«二»", "1|一«二»"]);
    }

    #[test]
    fn long_stretches_are_shown_by_their_first_line() {
        assert_eq!(draw("一«二\n三»四\n", 80), ["1|一«二\n三»四"]);
        assert_eq!(draw("一«二\n三\n四\n五\n六»\n", 80), ["1|一«二»\n三"]);
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let filler = "长".repeat(60);
        let line = format!("{filler}«错»{filler}");
        let around = "长".repeat(9);
        assert_eq!(draw(&line, 40), [format!("1|…{around}«错»{around}…")]);
        let two = format!("«甲»{filler}{filler}«乙»");
        assert_eq!(draw(&two, 40).len(), 2);
    }
}
