//! Targets in words: whether one holds a number after all.
//!
//! Takes the words, tells; what is then said of them is worded in `faults`.

use crate::syntax::fold::narrow;

/// Whether words hold what an author means as a number.
pub(super) fn holds_number(words: &str) -> bool {
    holds_digits(words) || holds_han_number(words)
}

/// Whether words that stand as the name of an indicator hold what is asked of it: 优质课比例达三分之二以上, or several of
/// both: 督查 一月一次；总结 一季度一次.
pub fn is_demand(name: &str) -> bool {
    let is_bounded = ["以上", "以下", "以内"].iter().any(|end| name.ends_with(end));
    holds_han_number(name) && (is_bounded || name.contains("达")) || name.contains(['；', ';'])
}

/// Whether words hold a digit that is not part of a year.
fn holds_digits(words: &str) -> bool {
    let digits = |text: &str| text.chars().take_while(|sign| narrow(*sign).is_ascii_digit()).count();
    let mut rest = words;
    while let Some(at) = rest.find(|sign: char| narrow(sign).is_ascii_digit()) {
        let count = digits(&rest[at..]);
        let after = rest[at..].chars().skip(count).collect::<String>();
        if !(count == 4 && (after.starts_with('年') || after.starts_with("—") || after.starts_with('-'))) {
            return true;
        }
        rest = &rest[rest.len() - after.len()..];
    }
    false
}

/// Whether words hold a number in Chinese digits that can be nothing else: 三分之二, 三至五所, 十余名.
fn holds_han_number(words: &str) -> bool {
    let is_digit = |sign: char| "一二两三四五六七八九十百千".contains(sign);
    let ends_so = |before: &str| before.chars().next_back().is_some_and(is_digit);
    let between = |mark: &str| {
        words.match_indices(mark).any(|(at, _)| ends_so(&words[..at]) && words[at + mark.len()..].starts_with(is_digit))
    };
    let over = words.match_indices('余').any(|(at, _)| ends_so(&words[..at]));
    let compared = ["不少于", "不低于", "不超过", "不高于", "至少", "至多", "最多"]
        .iter()
        .any(|word| words.match_indices(word).any(|(at, _)| words[at + word.len()..].starts_with(is_digit)));
    between("分之") || between("至") || over || compared
}
