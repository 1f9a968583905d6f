//! Values and times in English words.
//!
//! Takes what a plan asks for, gives it as an English reader would be told; names, units and words of the plan stay as
//! they are written.

use crate::calendar::{Edge, Every, Part, Recurring, Run, Spot, Start, TenDays, Time, Unit, When};
use crate::plan::{Change, Deadline, Sense};
use crate::quantity::{Comparison, Direction, Target};

/// What is asked for: `at least 97%`.
pub(super) fn target(target: &Target) -> String {
    let several = |all: &[Target], mark: &str| all.iter().map(self::target).collect::<Vec<_>>().join(mark);
    match target {
        Target::Value(comparison, amount) => match comparison {
            Comparison::AtLeast => format!("at least {amount}"),
            Comparison::AtMost => format!("at most {amount}"),
            Comparison::Above => format!("more than {amount}"),
            Comparison::Below => format!("less than {amount}"),
            Comparison::About => format!("about {amount}"),
            Comparison::Over => format!("a little over {amount}"),
            Comparison::Nearly => format!("nearly {amount}"),
            Comparison::Reach | Comparison::Exactly | Comparison::Planned => amount.to_string(),
        },
        Target::Range(low, high) => format!("{low} to {high}"),
        Target::Either(all) => several(all, " or "),
        Target::All(all) => several(all, " and "),
        Target::Soft(words) | Target::Hole(Some(words)) => words.clone(),
        Target::Hole(None) => "still open".to_owned(),
    }
}

/// A change: `grows by 3% to 5%, against 2025`.
pub(super) fn change(change: &Change) -> String {
    let verb = match change.direction {
        Direction::Up => "grows by",
        Direction::Down => "falls by",
    };
    let mean = if change.is_mean { " a year on average" } else { "" };
    let base = change.base.as_ref().map(|base| format!(", against {}", when(&base.value))).unwrap_or_default();
    format!("{verb} {}{mean}{base}", target(&change.by))
}

/// A deadline: `by the end of 2028`, `in 2027`.
pub(super) fn deadline(deadline: &Deadline) -> String {
    match (&deadline.when, deadline.sense) {
        (When::At(time), Sense::Until) if matches!(time.part, Part::BeforeMonth(_) | Part::Edge(Edge::Before, ..)) => {
            self::time(*time)
        }
        (When::At(time), Sense::Until) => format!("by {}", self::time(*time)),
        (When::At(time), Sense::In) => format!("in {}", self::time(*time)),
        (other, _) => when(other),
    }
}

/// A time where one is asked for.
pub(super) fn when(when: &When) -> String {
    match when {
        When::At(time) => self::time(*time),
        When::Between(first, Some(last)) => format!("{} to {}", time(*first), time(*last)),
        When::Between(first, None) => format!("{} until now", time(*first)),
        When::From(start, run) => format!("from {}{}", begun(start), lasting(run)),
        When::Kept(until, onward) => format!("by {}, {onward}", time(*until)),
        When::Within(count, unit) => format!("within {}", counted(*count, *unit)),
        When::After(event, count, unit) => format!("within {} of {event}", counted(*count, *unit)),
        When::Yearly(all) => {
            let each = |(first, last): &(Time, Time)| match first == last {
                true => bare(*first),
                false => format!("{} to {}", bare(*first), bare(*last)),
            };
            format!("each year {}", all.iter().map(each).collect::<Vec<_>>().join(", "))
        }
        When::Each(unit, spot) => at_each(*unit, *spot),
        When::Steps(_, words) | When::Hole(Some(words)) | When::Words(words) => words.clone(),
        When::Hole(None) => "still open".to_owned(),
    }
}

/// A rhythm: `every 2 weeks`, `each term`.
pub(super) fn every(every: Every) -> String {
    if every.count == 1 {
        format!("each {}", word(every.unit))
    } else {
        format!("every {}", counted(every.count, every.unit))
    }
}

/// One time: `2028-06`, `the end of 2028`.
pub(super) fn time(time: Time) -> String {
    let year = time.year.map_or("20xx".to_owned(), |year| year.to_string());
    let of_school = || match time.year {
        Some(year) => format!("{year}–{}", year.saturating_add(1)),
        None => "20xx".to_owned(),
    };
    let named = |recurring: Recurring| match recurring {
        Recurring::SchoolYear => format!("school year {}", of_school()),
        Recurring::SpringTerm => {
            format!("spring term {}", time.year.map_or(year.clone(), |year| (year + 1).to_string()))
        }
        other if time.is_of_school_year() && other != Recurring::AutumnTerm => {
            format!("{} {}", other.names().1, of_school())
        }
        other => format!("{} {year}", other.names().1),
    };
    match time.part {
        Part::Year => year,
        Part::YearStart => format!("the beginning of {year}"),
        Part::YearEnd => format!("the end of {year}"),
        Part::Month(month) => format!("{year}-{month:02}"),
        Part::BeforeMonth(month) => format!("before {year}-{month:02}"),
        Part::TenDays(month, third) => {
            let third = match third {
                TenDays::Early => "early",
                TenDays::Middle => "mid",
                TenDays::Late => "late",
                TenDays::EarlyToMiddle => "early to mid",
                TenDays::MiddleToLate => "mid to late",
            };
            format!("{third} {year}-{month:02}")
        }
        Part::MonthEnd(month) => format!("the end of {year}-{month:02}"),
        Part::Day(month, day) => format!("{year}-{month:02}-{day:02}"),
        Part::Recurring(recurring, _) => named(recurring),
        Part::Edge(Edge::Before, recurring, _) => format!("before {}", named(recurring)),
        Part::Edge(Edge::End, recurring, _) => format!("the end of {}", named(recurring)),
    }
}

/// A time of every year.
fn bare(at: Time) -> String {
    time(at).replace("20xx-", "").replace(" 20xx", "")
}

fn begun(start: &Start) -> String {
    match start {
        Start::At(at) => time(*at),
        Start::Event(event) => event.clone(),
    }
}

fn lasting(run: &Run) -> String {
    match run {
        Run::On(None) => " on".to_owned(),
        Run::On(Some(onward)) => format!(" on, {onward}"),
        Run::Until(last) => format!(" to {}", time(*last)),
        Run::Lasting(count, unit) => format!(" for {}", counted(*count, *unit)),
    }
}

fn at_each(unit: Unit, spot: Spot) -> String {
    let word = word(unit);
    match spot {
        Spot::Whole => format!("each {word}"),
        Spot::Start => format!("at the beginning of each {word}"),
        Spot::End => format!("by the end of each {word}"),
        Spot::Before => format!("before each {word} begins"),
        Spot::Day(day) => format!("by day {day} of each {word}"),
    }
}

fn counted(count: u32, unit: Unit) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {}{plural}", word(unit))
}

fn word(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "day",
        Unit::WorkingDay => "working day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::Term => "term",
        Unit::HalfYear => "half-year",
        Unit::SchoolYear => "school year",
        Unit::Year => "year",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::{read_value, read_when};

    #[test]
    fn times_and_values_are_told_in_english() {
        let cases = [
            ("2028年底", "the end of 2028"),
            ("2026年1月至2028年12月", "2026-01 to 2028-12"),
            ("2026-2027学年第一学期", "first term 2026–2027"),
            ("2027年春季学期", "spring term 2027"),
            ("3年内", "within 3 years"),
            ("每年8月至9月", "each year 08 to 09"),
            ("每季度末", "by the end of each quarter"),
        ];
        for (written, told) in cases {
            assert_eq!(when(&read_when(written)), told, "{written}");
        }
        let told = read_value("不低于97%").map(|value| target(&value));
        assert_eq!(told.as_deref(), Some("at least 97%"));
    }
}
