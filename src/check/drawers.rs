//! Many words sought at once.
//!
//! Takes words, gives where they stand in a text. Most characters of a plan begin none of them, and a plan is checked by
//! a program that has just been started: so no automaton is made, which takes longer to build than a small plan to check.
//! The words lie in drawers by the character they begin with; of each character of a text the drawer is looked into, and
//! what lies there compared. Never knows what a word means.

use std::cmp::Reverse;
use std::ops::Range;

/// At most so many bits of a number tell a drawer.
const MOST_BITS: u32 = 11;
/// Spreads the characters, which have most of their bits in common.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Words in drawers.
#[derive(Clone, Debug)]
pub(super) struct Drawers {
    /// How many bits of a number tell a drawer: more for more words.
    bits: u32,
    /// The words, one after the other.
    text: String,
    words: Vec<Word>,
    /// Where each drawer begins among the words, and where the last ends.
    begins: Vec<u32>,
    /// How the words of each drawer go on, a bit for each way: most characters that begin a word do not go on as it does.
    ways: Vec<u64>,
}

#[derive(Clone, Debug)]
struct Word {
    /// Its first bytes, and which bits of them are its own.
    head: u64,
    mask: u64,
    at: Range<u32>,
    /// Its place in the order in which the words were given.
    number: usize,
}

impl Drawers {
    /// Of words; an empty one is nowhere found.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let (mut text, mut sorted) = (String::new(), Vec::new());
        for (number, word) in words.enumerate().filter(|(_, word)| !word.is_empty()) {
            let at = text.len() as u32..(text.len() + word.len()) as u32;
            text.push_str(word);
            let mask = if word.len() < 8 { (1 << (8 * word.len())) - 1 } else { u64::MAX };
            sorted.push(Word { head: head(word.as_bytes()), mask, at, number });
        }
        let bits = (usize::BITS - sorted.len().leading_zeros()).clamp(1, MOST_BITS);
        sorted.sort_by_key(|word| drawer(word.head, bits));
        let mut begins = vec![0; (1 << bits) + 1];
        sorted.iter().for_each(|word| begins[drawer(word.head, bits) + 1] += 1);
        (0..1 << bits).for_each(|each| begins[each + 1] += begins[each]);
        let mut ways = vec![0; 1 << bits];
        for word in &sorted {
            ways[drawer(word.head, bits)] |= if word.at.len() < LEAST { u64::MAX } else { way(word.head) };
        }
        Self { bits, text, words: sorted, begins, ways }
    }

    /// Tells the number of every word that stands in a text, as often as it does, also where words overlap.
    pub fn all(&self, text: &str, mut found: impl FnMut(usize)) {
        for at in (Places { text, at: 0 }) {
            self.at(text, at).for_each(|(number, _)| found(number));
        }
    }

    /// Where words stand in a text that do not overlap: of those that begin first the longest.
    pub fn longest<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, Range<usize>)> + 't {
        let mut places = Places { text, at: 0 };
        std::iter::from_fn(move || {
            let longest = |at| self.at(text, at).max_by_key(|(number, end)| (*end, Reverse(*number)));
            let (at, (number, end)) = places.find_map(|at| Some((at, longest(at)?)))?;
            places.at = end;
            Some((number, at..end))
        })
    }

    /// The words that begin at a byte: the number and the end of each.
    fn at<'t>(&'t self, text: &'t str, at: usize) -> impl Iterator<Item = (usize, usize)> + 't {
        let rest = &text.as_bytes()[at..];
        let head = head(rest);
        let drawer = drawer(head, self.bits);
        let words = match self.ways[drawer] & way(head) {
            0 => &[],
            _ => &self.words[self.begins[drawer] as usize..self.begins[drawer + 1] as usize],
        };
        let found = words.iter().filter(move |word| head & word.mask == word.head && self.goes_on(word, rest));
        found.map(move |word| (word.number, at + word.at.len()))
    }

    /// Whether what follows the first bytes of a word follows them in a text as well.
    fn goes_on(&self, word: &Word, rest: &[u8]) -> bool {
        const HEAD: usize = size_of::<u64>();
        let word = &self.text.as_bytes()[word.at.start as usize..word.at.end as usize];
        word.len() <= HEAD || rest.get(HEAD..word.len()).is_some_and(|rest| *rest == word[HEAD..])
    }
}

/// Where the characters of a text begin.
struct Places<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let at = self.at;
        self.at += width(*self.text.as_bytes().get(at)?);
        Some(at)
    }
}

/// The first bytes of a text as one number.
fn head(text: &[u8]) -> u64 {
    match text.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => text.iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte)),
    }
}

/// How many bytes a character has that begins with a byte.
fn width(first: u8) -> usize {
    match first {
        0..=0x7f => 1,
        0x80..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => 4,
    }
}

/// A word of so many bytes goes on behind its first character.
const LEAST: usize = 6;

/// How what begins with these bytes goes on behind a Chinese character: one bit of all.
fn way(head: u64) -> u64 {
    1 << (((head >> 24) & 0xff_ffff).wrapping_mul(SPREAD) >> (64 - 6))
}

/// The drawer of what begins with a character.
fn drawer(head: u64, bits: u32) -> usize {
    let first = head & (u64::MAX >> (64 - 8 * width(head as u8)));
    (first.wrapping_mul(SPREAD) >> (64 - bits)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_found_where_they_stand() {
        let drawers = Drawers::of(["的的", "布署", "发布署名", "", "x", "甲乙丙丁"].into_iter());
        let mut all = Vec::new();
        drawers.all("发布署名的的的x甲乙丙丁", |number| all.push(number));
        all.sort_unstable();
        assert_eq!(all, [0, 0, 1, 2, 4, 5]);
        let text = "发布署名的的的x";
        let longest: Vec<_> = drawers.longest(text).map(|(number, at)| (number, &text[at])).collect();
        assert_eq!(longest, [(2, "发布署名"), (0, "的的"), (4, "x")]);
    }

    proptest! {
        #[test]
        fn nothing_is_missed(words in proptest::collection::vec("[甲乙丙x]{1,4}", 0..8), text in "[甲乙丙丁x€]{0,24}") {
            let drawers = Drawers::of(words.iter().map(String::as_str));
            let mut found = Vec::new();
            drawers.all(&text, |number| found.push(number));
            found.sort_unstable();
            let count = |word: &str| text.char_indices().filter(|(at, _)| text[*at..].starts_with(word)).count();
            let wanted: Vec<_> =
                words.iter().enumerate().flat_map(|(number, word)| std::iter::repeat_n(number, count(word))).collect();
            prop_assert_eq!(found, wanted);
        }
    }
}
