//! A time where one is asked for: exact, a stretch, relative, coming round, open, or only words.

use std::fmt::{self, Display};

use super::{Date, Interval, Part, Time, Unit};

/// A time where one is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// One time; as a deadline it means its last day.
    At(Time),
    /// From one to another; `None` is an open end (至今).
    Between(Time, Option<Time>),
    /// From a day or an event on: 2026年6月起, 自发布之日起3年.
    From(Start, Run),
    /// Done by a time and kept up after it: 2026年6月底前，长期坚持; with the words for what goes on.
    Kept(Time, String),
    /// The same by each of several times, one after the other: 2026年6月底前、12月底前各报送一次; with those words.
    Steps(Vec<Time>, String),
    /// Within so many units.
    Within(u32, Unit),
    /// Within so many units of an event, such as 通知下达.
    After(String, u32, Unit),
    /// Every year from one time to another, none with a year: 每年8月至9月, 每年4月、9月.
    Yearly(Vec<(Time, Time)>),
    /// In every unit: 每季度末, 每月5日前.
    Each(Unit, Spot),
    /// A hole, with the words the draft has in its place.
    Hole(Option<String>),
    /// Words that are no time.
    Words(String),
}

/// What something runs from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Start {
    /// A time.
    At(Time),
    /// The day of an event, such as 印发之日, or 即日.
    Event(String),
}

/// How long something runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Run {
    /// With no end said; with the words for what goes on, if there are any.
    On(Option<String>),
    /// To the end of a time.
    Until(Time),
    /// For so many units.
    Lasting(u32, Unit),
}

/// Where in a unit that comes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// Anywhere in it.
    Whole,
    /// At its beginning: 初.
    Start,
    /// By its end: 末, 底, 结束前.
    End,
    /// Before it begins: 开学前.
    Before,
    /// By a day of it, counted from 1; of a week, from Monday.
    Day(u8),
}

impl When {
    /// The days it covers, if both ends are known.
    pub fn interval(&self) -> Option<Interval> {
        match self {
            When::At(time) | When::Kept(time, _) => time.interval(),
            When::Between(first, Some(last)) => Some(Interval::spanning(first.interval()?, last.interval()?)),
            When::From(Start::At(first), Run::Lasting(count, unit)) => {
                Some(Interval::lasting(first.interval()?.first, *count, *unit))
            }
            _ => None,
        }
    }

    /// The first day it names, if that is known.
    pub fn first_day(&self) -> Option<Date> {
        match self {
            When::At(time) | When::Between(time, _) | When::Kept(time, _) | When::From(Start::At(time), _) => {
                time.interval().map(|days| days.first)
            }
            When::Steps(times, _) => times.first().and_then(|time| time.interval()).map(|days| days.first),
            _ => None,
        }
    }

    /// The time with 即日 taken as a day: 即日起至4月10日 from the day of the paper on.
    pub fn begun_on(&self, day: Date) -> When {
        let Ok(month) = u8::try_from(day.month()) else { return self.clone() };
        let Ok(of_month) = u8::try_from(day.day()) else { return self.clone() };
        let first = Time { year: Some(day.year()), part: Part::Day(month, of_month) };
        match self {
            When::From(Start::Event(event), Run::Until(last)) if event == "即日" => {
                When::Between(first, Some(last.or_year(first)))
            }
            _ => self.clone(),
        }
    }

    /// The last day by which something is to be done, if that is known.
    pub fn last_day(&self) -> Option<Date> {
        match self {
            When::Between(_, Some(last)) | When::From(_, Run::Until(last)) => last.interval().map(|days| days.last),
            When::Steps(times, _) => times.last().and_then(|time| time.interval()).map(|days| days.last),
            _ => self.interval().map(|days| days.last),
        }
    }

    /// Whether the draft leaves it open, wholly or in its year.
    pub fn is_hole(&self) -> bool {
        match self {
            When::Hole(_) => true,
            When::At(time) | When::Kept(time, _) => time.year.is_none(),
            When::Between(first, last) => first.year.is_none() || last.is_some_and(|last| last.year.is_none()),
            When::From(start, run) => {
                matches!(start, Start::At(time) if time.year.is_none())
                    || matches!(run, Run::Until(time) if time.year.is_none())
            }
            When::Steps(times, _) => times.iter().any(|time| time.year.is_none()),
            When::Within(..) | When::After(..) | When::Yearly(_) | When::Each(..) | When::Words(_) => false,
        }
    }
}

impl Display for When {
    /// As an official text writes it; the year stands once where both ends share it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::At(time) => time.fmt(f),
            When::Between(first, None) => write!(f, "{first}至今"),
            When::Between(first, Some(last)) => between(f, *first, *last),
            When::From(start, run) => from(f, start, run),
            When::Kept(time, onward) => write!(f, "{time}，{onward}"),
            When::Within(count, unit) => write!(f, "{}内", unit.limit(*count)),
            When::After(event, count, unit) => match event.strip_suffix("之日") {
                Some(event) => write!(f, "自{event}之日起{}内", unit.limit(*count)),
                None => write!(f, "{event}后{}内", unit.limit(*count)),
            },
            When::Yearly(all) => {
                let each = all.iter().map(|(first, last)| yearly(*first, *last));
                write!(f, "每年{}", each.collect::<Vec<_>>().join("、"))
            }
            When::Each(unit, spot) => each(f, *unit, *spot),
            When::Hole(Some(words)) | When::Words(words) | When::Steps(_, words) => f.write_str(words),
            When::Hole(None) => f.write_str("（待定）"),
        }
    }
}

fn between(f: &mut fmt::Formatter<'_>, first: Time, last: Time) -> fmt::Result {
    let is_of_first = first.year.is_some() && last.written_year() == first.year && last.year == first.year;
    first.fmt(f)?;
    f.write_str("至")?;
    if !is_of_first || last.is_whole_year() {
        return last.fmt(f);
    }
    // 2026年初至年底: 底 alone has no month or year to be the end of.
    f.write_str(if matches!(last.part, Part::YearStart | Part::YearEnd) { "年" } else { "" })?;
    last.in_its_year(f)
}

fn from(f: &mut fmt::Formatter<'_>, start: &Start, run: &Run) -> fmt::Result {
    match (start, run) {
        // 2026年6月起 needs no 自, 自印发之日起 does; 即日起 never has one.
        (Start::At(time), Run::On(_)) => write!(f, "{time}起")?,
        (Start::At(time), _) => write!(f, "自{time}起")?,
        (Start::Event(event), _) if event == "即日" => write!(f, "{event}起")?,
        (Start::Event(event), _) => write!(f, "自{event}起")?,
    }
    match run {
        Run::On(None) => Ok(()),
        Run::On(Some(onward)) => write!(f, "，{onward}"),
        Run::Until(last) => write!(f, "至{last}"),
        Run::Lasting(count, unit) => f.write_str(&unit.counted(*count)),
    }
}

/// `8月至9月`, `9月至次年1月`: no year, for it is every one.
fn yearly(first: Time, last: Time) -> String {
    let bare = |time: Time| time.to_string().replace("20××年", "").replace("20××学年", "");
    let next = if is_next(first, last) { "次年" } else { "" };
    // 底 alone has no year to be the end of.
    let words = |time: Time| match bare(time).as_str() {
        short @ ("初" | "底") => format!("年{short}"),
        words => words.to_owned(),
    };
    if first == last { words(first) } else { format!("{}至{next}{}", words(first), words(last)) }
}

/// Whether of two times without a year the second lies in the year after that of the first.
fn is_next(first: Time, last: Time) -> bool {
    last.in_year(2000).last < first.in_year(2000).first
}

fn each(f: &mut fmt::Formatter<'_>, unit: Unit, spot: Spot) -> fmt::Result {
    let words = unit.word();
    match (spot, unit) {
        (Spot::Whole, _) => write!(f, "每{words}"),
        (Spot::Start, _) => write!(f, "每{words}初"),
        (Spot::End, Unit::Month) => write!(f, "每月底"),
        (Spot::End, _) => write!(f, "每{words}末"),
        (Spot::Before, _) => write!(f, "每{words}开学前"),
        (Spot::Day(day), Unit::Week) => {
            write!(f, "每周{}", "一二三四五六日".chars().nth(usize::from(day).saturating_sub(1)).unwrap_or('日'))
        }
        (Spot::Day(day), _) => write!(f, "每{words}{day}日"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{Calendar, Edge, Recurring, TenDays};

    #[test]
    fn a_year_stands_once_where_both_ends_are_written_with_it() {
        let stretches = Recurring::ALL.into_iter().flat_map(|of| {
            let days = Calendar::default().of(of);
            [Part::Recurring(of, days), Part::Edge(Edge::Before, of, days), Part::Edge(Edge::End, of, days)]
        });
        let plain = [
            Part::Year,
            Part::YearStart,
            Part::YearEnd,
            Part::Month(2),
            Part::BeforeMonth(2),
            Part::TenDays(2, TenDays::Early),
            Part::MonthEnd(2),
            Part::Day(2, 3),
        ];
        let parts = stretches.chain(plain).collect::<Vec<_>>();
        let years = [None, Some(2025), Some(2026), Some(2027)];
        let times = |part: &Part| years.map(|year| Time { year, part: *part });
        let first = Time { year: Some(2026), part: Part::Month(1) };
        for last in parts.iter().flat_map(times) {
            let (text, year) = (last.to_string(), "2026年");
            let rest = text.strip_prefix(year).filter(|_| last.year == first.year && !last.is_whole_year());
            let told = match rest {
                Some(short @ ("初" | "底")) => format!("年{short}"),
                Some(short) if !text.contains("学年") => short.to_owned(),
                _ => text.clone(),
            };
            assert_eq!(When::Between(first, Some(last)).to_string(), format!("{first}至{told}"));
        }
    }
}
