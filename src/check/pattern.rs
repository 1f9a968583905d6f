//! Forms of wording that rules look for.
//!
//! A [`Pattern`] is a regular expression over a passage; it has no look-around, so what stands before and after is asked
//! of the [`Hit`]. It is searched in time linear in the text, and built when a text first holds one of the words without
//! which it cannot occur: most plans need few of them, and to build them all takes longer than to check such a plan.

#[cfg(test)]
pub(super) mod needs;

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Captures, Regex};

use super::passages::Passage;
use super::signs::Signs;

/// What may count things: units and measure words, for `concat!` into a pattern.
macro_rules! units {
    () => {
        "(?:个百分点|个工作日|个课时|个学时|个小时|个月|平方米|立方米|公里|公顷|课时|学时|小时|分钟|人次|学期|学年|\
         周岁|[万亿]?(?:元|人|名|所|个|项|次|节|篇|件|套|台|册|本|天|日|周|年|分|倍|成|米|亩|户|家|处|场|期|门|座|间|份|\
         岁|轮|批|组|位|辆|张|公斤|千克|吨)|%|％|‰)"
    };
}
pub(super) use units;

/// A number in digits, for `concat!`.
macro_rules! number {
    () => {
        "[0-9]+(?:\\.[0-9]+)?"
    };
}
pub(super) use number;

/// A form of wording.
pub(super) struct Pattern {
    /// Words of which one stands in whatever it matches.
    pub needs: &'static [&'static str],
    /// Words of which one stands in it as well; none if that is not known.
    pub beside: &'static [&'static str],
    /// Whether a digit does.
    pub has_digit: bool,
    source: &'static str,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The pattern of a regular expression, and the words of which one stands in whatever it matches; none if there are
    /// no such words.
    pub const fn new(needs: &'static [&'static str], source: &'static str) -> Self {
        Self { needs, beside: &[], has_digit: false, source, regex: OnceLock::new() }
    }

    /// The same of a form that never occurs without a digit, which most texts have none of.
    pub const fn with_digit(needs: &'static [&'static str], source: &'static str) -> Self {
        Self { needs, beside: &[], has_digit: true, source, regex: OnceLock::new() }
    }

    /// The same, of which one of these words is known to stand in whatever it matches as well.
    pub const fn beside(mut self, beside: &'static [&'static str]) -> Self {
        self.beside = beside;
        self
    }

    /// Where it occurs in what is the author's own wording, in order.
    pub fn hits<'p>(&self, passage: &'p Passage) -> impl Iterator<Item = Hit<'p>> {
        self.all_hits(passage).filter(|hit| passage.is_own(&hit.at()))
    }

    /// Where it occurs, quotations among it.
    pub fn all_hits<'p>(&self, passage: &'p Passage) -> impl Iterator<Item = Hit<'p>> {
        let regex = Some(self).filter(|form| form.may_be_in(passage)).and_then(Pattern::built);
        regex.into_iter().flat_map(|regex| regex.captures_iter(&passage.text)).map(|captures| Hit { captures, passage })
    }

    /// How many bytes of the beginning of a text it takes; it has to begin with `^`.
    pub fn length(&self, text: &str) -> Option<usize> {
        self.built().and_then(|regex| regex.find(text)).map(|found| found.end())
    }

    /// Whether it is worth building for a text.
    fn may_be_in(&self, passage: &Passage) -> bool {
        let holds = |words: &[&str]| words.is_empty() || words.iter().any(|word| passage.text.contains(word));
        let fits = !self.has_digit || passage.signs.hold(Signs::DIGIT);
        fits && (self.regex.get().is_some() || holds(self.beside) && holds(self.needs))
    }

    fn built(&self) -> Option<&Regex> {
        self.regex.get_or_init(|| Regex::new(self.source).ok()).as_ref()
    }
}

/// An occurrence of a pattern.
pub(super) struct Hit<'p> {
    captures: Captures<'p>,
    passage: &'p Passage<'p>,
}

impl<'p> Hit<'p> {
    /// The bytes of the passage it takes.
    pub fn at(&self) -> Range<usize> {
        self.place(0)
    }

    /// Its words.
    pub fn text(&self) -> &'p str {
        self.part(0)
    }

    /// The words of a group; none if it takes no part.
    pub fn part(&self, group: usize) -> &'p str {
        self.captures.get(group).map_or("", |found| found.as_str())
    }

    /// The bytes of a group; an empty stretch at the beginning if it takes no part.
    pub fn place(&self, group: usize) -> Range<usize> {
        self.captures.get(group).map_or(0..0, |found| found.range())
    }

    /// The character before it.
    pub fn before(&self) -> Option<char> {
        self.passage.before(self.at().start)
    }

    /// The character after it.
    pub fn after(&self) -> Option<char> {
        self.passage.after(self.at().end)
    }

    /// What follows it.
    pub fn rest(&self) -> &'p str {
        &self.passage.text[self.at().end..]
    }
}
