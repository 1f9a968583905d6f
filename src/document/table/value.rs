//! What a cell is to a spreadsheet: a number, a day or words.
//!
//! Takes the words of a cell and what its column holds. Only what is wholly a number or a day is one; all else stays
//! words, so that nothing of the plan changes on its way.

use crate::calendar::{Date, day};
use crate::document::Holds;
use crate::quantity::Decimal;

/// What a cell is to a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Words,
    /// A number, with the sign before it.
    Number {
        /// `≥` of `≥97`; empty if there is none.
        sign: &'static str,
        /// The number as it is written.
        number: Decimal,
    },
    /// A day, with the word behind it.
    Day {
        /// The year.
        year: i16,
        /// The month.
        month: i8,
        /// The day of the month.
        day: i8,
        /// `前` of `2018年3月31日前`; empty if there is none.
        tail: &'static str,
    },
}

/// Signs before a number that say how it is meant.
const SIGNS: [&str; 5] = ["≥", "≤", "＞", "＜", "约"];

impl Value {
    /// What some words are in a column.
    pub fn of(holds: Holds, words: &str) -> Self {
        let value = match holds {
            Holds::Numbers => number(words),
            Holds::Days => one_day(words),
            Holds::Words | Holds::Choice(_) => None,
        };
        value.unwrap_or(Value::Words)
    }
}

fn number(words: &str) -> Option<Value> {
    let sign = SIGNS.into_iter().find(|sign| words.starts_with(sign)).unwrap_or_default();
    let rest = &words[sign.len()..];
    let is_plain = rest.starts_with(|first: char| first.is_ascii_digit() || first == '-');
    let number: Decimal = rest.parse().ok().filter(|_| is_plain)?;
    Some(Value::Number { sign, number })
}

fn one_day(words: &str) -> Option<Value> {
    let tail = if words.ends_with('前') { "前" } else { "" };
    let date: Date = words.strip_suffix(tail).filter(|rest| rest.ends_with('日')).and_then(day)?;
    Some(Value::Day { year: date.year(), month: date.month(), day: date.day(), tail })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_and_days_are_taken() {
        let number = |sign, written: &str| Value::Number { sign, number: written.parse().unwrap_or_default() };
        assert_eq!(Value::of(Holds::Numbers, "97.50"), number("", "97.50"));
        assert_eq!(Value::of(Holds::Numbers, "≥97"), number("≥", "97"));
        for words in ["", "—", "3至5", "97%", "全覆盖", "（待定）", "=1", "+1"] {
            assert_eq!(Value::of(Holds::Numbers, words), Value::Words, "{words}");
        }
        let day = Value::Day { year: 2018, month: 3, day: 31, tail: "前" };
        assert_eq!(Value::of(Holds::Days, "2018年3月31日前"), day);
        for words in ["2018年底前", "2018年3月", "20××年3月1日", "2018-03-31", "2018年3月1日至5月31日"]
        {
            assert_eq!(Value::of(Holds::Days, words), Value::Words, "{words}");
        }
        assert_eq!(Value::of(Holds::Words, "3"), Value::Words);
    }
}
