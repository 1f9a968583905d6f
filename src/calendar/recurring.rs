//! Stretches that come round each year, and the calendar that says from when to when they run.

use std::fmt;

use super::{Part, Run, Start, Time, When};

/// A stretch of time that comes round each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recurring {
    /// 学年.
    SchoolYear,
    /// 第一学期, of a school year.
    FirstTerm,
    /// 第二学期, of a school year.
    SecondTerm,
    /// 寒假.
    WinterHolidays,
    /// 暑假.
    SummerHolidays,
    /// 上半年.
    FirstHalf,
    /// 下半年.
    SecondHalf,
    /// 第一季度.
    FirstQuarter,
    /// 第二季度.
    SecondQuarter,
    /// 第三季度.
    ThirdQuarter,
    /// 第四季度.
    FourthQuarter,
    /// 秋季学期: the first term, named by the year in which it begins.
    AutumnTerm,
    /// 春季学期: the second term, named by the year in which it lies.
    SpringTerm,
}

/// A day of a year that is not named, or of one of those after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearDay {
    /// How many years later; 1 is 次年.
    pub later: u8,
    /// The month.
    pub month: u8,
    /// The day; where the month has fewer, its last.
    pub day: u8,
}

/// The days from `first` to `last` of a year, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The first day.
    pub first: YearDay,
    /// The last day.
    pub last: YearDay,
}

/// From when to when each recurring stretch runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar([Stretch; Recurring::ALL.len()]);

impl Recurring {
    /// Every one that a calendar lays out, in the order of its number.
    pub const ALL: [Recurring; 11] = [
        Recurring::SchoolYear,
        Recurring::FirstTerm,
        Recurring::SecondTerm,
        Recurring::WinterHolidays,
        Recurring::SummerHolidays,
        Recurring::FirstHalf,
        Recurring::SecondHalf,
        Recurring::FirstQuarter,
        Recurring::SecondQuarter,
        Recurring::ThirdQuarter,
        Recurring::FourthQuarter,
    ];

    /// The one of a number from 1 to 4.
    pub fn quarter(number: u8) -> Self {
        match number {
            1 => Recurring::FirstQuarter,
            2 => Recurring::SecondQuarter,
            3 => Recurring::ThirdQuarter,
            _ => Recurring::FourthQuarter,
        }
    }

    /// Its name, in Chinese and in English.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Recurring::SchoolYear => ("学年", "school year"),
            Recurring::FirstTerm => ("第一学期", "first term"),
            Recurring::SecondTerm => ("第二学期", "second term"),
            Recurring::WinterHolidays => ("寒假", "winter holidays"),
            Recurring::SummerHolidays => ("暑假", "summer holidays"),
            Recurring::FirstHalf => ("上半年", "first half"),
            Recurring::SecondHalf => ("下半年", "second half"),
            Recurring::FirstQuarter => ("第一季度", "first quarter"),
            Recurring::SecondQuarter => ("第二季度", "second quarter"),
            Recurring::ThirdQuarter => ("第三季度", "third quarter"),
            Recurring::FourthQuarter => ("第四季度", "fourth quarter"),
            Recurring::AutumnTerm => ("秋季学期", "autumn term"),
            Recurring::SpringTerm => ("春季学期", "spring term"),
        }
    }

    /// The one of this name, in either tongue.
    pub fn named(name: &str) -> Option<Self> {
        Recurring::ALL.into_iter().find(|each| name == each.names().0 || name == each.names().1)
    }

    /// Whether it is a part of a school year, whose years are counted by where that begins.
    pub fn is_of_school_year(self) -> bool {
        matches!(self.laid_out(), Recurring::SchoolYear | Recurring::FirstTerm | Recurring::SecondTerm)
    }

    /// The one that a calendar lays out: 秋季学期 is another name of 第一学期.
    pub fn laid_out(self) -> Self {
        match self {
            Recurring::AutumnTerm => Recurring::FirstTerm,
            Recurring::SpringTerm => Recurring::SecondTerm,
            other => other,
        }
    }

    /// Those of which no two may share a day, this one among them.
    pub fn family(self) -> &'static [Recurring] {
        let at = self.laid_out() as usize;
        const FAMILIES: [std::ops::Range<usize>; 5] = [0..1, 1..3, 3..5, 5..7, 7..11];
        static ALL: [Recurring; 11] = Recurring::ALL;
        FAMILIES.into_iter().find(|family| family.contains(&at)).map_or(&[], |family| &ALL[family])
    }
}

impl Stretch {
    /// The days of two of the same year have one in common.
    pub fn meets(self, other: Stretch) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether all days of the other lie in this.
    pub fn holds(self, other: Stretch) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether it ends before it begins.
    pub fn is_backwards(self) -> bool {
        self.last < self.first
    }

    /// Whether it meets itself a year later.
    pub fn is_longer_than_a_year(self) -> bool {
        let next = YearDay { later: self.first.later.saturating_add(1), ..self.first };
        self.last >= next
    }

    /// The same with every day that comes before `first` in the year after.
    pub fn not_before(self, first: YearDay) -> Self {
        let later =
            |day: YearDay| if day < first { YearDay { later: day.later.saturating_add(1), ..day } } else { day };
        Self { first: later(self.first), last: later(self.last) }
    }
}

impl Calendar {
    /// When a stretch runs.
    pub fn of(&self, recurring: Recurring) -> Stretch {
        self.0[recurring.laid_out() as usize]
    }

    /// The same with another run of one stretch.
    pub fn with(mut self, recurring: Recurring, stretch: Stretch) -> Self {
        self.0[recurring.laid_out() as usize] = stretch;
        self
    }

    /// The time with the days that this calendar gives it.
    pub fn settle(&self, time: Time) -> Time {
        match time.part {
            Part::Recurring(recurring, _) => Time { part: Part::Recurring(recurring, self.of(recurring)), ..time },
            Part::Edge(edge, recurring, _) => Time { part: Part::Edge(edge, recurring, self.of(recurring)), ..time },
            _ => time,
        }
    }

    /// The same for every time in it.
    pub fn settle_when(&self, when: &mut When) {
        match when {
            When::At(time) | When::Kept(time, _) => *time = self.settle(*time),
            When::From(start, run) => {
                if let Start::At(time) = start {
                    *time = self.settle(*time);
                }
                if let Run::Until(time) = run {
                    *time = self.settle(*time);
                }
            }
            When::Steps(times, _) => times.iter_mut().for_each(|time| *time = self.settle(*time)),
            When::Yearly(all) => {
                for (first, last) in all {
                    (*first, *last) = (self.settle(*first), self.settle(*last));
                }
            }
            When::Between(first, last) => {
                *first = self.settle(*first);
                *last = last.map(|last| self.settle(last));
            }
            _ => {}
        }
    }
}

impl Default for Calendar {
    /// What `stdlib/calendar.plan` declares: what holds where nobody says otherwise.
    fn default() -> Self {
        let months = |first: u8, first_later: u8, last: u8, last_later: u8| Stretch {
            first: YearDay { later: first_later, month: first, day: 1 },
            last: YearDay { later: last_later, month: last, day: if matches!(last, 6 | 9) { 30 } else { 31 } },
        };
        Self([
            months(9, 0, 8, 1),
            months(9, 0, 1, 1),
            months(2, 1, 8, 1),
            months(1, 0, 2, 0),
            months(7, 0, 8, 0),
            months(1, 0, 6, 0),
            months(7, 0, 12, 0),
            months(1, 0, 3, 0),
            months(4, 0, 6, 0),
            months(7, 0, 9, 0),
            months(10, 0, 12, 0),
        ])
    }
}

impl fmt::Display for Recurring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.names().0)
    }
}

impl fmt::Display for YearDay {
    /// As an official text writes it: `次年8月31日`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { later, month, day } = self;
        f.write_str(if *later > 0 { "次年" } else { "" })?;
        let is_end = matches!((month, day), (2, 30..) | (4 | 6 | 9 | 11, 31..));
        if is_end { write!(f, "{month}月底") } else { write!(f, "{month}月{day}日") }
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}至{}", self.first, self.last)
    }
}
