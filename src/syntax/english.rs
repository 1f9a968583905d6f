//! Times and rhythms as English says them, and how a plan writes them.
//!
//! Takes words such as `end of June 2026`, `Q3 2026` or `monthly`, gives `2026年6月底`, `2026年第三季度` and `per month`;
//! nothing for what is not wholly such a time. It never reads a time itself: what it gives is offered, not taken.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// What stands before the last day that is meant, the longer first.
const UP_TO: [&str; 6] = ["no later than ", "not later than ", "by the ", "by ", "until ", "till "];
/// What joins the two ends of a stretch.
const JOINTS: [&str; 4] = [" to ", " until ", " through ", " - "];
const UNITS: [&str; 8] = ["day", "week", "month", "quarter", "half year", "term", "year", "school year"];

/// A time in English as a plan writes it.
pub fn time(words: &str) -> Option<String> {
    let words = words.trim().to_ascii_lowercase();
    let words = words.strip_prefix("from ").unwrap_or(&words);
    let stretch = || {
        let (first, last) = JOINTS.iter().find_map(|joint| words.split_once(joint))?;
        Some(format!("{}至{}", point(first)?, point(last)?))
    };
    if let Some(stretch) = stretch() {
        return Some(stretch);
    }
    match UP_TO.iter().find_map(|word| words.strip_prefix(word)) {
        Some(rest) => {
            let time = point(rest)?;
            let end = if time.ends_with(['年', '月']) { "底前" } else { "前" };
            Some(if time.ends_with("季度") { format!("{time}末") } else { format!("{time}{end}") })
        }
        None => point(words),
    }
}

/// `monthly`, `every month` and `once a month` as a plan writes them.
pub fn rhythm(words: &str) -> Option<String> {
    let words = words.trim().to_ascii_lowercase();
    let words = words.strip_prefix("once ").unwrap_or(&words);
    let each = || ["every ", "each ", "a "].iter().find_map(|word| words.strip_prefix(word));
    let unit = match words {
        "daily" => "day",
        "weekly" => "week",
        "monthly" => "month",
        "quarterly" => "quarter",
        "half-yearly" | "twice a year" => "half year",
        "yearly" | "annually" => "year",
        _ => each().filter(|unit| UNITS.contains(unit))?,
    };
    Some(format!("per {unit}"))
}

/// `twice a term`, `3 times a week`, `monthly`: how many times and how often, as a plan writes them.
pub fn often(words: &str) -> Option<String> {
    const COUNTS: [(&str, u32); 8] = [
        ("once ", 1),
        ("twice ", 2),
        ("thrice ", 3),
        ("one time ", 1),
        ("two times ", 2),
        ("three times ", 3),
        ("four times ", 4),
        ("five times ", 5),
    ];
    let words = words.trim().to_ascii_lowercase();
    let counted = COUNTS.iter().find_map(|(word, count)| Some((*count, words.strip_prefix(word)?)));
    let in_digits = || {
        let (number, rest) = words.split_once(' ')?;
        let rest = rest.strip_prefix("times ").or_else(|| rest.strip_prefix("time "))?;
        Some((number.parse::<u32>().ok()?, rest))
    };
    match counted.or_else(in_digits) {
        Some((count, rest)) => Some(format!("{count}次, {}", rhythm(rest)?)),
        None => Some(format!("1次, {}", rhythm(&words)?)),
    }
}

/// `3 drills per year` with its number behind what it counts: `drills 3次, per year`.
pub fn number_first(text: &str) -> Option<String> {
    let (number, rest) = text.trim().split_once(' ')?;
    let (words, clauses) = rest.split_at(rest.find(" per ").or_else(|| rest.find(',')).unwrap_or(rest.len()));
    let is_word = |word: &str| word.chars().all(|sign| sign.is_ascii_alphabetic() || sign == '-');
    let is_time = words.starts_with("time");
    let is_plain = !words.trim().is_empty() && words.split(' ').all(is_word) && !is_time;
    let clauses = clauses.trim_start_matches([',', ' ']);
    let tail = if clauses.is_empty() { String::new() } else { format!(", {clauses}") };
    (is_plain && number.bytes().all(|sign| sign.is_ascii_digit())).then(|| format!("{} {number}次{tail}", words.trim()))
}

/// How long the name of an indicator of several English words is, where what is asked follows it: `home visits` of
/// `home visits >= 2次`. Of one word, or without a number behind it, it is read as any other.
pub(super) fn name(text: &str) -> Option<usize> {
    /// What asks, and belongs to no name.
    const ASKS: [&str; 39] = [
        "once",
        "twice",
        "thrice",
        "about",
        "at",
        "no",
        "not",
        "more",
        "less",
        "fewer",
        "greater",
        "higher",
        "lower",
        "nearly",
        "almost",
        "roughly",
        "reaching",
        "reaches",
        "exceeding",
        "keep",
        "keeps",
        "held",
        "up",
        "down",
        "grows",
        "falls",
        "drops",
        "rises",
        "increases",
        "decreases",
        "doubles",
        "improves",
        "per",
        "every",
        "until",
        "by",
        "below",
        "above",
        "tbd",
    ];
    let (mut count, mut at) = (0, 0);
    for word in text.split(' ') {
        let begins_with_digit = word.starts_with(|first: char| first.is_ascii_digit());
        let is_number = begins_with_digit && (count > 0 || !word.contains(|sign: char| sign.is_ascii_alphabetic()));
        let asks = is_number
            || word.starts_with(['<', '>', '=', '?'])
            || ASKS.iter().any(|asks| word.eq_ignore_ascii_case(asks));
        if asks {
            return (count > 1).then(|| at - 1);
        }
        let is_word = word.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '\'' | '&' | '.'));
        if word.is_empty() || !is_word {
            return None;
        }
        count += 1;
        at += word.len() + 1;
    }
    None
}

/// One time: a year with a month, a day or a quarter of it, or the end of that.
fn point(words: &str) -> Option<String> {
    let words = words.trim();
    let bare = words.strip_prefix("the ").unwrap_or(words);
    let (bare, is_end) = match bare.strip_prefix("end of ").or_else(|| bare.strip_prefix("end ")) {
        Some(rest) => (rest, true),
        None => (bare, false),
    };
    if let Some(day) = american(bare) {
        return Some(day);
    }
    let (mut year, mut month, mut day, mut quarter) = (None, None, None, None);
    for token in bare.split([' ', ',', '/']).filter(|token| !token.is_empty() && !matches!(*token, "the" | "of")) {
        let slot = if let Some(number) = month_of(token) {
            month.replace(number)
        } else if let Some(number) = token.strip_prefix('q').and_then(|number| number.parse::<u32>().ok()) {
            quarter.replace(number).filter(|_| (1..=4).contains(&number))
        } else if token.len() == 4 && token.bytes().all(|digit| digit.is_ascii_digit()) {
            year.replace(token.parse::<u32>().ok()?)
        } else {
            let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| token.strip_suffix(end)).unwrap_or(token);
            day.replace(digits.parse::<u32>().ok().filter(|day| (1..=31).contains(day))?)
        };
        if slot.is_some() {
            return None;
        }
    }
    let year = year?;
    let end = if is_end { "底" } else { "" };
    match (month, day, quarter) {
        (None, None, None) => Some(format!("{year}年{end}")),
        (Some(month), None, None) => Some(format!("{year}年{month}月{end}")),
        (Some(month), Some(day), None) if !is_end => Some(format!("{year}年{month}月{day}日")),
        (None, None, Some(quarter)) => {
            let number = ["一", "二", "三", "四"].get(usize::try_from(quarter).ok()?.checked_sub(1)?)?;
            Some(format!("{year}年第{number}季度{}", if is_end { "末" } else { "" }))
        }
        _ => None,
    }
}

/// `06/30/2026`: a day in figures, where only one of the two can be the month.
fn american(words: &str) -> Option<String> {
    let figures = words.split('/').map(|figure| figure.parse::<u32>().ok()).collect::<Option<Vec<_>>>()?;
    let [first, second, year] = figures[..] else { return None };
    let (month, day) = if second > 12 { (first, second) } else { (second, first) };
    let is_day = (1000..=9999).contains(&year) && (1..=12).contains(&month) && (13..=31).contains(&day);
    is_day.then(|| format!("{year}年{month}月{day}日"))
}

/// A month by its name or the first letters of it.
fn month_of(token: &str) -> Option<u32> {
    let token = token.trim_end_matches('.');
    let is_meant = |month: &str| token == month || (3..=4).contains(&token.len()) && month.starts_with(token);
    let at = MONTHS.iter().position(|month| is_meant(month))?;
    u32::try_from(at).ok().map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_times_are_written_as_in_a_plan() {
        let cases = [
            ("by end of 2027", Some("2027年底前")),
            ("by the end of June 2026", Some("2026年6月底前")),
            ("end of 2027", Some("2027年底")),
            ("Q3 2026", Some("2026年第三季度")),
            ("by Q3 2026", Some("2026年第三季度末")),
            ("2026 Q5", None),
            ("June 2026", Some("2026年6月")),
            ("by Sept. 2026", Some("2026年9月底前")),
            ("30 June 2026", Some("2026年6月30日")),
            ("by June 30th, 2026", Some("2026年6月30日前")),
            ("January 2026 to December 2028", Some("2026年1月至2028年12月")),
            ("from 2026 to 2028", Some("2026年至2028年")),
            ("06/30/2026", Some("2026年6月30日")),
            ("06/07/2026", None),
            ("by 2027", Some("2027年底前")),
            ("June", None),
            ("soon", None),
            ("2026年底", None),
            ("", None),
        ];
        for (words, wanted) in cases {
            assert_eq!(time(words).as_deref(), wanted, "{words}");
        }
    }

    #[test]
    fn a_name_of_several_words_ends_where_something_is_asked() {
        let cases = [
            ("home visits >= 2次", Some("home visits")),
            ("24h extinction rate >= 95%", Some("24h extinction rate")),
            ("cleared strips 45公里", Some("cleared strips")),
            ("fire drills at least 2次, per year", Some("fire drills")),
            ("drills 2次", None),
            ("GDP grows by 5%", None),
            ("home visits", None),
            ("听课 at least 2节", None),
            ("2 times per term", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(name(text).map(|end| &text[..end]), wanted, "{text}");
        }
    }

    #[test]
    fn english_rhythms_are_written_as_in_a_plan() {
        assert_eq!(rhythm("Monthly").as_deref(), Some("per month"));
        assert_eq!(rhythm("once a term").as_deref(), Some("per term"));
        assert_eq!(number_first("3 drills per year").as_deref(), Some("drills 3次, per year"));
        assert_eq!(number_first("24h extinction rate >= 95%"), None);
        assert_eq!(often("twice a term").as_deref(), Some("2次, per term"));
        assert_eq!(often("3 times a week").as_deref(), Some("3次, per week"));
        assert_eq!(often("monthly").as_deref(), Some("1次, per month"));
        assert_eq!(often("2 times a day in the dry season"), None);
        assert_eq!(rhythm("every school").as_deref(), None);
    }
}
