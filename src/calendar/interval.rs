//! Closed stretches of days.

use super::Date;

/// The days from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The first day.
    pub first: Date,
    /// The last day; not before the first.
    pub last: Date,
}

impl Interval {
    /// From the first day of one to the last day of another.
    pub fn spanning(from: Interval, to: Interval) -> Self {
        Self { first: from.first, last: to.last }
    }

    /// Whether every day of `other` lies in this.
    pub fn holds(self, other: Interval) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Whether some day lies in both.
    pub fn meets(self, other: Interval) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether the last day comes before the first.
    pub fn is_backwards(self) -> bool {
        self.last < self.first
    }

    /// The number of days, zero if the interval is backwards.
    pub fn days(self) -> i32 {
        let span = self.first.until(self.last).map_or(0, |span| span.get_days() + 1);
        span.max(0)
    }
}
