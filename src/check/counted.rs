//! Numbers with which a name says how many there are: 五备, 三个增长, 十三项措施.
//!
//! Takes a name, gives the number and where it stands.

use std::ops::Range;

use crate::quantity::han_integer;

/// The words that make the number before them a count.
const COUNTERS: [&str; 18] = [
    "个", "项", "条", "大", "点", "种", "轮", "件", "类", "步", "方面", "环节", "措施", "任务", "工程", "行动", "原则",
    "制度",
];

/// What makes a number and one character something else: 三年, 二级, 一期.
const NO_COUNTERS: &str = "年月日号级期位度届区线批次轮周天等流本专中小高";

/// The number a name begins with, if it counts members: 五备, 三个增长.
pub(super) fn number_in(name: &str) -> Option<(u64, Range<usize>)> {
    let is_han = |sign: char| "一二两三四五六七八九十百".contains(sign);
    let after_han = name.trim_start_matches(is_han);
    let after = if after_han.len() < name.len() {
        after_han
    } else {
        name.trim_start_matches(|sign: char| sign.is_ascii_digit())
    };
    let words = &name[..name.len() - after.len()];
    let number = words.parse().ok().or_else(|| han_integer(words)).filter(|number| *number >= 2)?;
    let is_counted = COUNTERS.iter().any(|word| after.starts_with(word));
    let is_short = after.chars().count() == 1 && !NO_COUNTERS.contains(after);
    (is_counted || is_short).then_some((number, 0..words.len()))
}

#[cfg(test)]
mod tests {
    use super::number_in;

    #[test]
    fn only_counts_are_taken() {
        let number = |name| number_in(name).map(|(number, _)| number);
        assert_eq!(number("五备"), Some(5));
        assert_eq!(number("三个增长"), Some(3));
        assert_eq!(number("十三项措施"), Some(13));
        assert_eq!(number("14条措施"), Some(14));
        for name in ["三位一体", "一岗双责", "双线", "三年", "二级学校", "五育并举", "教学环节", "三"]
        {
            assert_eq!(number(name), None, "{name}");
        }
    }
}
