//! A time where one is asked for: exact, a stretch, relative, open, or only words.

use std::fmt;

use super::{Interval, Time, Unit};

/// A time where one is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// One time; as a deadline it means its last day.
    At(Time),
    /// From one to another; `None` is an open end (至今).
    Between(Time, Option<Time>),
    /// Within so many units.
    Within(u32, Unit),
    /// A hole, with the words the draft has in its place.
    Hole(Option<String>),
    /// Words that are no time.
    Words(String),
}

impl When {
    /// The days it covers, if both ends are known.
    pub fn interval(&self) -> Option<Interval> {
        match self {
            When::At(time) => time.interval(),
            When::Between(first, Some(last)) => Some(Interval::spanning(first.interval()?, last.interval()?)),
            _ => None,
        }
    }

    /// Whether the draft leaves it open, wholly or in its year.
    pub fn is_hole(&self) -> bool {
        match self {
            When::Hole(_) => true,
            When::At(time) => time.year.is_none(),
            When::Between(first, last) => first.year.is_none() || last.is_some_and(|last| last.year.is_none()),
            When::Within(..) | When::Words(_) => false,
        }
    }
}

impl fmt::Display for When {
    /// As an official text writes it; the year stands once where both ends share it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::At(time) => write!(f, "{time}"),
            When::Between(first, None) => write!(f, "{first}至今"),
            When::Between(first, Some(last)) => {
                let text = last.to_string();
                let shared = first.year.filter(|year| last.year == Some(*year) && !last.is_whole_year());
                match shared.and_then(|year| text.strip_prefix(&format!("{year}年"))) {
                    Some(short) if !text.contains("学年") => write!(f, "{first}至{short}"),
                    _ => write!(f, "{first}至{text}"),
                }
            }
            When::Within(count, Unit::Month) => write!(f, "{count}个月内"),
            When::Within(count, unit) => write!(f, "{count}{}内", unit.word()),
            When::Hole(Some(words)) | When::Words(words) => f.write_str(words),
            When::Hole(None) => f.write_str("（待定）"),
        }
    }
}
