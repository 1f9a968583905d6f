//! The parser made from `grammar/plan.pest`, and a stretch of a line as it is read with it.
//!
//! Nothing of pest leaves this room: what is read becomes owned values of [`super::ast`] at once.

use std::ops::Range;

use pest::Parser as _;
use pest::iterators::{Pair, Pairs};
use pest_derive::Parser;

use crate::source::{Source, Span, Spanned};

use super::fold::Folded;
use super::keyword::{Keyword, Place};
use super::line::{is_blank, unbroken};

#[derive(Parser)]
#[grammar = "../grammar/plan.pest"]
struct PlanParser;

/// What a rule matched.
pub(super) type Found<'a> = Pair<'a, Rule>;

/// A stretch of a folded line that is read by one rule.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    source: &'a Source,
    folded: &'a Folded,
    start: usize,
    end: usize,
}

impl<'a> Stretch<'a> {
    /// The whole of a folded line of `source`.
    pub fn whole(source: &'a Source, folded: &'a Folded) -> Self {
        Self { source, folded, start: 0, end: folded.text().len() }
    }

    /// The source it is a stretch of.
    pub fn source(self) -> &'a Source {
        self.source
    }

    /// The part a pair of this stretch covers.
    pub fn part(self, found: &Found) -> Self {
        let span = found.as_span();
        Self { start: self.start + span.start(), end: self.start + span.end(), ..self }
    }

    /// From the start of this to the end of a later one of the same line.
    pub fn until(self, last: Stretch) -> Self {
        Self { end: last.end, ..self }
    }

    /// The part of the stretch that lies at these bytes of its folded text.
    pub fn cut(self, range: Range<usize>) -> Self {
        Self { start: self.start + range.start, end: self.start + range.end, ..self }
    }

    /// The whole of another folded stretch of the same source.
    pub fn over<'b>(self, folded: &'b Folded) -> Stretch<'b>
    where
        'a: 'b,
    {
        Stretch { source: self.source, folded, start: 0, end: folded.text().len() }
    }

    /// The folded text.
    pub fn text(self) -> &'a str {
        &self.folded.text()[self.start..self.end]
    }

    /// Reads the stretch with a rule; on failure the place where reading stopped.
    pub fn read(self, rule: Rule) -> Result<Found<'a>, Span> {
        let mut found = PlanParser::parse(rule, self.text()).map_err(|error| {
            let at = match error.location {
                pest::error::InputLocation::Pos(at) => at,
                pest::error::InputLocation::Span((at, _)) => at,
            };
            self.span_of(at.min(self.text().len())..self.text().len())
        })?;
        found.next().ok_or_else(|| self.span())
    }

    /// The place of the whole stretch.
    pub fn span(self) -> Span {
        self.span_of(0..self.text().len())
    }

    /// The place of what a pair of this stretch covers.
    pub fn span_at(self, found: &Found) -> Span {
        self.span_of(found.as_span().start()..found.as_span().end())
    }

    /// The words of a pair as they are written, not folded.
    pub fn words(self, found: &Found) -> Spanned<String> {
        self.spelled(found.as_span().start()..found.as_span().end())
    }

    /// The words of the whole stretch as they are written.
    pub fn whole_words(self) -> Spanned<String> {
        self.spelled(0..self.text().len())
    }

    /// The keyword the stretch is at `place`; the value of a parameter is never one.
    pub fn keyword(self, place: Place) -> Option<Keyword> {
        Keyword::at(self.text(), place).filter(|_| !self.is_filled())
    }

    /// Whether the value of a parameter stands in the stretch.
    pub fn is_filled(self) -> bool {
        self.folded.is_filled(&(self.start..self.end))
    }

    /// Whether the stretch waits for the value of a parameter.
    pub fn is_open(self) -> bool {
        self.folded.is_open(&(self.start..self.end))
    }

    fn spelled(self, range: Range<usize>) -> Spanned<String> {
        let filled = self.folded.words(self.start + range.start..self.start + range.end);
        let span = self.span_of(range);
        let text = self.source.slice(span);
        let is_gap = |sign: char| is_blank(sign) || matches!(sign, '\n' | '\r');
        let trimmed = text.trim_matches(is_gap);
        let start = span.start as usize + text.len() - text.trim_start_matches(is_gap).len();
        let words = filled.map_or(trimmed, |words| words.trim_matches(is_gap));
        Spanned::new(unbroken(words).into_owned(), Span::new(span.source, start, start + trimmed.len()))
    }

    fn span_of(self, range: Range<usize>) -> Span {
        let origin = self.folded.origin(self.start + range.start..self.start + range.end);
        Span::new(self.source.id(), origin.start, origin.end)
    }
}

/// The children of a pair that say something; the signs and words around them are passed over.
pub(super) fn children(found: Found<'_>) -> impl Iterator<Item = Found<'_>> {
    everything(found).filter(|child| !is_passed_over(child.as_rule()))
}

/// The children of a pair with the signs and words around them; only the end of input is left out.
pub(super) fn everything(found: Found<'_>) -> impl Iterator<Item = Found<'_>> {
    let inner: Pairs<'_, Rule> = found.into_inner();
    inner.filter(|child| child.as_rule() != Rule::EOI)
}

/// Whether a rule matches a sign or word that only tells what follows.
fn is_passed_over(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::comma
            | Rule::list_mark
            | Rule::set_mark
            | Rule::documents_mark
            | Rule::arrow
            | Rule::dash
            | Rule::colon
            | Rule::plus
            | Rule::percent
            | Rule::measure
            | Rule::hole_sign
            | Rule::open_kw
            | Rule::people_kw
            | Rule::then_kw
            | Rule::per_kw
            | Rule::by_kw
            | Rule::of_kw
            | Rule::until_kw
            | Rule::in_kw
            | Rule::from_kw
            | Rule::share_kw
            | Rule::to_kw
            | Rule::for_kw
            | Rule::or_kw
            | Rule::part_kw
            | Rule::since_kw
            | Rule::against_kw
            | Rule::keep_kw
            | Rule::lead_in
            | Rule::respectively
            | Rule::among_kw
            | Rule::held_kw
            | Rule::out_of_kw
            | Rule::pays_kw
            | Rule::all_kw
            | Rule::ratio_sign
            | Rule::set_arrow
    )
}

/// Whether a rule reads the whole of a text.
pub(super) fn reads_whole(rule: Rule, text: &str) -> bool {
    PlanParser::parse(rule, text).is_ok_and(|mut found| found.next().is_some_and(|pair| pair.as_str() == text))
}

/// Whether a rule reads more of a text than its first bytes.
pub(super) fn reads_beyond(rule: Rule, text: &str, first: usize) -> bool {
    PlanParser::parse(rule, text).is_ok_and(|mut found| found.next().is_some_and(|pair| pair.as_str().len() > first))
}

/// The only child of a pair that has one by the grammar.
pub(super) fn child(found: Found<'_>) -> Option<Found<'_>> {
    children(found).next()
}
