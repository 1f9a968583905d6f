//! One time at the precision it was written with.

use std::fmt::{self, Display};

use jiff::ToSpan;

use super::{Date, Interval, Recurring, Stretch};

/// A time such as 2018年, 2018年5月, 2017-2018学年. Without a year (`20xx年2月25日`) it is a hole that still has its
/// month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// The year; of a school year, the one in which it begins. `None` where the draft leaves it open.
    pub year: Option<i16>,
    /// What of the year is meant.
    pub part: Part,
}

/// What of a year is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The whole year.
    Year,
    /// 年初: January.
    YearStart,
    /// 年底: December.
    YearEnd,
    /// A month.
    Month(u8),
    /// 6月前: as a deadline the end of the month, since that is what most who write it mean.
    BeforeMonth(u8),
    /// 上旬, 中旬, 下旬 of a month.
    TenDays(u8, TenDays),
    /// 月底: the last day of a month.
    MonthEnd(u8),
    /// A day: month and day.
    Day(u8, u8),
    /// A stretch that comes round each year, with its days.
    Recurring(Recurring, Stretch),
    /// The day before such a stretch, or its last one: 秋季学期开学前, 第二季度末.
    Edge(Edge, Recurring, Stretch),
}

/// Where a stretch begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// 前, 开学前: the day before its first.
    Before,
    /// 末, 结束前: its last day.
    End,
}

/// A third of a month, or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TenDays {
    /// 上旬: the 1st to the 10th.
    Early,
    /// 中旬: the 11th to the 20th.
    Middle,
    /// 下旬: the 21st to the end.
    Late,
    /// 上中旬: the 1st to the 20th.
    EarlyToMiddle,
    /// 中下旬: the 11th to the end.
    MiddleToLate,
}

/// Why a time is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeError {
    /// There is no such month.
    Month(u8),
    /// The month has no such day; the last it has.
    Day(u8, u8),
    /// The second year of a school year does not follow the first.
    SchoolYear(i16, i16),
}

impl Time {
    /// Refuses months and days that do not exist. Without a year, 29 February passes.
    pub fn checked(self) -> Result<Self, TimeError> {
        match self.part {
            Part::Month(month)
            | Part::BeforeMonth(month)
            | Part::TenDays(month, _)
            | Part::MonthEnd(month)
            | Part::Day(month, _)
                if !(1..=12).contains(&month) =>
            {
                Err(TimeError::Month(month))
            }
            Part::Day(month, day) => {
                let last = last_day(self.year.unwrap_or(2000), month);
                if (1..=last).contains(&day) { Ok(self) } else { Err(TimeError::Day(month, last)) }
            }
            _ => Ok(self),
        }
    }

    /// The days it covers; `None` where the year is open.
    pub fn interval(self) -> Option<Interval> {
        Some(self.in_year(self.year?))
    }

    /// The days it would cover in `year`.
    pub fn in_year(self, year: i16) -> Interval {
        let months = |first: u8, last: u8| span(year, first, year, last);
        match self.part {
            Part::Year => months(1, 12),
            Part::YearStart => months(1, 1),
            Part::YearEnd => months(12, 12),
            Part::Month(month) | Part::BeforeMonth(month) => months(month, month),
            Part::TenDays(month, third) => {
                let (first, last) = match third {
                    TenDays::Early => (1, 10),
                    TenDays::Middle => (11, 20),
                    TenDays::Late => (21, last_day(year, month)),
                    TenDays::EarlyToMiddle => (1, 20),
                    TenDays::MiddleToLate => (11, last_day(year, month)),
                };
                Interval { first: day(year, month, first), last: day(year, month, last) }
            }
            Part::MonthEnd(month) => one(day(year, month, last_day(year, month))),
            Part::Day(month, number) => one(day(year, month, number)),
            Part::Recurring(_, stretch) => stretch.in_year(year),
            Part::Edge(Edge::Before, _, stretch) => {
                let first = stretch.in_year(year).first;
                one(first.yesterday().unwrap_or(first))
            }
            Part::Edge(Edge::End, _, stretch) => one(stretch.in_year(year).last),
        }
    }

    /// The calendar or school year it is a value for, if it is a whole one.
    pub fn is_whole_year(self) -> bool {
        matches!(self.part, Part::Year | Part::Recurring(Recurring::SchoolYear, _))
    }

    /// Whether its year is a school year, named by the two it lies in.
    pub fn is_of_school_year(self) -> bool {
        matches!(self.part, Part::Recurring(of, _) | Part::Edge(_, of, _) if of.is_of_school_year())
    }

    /// Whether it is this stretch of a year, or an end of it.
    fn names(self, recurring: Recurring) -> bool {
        matches!(self.part, Part::Recurring(of, _) | Part::Edge(_, of, _) if of == recurring)
    }

    /// The same with the year of `other` where its own is open.
    pub fn or_year(self, other: Time) -> Self {
        Self { year: self.year.or(other.year), ..self }
    }
}

impl Stretch {
    /// Its days in `year`.
    fn in_year(self, year: i16) -> Interval {
        let on = |at: super::YearDay| day(year.saturating_add(i16::from(at.later)), at.month, at.day);
        Interval { first: on(self.first), last: on(self.last) }
    }
}

fn one(date: Date) -> Interval {
    Interval { first: date, last: date }
}

fn span(first_year: i16, first: u8, last_year: i16, last: u8) -> Interval {
    Interval { first: day(first_year, first, 1), last: day(last_year, last, last_day(last_year, last)) }
}

/// The day, or the nearest that exists: callers have checked it with [`Time::checked`].
fn day(year: i16, month: u8, day: u8) -> Date {
    let month = month.clamp(1, 12) as i8;
    Date::new(year, month, day as i8)
        .or_else(|_| Date::new(year, month, 1).map(Date::last_of_month))
        .unwrap_or(if year < 0 { Date::MIN } else { Date::MAX })
}

fn last_day(year: i16, month: u8) -> u8 {
    day(year, month, 1).last_of_month().day() as u8
}

impl Interval {
    /// The stretch of `count` units that begins on `first`.
    pub fn lasting(first: Date, count: u32, unit: super::Unit) -> Self {
        use super::Unit::*;
        let count = i64::from(count.min(10_000));
        let length = match unit {
            Day => count.days(),
            // Five of them a week; holidays are not known here.
            WorkingDay => (count + (count - 1).max(0) / 5 * 2).days(),
            Week => count.weeks(),
            Month => count.months(),
            Quarter => (count * 3).months(),
            Term | HalfYear => (count * 6).months(),
            SchoolYear | Year => count.years(),
        };
        let last = first.checked_add(length).and_then(|end| end.checked_sub(1.day())).unwrap_or(Date::MAX);
        Self { first, last }
    }
}

impl Display for Time {
    /// As an official text writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_of_term = self.names(Recurring::AutumnTerm) || self.names(Recurring::SpringTerm);
        match (self.written_year(), self.year) {
            (Some(year), _) => put(f, year, "年")?,
            (None, Some(year)) => write!(f, "{year}—{}学年", year.saturating_add(1))?,
            (None, None) if self.is_of_school_year() && !is_of_term => f.write_str("20××学年")?,
            (None, None) => f.write_str("20××年")?,
        }
        self.in_its_year(f)
    }
}

impl Time {
    /// The year that stands before it; none of a school year, which has two, and where it is open.
    pub(super) fn written_year(self) -> Option<i16> {
        match self.year {
            year if self.names(Recurring::AutumnTerm) => year,
            Some(year) if self.names(Recurring::SpringTerm) => Some(year.saturating_add(1)),
            _ if self.is_of_school_year() => None,
            year => year,
        }
    }

    /// What is written behind its year.
    pub(super) fn in_its_year(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part {
            Part::Year | Part::Recurring(Recurring::SchoolYear, _) => Ok(()),
            Part::Recurring(recurring, _) => recurring.fmt(f),
            Part::Edge(edge, Recurring::SchoolYear, _) => f.write_str(edge.word(Recurring::SchoolYear)),
            Part::Edge(edge, recurring, _) => write!(f, "{recurring}{}", edge.word(recurring)),
            Part::YearStart => f.write_str("初"),
            Part::YearEnd => f.write_str("底"),
            Part::Month(month) => put(f, month, "月"),
            Part::BeforeMonth(month) => put(f, month, "月前"),
            Part::TenDays(month, third) => put(f, month, "月").and_then(|()| f.write_str(third.word())),
            Part::MonthEnd(month) => put(f, month, "月底"),
            Part::Day(month, day) => put(f, month, "月").and_then(|()| put(f, day, "日")),
        }
    }
}

/// A number and what it counts: two steps are half the work of one pattern.
fn put(f: &mut fmt::Formatter<'_>, number: impl fmt::Display, unit: &str) -> fmt::Result {
    number.fmt(f)?;
    f.write_str(unit)
}

impl TenDays {
    fn word(self) -> &'static str {
        match self {
            TenDays::Early => "上旬",
            TenDays::Middle => "中旬",
            TenDays::Late => "下旬",
            TenDays::EarlyToMiddle => "上中旬",
            TenDays::MiddleToLate => "中下旬",
        }
    }
}

impl Edge {
    fn word(self, of: Recurring) -> &'static str {
        match self {
            Edge::Before if of.is_of_school_year() => "开学前",
            Edge::Before => "前",
            Edge::End if matches!(of, Recurring::WinterHolidays | Recurring::SummerHolidays) => "结束",
            Edge::End => "末",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Calendar;

    fn recurring(recurring: Recurring) -> Part {
        Part::Recurring(recurring, Calendar::default().of(recurring))
    }

    fn edge(edge: Edge, of: Recurring) -> Part {
        Part::Edge(edge, of, Calendar::default().of(of))
    }

    fn time(year: i16, part: Part) -> Time {
        Time { year: Some(year), part }
    }

    #[test]
    fn partial_dates_are_intervals() {
        let cases = [
            (time(2018, Part::Year), "2018-01-01", "2018-12-31"),
            (time(2018, Part::YearEnd), "2018-12-01", "2018-12-31"),
            (time(2017, recurring(Recurring::SchoolYear)), "2017-09-01", "2018-08-31"),
            (time(2018, recurring(Recurring::FirstTerm)), "2018-09-01", "2019-01-31"),
            (time(2018, recurring(Recurring::SecondQuarter)), "2018-04-01", "2018-06-30"),
            (time(2020, Part::TenDays(2, TenDays::Late)), "2020-02-21", "2020-02-29"),
            (time(2018, Part::MonthEnd(6)), "2018-06-30", "2018-06-30"),
            (time(2018, Part::TenDays(6, TenDays::MiddleToLate)), "2018-06-11", "2018-06-30"),
            (time(2018, edge(Edge::Before, Recurring::FirstTerm)), "2018-08-31", "2018-08-31"),
            (time(2018, edge(Edge::End, Recurring::SecondQuarter)), "2018-06-30", "2018-06-30"),
        ];
        for (time, first, last) in cases {
            let interval = time.interval().unwrap();
            assert_eq!((interval.first.to_string(), interval.last.to_string()), (first.into(), last.into()), "{time}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        assert_eq!(time(2018, Part::Day(2, 29)).checked(), Err(TimeError::Day(2, 28)));
        assert_eq!(time(2018, Part::Day(13, 1)).checked(), Err(TimeError::Month(13)));
        assert!(Time { year: None, part: Part::Day(2, 29) }.checked().is_ok());
    }
}
