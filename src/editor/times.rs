//! How the times of a plan are meant, and how a day is written in a file.

use crate::calendar::Date;
use crate::plan::TimeOf;
use crate::syntax::word::Tongue;

/// How a time is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// From when to when something runs.
    Stretch,
    /// By when something is to be done.
    Due,
    /// From when something runs.
    Begins,
    /// Of the paper, or of what is: nothing is done by then.
    Told,
}

impl Sort {
    /// How the time of something is meant.
    pub(super) fn of(time: TimeOf) -> Self {
        match time {
            TimeOf::Phase(_) => Self::Stretch,
            TimeOf::Start(_) | TimeOf::QuotaStart(_) | TimeOf::FundStart(_) => Self::Begins,
            TimeOf::Measure(_) | TimeOf::Goal(_) | TimeOf::Section | TimeOf::Output(_) => Self::Due,
            TimeOf::Quota(_) | TimeOf::Fund(_) | TimeOf::Report(_) => Self::Due,
            TimeOf::Period | TimeOf::Dated | TimeOf::Signed | TimeOf::Published => Self::Told,
            TimeOf::Baseline(_) | TimeOf::Basis(_) => Self::Told,
        }
    }
}

/// A day as a file in one tongue writes days: the last of a month by its month.
pub(super) fn written(day: Date, tongue: Tongue) -> String {
    let (year, month) = (day.year(), day.month());
    match tongue {
        Tongue::En => format!("{year}-{month:02}-{:02}", day.day()),
        Tongue::Zh if day == day.last_of_month() && month == 12 => format!("{year}年底"),
        Tongue::Zh if day == day.last_of_month() => format!("{year}年{month}月底"),
        Tongue::Zh => format!("{year}年{month}月{}日", day.day()),
    }
}
