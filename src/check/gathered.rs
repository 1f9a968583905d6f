//! What several rules look at, each of it made when the first of them asks.
//!
//! Takes a plan and its sources, gives its texts, passages and times. Who only wants to know whether a plan is sound asks
//! few rules, and those need next to nothing of it.

use std::cell::OnceCell;

use super::passages::{self, Passage};
use super::sieve::Sieve;
use super::texts::{self, Words};
use super::times::{self, Slot};
use super::{Context, WordLists};
use crate::plan::{Plan, Prose};
use crate::source::Sources;

/// What has been made so far.
pub(super) struct Gathered<'a> {
    plan: &'a Plan,
    sources: &'a Sources,
    words: &'a WordLists,
    texts: OnceCell<Vec<Words<'a>>>,
    paragraphs: OnceCell<Vec<&'a Prose>>,
    passages: OnceCell<Vec<Passage<'a>>>,
    slots: OnceCell<Vec<Slot<'a>>>,
    sieve: OnceCell<Sieve>,
}

impl<'a> Gathered<'a> {
    /// Nothing yet.
    pub fn new(plan: &'a Plan, sources: &'a Sources, words: &'a WordLists) -> Self {
        let (texts, paragraphs, passages) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let (slots, sieve) = (OnceCell::new(), OnceCell::new());
        Self { plan, sources, words, texts, paragraphs, passages, slots, sieve }
    }

    fn texts(&self) -> &[Words<'a>] {
        self.texts.get_or_init(|| texts::texts(self.plan))
    }

    fn paragraphs(&self) -> &[&'a Prose] {
        self.paragraphs.get_or_init(|| texts::paragraphs(self.plan).collect())
    }

    fn passages(&self) -> &[Passage<'a>] {
        self.passages.get_or_init(|| passages::passages(self.paragraphs(), self.texts(), self.sources))
    }
}

impl<'a> Context<'a> {
    /// The names, titles and facts of the plan in words.
    pub(super) fn texts(&self) -> &'a [Words<'a>] {
        self.gathered.texts()
    }

    /// Its paragraphs.
    pub(super) fn paragraphs(&self) -> &'a [&'a Prose] {
        self.gathered.paragraphs()
    }

    /// All that is written in it, its paragraphs first, then its texts.
    pub(super) fn passages(&self) -> &'a [Passage<'a>] {
        self.gathered.passages()
    }

    /// Every time written in it.
    pub(super) fn slots(&self) -> &'a [Slot<'a>] {
        self.gathered.slots.get_or_init(|| times::slots(self.plan))
    }

    /// Which of the passages hold what.
    pub(super) fn sieve(&self) -> &'a Sieve {
        self.gathered.sieve.get_or_init(|| Sieve::of(self.passages(), self.gathered.words))
    }
}
