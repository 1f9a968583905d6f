//! Days as numbers, for drawings that measure time.
//!
//! Takes the intervals of the calendar, gives counts of days and the months they lie in. No time of day, no clock.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::calendar::{Date, Interval};

/// Days, both included, each counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// The first.
    pub first: i32,
    /// The last; not before the first.
    pub last: i32,
}

impl From<Interval> for Days {
    fn from(interval: Interval) -> Self {
        let (first, last) = (number(interval.first), number(interval.last));
        Self { first, last: last.max(first) }
    }
}

impl Days {
    /// A single day.
    pub fn one(day: i32) -> Self {
        Self { first: day, last: day }
    }

    /// How many they are.
    pub fn count(self) -> i32 {
        self.last - self.first + 1
    }

    /// All days from the first of either to the last of either.
    pub fn joined(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", written(self.first))?;
        if self.last > self.first { write!(f, "/{}", written(self.last)) } else { Ok(()) }
    }
}

impl Serialize for Days {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The number of a day.
pub(super) fn number(date: Date) -> i32 {
    from_civil(i32::from(date.year()), i32::from(date.month()), i32::from(date.day()))
}

/// A day as `2018-05-31`.
pub fn written(day: i32) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The number of a day of the Gregorian calendar; years before it began are counted as if it had held.
pub(super) fn from_civil(year: i32, month: i32, day: i32) -> i32 {
    // Years begin in March here, so that the leap day is the last.
    let year = if month > 2 { year } else { year - 1 };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a number.
pub(super) fn civil(day: i32) -> (i32, i32, i32) {
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year + era * 400 + i32::from(month <= 2), month, day)
}

/// The first day of the month that lies so many months after another.
pub(super) fn month_start(year: i32, month: i32, later: i32) -> i32 {
    let months = year * 12 + month - 1 + later;
    from_civil(months.div_euclid(12), months.rem_euclid(12) + 1, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_and_come_back() {
        assert_eq!(from_civil(1970, 1, 1), 0);
        assert_eq!(from_civil(2000, 3, 1), 11_017);
        for day in (-800_000..800_000).step_by(13) {
            let (year, month, of_month) = civil(day);
            assert_eq!(from_civil(year, month, of_month), day);
        }
        assert_eq!(written(from_civil(2020, 2, 29)), "2020-02-29");
        assert_eq!(written(month_start(2018, 11, 3)), "2019-02-01");
    }
}
