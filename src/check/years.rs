//! How many years a title says, and how many a time has.
//!
//! Takes a title or a time, gives numbers and the bytes they stand at. A stated number is only taken where a word such
//! as 行动 or 规划 follows, so that 九年义务教育 and 三年级 count no years of a plan.

use std::ops::Range;

use crate::calendar::{Calendar, Date, Interval, Part, Recurring, Time, When};
use crate::quantity::han_integer;

/// 三年 in 三年行动计划: how many years a title says its plan has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StatedYears {
    /// How many.
    pub count: u32,
    /// Where it stands in the title.
    pub at: Range<usize>,
}

/// （2017—2020年） in a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct YearRange {
    /// From when to when.
    pub when: When,
    /// Where it stands in the title.
    pub at: Range<usize>,
}

/// What may follow the number of years of a plan.
const FOLLOWING: [&str; 22] = [
    "行动", "攻坚", "规划", "计划", "方案", "提升", "提质", "工程", "发展", "建设", "实施", "总体", "滚动", "倍增",
    "达标", "创建", "治理", "整治", "振兴", "专项", "强", "改革",
];

/// What the whole title must speak of.
const PLANS: [&str; 5] = ["行动", "规划", "计划", "方案", "工程"];

/// Words of a title that takes up the plan of somebody else, or a part of one, and may run for less.
const DERIVED: [&str; 9] = ["贯彻", "落实", "《", "年度", "中期", "终期", "评估", "总结", "分工"];

/// The number of years a title says, if it says one of its own plan.
pub(super) fn stated_years(title: &str) -> Option<StatedYears> {
    let stated = title.match_indices('年').find_map(|(at, year)| {
        let before = &title[..at];
        let after = skip_bracket(&title[at + year.len()..]);
        let is_plan =
            FOLLOWING.iter().any(|word| after.starts_with(word)) && PLANS.iter().any(|word| after.contains(word));
        let digits = trailing(before, |sign| sign.is_ascii_digit());
        let han = trailing(before, |sign| "零〇一二两三四五六七八九十百".contains(sign));
        let number = if digits.is_empty() { han } else { digits };
        let lead = before[..before.len() - number.len()].chars().next_back();
        let is_count = !lead.is_some_and(|sign| "第近后前每—–-~～至到./".contains(sign));
        let count = if digits.is_empty() { han_integer(number)? } else { number.parse().ok()? };
        let fits = is_plan && is_count && (2..=30).contains(&count) && number.chars().count() <= 3;
        fits.then(|| StatedYears { count: count as u32, at: at - number.len()..at + year.len() })
    });
    stated.filter(|_| !is_derived(title) && !has_single_year(title))
}

/// Whether it takes up another plan.
fn is_derived(title: &str) -> bool {
    DERIVED.iter().any(|word| title.contains(word))
}

/// Whether it names a year that is no end of a range: 三年行动计划2019年实施方案.
fn has_single_year(title: &str) -> bool {
    let ends = year_ranges(title).into_iter().map(|range| range.at).collect::<Vec<_>>();
    let mut years =
        title.match_indices('年').filter(|(at, _)| trailing(&title[..*at], |sign| sign.is_ascii_digit()).len() == 4);
    years.any(|(at, _)| !ends.iter().any(|range| range.contains(&at)))
}

fn skip_bracket(text: &str) -> &str {
    let inner = text.strip_prefix(['(', '（']);
    inner.and_then(|inner| inner.split_once([')', '）'])).map_or(text, |(_, rest)| rest)
}

fn trailing(text: &str, is_part: impl Fn(char) -> bool) -> &str {
    &text[text.trim_end_matches(is_part).len()..]
}

/// The range of years a title names, if it names exactly one.
pub(super) fn year_range(title: &str) -> Option<YearRange> {
    let mut ranges = year_ranges(title);
    if ranges.len() == 1 { ranges.pop() } else { None }
}

fn year_ranges(title: &str) -> Vec<YearRange> {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = title[from..].find(is_digit).map(|at| from + at) {
        let number_end = title.len() - title[start..].trim_start_matches(is_digit).len();
        let range = range_at(title, start);
        from = range.as_ref().map_or(number_end, |range| range.at.end);
        found.extend(range);
    }
    found
}

/// A range that begins at byte `start`; none in 2017—2020学年, which may be three school years or four.
fn range_at(title: &str, start: usize) -> Option<YearRange> {
    let text = &title[start..];
    let (first, rest) = point(text)?;
    let after_mark = rest.trim_start_matches(['—', '–', '－', '-', '~', '～', '至', '到', ' ']);
    let (last, rest) = point(after_mark).filter(|_| after_mark.len() < rest.len())?;
    let is_school = |time: Time| time.is_of_school_year();
    if rest.starts_with("学年") || is_school(first) != is_school(last) {
        return None;
    }
    Some(YearRange { when: When::Between(first, Some(last)), at: start..title.len() - rest.len() })
}

/// `2017年9月`, `2017`, `2017-2018学年` at the beginning of a text, and what follows.
fn point(text: &str) -> Option<(Time, &str)> {
    let (year, rest) = number(text, 4)?;
    let year = Some(i16::try_from(year).ok().filter(|year| (1949..=2149).contains(year))?);
    if let Some(school) = rest.strip_prefix(['-', '—', '–', '~', '～']).and_then(|rest| number(rest, 4)) {
        let next = year.is_some_and(|year| i64::from(year) + 1 == i64::from(school.0));
        if let Some(rest) = school.1.strip_prefix("学年").filter(|_| next) {
            let days = Calendar::default().of(Recurring::SchoolYear);
            return Some((Time { year, part: Part::Recurring(Recurring::SchoolYear, days) }, rest));
        }
    }
    let rest = rest.strip_prefix('年').unwrap_or(rest);
    let month = (1..=2).rev().find_map(|digits| number(rest, digits));
    match month.and_then(|(month, rest)| Some((month, rest.strip_prefix("月")?))) {
        Some((month @ 1..=12, rest)) => Some((Time { year, part: Part::Month(month as u8) }, rest)),
        _ => Some((Time { year, part: Part::Year }, rest)),
    }
}

/// A number of exactly `digits` digits at the beginning of a text, and what follows.
fn number(text: &str, digits: usize) -> Option<(u32, &str)> {
    let head = text.get(..digits)?;
    let rest = &text[digits..];
    let is_number =
        head.bytes().all(|byte| byte.is_ascii_digit()) && !rest.starts_with(|sign: char| sign.is_ascii_digit());
    is_number.then(|| head.parse().ok()).flatten().map(|number| (number, rest))
}

/// Whether a time certainly does not have `count` years.
///
/// Whole calendar years and whole school years are counted; a time with months or days may be shorter by up to a year
/// (it begins when the plan is signed) or longer by less than nine months (it begins some time before its first year).
pub(super) fn is_other_length(when: &When, count: u32) -> bool {
    let When::Between(first, Some(last)) = when else { return false };
    let (Some(first_year), Some(last_year)) = (first.year, last.year) else { return false };
    if first.is_whole_year() && first.part == last.part {
        let years = i64::from(last_year) - i64::from(first_year) + 1;
        return years >= 1 && years != i64::from(count);
    }
    let Some(days) = when.interval().filter(|days| !days.is_backwards()) else { return false };
    let months = months_of(days);
    let asked = i64::from(count) * 12;
    months <= asked - 12 || months >= asked + 9
}

/// How long it is, in words for a message: the number of calendar or school years, or of months.
pub(super) fn length(when: &When) -> Option<Length> {
    let When::Between(first, Some(last)) = when else { return None };
    let years = i64::from(last.year?) - i64::from(first.year?) + 1;
    Some(match (first.part, last.part) {
        (Part::Year, Part::Year) => Length::Years(years),
        (Part::Recurring(Recurring::SchoolYear, _), Part::Recurring(Recurring::SchoolYear, _)) => {
            Length::SchoolYears(years)
        }
        _ => Length::Months(months_of(when.interval()?)),
    })
}

/// A length to tell people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Length {
    /// Calendar years.
    Years(i64),
    /// School years.
    SchoolYears(i64),
    /// Months.
    Months(i64),
}

impl Length {
    /// In Chinese.
    pub(super) fn zh(self) -> String {
        match self {
            Length::Years(count) => format!("{count}个年头"),
            Length::SchoolYears(count) => format!("{count}个学年"),
            Length::Months(count) if count % 12 == 0 => format!("{}年", count / 12),
            Length::Months(count) if count > 12 => format!("{}年{}个月", count / 12, count % 12),
            Length::Months(count) => format!("{count}个月"),
        }
    }

    /// In English.
    pub(super) fn en(self) -> String {
        match self {
            Length::Years(count) => format!("{count} calendar years"),
            Length::SchoolYears(count) => format!("{count} school years"),
            Length::Months(count) if count % 12 == 0 => format!("{} years", count / 12),
            Length::Months(count) if count > 24 => format!("{} years and {}", count / 12, months(count % 12)),
            Length::Months(count) => months(count),
        }
    }
}

fn months(count: i64) -> String {
    if count == 1 { "1 month".to_owned() } else { format!("{count} months") }
}

/// Where school years stand, and the year each begins in.
pub(super) fn school_years(sentence: &str) -> Vec<(Range<usize>, i32)> {
    const END: &str = "学年";
    let found = sentence.match_indices(END).filter_map(|(at, end)| {
        let is_part = |sign: char| sign.is_ascii_digit() || "—–-－".contains(sign);
        let start = sentence[..at].trim_end_matches(is_part).len();
        let (first, last) = sentence[start..at].split_once(|sign: char| !sign.is_ascii_digit())?;
        let last = last.trim_start_matches(|sign: char| !sign.is_ascii_digit());
        let (first, last): (i32, i32) = (first.parse().ok()?, last.parse().ok()?);
        (first > 1900 && last == first + 1).then_some((start..at + end.len(), first))
    });
    found.collect()
}

/// The only year a title names, where it is that of its plan: 2026年, 2026年度; none in 2030年前, 2026年版.
pub(super) fn single_year(title: &str) -> Option<(Range<usize>, i16)> {
    let mut found = title.match_indices('年').filter_map(|(at, sign)| {
        let digits = trailing(&title[..at], |sign| sign.is_ascii_digit());
        let year = digits.parse().ok().filter(|year| digits.len() == 4 && (1949..=2149).contains(year))?;
        Some((at - digits.len()..at + sign.len(), year))
    });
    let (only, after) = (found.next()?, found.next());
    let rest = &title[only.0.end..];
    let is_other = ["前", "底", "版", "末", "届", "级", "以", "后"].iter().any(|word| rest.starts_with(word));
    (after.is_none() && !is_other).then_some(only)
}

/// The months of a stretch, a begun one counted from its sixteenth day.
fn months_of(days: Interval) -> i64 {
    let after = days.last.tomorrow().unwrap_or(Date::MAX);
    let months = i64::from(after.year() - days.first.year()) * 12 + i64::from(after.month() - days.first.month());
    let odd_days = i64::from(after.day() - days.first.day());
    months
        + if odd_days > 15 {
            1
        } else if odd_days < -15 {
            -1
        } else {
            0
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_years_of_a_plan_are_counted() {
        let cases = [
            ("某区提质三年攻坚行动方案", Some(3)),
            ("某区三年(2017-2020年)攻坚行动方案", Some(3)),
            ("某市六年行动计划（2016—2021年）", Some(6)),
            ("第三期学前教育3年行动计划", Some(3)),
            ("国民经济和社会发展第十四个五年规划", Some(5)),
            ("九年义务教育巩固提升方案", None),
            ("三年级学业提升行动方案", None),
            ("九年一贯制学校建设方案", None),
            ("2018年行动计划", None),
            ("2017—18年行动计划", None),
            ("二〇一八年行动计划", None),
            ("第三年行动计划", None),
            ("十年树木", None),
            ("某县学前教育三年行动计划2019年实施方案", None),
            ("贯彻落实全市六年行动计划实施方案", None),
            ("某县学前教育三年行动计划（2018—2020年）", Some(3)),
        ];
        for (title, count) in cases {
            assert_eq!(stated_years(title).map(|stated| stated.count), count, "{title}");
        }
    }

    #[test]
    fn ranges_in_titles() {
        let range = |title| year_range(title).map(|range| range.when.to_string());
        assert_eq!(range("行动方案（2017—2020年）").as_deref(), Some("2017年至2020年"));
        assert_eq!(range("三年(2017-2020年)行动").as_deref(), Some("2017年至2020年"));
        assert_eq!(range("行动方案（2017年9月—2020年8月）").as_deref(), Some("2017年9月至2020年8月"));
        assert_eq!(range("方案（2017-2018学年至2019-2020学年）").as_deref(), Some("2017—2018学年至2019—2020学年"));
        assert_eq!(range("方案（2017—2020学年）"), None);
        assert_eq!(range("2018年方案"), None);
        assert_eq!(range("某政发〔2018〕20号"), None);
    }

    #[test]
    fn single_years() {
        let year = |title| single_year(title).map(|(_, year)| year);
        assert_eq!(year("某县2026年秸秆禁烧行动方案"), Some(2026));
        assert_eq!(year("某县2026年度工作计划"), Some(2026));
        assert_eq!(year("2030年前碳达峰行动方案"), None);
        assert_eq!(year("2026年至2028年行动方案"), None);
        assert_eq!(school_years("2025—2026学年阳光体育方案").len(), 1);
    }

    #[test]
    fn lengths() {
        let is_other = |title: &str, count| is_other_length(&year_range(title).unwrap().when, count);
        assert!(is_other("2017—2020年", 3));
        assert!(!is_other("2017—2020年", 4));
        assert!(!is_other("2017年9月—2020年8月", 3));
        assert!(!is_other("2017年11月—2020年8月", 3));
        assert!(is_other("2017年9月—2021年8月", 3));
        assert!(is_other("2017年9月—2019年8月", 3));
        assert!(!is_other("2017-2018学年至2019-2020学年", 3));
    }
}
