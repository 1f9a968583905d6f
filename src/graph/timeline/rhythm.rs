//! The days on which a duty falls due that comes round.
//!
//! Takes a rhythm and the days of the plan, gives marks: the last day of each unit, by the plan's own calendar; for
//! what comes round by the week or the day one mark over all of them.

use crate::calendar::{Calendar, Every, Part, Recurring, Time, Unit};
use crate::graph::days::{civil, month_start};
use crate::graph::{Days, Mark};

/// More would be a grey bar.
const MOST: usize = 120;

pub(super) fn occasions(calendar: &Calendar, every: Every, range: Days) -> Vec<Mark> {
    let words = every.to_string();
    let whole = || vec![Mark { days: range, words: words.clone() }];
    let units = match every.unit {
        Unit::Day | Unit::WorkingDay | Unit::Week => return whole(),
        Unit::Month => months(range),
        Unit::Quarter => stretches(calendar, range, &[1, 2, 3, 4].map(Recurring::quarter)),
        Unit::Term => stretches(calendar, range, &[Recurring::FirstTerm, Recurring::SecondTerm]),
        Unit::HalfYear => stretches(calendar, range, &[Recurring::FirstHalf, Recurring::SecondHalf]),
        Unit::SchoolYear => stretches(calendar, range, &[Recurring::SchoolYear]),
        Unit::Year => years(range),
    };
    let step = usize::try_from(every.count.max(1)).unwrap_or(1);
    let ends: Vec<i32> = units.into_iter().skip(step - 1).step_by(step).collect();
    if ends.len() > MOST {
        return whole();
    }
    ends.into_iter().map(|day| Mark { days: Days::one(day), words: words.clone() }).collect()
}

fn months(range: Days) -> Vec<i32> {
    let (year, month, _) = civil(range.first);
    let ends = (1..=12 * 200).map(|later| month_start(year, month, later) - 1);
    ends.take_while(|&end| end <= range.last).collect()
}

fn years(range: Days) -> Vec<i32> {
    let (year, ..) = civil(range.first);
    let ends = (1..=200).map(|later| month_start(year + later, 1, 0) - 1);
    ends.take_while(|&end| end <= range.last).collect()
}

fn stretches(calendar: &Calendar, range: Days, of: &[Recurring]) -> Vec<i32> {
    let (first, ..) = civil(range.first);
    let mut ends = Vec::new();
    for year in (first - 1..).take(200) {
        for &recurring in of {
            let part = Part::Recurring(recurring, calendar.of(recurring));
            let year = i16::try_from(year).ok();
            ends.extend(Time { year, part }.interval().map(|days| Days::from(days).last));
        }
        if ends.last().is_some_and(|&end| end > range.last) {
            break;
        }
    }
    ends.retain(|&end| range.first <= end && end <= range.last);
    ends.sort_unstable();
    ends
}
