//! What the author wrote, text by text, with what of it is his own wording.
//!
//! Takes the words of a plan and its sources, gives every paragraph, title and note as one [`Passage`]: the words, where each of them
//! stands, and which stretches are quotations, names of documents or values of parameters, which rules on wording leave
//! alone. Made once for a plan, in time linear in it. Judges nothing.

use std::ops::Range;

use super::clauses::Cut;
use super::signs::Signs;
use super::texts::Words;
use crate::plan::{Inline, Prose};
use crate::source::{Sources, Span, Spanned};

/// What stands for `{X}` in a passage: a value that is written elsewhere.
pub(super) const VALUE: char = '\u{fffc}';

/// A paragraph, title or note.
pub(super) struct Passage {
    /// Its words; each `{X}` is one [`VALUE`].
    pub text: String,
    /// Whether it is a paragraph, which is printed as it is written.
    pub is_prose: bool,
    /// Which kinds of signs it has.
    pub signs: Signs,
    /// Its sentences and clauses.
    pub cut: Cut,
    /// All of it.
    pub whole: Span,
    pieces: Vec<Piece>,
    /// What is not the author's wording, by place.
    foreign: Vec<Range<usize>>,
}

/// A stretch of a passage and its place in the source.
struct Piece {
    from: usize,
    span: Span,
    /// Where its first character is written; `None` if the words are not written as they are kept.
    start: Option<usize>,
}

/// Every text of a plan, paragraphs first.
pub(super) fn passages(paragraphs: &[&Prose], texts: &[Words], sources: &Sources) -> Vec<Passage> {
    let paragraphs = paragraphs.iter().map(|prose| paragraph(prose, sources));
    paragraphs.chain(texts.iter().map(|words| single(*words, sources))).collect()
}

fn paragraph(prose: &Prose, sources: &Sources) -> Passage {
    let mut passage = Passage { is_prose: true, ..Passage::empty(prose.span) };
    for inline in &prose.inlines {
        match inline {
            Inline::Text(words) => {
                let is_written = sources.slice(words.span) == words.value;
                passage.add(&words.value, words.span, is_written.then_some(words.span.start as usize));
            }
            Inline::Value(value) => passage.add(VALUE.encode_utf8(&mut [0; 4]), value.span, None),
        }
    }
    passage.finished()
}

/// Words of one place, such as a title, as a passage.
pub(super) fn single(words: Spanned<&str>, sources: &Sources) -> Passage {
    let written = sources.slice(words.span);
    let is_kept = |marks: &usize| written.get(*marks..).is_some_and(|rest| rest.starts_with(words.value));
    let marks = [0, 1, 3].into_iter().find(is_kept);
    let mut passage = Passage { is_prose: false, ..Passage::empty(words.span) };
    passage.add(words.value, words.span, marks.map(|marks| words.span.start as usize + marks));
    if marks.is_some_and(|marks| marks > 0) {
        // A name that stands in 《》 or quotation marks is somebody else's wording as a whole.
        passage.foreign.push(0..words.value.len());
    }
    passage.finished()
}

impl Passage {
    fn empty(whole: Span) -> Self {
        let (pieces, foreign) = (Vec::new(), Vec::new());
        let (signs, cut) = (Signs::default(), Cut::default());
        Self { text: String::new(), is_prose: false, signs, cut, whole, pieces, foreign }
    }

    fn add(&mut self, words: &str, span: Span, start: Option<usize>) {
        let from = self.text.len();
        self.text.push_str(words);
        if start.is_none() && !words.starts_with(VALUE) {
            self.foreign.push(from..self.text.len());
        }
        self.pieces.push(Piece { from, span, start });
    }

    fn finished(mut self) -> Self {
        self.signs = Signs::of(&self.text);
        self.cut = Cut::of(&self.text);
        if self.signs.hold(Signs::QUOTE.or(Signs::TITLE).or(Signs::HALF_WIDTH)) {
            self.foreign.extend(quoted(&self.text));
        }
        self.foreign.sort_by_key(|range| range.start);
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(self.foreign.len());
        for range in self.foreign {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        Self { foreign: merged, ..self }
    }

    /// Whether all of a stretch is the author's own wording: no part of it is quoted or the value of a parameter.
    pub fn is_own(&self, at: &Range<usize>) -> bool {
        let next = self.foreign.partition_point(|range| range.end <= at.start);
        self.foreign.get(next).is_none_or(|range| at.end <= range.start)
    }

    /// Where a stretch is written.
    pub fn span(&self, at: Range<usize>) -> Span {
        let first = self.place(at.start, false);
        let last = self.place(at.end, true);
        if first.source == last.source { first.to(last) } else { first }
    }

    /// The place of the character before or after byte `at`, as an empty span where the words are written as kept.
    fn place(&self, at: usize, is_end: bool) -> Span {
        let after = self.pieces.partition_point(|piece| if is_end { piece.from < at } else { piece.from <= at });
        let Some(piece) = self.pieces.get(after.saturating_sub(1)) else { return self.whole };
        match piece.start {
            Some(start) => {
                let byte = start + at - piece.from;
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
