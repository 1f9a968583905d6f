//! Which passages hold what rules look for.
//!
//! Takes the passages of a plan, reads each once for the words that the forms of all rules need and once for those of all lists, and
//! gives every rule the few passages it has to look at. It may give one too many and never one too few: the rule looks
//! for itself.

use std::sync::LazyLock;

use super::Context;
use super::bounds::Bounded;
use super::lists::{PAIRED_BOUNDS, WordLists};
use super::passages::Passage;
use super::pattern::{Forms, Pattern};
use super::rules::PATTERNS;
use super::word_list::Word;

/// The passages of a plan by what they hold, each by its number.
#[derive(Default)]
pub(super) struct Sieve {
    /// By the number of the form.
    forms: Vec<Vec<usize>>,
    /// By the number of the list.
    lists: Vec<Vec<usize>>,
}

/// The forms of all rules.
static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::of(PATTERNS));

impl Sieve {
    /// Reads all passages.
    pub(super) fn of(passages: &[Passage], words: &WordLists) -> Self {
        let mut sieve =
            Self { forms: vec![Vec::new(); PATTERNS.len()], lists: vec![Vec::new(); words.names().count()] };
        let finder = words.finder();
        for (number, passage) in passages.iter().enumerate() {
            FORMS.held(passage).for_each(|form| note(&mut sieve.forms[form], number));
            finder.lists(&passage.text).for_each(|list| note(&mut sieve.lists[list], number));
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
    pub(super) fn holding(&self, form: &'static Pattern) -> impl Iterator<Item = &'a Passage> + use<'a> {
        let number = PATTERNS.iter().position(|other| std::ptr::eq(*other, form));
        debug_assert!(number.is_some(), "the form is missing from the list in rules/mod.rs");
        self.chosen(number.and_then(|number| self.sieve.forms.get(number)))
    }

    /// The words of a list, passage by passage.
    pub(super) fn listed(&self, name: &'static str) -> impl Iterator<Item = (&'a Passage, Word<'a>)> + use<'a> {
        let words = &self.options.words;
        self.of_list(name).flat_map(move |passage| words.found(name, passage).map(move |word| (passage, word)))
    }

    /// The quantities with a bound before and after them that do not go together, passage by passage.
    pub(super) fn bounded(&self) -> impl Iterator<Item = (&'a Passage, Bounded<'a>)> + use<'a> {
        let words = &self.options.words;
        self.of_list(PAIRED_BOUNDS).flat_map(move |passage| words.bounded(passage).map(move |pair| (passage, pair)))
    }

    /// The passages that hold a word of a list.
    pub(super) fn of_list(&self, name: &str) -> impl Iterator<Item = &'a Passage> + use<'a> {
        let number = self.options.words.names().position(|other| other == name);
        self.chosen(number.and_then(|number| self.sieve.lists.get(number)))
    }

    fn chosen(&self, numbers: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a Passage> + use<'a> {
        let passages = self.passages;
        numbers.into_iter().flatten().filter_map(move |number| passages.get(*number))
    }
}
