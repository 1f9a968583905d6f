//! Forms of wording that rules look for.
//!
//! A [`Pattern`] is a regular expression over a passage; it has no look-around, so what stands before and after is asked
//! of the [`Hit`]. Built when first used, and searched in time linear in the text.

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Captures, Regex, RegexSet, RegexSetBuilder};

use super::passages::Passage;

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
    source: &'static str,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// The pattern of a regular expression.
    pub const fn new(source: &'static str) -> Self {
        Self { source, regex: OnceLock::new() }
    }

    /// Where it occurs in what is the author's own wording, in order.
    pub fn hits<'p>(&self, passage: &'p Passage) -> impl Iterator<Item = Hit<'p>> {
        self.all_hits(passage).filter(|hit| passage.is_own(&hit.at()))
    }

    /// Where it occurs, quotations among it.
    pub fn all_hits<'p>(&self, passage: &'p Passage) -> impl Iterator<Item = Hit<'p>> {
        let regex = self.regex.get_or_init(|| Regex::new(self.source).ok());
        regex.iter().flat_map(|regex| regex.captures_iter(&passage.text)).map(|captures| Hit { captures, passage })
    }

    /// How many bytes of the beginning of a text it takes; it has to begin with `^`.
    pub fn length(&self, text: &str) -> Option<usize> {
        let regex = self.regex.get_or_init(|| Regex::new(self.source).ok());
        regex.as_ref().and_then(|regex| regex.find(text)).map(|found| found.end())
    }
}

/// Many patterns, sought together.
pub(super) struct Forms {
    /// `None` if they are too many for it.
    set: Option<RegexSet>,
    count: usize,
}

/// Bytes that all patterns together may take.
const ROOM: usize = 1 << 26;

impl Forms {
    /// All of a list.
    pub fn of(patterns: &[&Pattern]) -> Self {
        let sources = patterns.iter().map(|pattern| pattern.source);
        let set = RegexSetBuilder::new(sources).size_limit(ROOM).dfa_size_limit(ROOM).build().ok();
        Self { set, count: patterns.len() }
    }

    /// Tells the number of each pattern that may occur in a passage, quotations among it.
    pub fn held(&self, passage: &Passage, tell: impl FnMut(usize)) {
        match &self.set {
            Some(set) if set.is_match(&passage.text) => set.matches(&passage.text).iter().for_each(tell),
            Some(_) => {}
            None => (0..self.count).for_each(tell),
        }
    }
}

/// An occurrence of a pattern.
pub(super) struct Hit<'p> {
    captures: Captures<'p>,
    passage: &'p Passage,
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
