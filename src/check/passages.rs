//! What the author wrote, text by text, with what of it is his own wording.
//!
//! Takes the words of a plan and its sources, gives every paragraph, title and note as one [`Passage`]: the words, where each of them
//! stands, and which stretches are quotations, names of documents or values of parameters, which rules on wording leave
//! alone. Made once for a plan, in time linear in it. Judges nothing.

use std::borrow::Cow;
use std::ops::Range;

use super::clauses::{self, Cut};
use super::signs::Signs;
use super::texts::Words;
use crate::plan::{Inline, Prose};
use crate::source::{Shared, Sources, Span, Spanned};

/// What stands for `{X}` in a passage: a value that is written elsewhere.
pub(super) const VALUE: char = '\u{fffc}';

/// A paragraph, title or note.
///
/// A plan has several for each of its measures, and most are words that stand in one place: those are neither copied
/// nor given a list of pieces.
pub(super) struct Passage<'a> {
    /// Its words; each `{X}` is one [`VALUE`].
    pub text: Cow<'a, str>,
    /// Whether it is a paragraph, which is printed as it is written.
    pub is_prose: bool,
    /// Which kinds of signs it has.
    pub signs: Signs,
    /// Its sentences and clauses.
    pub cut: Cut,
    /// All of it.
    pub whole: Span,
    /// Where its first character is written, if it is one piece.
    start: Option<u32>,
    /// None if it is one piece and all the author's own.
    mixed: Option<Box<Mixed>>,
}

/// What a passage is made of.
#[derive(Default)]
struct Mixed {
    /// None if it is one piece.
    pieces: Vec<Piece>,
    /// What is not the author's wording, by place.
    foreign: Vec<Range<usize>>,
}

/// A stretch of a passage and its place in the source.
#[derive(Clone, Copy)]
struct Piece {
    from: usize,
    span: Span,
    /// Where its first character is written; `None` if the words are not written as they are kept.
    start: Option<u32>,
}

/// Every text of a plan, paragraphs first.
pub(super) fn passages<'a>(paragraphs: &[&'a Prose], texts: &[Words<'a>], sources: &Sources) -> Vec<Passage<'a>> {
    let paragraphs = paragraphs.iter().map(|prose| paragraph(prose, sources));
    paragraphs.chain(texts.iter().map(|words| single(*words, sources))).collect()
}

fn paragraph<'a>(prose: &'a Prose, sources: &Sources) -> Passage<'a> {
    let start = |words: &Spanned<Shared>| (*sources.slice(words.span) == *words.value).then_some(words.span.start);
    if let [Inline::Text(words)] = &prose.inlines[..]
        && words.span == prose.span
    {
        return Passage::of_one(&words.value, words.span, start(words), true);
    }
    let (mut text, mut pieces, mut foreign) = (String::new(), Vec::new(), Vec::new());
    for inline in &prose.inlines {
        let from = text.len();
        match inline {
            Inline::Text(words) => {
                text.push_str(&words.value);
                let start = start(words);
                if start.is_none() {
                    foreign.push(from..text.len());
                }
                pieces.push(Piece { from, span: words.span, start });
            }
            Inline::Value(value) => {
                text.push(VALUE);
                pieces.push(Piece { from, span: value.span, start: None });
            }
        }
    }
    Passage::new(text.into(), prose.span, foreign, true).with(pieces)
}

/// Words of one place, such as a title, as a passage.
pub(super) fn single<'a>(words: Spanned<&'a str>, sources: &Sources) -> Passage<'a> {
    let written = sources.slice(words.span);
    let is_kept = |marks: &usize| written.get(*marks..).is_some_and(|rest| rest.starts_with(words.value));
    let marks = [0, 1, 3].into_iter().find(is_kept);
    match marks {
        // A name that stands in 《》 or quotation marks is somebody else's wording as a whole.
        Some(marks) if marks > 0 => {
            let all = std::iter::once(0..words.value.len()).collect();
            let passage = Passage::new(words.value.into(), words.span, all, false);
            Passage { start: Some(words.span.start + marks as u32), ..passage }
        }
        marks => Passage::of_one(words.value, words.span, marks.map(|_| words.span.start), false),
    }
}

impl<'a> Passage<'a> {
    /// A passage of one piece; words that are not written as they are kept are not the author's.
    fn of_one(words: &'a str, span: Span, start: Option<u32>, is_prose: bool) -> Self {
        let foreign = start.is_none().then_some(0..words.len()).into_iter().collect();
        Self { start, ..Self::new(words.into(), span, foreign, is_prose) }
    }

    /// A passage of which some stretches are known not to be the author's wording.
    fn new(text: Cow<'a, str>, whole: Span, mut foreign: Vec<Range<usize>>, is_prose: bool) -> Self {
        let (signs, cut) = clauses::read(&text);
        if signs.hold(Signs::QUOTE.or(Signs::TITLE).or(Signs::HALF_WIDTH)) {
            foreign.extend(quoted(&text));
        }
        foreign.sort_by_key(|range| range.start);
        foreign.dedup_by(|next, last| {
            let is_joined = next.start <= last.end;
            if is_joined {
                last.end = last.end.max(next.end);
            }
            is_joined
        });
        let mixed = (!foreign.is_empty()).then(|| Box::new(Mixed { pieces: Vec::new(), foreign }));
        Self { text, is_prose, signs, cut, whole, start: None, mixed }
    }

    /// The same, made of these pieces.
    fn with(mut self, pieces: Vec<Piece>) -> Self {
        self.mixed.get_or_insert_default().pieces = pieces;
        self
    }

    fn foreign(&self) -> &[Range<usize>] {
        self.mixed.as_ref().map_or(&[], |mixed| &mixed.foreign)
    }

    /// Whether all of a stretch is the author's own wording: no part of it is quoted or the value of a parameter.
    pub fn is_own(&self, at: &Range<usize>) -> bool {
        let foreign = self.foreign();
        let next = foreign.partition_point(|range| range.end <= at.start);
        foreign.get(next).is_none_or(|range| at.end <= range.start)
    }

    /// Where a stretch is written.
    pub fn span(&self, at: Range<usize>) -> Span {
        let first = self.place(at.start, false);
        let last = self.place(at.end, true);
        if first.source == last.source { first.to(last) } else { first }
    }

    /// The place of the character before or after byte `at`, as an empty span where the words are written as kept.
    fn place(&self, at: usize, is_end: bool) -> Span {
        let pieces = self.mixed.as_ref().map_or(&[][..], |mixed| &mixed.pieces);
        let after = pieces.partition_point(|piece| if is_end { piece.from < at } else { piece.from <= at });
        let only = Piece { from: 0, span: self.whole, start: self.start };
        let piece = pieces.get(after.saturating_sub(1)).unwrap_or(&only);
        match piece.start {
            Some(start) => {
                let byte = start as usize + at - piece.from;
                Span::new(piece.span.source, byte, byte)
            }
            None => piece.span,
        }
    }

    /// The character before byte `at`.
    pub fn before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The character at byte `at`.
    pub fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }
}

/// The stretches inside 《》, 〈〉 and quotation marks, marks included; a mark without its partner opens none.
fn quoted(text: &str) -> Vec<Range<usize>> {
    const PAIRS: [(char, char); 6] = [('“', '”'), ('‘', '’'), ('《', '》'), ('〈', '〉'), ('「', '」'), ('『', '』')];
    let mut open: [Vec<usize>; PAIRS.len()] = Default::default();
    let mut straight = None;
    let mut found = Vec::new();
    // Most characters are no marks: it is quicker to pass them over than to ask for each mark.
    let may_be = |sign: char| matches!(sign, '"' | '‘'..='”' | '〈'..='』');
    for (at, sign) in text.char_indices().filter(|(_, sign)| may_be(*sign)) {
        if sign == '"' {
            match straight.take() {
                Some(from) => found.push(from..at + 1),
                None => straight = Some(at),
            }
        }
        for ((opener, closer), open) in PAIRS.iter().zip(&mut open) {
            if sign == *opener {
                open.push(at);
            } else if sign == *closer {
                found.extend(open.pop().map(|from| from..at + sign.len_utf8()));
            }
        }
    }
    found
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(sign: char) -> bool {
    matches!(sign, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_told_from_the_rest() {
        let at = |text: &str| quoted(text).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>();
        assert_eq!(at("落实“双减”和《教育法》"), ["“双减”", "《教育法》"]);
        assert_eq!(at("用\"双减\"开头，“没有结尾"), ["\"双减\""]);
        assert_eq!(at("只有结尾》的不算"), Vec::<String>::new());
    }
}
