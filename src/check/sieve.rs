//! Which passages hold what rules look for.
//!
//! Takes the passages of a plan, reads each once for the words of all lists and those that the forms of all rules
//! need, and gives every rule the few passages it has to look at. It may give one too many and never one too few: the rule looks
//! for itself.

use super::Context;
use super::bounds::Bounded;
use super::lists::{PAIRED_BOUNDS, WordLists};
use super::passages::Passage;
use super::pattern::Pattern;
use super::rules::PATTERNS;
use super::signs::Signs;
use super::texts::{Words, words_of};
use super::word_list::{Held, Word};
use crate::plan::Prose;

/// The passages of a plan by what they hold, each by its number.
#[derive(Default)]
pub(super) struct Sieve {
    /// By the number of the form.
    forms: Vec<Vec<usize>>,
    /// By the number of the list.
    lists: Vec<Vec<usize>>,
}

impl Sieve {
    /// Reads all passages.
    pub(super) fn of(passages: &[Passage], words: &WordLists) -> Self {
        let mut sieve =
            Self { forms: vec![Vec::new(); PATTERNS.len()], lists: vec![Vec::new(); words.names().count()] };
        let finder = words.finder(PATTERNS);
        for (number, passage) in passages.iter().enumerate() {
            finder.held(passage, |held| match held {
                Held::Form(form) => note(&mut sieve.forms[form], number),
                Held::List(list) => note(&mut sieve.lists[list], number),
            });
        }
        sieve
    }
}

/// Notes the number of a passage once.
fn note(held: &mut Vec<usize>, number: usize) {
    if held.last() != Some(&number) {
        held.push(number);
    }
}

impl<'a> Context<'a> {
    /// The passages that hold a form of wording, in order.
    pub(super) fn holding(&self, form: &'static Pattern) -> impl Iterator<Item = &'a Passage<'a>> + use<'a> {
        self.chosen(self.numbers(form))
    }

    /// The words of a list, passage by passage.
    pub(super) fn listed(&self, name: &'static str) -> impl Iterator<Item = (&'a Passage<'a>, Word<'a>)> + use<'a> {
        let words = &self.options.words;
        self.of_list(name).flat_map(move |passage| words.found(name, passage).map(move |word| (passage, word)))
    }

    /// The quantities with a bound before and after them that do not go together, passage by passage.
    pub(super) fn bounded(&self) -> impl Iterator<Item = (&'a Passage<'a>, Bounded<'a>)> + use<'a> {
        let words = &self.options.words;
        self.of_list(PAIRED_BOUNDS).flat_map(move |passage| words.bounded(passage).map(move |pair| (passage, pair)))
    }

    /// The passages that hold a word of a list.
    pub(super) fn of_list(&self, name: &str) -> impl Iterator<Item = &'a Passage<'a>> + use<'a> {
        let number = self.options.words.names().position(|other| other == name);
        self.chosen(number.and_then(|number| self.sieve().lists.get(number)))
    }

    /// The passages that have one of these kinds of signs.
    pub(super) fn passages_with(&self, signs: Signs) -> impl Iterator<Item = &'a Passage<'a>> + use<'a> {
        self.passages().iter().filter(move |passage| passage.signs.hold(signs))
    }

    /// Every name, title and fact in words that has one of these kinds of signs.
    pub(super) fn texts_with(&self, signs: Signs) -> impl Iterator<Item = Words<'a>> + use<'a> {
        let passages = &self.passages()[self.paragraphs().len()..];
        let texts = self.texts().iter().zip(passages).filter(move |(_, passage)| passage.signs.hold(signs));
        texts.map(|(words, _)| *words)
    }

    /// Every piece of prose that is words, of the paragraphs that have one of these kinds of signs.
    pub(super) fn prose_with(&self, signs: Signs) -> impl Iterator<Item = Words<'a>> + use<'a> {
        self.paragraphs_with(signs).flat_map(words_of)
    }

    /// The paragraphs that have one of these kinds of signs.
    pub(super) fn paragraphs_with(&self, signs: Signs) -> impl Iterator<Item = &'a Prose> + use<'a> {
        let paragraphs = self.paragraphs().iter().zip(self.passages());
        paragraphs.filter(move |(_, passage)| passage.signs.hold(signs)).map(|(prose, _)| *prose)
    }

    /// Every piece of prose that is words, of the paragraphs that hold a form of wording.
    pub(super) fn prose_holding(&self, form: &'static Pattern) -> impl Iterator<Item = Words<'a>> + use<'a> {
        let paragraphs = self.paragraphs();
        self.numbers(form)
            .into_iter()
            .flatten()
            .filter_map(|number| paragraphs.get(*number))
            .flat_map(|it| words_of(it))
    }

    /// The numbers of the passages that hold a form.
    fn numbers(&self, form: &'static Pattern) -> Option<&'a Vec<usize>> {
        let number = PATTERNS.iter().position(|other| std::ptr::eq(*other, form));
        debug_assert!(number.is_some(), "the form is missing from the list in rules/forms.rs");
        self.sieve().forms.get(number?)
    }

    fn chosen(&self, numbers: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a Passage<'a>> + use<'a> {
        let passages = self.passages();
        numbers.into_iter().flatten().filter_map(move |number| passages.get(*number))
    }
}
