//! Times that run from a day on, go on after one or come round, and single times with words around them.

use crate::calendar::{Every, Part, Run, Spot, Start, Time, Unit, When};
use crate::source::Spanned;

use super::super::grammar::{Found, Rule, Stretch, child, children};
use super::super::{Reading, faults};
use super::{by, checked, hole_words, measured, says_before, time, unit_of, within};

/// `截至2027年12月`, `于2026年6月30日前完成`, `20260630`.
pub(super) fn by_time(stretch: Stretch, found: Found) -> Reading<When> {
    let span = stretch.span_at(&found);
    let is_before = says_before(&found);
    let Some(inner) = children(found).find(|part| part.as_rule() != Rule::before) else {
        return Err(faults::unreadable_time(span));
    };
    let digits = inner.as_str();
    match inner.as_rule() {
        Rule::packed_day => {}
        Rule::packed_month => {
            let month = digits[5..].parse().unwrap_or(0);
            return Ok(When::At(checked(Time { year: digits[..4].parse().ok(), part: Part::Month(month) }, span)?));
        }
        _ => return Ok(by(When::At(time(stretch, inner)?), is_before)),
    }
    let number = |from: usize, to: usize| digits[from..to].parse::<u8>().unwrap_or(0);
    let day = Time { year: digits[..4].parse().ok(), part: Part::Day(number(4, 6), number(6, 8)) };
    Ok(When::At(checked(day, span)?))
}

/// `2026年6月底前，长期坚持`.
pub(super) fn kept_up(stretch: Stretch, found: Found) -> Reading<When> {
    let span = stretch.span_at(&found);
    let (mut by, mut onward) = (None, None);
    for part in children(found) {
        match part.as_rule() {
            Rule::time => by = Some(time(stretch, part)?),
            Rule::onward => onward = Some(part.as_str().to_owned()),
            _ => {}
        }
    }
    match (by, onward) {
        (Some(by), Some(onward)) => Ok(When::Kept(by, onward)),
        _ => Err(faults::unreadable_time(span)),
    }
}

/// `2026年6月底前、12月底前各报送一次`: the year of the first is that of the others; words, where they do not follow each
/// other.
pub(in crate::syntax) fn steps(stretch: Stretch, found: Found) -> Reading<When> {
    // However wide its signs are, it says the same.
    let words = found.as_str().split(' ').collect::<String>();
    let mut times: Vec<Time> = Vec::new();
    for part in children(found) {
        let part = match part.as_rule() {
            Rule::time => part,
            Rule::spot => child(part).ok_or_else(|| faults::unreadable_time(stretch.span()))?,
            _ => continue,
        };
        if part.as_rule() != Rule::time {
            return Ok(When::Words(words));
        }
        let at = time(stretch, part)?;
        times.push(Time { year: at.year.or(times.first().and_then(|first| first.year)), ..at });
    }
    let last_day = |time: &Time| time.interval().map(|days| days.last);
    let is_in_order = times.windows(2).all(|pair| match (last_day(&pair[0]), last_day(&pair[1])) {
        (Some(one), Some(other)) => one < other,
        _ => false,
    });
    Ok(if is_in_order && times.len() > 1 { When::Steps(times, words) } else { When::Words(words) })
}

/// `自印发之日起至2028年12月31日`, `自发布之日起施行，有效期3年`, `2026年6月起`.
pub(super) fn running(stretch: Stretch, found: Found) -> Reading<When> {
    let span = stretch.span_at(&found);
    let (mut start, mut run) = (None, Run::On(None));
    for part in children(found) {
        match part.as_rule() {
            Rule::at_once => start = Some(Start::Event("即日".to_owned())),
            Rule::happening => start = Some(Start::Event(stretch.words(&part).value)),
            Rule::time => start = Some(Start::At(time(stretch, part)?)),
            Rule::run_until => run = Run::Until(last(stretch, part)?),
            Rule::run_for => run = lasting(stretch, part)?,
            Rule::onward => run = Run::On(Some(part.as_str().to_owned())),
            _ => {}
        }
    }
    match (start, run) {
        (Some(Start::At(first)), Run::Until(last)) => Ok(When::Between(first.or_year(last), Some(last.or_year(first)))),
        (Some(start), run) => Ok(When::From(start, run)),
        _ => Err(faults::unreadable_time(span)),
    }
}

fn last(stretch: Stretch, found: Found) -> Reading<Time> {
    let span = stretch.span_at(&found);
    let end = children(found).find(|part| part.as_rule() == Rule::time);
    end.map_or_else(|| Err(faults::unreadable_time(span)), |end| time(stretch, end))
}

fn lasting(stretch: Stretch, found: Found) -> Reading<Run> {
    let span = stretch.span_at(&found);
    let Some(counted) = child(found) else { return Err(faults::unreadable_time(span)) };
    let every = measured(stretch, counted)?;
    Ok(Run::Lasting(every.count, every.unit))
}

/// `每季度末`, `每月5日前`; what is said of a month only (`每学期5日`) is no time of another unit.
pub(in crate::syntax) fn each(stretch: Stretch, found: Found) -> Reading<When> {
    let words = stretch.words(&found).value;
    let (mut unit, mut spot) = (Unit::Year, Spot::Whole);
    for part in children(found) {
        match part.as_rule() {
            Rule::round => unit = unit_of(part.as_str()),
            Rule::round_start => spot = Spot::Start,
            Rule::round_end => spot = Spot::End,
            Rule::round_before => spot = Spot::Before,
            Rule::round_day => spot = Spot::Day(part.as_str().parse().unwrap_or(0)),
            Rule::round_week_day => spot = Spot::Day(week_day(part.as_str())),
            _ => {}
        }
    }
    let is_one = match spot {
        Spot::Day(day) => match unit {
            Unit::Month => (1..=31).contains(&day),
            Unit::Week => (1..=7).contains(&day),
            _ => false,
        },
        Spot::Before => matches!(unit, Unit::Term | Unit::SchoolYear),
        _ => true,
    };
    Ok(if is_one { When::Each(unit, spot) } else { When::Words(words) })
}

fn week_day(sign: &str) -> u8 {
    let at = "一二三四五六日".chars().position(|each| sign.starts_with(each)).unwrap_or(6);
    at as u8 + 1
}

/// `1个月`, a length of time.
pub(in crate::syntax) fn duration(stretch: Stretch) -> Reading<Spanned<When>> {
    let Ok(found) = stretch.read(Rule::duration) else { return Ok(stretch.whole_words().map(When::Words)) };
    let span = stretch.span();
    let parts = children(found).collect::<Vec<_>>();
    let value = match &parts[..] {
        [only] if only.as_rule() == Rule::within => within(stretch, only.clone())?,
        [only] if only.as_rule() == Rule::counted => {
            let Every { count, unit } = measured(stretch, only.clone())?;
            When::Within(count, unit)
        }
        [only] => When::Hole(hole_words(stretch, only.clone())),
        _ => return Err(faults::unreadable_time(span)),
    };
    Ok(Spanned::new(value, span))
}
