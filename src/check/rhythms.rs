//! How often and how much, in prose: 每学期听课不少于4次.
//!
//! Takes words, gives each rhythm with its number and the places of both. Knows no plan.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::clauses::{clauses, sentences};
use crate::calendar::{Every, Unit};
use crate::quantity::Decimal;

/// Something that comes round so and so often.
pub(super) struct Rhythm {
    /// How often it comes round.
    pub every: Every,
    /// How many each time.
    pub count: Decimal,
    /// What is counted: 次, 节.
    pub unit: String,
    /// What is done and by whom: the words of the clause but for rhythm, number and words that ask.
    pub what: String,
    /// From 每 to the unit.
    pub at: Range<usize>,
}

static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let form = "每(两周|周|两个月|个?月|个?季度|个?学期|半年|学年|年)([^，。；、：0-9]{0,14}?)([0-9]+|[一两二三四五六八十])(次|节|篇|场|本|课时|学时|天)";
    Regex::new(form).ok()
});

/// What every rhythm begins with.
pub(super) const BEGINNING: &str = "每";

/// The rhythms of some words, of each clause the first; those with a ceiling are none.
pub(super) fn rhythms(words: &str) -> Vec<Rhythm> {
    let mut found = Vec::new();
    if !words.contains(BEGINNING) {
        return found;
    }
    let Some(form) = FORM.as_ref() else { return found };
    for sentence in sentences(words) {
        for clause in clauses(words, sentence) {
            let Some(captures) = form.captures(&words[clause.clone()]) else { continue };
            let part = |group: usize| captures.get(group).map_or(0..0, |part| part.range());
            let (whole, between) = (part(0), &words[clause.clone()][part(2)]);
            let (head, tail) = (&words[clause.clone()][..whole.start], &words[clause.clone()][whole.end..]);
            let has_ceiling =
                ["不超过", "不多于", "至多", "最多", "不得超过"].iter().any(|word| between.contains(word));
            // 每年级 is no year, and a range has no one number.
            if has_ceiling || between.starts_with('级') || tail.starts_with(['～', '至', '—']) {
                continue;
            }
            let read = (every(&words[clause.clone()][part(1)]), count(&words[clause.clone()][part(3)]));
            let (Some(every), Some(count)) = read else { continue };
            let unit = words[clause.clone()][part(4)].to_owned();
            let at = clause.start + whole.start..clause.start + whole.end;
            let what = [bare(head), bare(between), bare(tail)].concat();
            found.push(Rhythm { every, count, unit, what, at });
        }
    }
    found
}

fn every(word: &str) -> Option<Every> {
    let (count, unit) = match word.trim_start_matches('个') {
        "周" => (1, Unit::Week),
        "两周" => (2, Unit::Week),
        "月" => (1, Unit::Month),
        "两个月" => (2, Unit::Month),
        "季度" => (1, Unit::Quarter),
        "学期" => (1, Unit::Term),
        "半年" => (1, Unit::HalfYear),
        "学年" => (1, Unit::SchoolYear),
        "年" => (1, Unit::Year),
        _ => return None,
    };
    Some(Every { count, unit })
}

fn count(word: &str) -> Option<Decimal> {
    let of_han = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].iter().position(|digit| *digit == word);
    match word {
        "两" => Some(Decimal::from(2)),
        _ => of_han.map_or_else(|| word.parse().ok(), |at| i64::try_from(at + 1).ok().map(Decimal::from)),
    }
}

/// Words that ask, or that join, and say nothing of what is done.
const EMPTY: [&str; 27] = [
    "不少于",
    "不低于",
    "不得少于",
    "不能少于",
    "原则上",
    "至少",
    "必须",
    "确保",
    "坚持",
    "做到",
    "达到",
    "组织",
    "开展",
    "召开",
    "进行",
    "同时",
    "全体",
    "每位",
    "每名",
    "以上",
    "均",
    "应",
    "须",
    "要",
    "都",
    "各",
    "的",
];

fn bare(words: &str) -> String {
    EMPTY.iter().fold(words.trim().to_owned(), |words, empty| words.replace(empty, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rhythms_of_prose() {
        let told = |words: &str| {
            let told = |found: &Rhythm| format!("{}{}{}{}", found.what, found.every, found.count, found.unit);
            rhythms(words).iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(told("校长每学期听课不少于4次。"), ["校长听课每学期4次"]);
        assert_eq!(told("每学期校长听课至少四次，每两周召开一次例会"), ["校长听课每学期4次", "例会每两周1次"]);
        assert_eq!(told("每年级选派2名；每学期不超过2次；每月2～3次"), Vec::<String>::new());
    }
}
