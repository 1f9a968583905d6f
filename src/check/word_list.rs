//! Lists of words and what to write instead.
//!
//! A list is a file of `stdlib/words`: `wrong → right`, one entry a line, `//` before a comment. A line without an arrow
//! is a word that is right and only holds the letters of a wrong one, as 发布署名 does of 布署. All words of a list are
//! sought in one pass over a text.

use std::borrow::Cow;
use std::ops::Range;

use super::drawers::Drawers;
use super::passages::Passage;
use super::pattern::Pattern;
use super::signs::Signs;

/// A list as it is sought.
#[derive(Clone, Debug)]
pub(super) struct Built {
    words: Drawers,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    wrong: String,
    /// `None` for a word that is right.
    right: Option<String>,
}

/// A word of the list in a passage.
pub(super) struct Word<'a> {
    /// The bytes it takes.
    pub at: Range<usize>,
    /// The word.
    pub wrong: &'a str,
    /// What to write instead; empty where the list does not say.
    pub right: &'a str,
}

/// All lists and all forms in one.
#[derive(Clone, Debug)]
pub(super) struct Finder {
    /// What may stand anywhere.
    anywhere: Sought,
    /// The forms that do not occur without a digit, which most texts have none of.
    with_digit: Sought,
}

/// Words of several lists or forms.
#[derive(Clone, Debug)]
struct Sought {
    words: Drawers,
    /// Whose each word is.
    whose: Vec<Held>,
}

/// What has a word in a text.
#[derive(Clone, Copy, Debug)]
pub(super) enum Held {
    /// A list, by its number.
    List(usize),
    /// A form that needs it, by its number.
    Form(usize),
}

impl Finder {
    /// Of the lines of every list, and of the words that forms need.
    pub fn of<'a>(lists: impl Iterator<Item = &'a [Cow<'static, str>]>, forms: &'static [&'static Pattern]) -> Self {
        let of_lists = lists.enumerate().flat_map(|(number, lines)| {
            // Of a pair of words around a number, the first is enough to look closer.
            let wrong = lines.iter().filter_map(|line| Some(line.split_once('→')?.0.split('…').next()?.trim()));
            wrong.filter(|wrong| !wrong.is_empty()).map(move |wrong| (wrong, Held::List(number)))
        });
        let of_forms = |has_digit| {
            let forms = forms.iter().enumerate().filter(move |(_, form)| form.has_digit == has_digit);
            forms.flat_map(|(number, form)| form.needs.iter().map(move |word| (*word, Held::Form(number))))
        };
        Self {
            anywhere: Sought::of(of_lists.chain(of_forms(false)).unzip()),
            with_digit: Sought::of(of_forms(true).unzip()),
        }
    }

    /// Tells what has a word in a passage, as often as it has.
    pub fn held(&self, passage: &Passage, mut found: impl FnMut(Held)) {
        self.anywhere.held(&passage.text, &mut found);
        if passage.signs.hold(Signs::DIGIT) {
            self.with_digit.held(&passage.text, &mut found);
        }
    }
}

impl Sought {
    fn of((words, whose): (Vec<&str>, Vec<Held>)) -> Self {
        Self { words: Drawers::of(words.into_iter()), whose }
    }

    fn held(&self, text: &str, found: &mut impl FnMut(Held)) {
        self.words.all(text, |word| found(self.whose[word]));
    }
}

impl Built {
    /// Of the lines of a list.
    pub fn of(lines: &[Cow<'static, str>]) -> Self {
        let entry = |line: &Cow<str>| match line.split_once('→') {
            Some((wrong, right)) => Entry { wrong: wrong.trim().to_owned(), right: Some(right.trim().to_owned()) },
            None => Entry { wrong: line.clone().into_owned(), right: None },
        };
        let entries: Vec<Entry> = lines.iter().map(entry).filter(|entry| !entry.wrong.is_empty()).collect();
        let words = Drawers::of(entries.iter().map(|entry| entry.wrong.as_str()));
        Self { words, entries }
    }

    /// Its words in what is the author's own wording, in order.
    pub fn words<'a>(&'a self, passage: &'a Passage) -> impl Iterator<Item = Word<'a>> {
        self.words.longest(&passage.text).filter_map(|(number, at)| {
            let entry = &self.entries[number];
            let word = Word { at, wrong: &entry.wrong, right: entry.right.as_deref()? };
            passage.is_own(&word.at).then_some(word)
        })
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
            include_str!("../../stdlib/words/outdated-words.txt"),
        ] {
            let lines = file.lines().filter(|line| !line.starts_with("//")).map(Cow::Borrowed).collect::<Vec<_>>();
            let built = Built::of(&lines);
            let mut words: Vec<_> = built.entries.iter().map(|entry| entry.wrong.as_str()).collect();
            words.sort_unstable();
            let doubled = words.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!(doubled, None, "a word stands twice");
            let same = built.entries.iter().find(|entry| entry.right.as_ref() == Some(&entry.wrong));
            assert!(same.is_none_or(|entry| entry.wrong.is_empty()), "a word is to be replaced by itself");
            for entry in built.entries.iter().filter(|entry| entry.right.is_some()) {
                assert!(!entry.wrong.contains(' '), "{} holds a blank", entry.wrong);
            }
        }
    }
}
