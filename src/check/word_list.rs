//! Lists of words and what to write instead.
//!
//! A list is a file of `stdlib/words`: `wrong → right`, one entry a line, `//` before a comment. A line without an arrow
//! is a word that is right and only holds the letters of a wrong one, as 发布署名 does of 布署. All words of a list are
//! sought in one pass over a text.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::passages::Passage;

/// A list of words.
pub(super) struct WordList {
    file: &'static str,
    built: OnceLock<Option<Built>>,
}

struct Built {
    words: AhoCorasick,
    entries: Vec<Entry>,
}

struct Entry {
    wrong: &'static str,
    /// `None` for a word that is right.
    right: Option<&'static str>,
}

/// A word of the list in a passage.
pub(super) struct Word {
    /// The bytes it takes.
    pub at: Range<usize>,
    /// The word.
    pub wrong: &'static str,
    /// What to write instead; empty where the list does not say.
    pub right: &'static str,
}

impl WordList {
    /// The list of a file.
    pub const fn new(file: &'static str) -> Self {
        Self { file, built: OnceLock::new() }
    }

    /// Its words in what is the author's own wording, in order.
    pub fn words<'p>(&'p self, passage: &'p Passage) -> impl Iterator<Item = Word> + 'p {
        let built = self.built.get_or_init(|| Built::of(self.file));
        let found = built.iter().flat_map(|built| built.words.find_iter(&passage.text).map(move |hit| (built, hit)));
        found.filter_map(|(built, hit)| {
            let entry = &built.entries[hit.pattern().as_usize()];
            let word = Word { at: hit.range(), wrong: entry.wrong, right: entry.right? };
            passage.is_own(&word.at).then_some(word)
        })
    }
}

impl Built {
    fn of(file: &'static str) -> Option<Self> {
        let lines = file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
        let entries: Vec<Entry> = lines
            .map(|line| match line.split_once('→') {
                Some((wrong, right)) => Entry { wrong: wrong.trim(), right: Some(right.trim()) },
                None => Entry { wrong: line, right: None },
            })
            .filter(|entry| !entry.wrong.is_empty())
            .collect();
        let words = entries.iter().map(|entry| entry.wrong);
        let words = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).ok()?;
        Some(Self { words, entries })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_and_say_each_word_once() {
        for file in [
            include_str!("../../stdlib/words/wrong-words.txt"),
            include_str!("../../stdlib/words/suspect-words.txt"),
            include_str!("../../stdlib/words/redundant-words.txt"),
            include_str!("../../stdlib/words/doubled-words.txt"),
            include_str!("../../stdlib/words/contradicting-words.txt"),
            include_str!("../../stdlib/words/relative-times.txt"),
            include_str!("../../stdlib/words/old-units.txt"),
            include_str!("../../stdlib/words/look-alikes.txt"),
            include_str!("../../stdlib/words/leftovers.txt"),
        ] {
            let built = Built::of(file).expect("a list can be sought");
            let mut words: Vec<_> = built.entries.iter().map(|entry| entry.wrong).collect();
            words.sort_unstable();
            let doubled = words.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!(doubled, None, "a word stands twice");
            let same = built.entries.iter().find(|entry| entry.right == Some(entry.wrong));
            assert!(same.is_none_or(|entry| entry.wrong.is_empty()), "a word is to be replaced by itself");
            for entry in built.entries.iter().filter(|entry| entry.right.is_some()) {
                assert!(!entry.wrong.contains(' '), "{} holds a blank", entry.wrong);
            }
        }
    }
}
