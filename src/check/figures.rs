//! Figures and days in prose: 12所, 95.5%, 2026年3月5日.
//!
//! Takes words, gives numbers and the bytes they stand at. Knows no plan.

use std::ops::Range;

use crate::calendar::Date;
use crate::quantity::{Decimal, Unit};

use super::clauses;

/// A number in words, with its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// The number.
    pub value: Decimal,
    /// The unit; empty if none follows that is known.
    pub unit: Unit,
    /// Where both stand.
    pub at: Range<usize>,
}

/// Units that prose counts in, the longer before those they begin with.
const UNITS: [&str; 45] = [
    "个百分点",
    "%",
    "％",
    "万元",
    "亿元",
    "元",
    "万平方米",
    "平方米",
    "万人次",
    "人次",
    "万人",
    "人",
    "万名",
    "名",
    "所",
    "个",
    "节",
    "次",
    "班",
    "亩",
    "公里",
    "台",
    "套",
    "项",
    "门",
    "册",
    "篇",
    "分",
    "位",
    "家",
    "户",
    "间",
    "座",
    "辆",
    "张",
    "场",
    "支",
    "份",
    "件",
    "本",
    "处",
    "栋",
    "例",
    "课时",
    "学时",
];

/// Every number of some words, those of years, months and days left out.
pub(super) fn figures(words: &str) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = words[from..].find(|sign: char| sign.is_ascii_digit()).map(|at| from + at) {
        let end = number_end(words, start);
        from = end;
        let rest = &words[end..];
        let is_time = ["年", "月", "日", "号", "—", "-", "～", "~", "〕"].iter().any(|sign| rest.starts_with(sign));
        let Some(value) = words[start..end].parse().ok().filter(|_| !is_time) else { continue };
        let word = UNITS.iter().find(|unit| rest.starts_with(**unit)).copied().unwrap_or_default();
        let unit = Unit::new(if word == "％" { "%" } else { word });
        found.push(Figure { value, unit, at: start..end + word.len() });
    }
    found
}

fn number_end(words: &str, start: usize) -> usize {
    let digits = |from: usize| words[from..].bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits(start);
    match words[end..].strip_prefix('.').map(|_| digits(end + 1)) {
        Some(more) if more > 0 => end + 1 + more,
        _ => end,
    }
}

/// Every day that is written in full, with its year.
pub(super) fn days(words: &str) -> Vec<(Range<usize>, Date)> {
    let mut found = Vec::new();
    for (year_at, year_sign) in words.match_indices('年') {
        let before = &words[..year_at];
        let digits = before.len() - before.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
        let Some(year) = before[year_at - digits..].parse().ok().filter(|_| digits == 4) else { continue };
        let rest = &words[year_at + year_sign.len()..];
        let Some((month, rest)) = small(rest, '月') else { continue };
        let Some((day, rest)) = small(rest, '日') else { continue };
        if let Ok(date) = Date::new(year, month, day) {
            found.push((year_at - digits..words.len() - rest.len(), date));
        }
    }
    found
}

/// A number of one or two digits before a sign, and what follows.
fn small(words: &str, sign: char) -> Option<(i8, &str)> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words[digits..].strip_prefix(sign)?;
    Some((words[..digits].parse().ok()?, rest))
}

/// Every year of four digits that 年 follows.
pub(super) fn years(words: &str) -> Vec<(Range<usize>, i16)> {
    let years = words.match_indices('年').filter_map(|(at, _)| {
        let before = &words[..at];
        let digits = before.len() - before.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
        let year = before[at - digits..].parse().ok().filter(|_| digits == 4)?;
        Some((at - digits..at, year))
    });
    years.collect()
}

/// Where the sentences of some words stand that have a digit, parted by 。；！？ and line ends.
pub(super) fn sentences(words: &str) -> Vec<Range<usize>> {
    if !has_digit(words) {
        return Vec::new();
    }
    clauses::sentences(words).filter(|at| has_digit(&words[at.clone()])).collect()
}

/// Whether words have a digit; of most it is asked, so many bytes are looked at in one step.
fn has_digit(words: &str) -> bool {
    let any = |bytes: &[u8]| bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    words.as_bytes().chunks(64).any(any)
}

/// How many bytes after the digits of a year make it a deadline: 年底前, 年6月底前.
pub(super) fn deadline(rest: &str) -> Option<usize> {
    let window = rest.char_indices().take(9).last().map_or(rest, |(at, sign)| &rest[..at + sign.len_utf8()]);
    let end = window.find('前').map(|at| at + '前'.len_utf8())?;
    let is_time = |sign: char| sign.is_ascii_digit() || "年月日底末初上下旬中之以前".contains(sign);
    window[..end].chars().all(is_time).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_prose() {
        let words = "2026年3月5日前新建12所，达到95.5％，投入300万元，提高2个百分点";
        let found: Vec<_> = figures(words).iter().map(|one| format!("{}{}", one.value, one.unit.word())).collect();
        assert_eq!(found, ["12所", "95.5%", "300万元", "2百分点"]);
        assert_eq!(days(words)[0].1.to_string(), "2026-03-05");
        assert_eq!(years("到2028年，20年")[0].1, 2028);
    }

    #[test]
    fn sentences_and_deadlines() {
        assert_eq!(sentences("甲1，乙。丙；丁2").len(), 2);
        assert_eq!(deadline("年6月底前完成"), Some("年6月底前".len()));
        assert_eq!(deadline("年6月提前完成"), None);
    }
}
