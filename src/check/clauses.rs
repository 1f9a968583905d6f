//! Sentences and clauses of a passage.
//!
//! Takes words, gives the stretches between full stops, and within those the stretches between commas, blanks around
//! them left out. Judges nothing.

use std::ops::Range;
use std::slice;

/// What ends a sentence.
const SENTENCE: &[char] = &['。', '！', '？', '；', '\n', '!', '?', ';'];
/// What ends a clause.
const CLAUSE: &[char] = &['，', '、', '：', ',', ':'];

/// The sentences of words, without the mark that ends each.
pub(super) fn sentences(words: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    between(words, 0..words.len(), SENTENCE)
}

/// The clauses of a sentence.
pub(super) fn clauses(words: &str, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    between(words, sentence, CLAUSE)
}

/// Words cut into sentences and clauses, once for all the rules that go by them.
/// Kept with every passage of a plan, so in little room.
pub(super) enum Cut {
    /// One sentence of one clause, as most titles are.
    One(Narrow),
    /// Each sentence, and right behind it the clauses within.
    Many(Box<[Narrow]>),
}

/// A stretch of a passage, which is part of a file and so no longer than four gigabytes.
type Narrow = Range<u32>;

impl Cut {
    pub fn of(words: &str) -> Self {
        let mut parts = Vec::new();
        let (mut sentence, mut clause, mut first) = (0, 0, 0);
        loop {
            let mark = mark(words, clause..words.len(), &[SENTENCE, CLAUSE]);
            let end = mark.as_ref().map_or(words.len(), |mark| mark.start);
            let own = bare(words, clause..end).map(narrow);
            if mark.is_none()
                && clause == 0
                && let Some(own) = own
            {
                return Self::One(own);
            }
            if parts.len() == first {
                // The place of the sentence, which is known once it ends.
                parts.push(0..0);
            }
            parts.extend(own);
            let next = mark.as_ref().map_or(end, |mark| mark.end);
            if mark.is_none_or(|mark| words[mark].starts_with(SENTENCE)) {
                match bare(words, sentence..end) {
                    Some(at) => parts[first] = narrow(at),
                    None => parts.truncate(first),
                }
                (sentence, first) = (next, parts.len());
            }
            if next == end {
                return Self::Many(parts.into());
            }
            clause = next;
        }
    }

    /// Every sentence and its clauses.
    pub fn sentences(&self) -> impl Iterator<Item = (Range<usize>, impl ExactSizeIterator<Item = Range<usize>>)> {
        let (one, mut rest) = match self {
            Self::One(part) => (Some((wide(part), slice::from_ref(part))), &[][..]),
            Self::Many(parts) => (None, &parts[..]),
        };
        let next = move || {
            let (sentence, after) = rest.split_first()?;
            let within = after.iter().take_while(|part| part.start < sentence.end).count();
            let (own, after) = after.split_at(within);
            rest = after;
            Some((wide(sentence), own))
        };
        one.into_iter().chain(std::iter::from_fn(next)).map(|(at, clauses)| (at, clauses.iter().map(wide)))
    }
}

fn narrow(at: Range<usize>) -> Narrow {
    at.start as u32..at.end as u32
}

fn wide(at: &Narrow) -> Range<usize> {
    at.start as usize..at.end as usize
}

/// Words as a message quotes them: long ones are cut.
pub(super) fn shortened(words: &str) -> String {
    const MOST: usize = 18;
    let mut signs = words.char_indices().skip(MOST);
    match signs.next() {
        Some((end, _)) if signs.next().is_some() => format!("{}……", &words[..end]),
        _ => words.to_owned(),
    }
}

fn between<'a>(
    words: &'a str,
    within: Range<usize>,
    marks: &'static [char],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut next = Some(within.start);
    let parts = std::iter::from_fn(move || {
        let start = next?;
        let mark = mark(words, start..within.end, &[marks]);
        next = mark.as_ref().map(|mark| mark.end);
        Some(start..mark.map_or(within.end, |mark| mark.start))
    });
    parts.filter_map(|part| bare(words, part))
}

/// A stretch without blanks at its ends; none if nothing is left.
fn bare(words: &str, part: Range<usize>) -> Option<Range<usize>> {
    let (from, part) = (part.start, &words[part]);
    let bare = part.trim();
    let blank = part.len() - part.trim_start().len();
    (!bare.is_empty()).then(|| from + blank..from + blank + bare.len())
}

/// The first of the marks in a stretch of some words.
fn mark(words: &str, within: Range<usize>, marks: &[&[char]]) -> Option<Range<usize>> {
    let mut at = within.start;
    loop {
        at = next_mark(&words.as_bytes()[..within.end], at)?;
        let sign = words[at..].chars().next()?;
        if marks.iter().any(|marks| marks.contains(&sign)) && !(sign.is_ascii() && is_in_number(words, at)) {
            return Some(at..at + sign.len_utf8());
        }
        at += sign.len_utf8();
    }
}

/// Where a mark may begin, from a character on; the characters that Chinese is written with have three bytes each.
fn next_mark(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            0xE4..=0xE9 => at += 3,
            byte if may_begin(byte) => return Some(at),
            _ => at += 1,
        }
    }
}

/// Whether a mark may begin with a byte.
fn may_begin(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'!' | b'?' | b';' | b',' | b':' | 0xE3 | 0xEF)
}

/// Whether a half-width mark at `at` belongs to a number: 12,500, 8:30, 1:3.
fn is_in_number(words: &str, at: usize) -> bool {
    let before = words[..at].chars().next_back();
    let after = words[at..].chars().nth(1);
    [before, after].iter().all(|sign| sign.is_some_and(|sign| sign.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_begin_as_the_search_expects() {
        assert!(SENTENCE.iter().chain(CLAUSE).all(|mark| may_begin(&mark.to_string().as_bytes()[0])));
    }

    #[test]
    fn stretches_stand_where_they_are_written() {
        let words = " 甲，乙。 丙、丁；";
        let found: Vec<_> = sentences(words).map(|at| &words[at]).collect();
        assert_eq!(found, ["甲，乙", "丙、丁"]);
        let cut = Cut::of(words);
        let parts: Vec<Vec<_>> = cut.sentences().map(|(_, clauses)| clauses.map(|at| &words[at]).collect()).collect();
        assert_eq!(parts, [["甲", "乙"], ["丙", "丁"]]);
        let words = "甲,乙12,500元;丙8:30";
        let cut = Cut::of(words);
        let all: Vec<_> = cut.sentences().map(|(at, clauses)| (at, clauses.collect::<Vec<_>>())).collect();
        let each = |at: Range<usize>| (at.clone(), clauses(words, at).collect());
        assert_eq!(all, sentences(words).map(each).collect::<Vec<_>>());
        let parts: Vec<_> = sentences(words).flat_map(|at| clauses(words, at)).map(|at| &words[at]).collect();
        assert_eq!(parts, ["甲", "乙12,500元", "丙8:30"]);
    }
}
