//! Sentences and clauses of a passage.
//!
//! Takes words, gives the stretches between full stops, and within those the stretches between commas, blanks around
//! them left out; and, of what is read for all rules, which kinds of signs it has. Judges nothing.

use std::ops::Range;
use std::slice;

use super::signs::{HAN, Signs, telling};

/// What a mark ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Sentence,
    Clause,
}

/// The sentences of words, without the mark that ends each.
pub(super) fn sentences(words: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    between(words, 0..words.len(), Ends::Sentence)
}

/// The clauses of a sentence.
pub(super) fn clauses(words: &str, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    between(words, sentence, Ends::Clause)
}

/// Reads words once for all rules: which kinds of signs they have, and their sentences and clauses.
pub(super) fn read(words: &str) -> (Signs, Cut) {
    let (mut signs, mut knife) = (Signs::default(), Knife::at(words));
    for (at, sign) in telling(words) {
        signs = signs.or(Signs::of(sign));
        if let Some(ends) = ends(words, at, sign) {
            knife.cut(at..at + sign.len_utf8(), ends);
        }
    }
    (signs, knife.done())
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
pub(super) type Narrow = Range<u32>;

/// What cuts words, mark by mark.
struct Knife<'w> {
    words: &'w str,
    parts: Vec<Narrow>,
    /// Where the sentence and the clause begin that are not cut yet.
    sentence: usize,
    clause: usize,
    /// The number of the sentence among the parts.
    first: usize,
}

/// So many bytes have a clause of their own in most prose.
const CLAUSE: usize = 24;

impl<'w> Knife<'w> {
    fn at(words: &'w str) -> Self {
        Self { words, parts: Vec::new(), sentence: 0, clause: 0, first: 0 }
    }

    /// Cuts at a mark.
    fn cut(&mut self, mark: Range<usize>, ends: Ends) {
        if self.parts.is_empty() {
            self.parts.reserve(self.words.len() / CLAUSE + 2);
        }
        if self.parts.len() == self.first {
            // The place of the sentence, which is known once it ends.
            self.parts.push(0..0);
        }
        self.parts.extend(bare(self.words, self.clause..mark.start).map(narrow));
        self.clause = mark.end;
        if ends == Ends::Sentence {
            match bare(self.words, self.sentence..mark.start) {
                Some(at) => self.parts[self.first] = narrow(at),
                None => self.parts.truncate(self.first),
            }
            (self.sentence, self.first) = (mark.end, self.parts.len());
        }
    }

    /// All there is, when there are no more marks.
    fn done(mut self) -> Cut {
        let end = self.words.len();
        if self.clause == 0
            && let Some(only) = bare(self.words, 0..end)
        {
            return Cut::One(narrow(only));
        }
        self.cut(end..end, Ends::Sentence);
        Cut::Many(self.parts.into())
    }
}

impl Cut {
    /// Every sentence and its clauses.
    pub fn sentences(&self) -> impl Iterator<Item = (Range<usize>, &[Narrow])> {
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
        one.into_iter().chain(std::iter::from_fn(next))
    }
}

fn narrow(at: Range<usize>) -> Narrow {
    at.start as u32..at.end as u32
}

/// The bytes of a sentence or clause, for slicing the passage.
pub(super) fn wide(at: &Narrow) -> Range<usize> {
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

fn between(words: &str, within: Range<usize>, wanted: Ends) -> impl Iterator<Item = Range<usize>> {
    let mut signs = telling(&words[within.clone()]).map(move |(at, sign)| (within.start + at, sign));
    let mut next = Some(within.start);
    let parts = std::iter::from_fn(move || {
        let start = next?;
        let mark = signs.find(|(at, sign)| ends(words, *at, *sign) == Some(wanted));
        next = mark.map(|(at, sign)| at + sign.len_utf8());
        Some(start..mark.map_or(within.end, |(at, _)| at))
    });
    parts.filter_map(|part| bare(words, part))
}

/// A stretch without blanks at its ends; none if nothing is left.
fn bare(words: &str, part: Range<usize>) -> Option<Range<usize>> {
    // Where Chinese characters stand there are no blanks.
    let is_han = |at: usize| matches!(words.as_bytes().get(at), Some(0xE4..=0xE9));
    if part.len() >= HAN && is_han(part.start) && is_han(part.end - HAN) {
        return Some(part);
    }
    let (from, part) = (part.start, &words[part]);
    let bare = part.trim();
    let blank = part.len() - part.trim_start().len();
    (!bare.is_empty()).then(|| from + blank..from + blank + bare.len())
}

/// What the sign at `at` ends, if anything: a half-width mark in a number, as in 12,500, does not.
fn ends(words: &str, at: usize, sign: char) -> Option<Ends> {
    let ends = match sign {
        '。' | '！' | '？' | '；' | '\n' | '!' | '?' | ';' => Ends::Sentence,
        '，' | '、' | '：' | ',' | ':' => Ends::Clause,
        _ => return None,
    };
    (!(sign.is_ascii() && is_in_number(words, at))).then_some(ends)
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
    fn stretches_stand_where_they_are_written() {
        let words = " 甲，乙。 丙、丁；";
        let found: Vec<_> = sentences(words).map(|at| &words[at]).collect();
        assert_eq!(found, ["甲，乙", "丙、丁"]);
        let (_, cut) = read(words);
        let parts: Vec<Vec<_>> =
            cut.sentences().map(|(_, clauses)| clauses.iter().map(|at| &words[wide(at)]).collect()).collect();
        assert_eq!(parts, [["甲", "乙"], ["丙", "丁"]]);
        let words = "甲,乙12,500元;丙8:30";
        let (_, cut) = read(words);
        let all: Vec<_> =
            cut.sentences().map(|(at, clauses)| (at, clauses.iter().map(wide).collect::<Vec<_>>())).collect();
        let each = |at: Range<usize>| (at.clone(), clauses(words, at).collect());
        assert_eq!(all, sentences(words).map(each).collect::<Vec<_>>());
        let parts: Vec<_> = sentences(words).flat_map(|at| clauses(words, at)).map(|at| &words[at]).collect();
        assert_eq!(parts, ["甲", "乙12,500元", "丙8:30"]);
        let words = "一。二！三？四；五\n六!七?八;九";
        assert_eq!(sentences(words).count(), 9);
        assert_eq!(clauses("一，二、三：四,五:六", 0.."一，二、三：四,五:六".len()).count(), 6);
    }
}
