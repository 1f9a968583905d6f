//! Times inside a sentence.

use std::borrow::Cow;
use std::fmt::Write;

use crate::calendar::{Edge, Part, Spot, Time, When};
use crate::plan::{Deadline, Sense};

use super::PENDING;

/// What stands for a year that is left open.
const OPEN_YEAR: &str = "20××年";

/// Where a value is to be reached: `到2019—2020学年`, `2018年3月31日前`, `3年内`.
pub(in crate::document) fn until(deadline: &Deadline) -> String {
    match (&deadline.when, deadline.sense) {
        (
            When::Within(..)
            | When::After(..)
            | When::Yearly(_)
            | When::Each(..)
            | When::From(..)
            | When::Kept(..)
            | When::Steps(..)
            | When::Between(..)
            | When::Words(_)
            | When::Hole(Some(_)),
            _,
        ) => deadline.when.to_string(),
        (when, Sense::In) => when.to_string(),
        (When::At(Time { part: Part::Day(..), .. }), Sense::Until) => format!("{}前", deadline.when),
        (When::At(Time { part: Part::Edge(Edge::Before, ..) | Part::BeforeMonth(_), .. }), Sense::Until) => {
            deadline.when.to_string()
        }
        (when, Sense::Until) => format!("到{when}"),
    }
}

/// By when something is done, before its verb: `2018年3月31日前`, `2018—2019学年内`.
pub(in crate::document) fn by(when: &When) -> String {
    match when {
        When::At(time) if matches!(time.part, Part::Recurring(..)) => {
            format!("{when}内")
        }
        _ => due(when),
    }
}

/// By when something is done, on its own: `2018年3月31日前`, `2018年底前`, `2019—2020学年`.
pub(in crate::document) fn due(when: &When) -> String {
    let time = match when {
        When::At(time) => time,
        When::Kept(time, onward) => return format!("{}，{onward}", due(&When::At(*time))),
        When::Yearly(all) if all.iter().all(|(first, last)| first == last && is_a_day(*first)) => {
            return format!("{when}前");
        }
        // 每季度末 is a time by itself; 每月底 and 每月5日 want 前.
        When::Each(_, Spot::End) if when.to_string().ends_with('末') => return when.to_string(),
        When::Each(_, Spot::End | Spot::Day(_)) => return format!("{when}前"),
        _ => return when.to_string(),
    };
    match time.part {
        _ if is_a_day(*time) => format!("{time}前"),
        Part::Year | Part::Month(_) => format!("{time}底前"),
        _ => time.to_string(),
    }
}

/// Whether a time as a deadline wants 前 behind it.
fn is_a_day(time: Time) -> bool {
    matches!(time.part, Part::Day(..) | Part::YearEnd | Part::MonthEnd(_) | Part::Edge(Edge::End, ..))
}

/// From when to when something is done.
pub(in crate::document) fn span(start: &When, due_at: Option<&When>) -> String {
    match (start, due_at) {
        (When::At(first), Some(When::At(last))) => told(&When::Between(*first, Some(*last))),
        (_, Some(last)) => format!("{start}至{}", due(last)),
        (_, None) => format!("自{start}起"),
    }
}

/// A time in words, with room for most of them at once.
fn told(when: &When) -> String {
    let mut words = String::with_capacity(48);
    // Writing to a string cannot fail.
    let _ = write!(words, "{when}");
    words
}

/// From when to when as it stands in brackets: `2026年9月1日—10月31日`.
pub(in crate::document) fn dashed(when: &When) -> String {
    match when {
        When::Between(_, Some(_)) => when.to_string().replacen('至', "—", 1),
        _ => when.to_string(),
    }
}

/// A time of every year: a year that is left open is not one to be filled in.
pub(in crate::document) fn yearly(when: &When) -> String {
    when.to_string().replace(OPEN_YEAR, "")
}

/// Words of a time of every year, without the year that is left open.
pub(in crate::document) fn without_year(words: &str) -> String {
    words.replace(OPEN_YEAR, "")
}

/// The same inside brackets: a hole without its own.
pub(in crate::document) fn unbracketed<'w>(words: impl Into<Cow<'w, str>>) -> Cow<'w, str> {
    let words = words.into();
    // One sign is sought faster than several, and mostly is not there.
    if words.contains('（') && words.contains(PENDING) { Cow::Owned(words.replace(PENDING, "待定")) } else { words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Calendar, Recurring};

    fn school_year() -> Part {
        Part::Recurring(Recurring::SchoolYear, Calendar::default().of(Recurring::SchoolYear))
    }

    fn time(year: i16, part: Part) -> When {
        When::At(Time { year: Some(year), part })
    }

    #[test]
    fn deadlines_read_as_an_official_writes_them() {
        let until = |when: When| until(&Deadline { sense: Sense::Until, when });
        assert_eq!(until(time(2019, school_year())), "到2019—2020学年");
        assert_eq!(until(time(2018, Part::Day(3, 31))), "2018年3月31日前");
        assert_eq!(until(When::Hole(None)), "到（待定）");
        assert_eq!(due(&time(2018, Part::Year)), "2018年底前");
        assert_eq!(due(&time(2018, Part::Month(3))), "2018年3月底前");
        assert_eq!(by(&time(2018, school_year())), "2018—2019学年内");
        assert_eq!(due(&When::Hole(Some("尽快".to_owned()))), "尽快");
    }

    #[test]
    fn a_month_of_every_year_has_no_year() {
        let month = |month| Time { year: None, part: Part::Month(month) };
        assert_eq!(yearly(&When::Between(month(8), Some(month(9)))), "8月至9月");
    }

    #[test]
    fn a_span_prints_the_year_once() {
        let (start, end) = (time(2018, Part::Day(3, 1)), time(2018, Part::Day(5, 31)));
        assert_eq!(span(&start, Some(&end)), "2018年3月1日至5月31日");
        assert_eq!(span(&start, None), "自2018年3月1日起");
    }
}
