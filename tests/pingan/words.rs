//! Ledger and export say the same thing in different forms: dates, rhythms, numbers, punctuation.
//!
//! Every reading here gives a value to compare, and `None` for what it does not know, so that nothing unknown passes.

use fangan::quantity::Decimal;
use serde_json::Value;

/// Words without the differences of width and of dashes.
pub fn plain(words: &str) -> String {
    let same = |character: char| match character {
        '(' => '（',
        ')' => '）',
        '-' => '—',
        ',' => '，',
        other => other,
    };
    words.chars().map(same).collect()
}

/// A number of the ledger or of the export, zeros at its end left out.
pub fn number(value: &Value) -> Option<Decimal> {
    let digits = match value {
        Value::Number(number) => number.to_string(),
        Value::String(digits) => digits.clone(),
        _ => return None,
    };
    Decimal::from_str_exact(&digits).ok().map(|number| number.normalize())
}

/// The first and the last day of a period of the ledger: `2017年11月22日`, `2018年`, `2017-2020年`, `2018-2019学年度`,
/// `2017-11-22`, `2017`. `今年` is the year of the notice.
pub fn days(period: &str, this_year: i32) -> Option<(String, String)> {
    let period = period.strip_prefix('到').unwrap_or(period);
    if let Some(years) = period.strip_suffix("学年度").or_else(|| period.strip_suffix("学年")) {
        let (first, last) = years.split_once('-')?;
        let (first, last): (i32, i32) = (first.parse().ok()?, last.parse().ok()?);
        return (last == first + 1).then(|| (format!("{first}-09-01"), format!("{last}-08-31")));
    }
    if period == "从今年起" {
        return Some((format!("{this_year}-01-01"), format!("{this_year}-12-31")));
    }
    if let Some(rest) = period.strip_suffix('日') {
        let (year, rest) = rest.split_once('年')?;
        let (month, day) = rest.split_once('月')?;
        let date = format!("{year}-{:02}-{:02}", month.parse::<u8>().ok()?, day.parse::<u8>().ok()?);
        return Some((date.clone(), date));
    }
    if period.len() == 10 && period.is_ascii() {
        return Some((period.to_owned(), period.to_owned()));
    }
    let (first, last) = years(period)?;
    Some((format!("{first}-01-01"), format!("{last}-12-31")))
}

/// The first and the last year of `2017-2020年`, `2016—2021年`, `2018年`, `2017`.
pub fn years(period: &str) -> Option<(i32, i32)> {
    let bare = period.strip_suffix('年').unwrap_or(period);
    let (first, last) = bare.split_once(['-', '—']).unwrap_or((bare, bare));
    let year = |digits: &str| (digits.len() == 4).then(|| digits.parse::<i32>().ok()).flatten();
    Some((year(first)?, year(last)?))
}

/// Count and unit of a rhythm of the ledger.
pub fn rhythm(period: &str) -> Option<(u64, &'static str)> {
    Some(match period {
        "每年" => (1, "year"),
        "每学年" => (1, "school-year"),
        "每学期" => (1, "term"),
        "每季度" => (1, "quarter"),
        "每月" => (1, "month"),
        "每两周" => (2, "week"),
        _ => return None,
    })
}

/// Months of each year: `每年8至9月`.
pub fn months(period: &str) -> Option<(u8, u8)> {
    let (first, last) = period.strip_prefix("每年")?.strip_suffix('月')?.split_once('至')?;
    Some((first.parse().ok()?, last.parse().ok()?))
}
