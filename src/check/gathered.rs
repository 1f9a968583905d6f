//! What several rules look at, each of it made when the first of them asks.
//!
//! Takes a plan and its sources, gives its texts, passages, times, lists of owners and what waits for what. Who only
//! wants to know whether a plan is sound asks few rules, and those need next to nothing of it.

use std::cell::OnceCell;
use std::ops::Range;

use super::figures;
use super::level::{self, Level};
use super::owner_lists;
use super::passages::{self, Passage};
use super::service::Service;
use super::sieve::Sieve;
use super::signs::Signs;
use super::steps::{self, Edge};
use super::texts::{self, Words};
use super::times::{self, Slot};
use super::{Context, WordLists};
use crate::plan::{OwnerRef, Plan, Prose};
use crate::source::Sources;

/// What has been made so far.
pub(super) struct Gathered<'a> {
    plan: &'a Plan,
    sources: &'a Sources,
    words: &'a WordLists,
    texts: OnceCell<Vec<Words<'a>>>,
    paragraphs: OnceCell<Vec<&'a Prose>>,
    passages: OnceCell<Vec<Passage<'a>>>,
    counting: OnceCell<Vec<(Words<'a>, Range<usize>)>>,
    levels: OnceCell<Vec<Level<'a>>>,
    slots: OnceCell<Vec<Slot<'a>>>,
    sieve: OnceCell<Sieve>,
    owner_lists: OnceCell<Vec<&'a [OwnerRef]>>,
    leads: OnceCell<Vec<&'a [OwnerRef]>>,
    edges: OnceCell<Vec<Edge<'a>>>,
    service: OnceCell<Option<Service<'a>>>,
}

impl<'a> Gathered<'a> {
    /// Nothing yet.
    pub fn new(plan: &'a Plan, sources: &'a Sources, words: &'a WordLists) -> Self {
        let (texts, paragraphs, passages) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let (counting, levels) = (OnceCell::new(), OnceCell::new());
        let (slots, sieve) = (OnceCell::new(), OnceCell::new());
        let (owner_lists, leads) = (OnceCell::new(), OnceCell::new());
        let (edges, service) = (OnceCell::new(), OnceCell::new());
        Self {
            plan,
            sources,
            words,
            texts,
            paragraphs,
            passages,
            counting,
            levels,
            slots,
            sieve,
            owner_lists,
            leads,
            edges,
            service,
        }
    }

    fn texts(&self) -> &[Words<'a>] {
        self.texts.get_or_init(|| texts::texts(self.plan, self.owner_lists()))
    }

    fn owner_lists(&self) -> &[&'a [OwnerRef]] {
        self.owner_lists.get_or_init(|| owner_lists::lists(self.plan))
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

    /// Every list of owners, in no order that matters.
    pub(super) fn owner_lists(&self) -> &'a [&'a [OwnerRef]] {
        self.gathered.owner_lists()
    }

    /// Every list of 牵头.
    pub(super) fn leads(&self) -> &'a [&'a [OwnerRef]] {
        self.gathered.leads.get_or_init(|| owner_lists::leads(self.plan))
    }

    /// What waits for what among its steps, measures first, in the order written.
    pub(super) fn edges(&self) -> &'a [Edge<'a>] {
        self.gathered.edges.get_or_init(|| steps::edges(self.plan))
    }

    /// Which measures serve which goals, if it says so at all.
    pub(super) fn service(&self) -> Option<&'a Service<'a>> {
        self.gathered.service.get_or_init(|| Service::of(self.plan)).as_ref()
    }

    /// Every sentence of its prose that has a digit: the words it stands in, and where.
    pub(super) fn sentences_with_digit(&self) -> impl Iterator<Item = (Words<'a>, Range<usize>)> + use<'a> {
        let of = |words: Words<'a>| figures::sentences(words.value).into_iter().map(move |at| (words, at));
        let counting = &self.gathered.counting;
        counting.get_or_init(|| self.prose_with(Signs::DIGIT).flat_map(of).collect()).iter().cloned()
    }

    /// Every value that it asks for, in order.
    pub(super) fn levels(&self) -> impl Iterator<Item = Level<'a>> + use<'a> {
        self.gathered.levels.get_or_init(|| level::levels(self.plan).collect()).iter().cloned()
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
