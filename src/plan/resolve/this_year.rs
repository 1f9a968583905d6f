//! 今年, 贯穿三年: words for the period of the plan, or for the year that it runs in.
//!
//! Takes the items of a file and the period of the plan, gives every time that only names the year of its plan as a time
//! of that year, and every time that says “all along” as the period. Words that do not agree with the period stay words,
//! and are told as such.

use std::borrow::Cow;

use crate::calendar::{Interval, When};
use crate::quantity::han_integer;
use crate::syntax::ast::{self, Clause, Entry, Head, Item, Key, Value};
use crate::syntax::keyword::Keyword;
use crate::syntax::read_when;

/// Words for the year of the plan, the longer first.
const THIS_YEAR: [&str; 4] = ["本年度", "今年", "本年", "当年"];
/// Words for all of its period.
const ALL_ALONG: [&str; 9] = [
    "贯穿全程",
    "贯穿始终",
    "贯穿全过程",
    "贯穿实施全过程",
    "贯穿方案实施全过程",
    "贯穿整个实施期",
    "贯穿实施期",
    "全程推进",
    "全程",
];

/// What the period of a plan tells of its times.
struct Known {
    period: When,
    days: Interval,
}

/// The items with every time of this year, and every time that is the period, in it.
pub(super) fn settled(items: Cow<'_, [Item]>) -> Cow<'_, [Item]> {
    let Some(known) = items.iter().find_map(period).filter(|_| items.iter().any(says)) else { return items };
    let mut items = items.into_owned();
    settle(&mut items, &known);
    Cow::Owned(items)
}

/// The period below a heading of level one.
fn period(item: &Item) -> Option<Known> {
    let Item::Section(section) = item else { return None };
    section.items.iter().find_map(|item| match item {
        Item::Entry(Entry { key: Key::Word(key), value: Value::When(when), .. }) if key.value == Keyword::Period => {
            Some(Known { days: when.value.interval()?, period: when.value.clone() })
        }
        _ => None,
    })
}

/// Whether a time that the period may tell stands in an item.
fn says(item: &Item) -> bool {
    match item {
        Item::Section(section) => {
            let is_head =
                matches!(&section.head, Head::Noun(ast::Noun { time: Some(time), .. }) if is_told(&time.value));
            is_head || section.items.iter().any(says)
        }
        Item::Entry(entry) => {
            let mut found = false;
            each(&mut entry.value.clone(), &mut |when| found |= is_told(when));
            found || entry.items.iter().any(says)
        }
        Item::Paragraph(_) | Item::Grid(_) => false,
    }
}

fn is_told(when: &When) -> bool {
    let begins = |words: &str| THIS_YEAR.iter().any(|word| words.starts_with(word));
    matches!(when, When::Words(words) if begins(words) || words.starts_with("贯穿") || words.starts_with("全程"))
}

fn settle(items: &mut [Item], known: &Known) {
    for item in items {
        match item {
            Item::Section(section) => {
                if let Head::Noun(ast::Noun { time: Some(time), .. }) = &mut section.head {
                    date(&mut time.value, known);
                }
                settle(&mut section.items, known);
            }
            Item::Entry(entry) => {
                each(&mut entry.value, &mut |when| date(when, known));
                settle(&mut entry.items, known);
            }
            Item::Paragraph(_) | Item::Grid(_) => {}
        }
    }
}

/// Gives words such as 今年底前 the year, and 贯穿三年 the period.
fn date(when: &mut When, known: &Known) {
    let When::Words(words) = when else { return };
    if is_all_along(words, known.days) {
        *when = known.period.clone();
        return;
    }
    let year = known.days.first.year();
    let rest = THIS_YEAR.iter().find_map(|word| words.strip_prefix(word));
    let Some(rest) = rest.filter(|_| year == known.days.last.year()) else { return };
    let read = read_when(&format!("{year}年{rest}"));
    if !matches!(read, When::Words(_)) {
        *when = read;
    }
}

/// Whether words say that something runs as long as the plan; `贯穿三年` only of a plan of three years.
fn is_all_along(words: &str, days: Interval) -> bool {
    let Some(count) = words.strip_prefix("贯穿").and_then(|rest| rest.strip_suffix('年')) else {
        return ALL_ALONG.contains(&words);
    };
    let count = match count {
        "全" => Some(1),
        _ => count.parse::<i64>().ok().or_else(|| i64::try_from(han_integer(count)?).ok()),
    };
    let months = |day: crate::calendar::Date| i64::from(day.year()) * 12 + i64::from(day.month());
    let length = months(days.last) - months(days.first) + 1;
    let calendar_years = i64::from(days.last.year() - days.first.year()) + 1;
    count.is_some_and(|count| count == calendar_years || count * 12 == length || count == (length + 11) / 12)
}

/// Every time of a value.
fn each(value: &mut Value, act: &mut impl FnMut(&mut When)) {
    match value {
        Value::Title(_, Some(time)) | Value::When(time) => act(&mut time.value),
        Value::Report(report) => report.when.iter_mut().for_each(|when| act(&mut when.value)),
        Value::Outputs(_, due) => due.iter_mut().for_each(|due| act(&mut due.value)),
        Value::Quota(quota) => quota.clauses.iter_mut().for_each(|clause| match &mut clause.value {
            Clause::When(_, when) | Clause::Since(when) => act(when),
            _ => {}
        }),
        _ => {}
    }
}
