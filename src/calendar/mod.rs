//! Times as plans write them: dates at every precision, stretches of time, school years, how often.
//!
//! A partial date is an interval of days. Takes numbers, gives intervals; knows no text, no place in a source and no
//! clock.

mod day;
mod every;
mod interval;
mod recurring;
mod time;
mod when;

pub use day::day;
pub use every::{Every, Unit};
pub use interval::Interval;
pub use jiff::civil::Date;
pub use recurring::{Calendar, Recurring, Stretch, YearDay};
pub use time::{Edge, Part, TenDays, Time, TimeError};
pub use when::{Run, Spot, Start, When};
