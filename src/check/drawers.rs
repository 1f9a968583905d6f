//! Many words sought at once.
//!
//! Takes words, gives where they stand in a text. Nearly all that stands in a text begins none of them, and a plan is
//! checked by a program that has just been started: so no automaton is made, which takes longer to build than a small plan
//! to check. Of each character and the one behind it two bits tell whether a word may begin there. Where one may, it lies
//! in the drawer of its first character, and what lies there is compared. Never knows what a word means.

use std::cmp::Reverse;
use std::ops::Range;

use super::signs::HAN;

/// At most so many bits of a number tell a drawer.
const MOST_BITS: u32 = 11;
/// Spreads the characters, which have most of their bits in common.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Words in drawers.
#[derive(Clone, Debug)]
pub(super) struct Drawers {
    gate: Box<Gate>,
    /// How many bits of a number tell a drawer: more for more words.
    bits: u32,
    /// The words, one after the other.
    text: String,
    words: Vec<Word>,
    /// Where each drawer begins among the words, and where the last ends.
    begins: Vec<u32>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Word {
    /// Its first bytes, and which bits of them are its own.
    head: u64,
    mask: u64,
    from: u32,
    length: u32,
    /// Its place in the order in which the words were given.
    number: u32,
}

impl Drawers {
    /// Of words; an empty one is nowhere found.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let (mut text, mut all, mut gate) = (String::new(), Vec::new(), Box::new(Gate::SHUT));
        for (number, word) in words.enumerate().filter(|(_, word)| !word.is_empty()) {
            let head = head(word.as_bytes(), 0);
            let mask = if word.len() < HEAD { (1 << (8 * word.len())) - 1 } else { u64::MAX };
            let (from, length) = (text.len() as u32, word.len() as u32);
            text.push_str(word);
            gate.open(head, word.len());
            all.push(Word { head, mask, from, length, number: number as u32 });
        }
        let bits = (usize::BITS - all.len().leading_zeros()).clamp(1, MOST_BITS);
        let (words, begins) = sorted(&all, bits);
        Self { gate, bits, text, words, begins }
    }

    /// Tells the number of every word that stands in a text, as often as it does, also where words overlap.
    pub fn all(&self, text: &str, mut found: impl FnMut(usize)) {
        let mut next = 0;
        while let Some((at, head)) = self.gate.next(text.as_bytes(), next) {
            self.at(text.as_bytes(), at, head).for_each(|(number, _)| found(number));
            next = at + width(head as u8);
        }
    }

    /// Where words stand in a text that do not overlap: of those that begin first the longest.
    pub fn longest<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, Range<usize>)> + 't {
        let (text, mut next) = (text.as_bytes(), 0);
        std::iter::from_fn(move || {
            while let Some((at, head)) = self.gate.next(text, next) {
                if let Some((number, end)) =
                    self.at(text, at, head).max_by_key(|(number, end)| (*end, Reverse(*number)))
                {
                    next = end;
                    return Some((number, at..end));
                }
                next = at + width(head as u8);
            }
            None
        })
    }

    /// The words that begin at a byte with these first bytes: the number and the end of each.
    fn at<'t>(&'t self, text: &'t [u8], at: usize, head: u64) -> impl Iterator<Item = (usize, usize)> + 't {
        let drawer = drawer(head, self.bits);
        let words = &self.words[self.begins[drawer] as usize..self.begins[drawer + 1] as usize];
        let found = words.iter().filter(move |word| head & word.mask == word.head && self.goes_on(word, &text[at..]));
        found.map(move |word| (word.number as usize, at + word.length as usize))
    }

    /// Whether what follows the first bytes of a word follows them in a text as well.
    fn goes_on(&self, word: &Word, rest: &[u8]) -> bool {
        let word = &self.text.as_bytes()[word.from as usize..][..word.length as usize];
        rest.get(..word.len()).is_some_and(|rest| word.len() <= HEAD || rest[HEAD..] == word[HEAD..])
    }
}

/// Words by their drawers, each drawer in the order in which they were given, and where each begins and the last ends.
fn sorted(all: &[Word], bits: u32) -> (Vec<Word>, Vec<u32>) {
    let mut begins = vec![0; (1 << bits) + 1];
    all.iter().for_each(|word| begins[drawer(word.head, bits) + 1] += 1);
    (0..1 << bits).for_each(|each| begins[each + 1] += begins[each]);
    let (mut words, mut ends) = (vec![Word::default(); all.len()], begins.clone());
    for word in all {
        let end = &mut ends[drawer(word.head, bits)];
        words[*end as usize] = *word;
        *end += 1;
    }
    (words, begins)
}

/// What tells of most places in a text that no word begins there; it may say yes where none does.
#[derive(Clone, Debug)]
struct Gate {
    /// A bit for the first two characters of each word that begins with two Chinese ones.
    pairs: [u64; 512],
    /// A bit for the first character of each shorter word that begins with a Chinese one.
    alone: [u64; 64],
    /// A bit for each half-width sign that begins a word.
    narrow: u128,
}

impl Gate {
    /// Without words.
    const SHUT: Self = Self { pairs: [0; 512], alone: [0; 64], narrow: 0 };

    /// Takes a word in, of which the first bytes and the length are known.
    fn open(&mut self, head: u64, length: usize) {
        let (pair, spread) = pair(head);
        let (last, middle) = alone(head);
        match width(head as u8) {
            1 => self.narrow |= 1 << (head as u8),
            HAN if length >= 2 * HAN => self.pairs[pair] |= 1 << spread,
            HAN => self.alone[last] |= 1 << middle,
            // Such characters are rare: they are let in whatever they are.
            _ => {}
        }
    }

    /// The next place from a byte on where a word may begin, and its first bytes.
    #[inline]
    fn next(&self, text: &[u8], from: usize) -> Option<(usize, u64)> {
        let mut at = text.len() - self.shut(&text[from..]).len();
        while at < text.len() {
            let head = head(text, at);
            if self.lets_in(head) {
                return Some((at, head));
            }
            at += width(head as u8);
        }
        None
    }

    /// A text without the characters of three bytes that it begins with and no word does; the last few are left to be
    /// asked one by one. It is here that the texts of a plan are read.
    fn shut<'t>(&self, mut text: &'t [u8]) -> &'t [u8] {
        while let Some(eight) = text.first_chunk() {
            let head = u64::from_le_bytes(*eight);
            if head & 0xf0 != 0xe0 || self.has_bit(head) {
                break;
            }
            text = &text[HAN..];
        }
        text
    }

    /// Whether a word may begin with these bytes.
    fn lets_in(&self, head: u64) -> bool {
        match width(head as u8) {
            1 => self.narrow >> (head as u8) & 1 != 0,
            HAN => self.has_bit(head),
            _ => true,
        }
    }

    /// The same of bytes that begin with a character of three.
    fn has_bit(&self, head: u64) -> bool {
        let (pair, spread) = pair(head);
        let (last, middle) = alone(head);
        (self.pairs[pair] >> spread | self.alone[last] >> middle) & 1 != 0
    }
}

/// Which cell and bit tell of the first two characters.
fn pair(head: u64) -> (usize, u32) {
    let spread = (head << 16).wrapping_mul(SPREAD);
    ((spread >> (64 - 9)) as usize, (spread >> 40) as u32 % 64)
}

/// Which cell and bit tell of the first character: its last byte and the one before it, which say most of it.
fn alone(head: u64) -> (usize, u32) {
    ((head >> 16) as usize % 64, (head >> 8) as u32 % 64)
}

/// Bytes in the head of a word.
const HEAD: usize = size_of::<u64>();

/// The first bytes of what stands at a place of a text as one number.
fn head(text: &[u8], at: usize) -> u64 {
    if let Some(eight) = text[at..].first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    match text.last_chunk() {
        // Near the end: of the last eight bytes those before the place are dropped.
        Some(eight) => u64::from_le_bytes(*eight) >> (8 * (at + HEAD - text.len())),
        None => text[at..].iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte)),
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
