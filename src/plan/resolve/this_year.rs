//! 今年, 本年度: the year that a plan of one year runs in.
//!
//! Takes the items of a file and the period of the plan, gives every time that only names the year of its plan as a time
//! of that year. In a plan of several years such words stay words, and are told as such.

use std::borrow::Cow;

use crate::calendar::{Interval, When};
use crate::syntax::ast::{self, Clause, Entry, Head, Item, Key, Value};
use crate::syntax::keyword::Keyword;
use crate::syntax::read_when;

/// Words for the year of the plan, the longer first.
const THIS_YEAR: [&str; 4] = ["本年度", "今年", "本年", "当年"];

/// The items with every time of this year in it.
pub(super) fn settled(items: Cow<'_, [Item]>) -> Cow<'_, [Item]> {
    let Some(year) = items.iter().find_map(year).filter(|_| items.iter().any(says)) else { return items };
    let mut items = items.into_owned();
    settle(&mut items, year);
    Cow::Owned(items)
}

/// The year that the period below a heading of level one lies in.
fn year(item: &Item) -> Option<i16> {
    let Item::Section(section) = item else { return None };
    section.items.iter().find_map(|item| match item {
        Item::Entry(Entry { key: Key::Word(key), value: Value::When(when), .. }) if key.value == Keyword::Period => {
            let Interval { first, last } = when.value.interval()?;
            (first.year() == last.year()).then(|| first.year())
        }
        _ => None,
    })
}

/// Whether a time of this year stands in an item.
fn says(item: &Item) -> bool {
    match item {
        Item::Section(section) => {
            let is_head =
                matches!(&section.head, Head::Noun(ast::Noun { time: Some(time), .. }) if is_of_year(&time.value));
            is_head || section.items.iter().any(says)
        }
        Item::Entry(entry) => {
            let mut found = false;
            each(&mut entry.value.clone(), &mut |when| found |= is_of_year(when));
            found || entry.items.iter().any(says)
        }
        Item::Paragraph(_) | Item::Grid(_) => false,
    }
}

fn is_of_year(when: &When) -> bool {
    matches!(when, When::Words(words) if THIS_YEAR.iter().any(|word| words.starts_with(word)))
}

fn settle(items: &mut [Item], year: i16) {
    for item in items {
        match item {
            Item::Section(section) => {
                if let Head::Noun(ast::Noun { time: Some(time), .. }) = &mut section.head {
                    date(&mut time.value, year);
                }
                settle(&mut section.items, year);
            }
            Item::Entry(entry) => {
                each(&mut entry.value, &mut |when| date(when, year));
                settle(&mut entry.items, year);
            }
            Item::Paragraph(_) | Item::Grid(_) => {}
        }
    }
}

/// Gives words such as 今年底前 the year.
fn date(when: &mut When, year: i16) {
    let When::Words(words) = when else { return };
    let Some(rest) = THIS_YEAR.iter().find_map(|word| words.strip_prefix(word)) else { return };
    let read = read_when(&format!("{year}年{rest}"));
    if !matches!(read, When::Words(_)) {
        *when = read;
    }
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
