//! The day of each round where it is told in words beside a rhythm: `次月10日前`, `次年1月10日前`, `季末25日前`.
//!
//! Takes a rhythm and such words, gives the round with its day. Words that are not wholly understood give none: a duty
//! without a day is named as left out, a wrong day would be believed.

use crate::calendar::{Date, Every, Unit, When};

use super::rhythm::{Bounds, Round, later, round};

/// In which month of a round the day lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Month {
    First,
    Last,
    Next,
    /// A month of the year after.
    OfNextYear(u8),
}

/// What stands before the day, the longer first.
const MONTHS: [(&[&str], Month); 3] = [
    (
        &["下一季度首月", "下个季度首月", "下季度首月", "次季度首月", "下一个月", "下个月", "次月", "下月", "季后首月"],
        Month::Next,
    ),
    (&["季度首月", "季首月", "首月"], Month::First),
    (&["季度末月", "季末月", "末月", "季度末", "季末", "末"], Month::Last),
];
/// Words that fix a day, or may.
const OF_DAYS: [char; 14] = ['日', '号', '月', '旬', '次', '下', '末', '底', '初', '前', '后', '内', '周', '时'];
/// Words for the whole of a time, in which the rhythm goes on.
const WHOLE: [&str; 10] = ["今年", "本年", "全年", "年内", "当年", "本学年", "本学期", "长期", "常年", "全程"];

/// The last day of any month.
const END: u8 = 31;

/// Whether a time beside a rhythm fixes its day, so that the rhythm alone would put it on another.
pub(super) fn fixes_day(every: Every, when: &When) -> bool {
    if matches!(every.unit, Unit::Day | Unit::WorkingDay) {
        return false;
    }
    match when {
        When::Words(words) => !WHOLE.iter().any(|whole| words.starts_with(whole)) && words.contains(OF_DAYS),
        When::After(..) | When::Within(..) => true,
        _ => false,
    }
}

/// The round whose day the words tell; none where they are not understood.
pub(super) fn rounds(every: Every, when: &When, bounds: Bounds) -> Vec<Round> {
    let (When::Words(words), 1, Some(months)) = (when, every.count, months(every.unit)) else { return Vec::new() };
    day_of(words, every.unit).and_then(|(month, day)| at(months, month, day, bounds)).into_iter().collect()
}

/// How many months a unit has that is counted from January.
fn months(unit: Unit) -> Option<u16> {
    match unit {
        Unit::Month => Some(1),
        Unit::Quarter => Some(3),
        Unit::HalfYear => Some(6),
        Unit::Year => Some(12),
        _ => None,
    }
}

/// The month and the day of it.
fn day_of(words: &str, unit: Unit) -> Option<(Month, u8)> {
    let words = words.trim().trim_start_matches('于');
    if let Some(rest) = ["次年", "翌年", "下一年", "下年"].iter().find_map(|word| words.strip_prefix(word)) {
        let (month, rest) = rest.split_once('月')?;
        let month = month.trim().parse().ok().filter(|month| (1..=12).contains(month) && unit == Unit::Year)?;
        return Some((Month::OfNextYear(month), day(rest)?));
    }
    let known = MONTHS.iter().flat_map(|(written, month)| written.iter().map(move |word| (*word, *month)));
    let found = known.into_iter().find_map(|(word, month)| Some((words.strip_prefix(word)?, month)));
    let (rest, month) = found.unwrap_or((words, Month::Last));
    // 季末 of half a year is no month of it, and a bare day belongs to a month only.
    let is_fit = match month {
        Month::Next => !words.contains('季') || unit == Unit::Quarter,
        Month::First => unit == Unit::Quarter,
        Month::Last if found.is_none() => unit == Unit::Month,
        Month::Last => unit == Unit::Quarter,
        Month::OfNextYear(_) => true,
    };
    is_fit.then_some(())?;
    Some((month, day(rest)?))
}

/// `10日前`, `底前`, `上旬`, or nothing: the last of the month.
fn day(words: &str) -> Option<u8> {
    let words = words.trim().trim_start_matches(['的', '份']);
    let words = ["以前", "之前", "前"].iter().find_map(|end| words.strip_suffix(end)).unwrap_or(words).trim();
    match words {
        "上旬" => return Some(10),
        "中旬" => return Some(20),
        "下旬" | "底" | "末" => return Some(END),
        _ => {}
    }
    let number = words.strip_suffix(['日', '号'])?.trim().parse().ok()?;
    (1..=END).contains(&number).then_some(number)
}

/// The round on a day: the first is that of the unit in which the duty begins.
fn at(months: u16, month: Month, day: u8, bounds: Bounds) -> Option<Round> {
    let here = u16::from(bounds.first.month().unsigned_abs());
    let in_unit = (here - 1) % months;
    let first_month = bounds.first.first_of_month();
    let offset = match month {
        Month::First => (months - in_unit) % months,
        Month::Last => months - 1 - in_unit,
        Month::Next => months - in_unit,
        Month::OfNextYear(month) => months - in_unit + u16::from(month) - 1,
    };
    let on = |offset: u16| -> Option<Date> {
        let month = later(first_month, offset)?;
        let last = month.last_of_month().day();
        Date::new(month.year(), month.month(), i8::try_from(day).ok()?.min(last)).ok()
    };
    let first = on(offset).filter(|first| *first >= bounds.first).or_else(|| on(offset + months))?;
    let days = match day {
        END => "-1".to_owned(),
        1..=28 => day.to_string(),
        _ => format!("{};BYSETPOS=-1", (28..=day).map(|day| day.to_string()).collect::<Vec<_>>().join(",")),
    };
    let rule = format!("FREQ=MONTHLY;INTERVAL={months};BYMONTHDAY={days}");
    Some(round(first, rule, &format!("首次{}月{}日", first.month(), first.day())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(unit: Unit, words: &str) -> Option<String> {
        let bounds = Bounds { first: Date::constant(2026, 3, 5), last: None };
        let rounds = rounds(Every { count: 1, unit }, &When::Words(words.to_owned()), bounds);
        rounds.first().map(|round| format!("{} {}", round.first, round.rule))
    }

    #[test]
    fn words_tell_the_day_of_a_round() {
        let cases = [
            (Unit::HalfYear, "次月10日前", Some("2026-07-10 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=10")),
            (Unit::Year, "次年1月10日前", Some("2027-01-10 FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=10")),
            (Unit::Quarter, "末月25日前", Some("2026-03-25 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25")),
            (Unit::Quarter, "季末25日前", Some("2026-03-25 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25")),
            (Unit::Quarter, "首月10日前", Some("2026-04-10 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10")),
            (Unit::Quarter, "次月5日前", Some("2026-04-05 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5")),
            (Unit::Month, "次月5日前", Some("2026-04-05 FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=5")),
            (Unit::Month, "上旬", Some("2026-03-10 FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=10")),
            (Unit::Month, "次月底前", Some("2026-04-30 FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1")),
            (Unit::HalfYear, "季末25日前", None),
            (Unit::Term, "次月10日前", None),
            (Unit::Quarter, "次年1月10日前", None),
            (Unit::Year, "次年春节前", None),
            (Unit::Month, "月考后", None),
        ];
        for (unit, words, day) in cases {
            assert_eq!(first(unit, words).as_deref(), day, "{words}");
        }
    }

    #[test]
    fn words_that_fix_no_day_leave_the_rhythm() {
        let month = Every { count: 1, unit: Unit::Month };
        assert!(fixes_day(month, &When::Words("次月10日前".to_owned())));
        assert!(!fixes_day(month, &When::Words("全年".to_owned())));
        assert!(!fixes_day(Every { count: 1, unit: Unit::Day }, &When::Words("17时前".to_owned())));
    }
}
