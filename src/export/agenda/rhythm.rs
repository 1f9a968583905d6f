//! When something comes round, as rules of RFC 5545.
//!
//! Takes a rhythm and the words for its time, gives the first day of each round and its rule. What is to be done in a
//! stretch stands on its last day: of a week on Friday, of a month, a quarter, half a year and a year on its last day, of
//! terms and school years where the plan's calendar ends them; of a term that outlasts the plan on the plan's last day.
//! What is done every day is done from Monday to Friday. What comes only once has no rule.

use super::worded;
use crate::calendar::{Calendar, Date, Edge, Every, Part, Recurring, Spot, Time, Unit, When};

/// From when, and to when if there is an end.
#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub first: Date,
    pub last: Option<Date>,
}

/// Something that comes round.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Round {
    /// What tells it from the other rounds of the same duty.
    pub mark: String,
    /// The first day.
    pub first: Date,
    /// The rule; empty if it comes only once.
    pub rule: String,
    /// Which days these are, for people.
    pub note: String,
}

/// The days of the working week, and all of them.
const WORKING: &str = "MO,TU,WE,TH,FR";
const WEEK: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const WEEK_WORDS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

/// The rounds of a rhythm; none where it has no days.
pub(super) fn rounds(every: Option<Every>, when: Option<&When>, calendar: &Calendar, bounds: Bounds) -> Vec<Round> {
    let rounds = match (when, every) {
        (Some(When::Yearly(all)), _) => all.iter().filter_map(|(_, last)| yearly(*last, 1, bounds)).collect(),
        (Some(When::Each(unit, spot)), _) => each(*unit, *spot, calendar, bounds),
        (Some(when), Some(every)) if worded::fixes_day(every, when) => worded::rounds(every, when, bounds),
        (_, Some(Every { count, unit })) => each_of(count, unit, calendar, bounds),
        _ => Vec::new(),
    };
    let Some(last) = bounds.last else { return rounds };
    let until = format!(";UNTIL={:04}{:02}{:02}", last.year(), last.month(), last.day());
    let within = rounds.into_iter().filter(|round| round.first <= last);
    let ruled = |rule: String| if rule.is_empty() { rule } else { rule + &until };
    within.map(|round| Round { rule: ruled(round.rule), ..round }).collect()
}

/// Every so many units, on the last day.
fn each_of(count: u32, unit: Unit, calendar: &Calendar, bounds: Bounds) -> Vec<Round> {
    // A plan is over long before.
    let Some(count) = u16::try_from(count).ok().filter(|count| (1..=1_000).contains(count)) else { return Vec::new() };
    let all = |round: Option<Round>| round.into_iter().collect();
    let settled = |recurring| Time { year: None, part: Part::Recurring(recurring, calendar.of(recurring)) };
    match (unit, count) {
        (Unit::Day | Unit::WorkingDay, 1) => all(weekday(bounds.first, 1..=5)
            .map(|first| round(first, format!("FREQ=WEEKLY;BYDAY={WORKING}"), "按周一至周五，不计法定节假日"))),
        (Unit::Day, _) => all(Some(round(bounds.first, format!("FREQ=DAILY;INTERVAL={count}"), "每次均列出"))),
        (Unit::Week, _) => all(weekly(5, count, bounds)),
        (Unit::Month, _) => all(month_ends(count, 1, bounds)),
        (Unit::Quarter, _) => all(month_ends(count.saturating_mul(3), 3, bounds)),
        (Unit::HalfYear, _) => all(month_ends(count.saturating_mul(6), 6, bounds)),
        (Unit::Year, _) => all(yearly(Time { year: None, part: Part::Year }, count, bounds)),
        (Unit::SchoolYear, _) => all(yearly(settled(Recurring::SchoolYear), count, bounds)),
        (Unit::Term, 1) => {
            let terms = [Recurring::FirstTerm, Recurring::SecondTerm];
            terms.into_iter().filter_map(|term| of_term(settled(term), bounds)).collect()
        }
        (Unit::Term, 2) => all(yearly(settled(Recurring::SchoolYear), 1, bounds)),
        (Unit::WorkingDay | Unit::Term, _) => Vec::new(),
    }
}

/// At a spot of every unit.
fn each(unit: Unit, spot: Spot, calendar: &Calendar, bounds: Bounds) -> Vec<Round> {
    let before = |recurring| {
        let part = Part::Edge(Edge::Before, recurring, calendar.of(recurring));
        yearly(Time { year: None, part }, 1, bounds)
    };
    match (spot, unit) {
        (Spot::Whole | Spot::End, _) => each_of(1, unit, calendar, bounds),
        (Spot::Before, Unit::Term) => {
            [Recurring::FirstTerm, Recurring::SecondTerm].into_iter().filter_map(before).collect()
        }
        (Spot::Before, Unit::SchoolYear) => before(Recurring::SchoolYear).into_iter().collect(),
        (Spot::Day(day), Unit::Week) => weekly(day, 1, bounds).into_iter().collect(),
        (Spot::Day(day), Unit::Month) => month_day(day, bounds).into_iter().collect(),
        (Spot::Start, Unit::Week) => weekly(1, 1, bounds).into_iter().collect(),
        (Spot::Start, Unit::Month) => month_day(1, bounds).into_iter().collect(),
        _ => Vec::new(),
    }
}

pub(super) fn round(first: Date, rule: String, note: &str) -> Round {
    let mark = format!("{:02}-{:02}", first.month(), first.day());
    Round { mark, first, rule, note: format!("日历：{note}") }
}

/// Weekly, on a day from 1, Monday.
fn weekly(day: u8, count: u16, bounds: Bounds) -> Option<Round> {
    let at = usize::from(day).checked_sub(1)?;
    let (code, word) = (WEEK.get(at)?, WEEK_WORDS.get(at)?);
    let first = weekday(bounds.first, day..=day)?;
    Some(round(first, format!("FREQ=WEEKLY;INTERVAL={count};BYDAY={code}"), &format!("放在周{word}")))
}

/// The first day from here on that is one of those of the week.
fn weekday(from: Date, days: std::ops::RangeInclusive<u8>) -> Option<Date> {
    let mut day = from;
    for _ in 0..7 {
        if days.contains(&day.weekday().to_monday_one_offset().unsigned_abs()) {
            return Some(day);
        }
        day = day.tomorrow().ok()?;
    }
    None
}

/// Monthly, on a day that not every month has: then on its last.
fn month_day(day: u8, bounds: Bounds) -> Option<Round> {
    let days = match day {
        0 | 32.. => return None,
        1..=28 => day.to_string(),
        _ => format!("{};BYSETPOS=-1", (28..=day).map(|day| day.to_string()).collect::<Vec<_>>().join(",")),
    };
    let in_month = |month: Date| month.last_of_month().day().min(i8::try_from(day).unwrap_or(31));
    let here = bounds.first.first_of_month();
    let on = |month: Date| Date::new(month.year(), month.month(), in_month(month)).ok();
    let first = on(here).filter(|first| *first >= bounds.first).or_else(|| on(later(here, 1)?));
    Some(round(first?, format!("FREQ=MONTHLY;BYMONTHDAY={days}"), &format!("放在每月{day}日")))
}

/// Every so many months, on the last day of the last; they are counted from January by so many.
fn month_ends(count: u16, aligned: u16, bounds: Bounds) -> Option<Round> {
    let month = u16::from(bounds.first.month().unsigned_abs());
    let to_end = (aligned - month % aligned) % aligned;
    let first = later(bounds.first.first_of_month(), to_end.saturating_add(count.saturating_sub(aligned)))?;
    let rule = format!("FREQ=MONTHLY;INTERVAL={count};BYMONTHDAY=-1");
    Some(round(first.last_of_month(), rule, "放在最后一天"))
}

/// The first day of a month so many months later.
pub(super) fn later(month: Date, count: u16) -> Option<Date> {
    let months = i32::from(month.month()) - 1 + i32::from(count);
    let year = i32::from(month.year()) + months / 12;
    Date::new(i16::try_from(year).ok()?, i8::try_from(months % 12).ok()? + 1, 1).ok()
}

/// A term each year, on its last day; the one that the plan ends in on the last day of the plan.
fn of_term(term: Time, bounds: Bounds) -> Option<Round> {
    let round = yearly(term, 1, bounds)?;
    let Some(last) = bounds.last.filter(|last| *last < round.first && bounds.first <= *last) else {
        return Some(Round { note: round.note + "，学期末", ..round });
    };
    let years = last.year().saturating_sub(1)..=last.year();
    let has_begun = years.map(|year| term.in_year(year)).any(|days| days.first <= last && last <= days.last);
    has_begun.then(|| self::round(last, String::new(), "学期未完，放在实施期最后一天"))
}

/// Every so many years, on the last day of a time of the year.
fn yearly(time: Time, count: u16, bounds: Bounds) -> Option<Round> {
    let from = bounds.first.year();
    // A time of a school year may end in the year after.
    let years = from.saturating_sub(2)..=from.saturating_add(1);
    let last = years.map(|year| time.in_year(year).last).find(|last| *last >= bounds.first)?;
    let first = later(last.first_of_month(), count.saturating_sub(1).saturating_mul(12))?;
    let day = last.day().min(first.last_of_month().day());
    let first = Date::new(first.year(), first.month(), day).ok()?;
    let is_leap = (last.month(), last.day()) >= (2, 28) && last.month() == 2;
    let on = if is_leap { ";BYMONTH=2;BYMONTHDAY=-1" } else { "" };
    let first = if is_leap { first.last_of_month() } else { first };
    let again = later(first.first_of_month(), count.saturating_mul(12))
        .and_then(|again| Date::new(again.year(), again.month(), first.day().min(again.last_of_month().day())).ok());
    let is_once = bounds.last.zip(again).is_some_and(|(last, again)| first <= last && last < again);
    let rule = if is_once { String::new() } else { format!("FREQ=YEARLY;INTERVAL={count}{on}") };
    Some(round(first, rule, &format!("放在{}月{}日", first.month(), first.day())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds() -> Bounds {
        Bounds { first: Date::constant(2026, 2, 10), last: Some(Date::constant(2027, 12, 31)) }
    }

    fn of(count: u32, unit: Unit) -> Vec<(String, String)> {
        shown(rounds(Some(Every { count, unit }), None, &Calendar::default(), bounds()))
    }

    fn at(when: &When) -> Vec<(String, String)> {
        shown(rounds(None, Some(when), &Calendar::default(), bounds()))
    }

    fn shown(rounds: Vec<Round>) -> Vec<(String, String)> {
        let rule = |rule: &str| rule.strip_suffix(";UNTIL=20271231").map(str::to_owned);
        rounds.iter().map(|round| (round.first.to_string(), rule(&round.rule).unwrap_or_default())).collect()
    }

    fn one(first: &str, rule: &str) -> Vec<(String, String)> {
        vec![(first.to_owned(), rule.to_owned())]
    }

    #[test]
    fn a_rhythm_stands_on_the_last_day() {
        assert_eq!(of(1, Unit::Week), one("2026-02-13", "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR"));
        assert_eq!(of(1, Unit::Month), one("2026-02-28", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1"));
        assert_eq!(of(2, Unit::Month), one("2026-03-31", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1"));
        assert_eq!(of(1, Unit::Quarter), one("2026-03-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"));
        assert_eq!(of(1, Unit::HalfYear), one("2026-06-30", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1"));
        assert_eq!(of(2, Unit::Year), one("2027-12-31", ""));
        assert_eq!(of(1, Unit::SchoolYear), one("2026-08-31", "FREQ=YEARLY;INTERVAL=1"));
        let terms = of(1, Unit::Term).into_iter().map(|(first, _)| first).collect::<Vec<_>>();
        assert_eq!(terms, ["2027-01-31", "2026-08-31"]);
        let year = Bounds { first: Date::constant(2023, 3, 1), last: Some(Date::constant(2023, 12, 31)) };
        let terms = rounds(Some(Every { count: 1, unit: Unit::Term }), None, &Calendar::default(), year);
        let terms = terms.iter().map(|round| (round.first.to_string(), round.rule.as_str())).collect::<Vec<_>>();
        assert_eq!(terms, [("2023-12-31".to_owned(), ""), ("2023-08-31".to_owned(), "")]);
        assert_eq!(of(1, Unit::Day), one("2026-02-10", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"));
    }

    #[test]
    fn a_spot_has_its_own_day() {
        assert_eq!(at(&When::Each(Unit::Month, Spot::Day(5))), one("2026-03-05", "FREQ=MONTHLY;BYMONTHDAY=5"));
        let short = "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1";
        assert_eq!(at(&When::Each(Unit::Month, Spot::Day(30))), one("2026-02-28", short));
        assert_eq!(at(&When::Each(Unit::Week, Spot::Day(1))), one("2026-02-16", "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO"));
        assert_eq!(
            at(&When::Each(Unit::Quarter, Spot::End)),
            one("2026-03-31", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1")
        );
        let month = |month| Time { year: None, part: Part::Month(month) };
        let twice = When::Yearly(vec![(month(4), month(4)), (month(1), month(2))]);
        let expected = [
            one("2026-04-30", "FREQ=YEARLY;INTERVAL=1"),
            one("2026-02-28", "FREQ=YEARLY;INTERVAL=1;BYMONTH=2;BYMONTHDAY=-1"),
        ];
        assert_eq!(at(&twice), expected.concat());
    }

    #[test]
    fn what_comes_too_late_or_has_no_days_is_none() {
        assert!(of(5, Unit::Year).is_empty());
        assert!(of(3, Unit::Term).is_empty());
        assert!(of(u32::MAX, Unit::Month).is_empty());
        assert!(of(1_000, Unit::Year).is_empty());
        assert!(at(&When::Words("适时".to_owned())).is_empty());
        let end = Bounds { first: Date::MAX, last: None };
        for unit in [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year, Unit::Term] {
            rounds(Some(Every { count: 2, unit }), None, &Calendar::default(), end);
        }
    }
}
