//! Stretches of time: from one time to another, with an open end, of a part of a year.

use crate::calendar::{Part, Recurring, Run, Start, Time, When};
use crate::source::Span;

use super::super::grammar::{Found, Rule, Stretch, child, children};
use super::super::{Reading, faults};
use super::{checked, five_years, recurring, time, year};

/// `2017年11月22日至2020年8月31日`, `2016年至今`, `2026年6月起`.
pub(in crate::syntax) fn between(stretch: Stretch, found: Found) -> Reading<When> {
    let (span, words) = (stretch.span_at(&found), stretch.words(&found).value);
    let mut parts = children(found);
    let Some(first) = parts.next() else { return Err(faults::unreadable_time(span)) };
    match first.as_rule() {
        Rule::five_years => {
            let (first, last) = five_years(first).ok_or_else(|| faults::unreadable_time(span))?;
            let whole = |year| Time { year: Some(year), part: Part::Year };
            return Ok(When::Between(whole(first), Some(whole(last))));
        }
        Rule::short_months => return short_months(first, span),
        Rule::short_days => return short_days(first, span),
        Rule::first_quarters => return first_quarters(first, span),
        _ => {}
    }
    let first = time(stretch, first)?;
    let (mut last, mut is_next_year, mut ends) = (None, false, false);
    for part in parts {
        ends = true;
        last = match part.as_rule() {
            Rule::open_time => None,
            Rule::bare_day => Some(bare_day(stretch, part, first)?),
            Rule::next_year => {
                is_next_year = true;
                continue;
            }
            Rule::time => {
                let last = time(stretch, part)?;
                let of = if is_next_year { next_year(first) } else { first };
                Some(if omits_year(last) { last.or_year(of) } else { last })
            }
            _ => last,
        };
    }
    if !ends {
        return Ok(When::From(Start::At(first), Run::On(None)));
    }
    // 9月至次年1月 of no year: kept as it stands, until the year is filled in.
    if is_next_year && first.year.is_none() {
        return Ok(When::Hole(Some(words)));
    }
    // `3月至5月，2018年底` never comes here: a year given only at the end belongs to both ends.
    let first = last.filter(|_| !is_next_year).map_or(first, |last| before(first, last));
    Ok(When::Between(first, last))
}

/// The beginning of a stretch with the year of its end, or the one before: 9月至2027年1月 begins in 2026.
fn before(first: Time, last: Time) -> Time {
    let same = first.or_year(last);
    let is_backwards = When::Between(same, Some(last)).interval().is_some_and(|days| days.is_backwards());
    match same.year.filter(|_| omits_year(first) && is_backwards) {
        Some(year) => Time { year: Some(year.saturating_sub(1)), ..first },
        None => same,
    }
}

fn next_year(time: Time) -> Time {
    Time { year: time.year.map(|year| year.saturating_add(1)), ..time }
}

/// `2026年6月1—30日`.
fn short_days(found: Found, span: Span) -> Reading<When> {
    let (mut at, mut month, mut days) = (None, 0, Vec::new());
    for part in children(found) {
        match part.as_rule() {
            Rule::year => at = year(part.as_str()),
            Rule::month => month = part.as_str().parse().unwrap_or(0),
            Rule::day => days.push(part.as_str().parse().unwrap_or(0)),
            _ => {}
        }
    }
    let [first, last] = days[..] else { return Err(faults::unreadable_time(span)) };
    let day = |day| checked(Time { year: at, part: Part::Day(month, day) }, span);
    Ok(When::Between(day(first)?, Some(day(last)?)))
}

/// `2026年前三季度`.
fn first_quarters(found: Found, span: Span) -> Reading<When> {
    let last = if found.as_str().contains(['三', '3']) { Recurring::ThirdQuarter } else { Recurring::SecondQuarter };
    let Some(year) = child(found).and_then(|part| year(part.as_str())) else {
        return Err(faults::unreadable_time(span));
    };
    let quarter = |of| Time { year: Some(year), part: recurring(of) };
    Ok(When::Between(quarter(Recurring::FirstQuarter), Some(quarter(last))))
}

/// `2026年1—6月`.
fn short_months(found: Found, span: Span) -> Reading<When> {
    let (mut at, mut months) = (None, Vec::new());
    for part in children(found) {
        match part.as_rule() {
            Rule::year => at = year(part.as_str()),
            _ => months.push(part.as_str().parse().unwrap_or(0)),
        }
    }
    let [first, last] = months[..] else { return Err(faults::unreadable_time(span)) };
    let month = |month| checked(Time { year: at, part: Part::Month(month) }, span);
    Ok(When::Between(month(first)?, Some(month(last)?)))
}

fn omits_year(time: Time) -> bool {
    time.year.is_none()
}

fn bare_day(stretch: Stretch, found: Found, first: Time) -> Reading<Time> {
    let span = stretch.span_at(&found);
    let day = child(found).and_then(|day| day.as_str().parse().ok()).unwrap_or(0);
    match first.part {
        Part::Day(month, _) => checked(Time { year: first.year, part: Part::Day(month, day) }, span),
        _ => Err(faults::unreadable_time(span)),
    }
}
