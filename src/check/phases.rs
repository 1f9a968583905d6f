//! How phases beside each other follow one another.
//!
//! Takes a plan, gives each pair of neighbouring phases of one holder and how their times meet. Phases whose times are
//! not known to both ends are passed over; where every year is open, months and days are compared as of one year.

use std::collections::HashMap;

use crate::calendar::{Date, Interval, Part, Time, When};
use crate::diagnostic::Text;
use crate::plan::{Phase, Plan};
use crate::source::Span;
use crate::text;

/// Two phases beside each other, in the order written.
pub(super) struct Pair<'a> {
    /// The first.
    pub first: &'a Phase,
    /// Its time.
    pub first_time: Span,
    /// The one after it.
    pub second: &'a Phase,
    /// Its time.
    pub second_time: Span,
    /// How their times meet.
    pub meeting: Meeting,
}

/// How the times of two phases meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meeting {
    /// The second begins where the first ends, or cannot be compared with it.
    Fits,
    /// The second begins before the first.
    OutOfOrder,
    /// Both have these days.
    Overlap(Text),
    /// Neither has these days, and they are more than a weekend.
    Gap(Interval),
}

/// The longest gap that a weekend explains, in days.
const WEEKEND: i32 = 2;

/// Each pair of neighbouring phases of one holder.
pub(super) fn meetings(plan: &Plan) -> Vec<Pair<'_>> {
    let mut before = HashMap::new();
    let mut pairs = Vec::new();
    for phase in plan.phases.iter() {
        let Some(time) = &phase.time else {
            before.remove(&phase.holder);
            continue;
        };
        if let Some((first, first_time)) = before.insert(phase.holder, (phase, time)) {
            let meeting = meeting(&first_time.value, &time.value);
            pairs.push(Pair { first, first_time: first_time.span, second: phase, second_time: time.span, meeting });
        }
    }
    pairs
}

fn meeting(first: &When, second: &When) -> Meeting {
    let is_open = years(first).chain(years(second)).all(|year| year.is_none());
    let (Some(one), Some(two)) = (days(first, is_open), days(&closed(second), is_open)) else { return Meeting::Fits };
    if one.is_backwards() || two.is_backwards() {
        return Meeting::Fits;
    }
    if two.first < one.first {
        // With open years the second may lie in the next one.
        return if is_open { Meeting::Fits } else { Meeting::OutOfOrder };
    }
    if two.first <= one.last {
        return Meeting::Overlap(shared(first, Interval { first: two.first, last: one.last.min(two.last) }, is_open));
    }
    match (one.last.tomorrow(), two.first.yesterday()) {
        (Ok(from), Ok(to)) if !is_open && (Interval { first: from, last: to }).days() > WEEKEND => {
            Meeting::Gap(Interval { first: from, last: to })
        }
        _ => Meeting::Fits,
    }
}

fn years(when: &When) -> impl Iterator<Item = Option<i16>> + use<> {
    let (first, last) = match when {
        When::At(time) => (Some(time.year), None),
        When::Between(first, last) => (Some(first.year), last.map(|last| last.year)),
        _ => (None, None),
    };
    first.into_iter().chain(last)
}

/// The days it covers, in a year of its own where all years are open.
fn days(when: &When, is_open: bool) -> Option<Interval> {
    let fill = |time: Time| if is_open { Time { year: Some(2000), ..time } } else { time };
    match when {
        When::At(time) => When::At(fill(*time)).interval(),
        When::Between(first, last) => When::Between(fill(*first), last.map(fill)).interval(),
        _ => None,
    }
}

/// A stretch with an open end (至今) taken as long as the time it begins with.
fn closed(when: &When) -> When {
    match when {
        When::Between(first, None) => When::At(*first),
        _ => when.clone(),
    }
}

/// The days that two phases share, in words.
fn shared(first: &When, days: Interval, is_open: bool) -> Text {
    let (from, to) = (days.first, days.last);
    let is_month = matches!(first, When::At(end) | When::Between(_, Some(end)) if matches!(end.part, Part::Month(_)));
    let whole_month = from.first_of_month() == from && from.last_of_month() == to;
    if is_month && whole_month {
        let (year, month) = (from.year(), from.month());
        return if is_open {
            text!(zh: "{month}月", en: "month {month}")
        } else {
            text!(zh: "{year}年{month}月", en: "{year}-{month:02}")
        };
    }
    if is_open {
        let (first, last) = (from.strftime("%-m月%-d日"), to.strftime("%-m月%-d日"));
        let (begin, end) = (from.strftime("%m-%d"), to.strftime("%m-%d"));
        return text!(zh: "{first}至{last}", en: "{begin} to {end}");
    }
    let written = |date: Date| Time { year: Some(date.year()), part: Part::Day(date.month() as u8, date.day() as u8) };
    let days = When::Between(written(from), Some(written(to)));
    let day = written(from);
    if from == to { text!(zh: "{day}", en: "{from}") } else { text!(zh: "{days}", en: "{from} to {to}") }
}
