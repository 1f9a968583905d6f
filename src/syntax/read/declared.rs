//! A declaration: who acts, what is counted, a unit, the days of a school year.
//!
//! Takes the parts of a line where names stand, gives what it declares; whether it is one is for others to say.

use crate::source::Spanned;

use super::super::ast::{Key, Mark, Owner, Value};
use super::super::grammar::Stretch;
use super::super::keyword::Place;
use super::super::{Reading, quota, time, value};
use super::Read;

/// The name and the rest of a declaration whose name is several English words: `Finance Bureau, every`.
fn in_words<'a>(name: Stretch<'a>, rest: Option<Stretch<'a>>) -> (Stretch<'a>, Option<Stretch<'a>>) {
    let Some(behind) = rest else { return (name, rest) };
    let whole = name.until(behind);
    let gap = &whole.text()[name.text().len()..whole.text().len() - behind.text().len()];
    let end = behind.text().find(',').unwrap_or(behind.text().len());
    let words = &behind.text()[..end];
    let is_words =
        name.text().is_ascii() && words.is_ascii() && words.starts_with(|first: char| first.is_ascii_alphabetic());
    if whole.is_filled() || !is_words || gap.is_empty() || !gap.trim().is_empty() || words.contains([':', '"', '(']) {
        return (name, rest);
    }
    let rest = Some(behind.cut(end..behind.text().len())).filter(|rest| !rest.text().is_empty());
    (name.until(behind.cut(0..end)), rest)
}

/// A declaration: `教育局：区教育局`, `本科总上线率，率`.
pub(super) fn declared(key: Stretch, name: Option<Stretch>, rest: Option<Stretch>, place: Place) -> Reading<Read> {
    let (whole, rest) = in_words(name.map_or(key, |name| key.until(name)), rest);
    let words = whole.whole_words().map(|words| value::unquote(&words).to_owned());
    let key = Key::Name(Box::new(words));
    if place == Place::INDICATORS {
        let value = Value::Indicator(rest.map(value::indicator).unwrap_or_default());
        return Ok(Read { key, name: None, value, place: Place::INDICATOR });
    }
    if place == Place::UNITS {
        let value = Value::Unit(rest.map_or(Ok(Vec::new()), quota::conversions)?);
        return Ok(Read { key, name: None, value, place: Place::UNIT });
    }
    if place == Place::CALENDAR {
        let value = match rest {
            Some(rest) => Value::Days(Spanned::new(time::days(rest)?, rest.span())),
            None => Value::Empty,
        };
        return Ok(Read { key, name: None, value, place: Place::LEAF });
    }
    let owner = match rest {
        Some(rest) => value::owner(rest)?,
        None => Owner { full_name: None, marks: Vec::new() },
    };
    let is_group = owner.marks.iter().any(|mark| mark.value == Mark::Group);
    let place = if is_group { Place::GROUP } else { Place::OWNER };
    Ok(Read { key, name: None, value: Value::Owner(Box::new(owner)), place })
}
