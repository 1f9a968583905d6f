//! Times: from what the grammar matched to the values of [`crate::calendar`].

mod running;
mod stretch;

use crate::calendar::{
    Calendar, Edge, Every, Part, Recurring, Stretch as Days, TenDays, Time, TimeError, Unit, When, YearDay,
};
use crate::diagnostic::Diagnostic;
use crate::quantity::han_integer;
use crate::source::{Span, Spanned};
use crate::text;

use super::grammar::{Found, Rule, Stretch, child, children, everything, reads_whole};
use super::{Reading, faults, plain, word};

pub(super) use running::{duration, each, steps};
pub(super) use stretch::between;

/// What `when` matched; text that is no time becomes [`When::Words`], or a hole if it waits for a parameter.
pub(super) fn when(stretch: Stretch) -> Reading<Spanned<When>> {
    let day = |part: Stretch| plain_day(part.text()).map(|day| day.map_err(|error| refused(error, part.span())));
    if let Some(day) = day(stretch) {
        return Ok(Spanned::new(When::At(day?), stretch.span()));
    }
    if let Some((first, last)) = plain::days(stretch.text()) {
        let end = stretch.text().len();
        let ends = [stretch.cut(0..first.len()), stretch.cut(end - last.len()..end)].map(day);
        let [Some(first), Some(last)] = ends else { return Err(faults::unreadable_time(stretch.span())) };
        return Ok(Spanned::new(When::Between(first?, Some(last?)), stretch.span()));
    }
    let Ok(found) = stretch.read(Rule::when) else {
        let words = stretch.whole_words();
        return Ok(words.map(|words| if stretch.is_open() { When::Hole(Some(words)) } else { When::Words(words) }));
    };
    let is_before = says_before(&found);
    let Some(inner) = child(found) else { return Ok(stretch.whole_words().map(When::Words)) };
    let span = stretch.span();
    let value = match inner.as_rule() {
        Rule::none => When::Words(word::chinese(Rule::none, inner.as_str()).to_owned()),
        Rule::yearly => yearly(stretch, inner)?,
        Rule::each_round => running::each(stretch, inner)?,
        Rule::kept_up => running::kept_up(stretch, inner)?,
        Rule::running => running::running(stretch, inner)?,
        Rule::steps => running::steps(stretch, inner)?,
        Rule::by_time => running::by_time(stretch, inner)?,
        Rule::blank_time => When::Hole(Some(stretch.whole_words().value)),
        Rule::length => within(stretch, inner)?,
        _ => by(moment(stretch, inner)?, is_before),
    };
    Ok(Spanned::new(value, span))
}

/// A day of the commonest shape, read without the grammar.
pub(super) fn plain_day(text: &str) -> Option<Result<Time, TimeError>> {
    let (year, month, day) = plain::numbers_of_day(text)?;
    Some(Time { year, part: Part::Day(month, day) }.checked())
}

/// `2026年12月底前挂牌`: the time, and the words behind it; `None` if it is anything else.
pub(super) fn by_deed(stretch: Stretch) -> Option<(Spanned<When>, Spanned<String>)> {
    let found = stretch.read(Rule::deed_by).ok().filter(|_| !stretch.is_open())?;
    let is_before = says_before(&found);
    let (mut when, mut deed, mut span) = (None, None, stretch.span());
    for part in children(found) {
        match part.as_rule() {
            Rule::time => when = Some(time(stretch, part).ok()?),
            Rule::before => span.end = stretch.span_at(&part).end,
            _ => deed = Some(stretch.words(&part)),
        }
    }
    Some((Spanned::new(by(When::At(when?), is_before), span), deed?))
}

/// Whether a stretch that waits for parameters can be a time once they are given.
pub(super) fn may_be(stretch: Stretch) -> bool {
    let is_of_time = |c: char| c.is_ascii_digit() || "?年月日底末初前旬上中下学期度第季至到—-~. ".contains(c);
    !stretch.is_open() || stretch.text().chars().all(is_of_time)
}

/// A time that is the whole of a stretch; `None` if it is none.
pub(super) fn column(stretch: Stretch) -> Option<Reading<Time>> {
    let found = stretch.read(Rule::time_only).ok().and_then(child)?;
    Some(time(stretch, found))
}

/// The words a hole keeps: `?“尽快”`, or the parameter it waits for.
pub(super) fn hole_words(stretch: Stretch, found: Found) -> Option<String> {
    if stretch.part(&found).is_open() {
        return Some(stretch.words(&found).value);
    }
    let vacant = everything(found.clone()).flat_map(everything).find(|part| part.as_rule() == Rule::vacant);
    let quoted = child(found).or(vacant)?;
    let words = stretch.words(&quoted).value;
    Some(super::value::unquote(&words).to_owned())
}

/// `通知下达后1个月内`.
pub(super) fn after(stretch: Stretch, found: Found) -> Reading<When> {
    let span = stretch.span_at(&found);
    let counts_its_day = found.as_str().contains("之日起");
    let mut parts = children(found);
    let (Some(event), Some(length)) = (parts.next(), parts.next()) else { return Err(faults::unreadable_time(span)) };
    match within(stretch, length)? {
        When::Within(count, unit) => {
            let event = stretch.words(&event).value;
            let event = event.strip_prefix('在').unwrap_or(&event);
            let event = super::value::unquote(event);
            let event = if counts_its_day { format!("{event}之日") } else { event.to_owned() };
            Ok(When::After(event, count, unit))
        }
        other => Ok(other),
    }
}

/// `每年8月至9月`, `每年4月、9月`; a year after 每年 would say two things at once.
pub(super) fn yearly(stretch: Stretch, found: Found) -> Reading<When> {
    let span = stretch.span_at(&found);
    let mut spots = Vec::new();
    for spot in children(found) {
        let Some(part) = child(spot) else { return Err(faults::unreadable_time(span)) };
        let (first, last) = match part.as_rule() {
            Rule::stretch => match between(stretch, part.clone())? {
                When::Between(first, Some(last)) => (first, last),
                // 11月至次年1月, of every year.
                When::Hole(_) => {
                    let ends = children(part).filter(|end| end.as_rule() == Rule::time);
                    match ends.map(|end| time(stretch, end)).collect::<Reading<Vec<_>>>()?[..] {
                        [first, last] => (first, last),
                        _ => return Err(faults::unreadable_time(span)),
                    }
                }
                _ => return Err(faults::unreadable_time(span)),
            },
            _ => {
                let time = time(stretch, part)?;
                (time, time)
            }
        };
        if first.year.is_some() || last.year.is_some() || first.is_whole_year() {
            return Err(faults::unreadable_time(span));
        }
        spots.push((first, last));
    }
    Ok(When::Yearly(spots))
}

/// What a part of a clause says of a time.
pub(super) fn moment(stretch: Stretch, part: Found) -> Reading<When> {
    match part.as_rule() {
        Rule::hole => Ok(When::Hole(hole_words(stretch, part))),
        Rule::stretch => between(stretch, part),
        Rule::relative => Ok(When::Words(part.as_str().trim().to_owned())),
        Rule::within => within(stretch, part),
        Rule::in_all => {
            child(part).map_or_else(|| Err(faults::unreadable_time(stretch.span())), |all| within(stretch, all))
        }
        Rule::after_within => after(stretch, part),
        _ => Ok(When::At(time(stretch, part)?)),
    }
}

/// Whether a time is followed by 前.
pub(super) fn says_before(found: &Found) -> bool {
    children(found.clone()).any(|part| part.as_rule() == Rule::before && part.as_str().ends_with('前'))
}

/// `2026年6月前`: a month before which, as many write it, something is done by its end.
pub(super) fn by(when: When, is_before: bool) -> When {
    match when {
        When::At(Time { year, part: Part::Month(month) }) if is_before => {
            When::At(Time { year, part: Part::BeforeMonth(month) })
        }
        other => other,
    }
}

/// `3年内`.
pub(super) fn within(stretch: Stretch, found: Found) -> Reading<When> {
    let span = stretch.span_at(&found);
    let Some(counted) = child(found) else { return Err(faults::unreadable_time(span)) };
    let Every { count, unit } = measured(stretch, counted)?;
    Ok(When::Within(count, unit))
}

/// One time.
pub(super) fn time(stretch: Stretch, found: Found) -> Reading<Time> {
    let span = stretch.span_at(&found);
    let form = match found.as_rule() {
        Rule::time => child(found),
        _ => Some(found),
    };
    let Some(form) = form else { return Err(faults::unreadable_time(span)) };
    let rule = form.as_rule();
    if rule == Rule::edge {
        return edge(stretch, form);
    }
    if rule == Rule::year {
        return Ok(Time { year: year(form.as_str()), part: Part::Year });
    }
    if rule == Rule::five_end {
        let (_, last) = five_years(form).ok_or_else(|| faults::unreadable_time(span))?;
        return Ok(Time { year: Some(last), part: Part::YearEnd });
    }
    let parts = Parts::collect(form);
    let part = match rule {
        Rule::school_year => recurring(Recurring::SchoolYear),
        Rule::term if parts.has(Rule::first_term) => recurring(Recurring::FirstTerm),
        Rule::term => recurring(Recurring::SecondTerm),
        Rule::holidays if parts.has(Rule::winter) => recurring(Recurring::WinterHolidays),
        Rule::holidays => recurring(Recurring::SummerHolidays),
        Rule::season_term | Rule::season if parts.has(Rule::autumn) => recurring(Recurring::AutumnTerm),
        Rule::season_term | Rule::season => recurring(Recurring::SpringTerm),
        Rule::full_day | Rule::iso_day => Part::Day(parts.month, parts.day),
        Rule::han_date if parts.day > 0 => Part::Day(parts.month, parts.day),
        Rule::han_date if parts.month > 0 => Part::Month(parts.month),
        Rule::han_date => Part::Year,
        Rule::iso_month => Part::Month(parts.month),
        Rule::in_month if parts.has(Rule::month_end) => Part::MonthEnd(parts.month),
        Rule::in_month if parts.has(Rule::early) => Part::TenDays(parts.month, TenDays::Early),
        Rule::in_month if parts.has(Rule::middle) => Part::TenDays(parts.month, TenDays::Middle),
        Rule::in_month if parts.has(Rule::late) => Part::TenDays(parts.month, TenDays::Late),
        Rule::in_month if parts.has(Rule::early_to_middle) => Part::TenDays(parts.month, TenDays::EarlyToMiddle),
        Rule::in_month if parts.has(Rule::middle_to_late) => Part::TenDays(parts.month, TenDays::MiddleToLate),
        Rule::in_month => Part::Month(parts.month),
        Rule::half if parts.has(Rule::upper) => recurring(Recurring::FirstHalf),
        Rule::half => recurring(Recurring::SecondHalf),
        Rule::quarter => recurring(Recurring::quarter(parts.quarter)),
        Rule::year_edge if parts.has(Rule::year_end) => Part::YearEnd,
        Rule::year_edge => Part::YearStart,
        Rule::whole_year => Part::Year,
        _ => return Err(faults::unreadable_time(span)),
    };
    if let [Some(first), Some(second)] = parts.years[..]
        && second != first.saturating_add(1)
    {
        return Err(refused(TimeError::SchoolYear(first, second), span));
    }
    let year = parts.years.first().copied().flatten();
    let is_spring = matches!(rule, Rule::season_term | Rule::season) && !parts.has(Rule::autumn);
    checked(Time { year: year.map(|year| if is_spring { year.saturating_sub(1) } else { year }), part }, span)
}

/// `2026年秋季学期开学前`, `第二季度末`.
fn edge(stretch: Stretch, found: Found) -> Reading<Time> {
    let span = stretch.span_at(&found);
    let mut parts = children(found);
    let (Some(of), Some(side)) = (parts.next(), parts.next()) else { return Err(faults::unreadable_time(span)) };
    let time = time(stretch, of)?;
    let side = if side.as_rule() == Rule::edge_end { Edge::End } else { Edge::Before };
    match time.part {
        Part::Recurring(of, days) => Ok(Time { part: Part::Edge(side, of, days), ..time }),
        _ => Err(faults::unreadable_time(span)),
    }
}

/// A stretch of every year as it runs where nobody says otherwise; a plan's own calendar is asked later.
fn recurring(recurring: Recurring) -> Part {
    Part::Recurring(recurring, Calendar::default().of(recurring))
}

/// From when to when a stretch of every year runs: `9月1日至次年8月31日`.
pub(super) fn days(stretch: Stretch) -> Reading<Days> {
    let found = stretch.read(Rule::days).map_err(|at| {
        let span = if at.start < at.end { at } else { stretch.span() };
        let message = text!(zh: "读不懂这段日子", en: "these days cannot be read");
        Box::new(Diagnostic::error(faults::UNREADABLE_VALUE, span, message).help(text!(
            zh: "写从哪天到哪天，如“9月1日至次年1月31日”",
            en: "write from which day to which, as in 9月1日至次年1月31日"
        )))
    })?;
    let ends = children(found).map(|end| year_day(stretch, end)).collect::<Reading<Vec<_>>>()?;
    match ends[..] {
        [(first, day), (last, last_of)] => Ok(Days {
            first: YearDay { day: day.unwrap_or(1), ..first },
            last: YearDay { day: last_of.unwrap_or(last.day), ..last },
        }),
        _ => Err(faults::unreadable_time(stretch.span())),
    }
}

/// A day of a year, the last of its month where none is said, and the day that is said.
fn year_day(stretch: Stretch, found: Found) -> Reading<(YearDay, Option<u8>)> {
    let span = stretch.span_at(&found);
    let parts = Parts::collect(found);
    let says_day = parts.has(Rule::exact_day);
    checked(Time { year: None, part: Part::Day(parts.month, if says_day { parts.day } else { 1 }) }, span)?;
    let day = match (says_day, parts.has(Rule::month_end)) {
        (true, _) => Some(parts.day),
        (_, true) => Some(END_OF_MONTH),
        _ => None,
    };
    Ok((YearDay { later: u8::from(parts.has(Rule::next_year)), month: parts.month, day: END_OF_MONTH }, day))
}

/// A day that stands for the last of any month.
const END_OF_MONTH: u8 = 31;

/// The numbers of a time.
#[derive(Default)]
struct Parts {
    years: Vec<Option<i16>>,
    month: u8,
    day: u8,
    quarter: u8,
    marks: Vec<Rule>,
}

impl Parts {
    fn collect(found: Found) -> Self {
        let mut parts = Parts::default();
        for each in children(found) {
            match each.as_rule() {
                Rule::year | Rule::open_year => parts.years.push(year(each.as_str())),
                Rule::month => parts.month = each.as_str().parse().unwrap_or(0),
                Rule::day => parts.day = each.as_str().parse().unwrap_or(0),
                Rule::exact_day => {
                    parts.day = child(each).and_then(|day| day.as_str().parse().ok()).unwrap_or(0);
                    parts.marks.push(Rule::exact_day);
                }
                Rule::han_year => parts.years.push(han_year(each.as_str())),
                // What is no number is no month or day either, and is refused as such.
                Rule::han_month | Rule::month_name => parts.month = han_small(each.as_str()),
                Rule::han_day => parts.day = han_small(each.as_str()),
                Rule::quarter_number => {
                    parts.quarter = "一二三四"
                        .chars()
                        .position(|sign| each.as_str().starts_with(sign))
                        .map_or_else(|| each.as_str().parse().unwrap_or(1), |at| at as u8 + 1);
                }
                mark => parts.marks.push(mark),
            }
        }
        parts
    }

    fn has(&self, mark: Rule) -> bool {
        self.marks.contains(&mark)
    }
}

fn year(text: &str) -> Option<i16> {
    text.parse().ok()
}

/// 十四五: the first and the last of its five years, which began to be counted in 1953.
fn five_years(found: Found) -> Option<(i16, i16)> {
    let number = i16::from(han_small(child(found)?.as_str().strip_suffix('五')?));
    let first = 1951_i16.checked_add(number.checked_mul(5)?)?;
    Some((first, first + 4))
}

/// 二〇二六: digit by digit.
fn han_year(text: &str) -> Option<i16> {
    let digit = |sign| "〇一二三四五六七八九".chars().position(|each| each == sign).unwrap_or(0) as i16;
    Some(text.chars().fold(0, |year, sign| year * 10 + digit(sign)))
}

fn han_small(text: &str) -> u8 {
    han_integer(text).and_then(|number| u8::try_from(number).ok()).unwrap_or(u8::MAX)
}

/// A time in Chinese characters in digits, as it is written everywhere else.
pub(super) fn han_digits(found: Found) -> String {
    let parts = Parts::collect(found);
    let year = parts.years.first().copied().flatten().unwrap_or(0);
    match (parts.month, parts.day) {
        (0, _) => format!("{year}年"),
        (month, 0) => format!("{year}年{month}月"),
        (month, day) => format!("{year}年{month}月{day}日"),
    }
}

fn checked(time: Time, span: Span) -> Reading<Time> {
    time.checked().map_err(|error| refused(error, span))
}

fn refused(error: TimeError, span: Span) -> Box<Diagnostic> {
    let (message, help) = match error {
        TimeError::Month(month) => (
            text!(zh: "没有{month}月", en: "there is no month {month}"),
            text!(zh: "月份只有1月至12月", en: "months run from 1 to 12"),
        ),
        TimeError::Day(month, last) => (
            text!(zh: "{month}月没有这一天", en: "month {month} has no such day"),
            text!(zh: "该月最后一天是{month}月{last}日", en: "the last day of that month is {month}-{last}"),
        ),
        TimeError::SchoolYear(first, second) => {
            let next = first.saturating_add(1);
            (
                text!(zh: "{first}—{second}学年首尾不相连", en: "school year {first}-{second} does not run on"),
                text!(zh: "学年跨相邻两年，写作“{first}—{next}学年”；几个学年用“至”连接", en: "a school year joins two years in a row: write {first}-{next}学年; join several with 至"),
            )
        }
    };
    Box::new(Diagnostic::error(faults::NO_SUCH_DATE, span, message).help(help))
}

/// `每两周`.
pub(super) fn every(stretch: Stretch, found: Found) -> Reading<Every> {
    let span = stretch.span_at(&found);
    let Some(mut inner) = child(found) else { return Err(faults::unreadable_time(span)) };
    if inner.as_rule() == Rule::each_unit {
        inner = child(inner).ok_or_else(|| faults::unreadable_time(span))?;
    }
    match inner.as_rule() {
        Rule::every_other => {
            let unit = child(inner).ok_or_else(|| faults::unreadable_time(span))?;
            Ok(Every { count: 2, unit: unit_of(unit.as_str()) })
        }
        Rule::time_unit => Ok(Every { count: 1, unit: unit_of(inner.as_str()) }),
        Rule::both_terms => Ok(Every { count: 1, unit: Unit::Term }),
        _ => measured(stretch, inner).map(|every| Every { count: every.count.max(1), ..every }),
    }
}

/// `两周`: how many of which unit.
fn measured(stretch: Stretch, found: Found) -> Reading<Every> {
    let span = stretch.span_at(&found);
    let mut parts = children(found);
    let (Some(count), Some(unit)) = (parts.next(), parts.next()) else { return Err(faults::unreadable_time(span)) };
    Ok(Every { count: whole(stretch, &count)?, unit: unit_of(unit.as_str()) })
}

/// A whole number, in digits or Chinese characters.
pub(super) fn whole(stretch: Stretch, found: &Found) -> Reading<u32> {
    let text = found.as_str();
    let number = text.parse::<u64>().ok().or_else(|| han_integer(text));
    number.and_then(|number| u32::try_from(number).ok()).ok_or_else(|| faults::number_too_large(stretch.span_at(found)))
}

/// The rhythm that a period after a slash is: `学期` of `20节/学期`.
pub(super) fn per(period: &str) -> Option<Every> {
    reads_whole(Rule::time_unit, period).then(|| Every { count: 1, unit: unit_of(period) })
}

pub(super) fn unit_of(word: &str) -> Unit {
    match word.strip_suffix('s').unwrap_or(word) {
        "学年度" | "学年" | "school year" => Unit::SchoolYear,
        "学期" | "term" => Unit::Term,
        "半年" | "half year" => Unit::HalfYear,
        "季度" | "季" | "quarter" => Unit::Quarter,
        "月" | "month" => Unit::Month,
        "星期" | "周" | "week" => Unit::Week,
        "工作日" | "working day" => Unit::WorkingDay,
        "日" | "天" | "day" => Unit::Day,
        _ => Unit::Year,
    }
}
