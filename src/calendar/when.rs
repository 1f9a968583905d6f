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
    /// Within so many units of an event, such as 通知下达.
    After(String, u32, Unit),
    /// Every year from one time to another, neither with a year: 每年8月至9月.
    Yearly(Time, Time),
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
            When::Within(..) | When::After(..) | When::Yearly(..) | When::Words(_) => false,
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
                    // 2026年初至年底: 底 alone has no month or year to be the end of.
                    Some(short @ ("初" | "底")) => write!(f, "{first}至年{short}"),
                    Some(short) if !text.contains("学年") => write!(f, "{first}至{short}"),
                    _ => write!(f, "{first}至{text}"),
                }
            }
            When::Within(count, unit) => write!(f, "{}内", unit.limit(*count)),
            When::After(event, count, unit) => match event.strip_suffix("之日") {
                Some(event) => write!(f, "自{event}之日起{}内", unit.limit(*count)),
                None => write!(f, "{event}后{}内", unit.limit(*count)),
            },
            When::Yearly(first, last) => {
                let text = if first == last { When::At(*first) } else { When::Between(*first, Some(*last)) };
                write!(f, "每年{}", text.to_string().replace("20××年", ""))
            }
            When::Hole(Some(words)) | When::Words(words) => f.write_str(words),
            When::Hole(None) => f.write_str("（待定）"),
        }
    }
}
