//! What may stand at a place.
//!
//! Takes a text as it is typed and the byte before which something is to stand; tells from the line up to there what
//! kind of thing is wanted ([`spot`]), and offers it: keywords (`keywords`), names (`names`), times (`dates`), numbers'
//! units and the words of a quota (`values`), what a column holds (`cells`), what has a closed list (`choices`), what fits
//! behind some keywords only (`fitting`). Names come from the text itself, which
//! is newer, and from the last analysis, which knows what other files declare.

mod cells;
mod choices;
mod dates;
mod fitting;
mod keywords;
mod names;
mod offer;
mod spot;
mod values;

use super::index::expected;
use super::{Analysis, Completion, Draft, Kind};
use crate::syntax::keyword::{Keyword, Place, Shape};
use offer::Offer;
use spot::Spot;

impl Draft<'_> {
    /// What may be put in before a byte, the likeliest first; an analysis, even an older one, tells which names there are.
    pub fn complete(&self, offset: usize, analysis: Option<&Analysis>) -> Vec<Completion> {
        let offset = (0..=offset.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let mut offer = Offer::new(self, analysis, offset);
        match spot::spot(self, offset) {
            Spot::Heading { level, from } => offer.at(from).headings(level),
            Spot::Key { place, from } => {
                offer.at(from).keywords(place);
                if place == Place::SERIES {
                    offer.years();
                }
            }
            Spot::Name { keyword: Keyword::Role, from } => {
                offer.at(from).names(&[Kind::Owner, Kind::Post, Kind::Group])
            }
            Spot::Name { .. } | Spot::Nothing => {}
            Spot::Value { keyword, from } => return offer.value(keyword, from),
            Spot::Declaration { place, from } => return offer.marks(place, from),
            Spot::Brace { from } => offer.at(from).braces(),
            Spot::Dash { place, from } => offer.at(from).after("- ").keywords(place),
            Spot::Cell { head, column, from } => offer.at(from).cell(head, column),
            Spot::Code { from } => offer.at(from).codes(),
        }
        offer.done()
    }
}

impl Offer<'_> {
    /// What may stand behind a keyword, whose value begins at `from`.
    fn value(mut self, keyword: Keyword, from: usize) -> Vec<Completion> {
        let written = self.draft.slice(&(from..self.offset)).to_owned();
        match keyword.shape() {
            Shape::List | Shape::Chain | Shape::Report if keyword == Keyword::Use => self.files(from),
            Shape::List | Shape::Chain | Shape::Report => self.listed(keyword, from, &written),
            Shape::When => match behind_to(&written) {
                Some((begun, at)) if keyword == Keyword::Period => self.at(from + at).ends(begun),
                Some((begun, at)) => self.at(from + at).ends_of(begun),
                None => self.at(spot::after_mark(&written, from, &['，', ','])).dates(keyword),
            },
            Shape::Quota | Shape::Demand => self.quota(keyword, from, &written),
            Shape::Set => self.at(spot::after_mark(&written, from, spot::LIST)).names(expected(keyword)),
            Shape::Outputs => match written.rfind(['，', ',']) {
                Some(at) => self.at(spot::after_mark(&written[at..], from + at, &['，', ','])).dates(keyword),
                None => self.at(spot::after_mark(&written, from, spot::LIST)).outputs(),
            },
            Shape::Title if keyword == Keyword::Phase && written.contains(['，', ',']) => match behind_to(&written) {
                Some((begun, at)) => self.at(from + at).ends_of(begun),
                None => self.at(spot::after_mark(&written, from, &['，', ','])).stretches(),
            },
            Shape::Text if keyword == Keyword::Formula => {
                self.at(spot::after_mark(&written, from, &[' ', '\u{3000}'])).names(&[Kind::Indicator]);
            }
            Shape::Title if keyword == Keyword::Measure && self.is_below_goal() => self.measures(from, &written),
            Shape::Text if keyword == Keyword::Of => self.at(spot::after_mark(&written, from, spot::LIST)).meant(),
            Shape::Duration => self.at(from).durations(),
            Shape::Condition => self.condition(from, &written),
            Shape::Document => self.documents(from, &written),
            Shape::Text if keyword == Keyword::Unit => self.at(from).units(""),
            Shape::Text | Shape::Direction => {
                let start = spot::after_mark(&written, from, spot::LIST);
                self.at(start).choices(keyword);
            }
            Shape::Title => self.at(from).openings(keyword),
            Shape::Body | Shape::Range => {}
        }
        self.done()
    }

    /// Names parted by marks; who reports to whom stands behind the first comma.
    fn listed(&mut self, keyword: Keyword, from: usize, written: &str) {
        let start = spot::after_mark(written, from, spot::LIST);
        if keyword == Keyword::Report {
            let commas = written.matches(['，', ',']).count();
            match commas {
                0 => {}
                1 => self.at(start).names(expected(keyword)),
                _ => {
                    self.at(start).clauses(keyword);
                    self.at(start).dates(keyword);
                }
            }
            return;
        }
        let start = start + before_name(self.draft.slice(&(start..self.offset)));
        self.without_named(keyword, self.draft.slice(&(from..start)));
        self.at(start).names(fitting::kinds(keyword));
        if written.trim().is_empty() && !matches!(keyword, Keyword::Alias | Keyword::Counts) {
            self.at(start).holes();
        }
    }
}

/// When a stretch of time begins and where its end does, in a value that has got so far.
fn behind_to(written: &str) -> Option<(&str, usize)> {
    let comma = ['，', ','].iter().filter_map(|sign| Some(written.rfind(*sign)? + sign.len_utf8())).max();
    let last = comma.unwrap_or_default();
    let to = |word: &&str| Some((last + written[last..].rfind(*word)?, word.len()));
    let (at, length) = ["至", " to "].iter().find_map(to)?;
    let end = &written[at + length..];
    Some((&written[last..at], written.len() - end.trim_start().len()))
}

/// How much stands before the name in a part of a list: 各学校 and 除普通高中外的学校 name the class 学校.
fn before_name(part: &str) -> usize {
    if let Some(at) = part.find("外的").filter(|_| part.starts_with('除')) {
        return at + "外的".len();
    }
    ['各', '除'].iter().find(|sign| part.starts_with(**sign)).map_or(0, |sign| sign.len_utf8())
}
