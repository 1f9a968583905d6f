//! Names that are almost the same.
//!
//! Takes two names, tells what one of them has more inside. A difference at either end is none of its business: there
//! names say of whom and of what kind.

/// From how many characters on a name can be told from a like one by chance.
const LONG: usize = 6;

/// How many characters may be left out.
const MOST: usize = 3;

/// How much has to stand on either side.
const SIDE: usize = 2;

/// What one name has more than the other in its middle, if nothing else tells them apart: 督导 of 教育督导评估方案 against
/// 教育评估方案.
pub(super) fn more_inside(one: &str, other: &str) -> Option<String> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
    let more = long.len() - short.len();
    if short.len() < LONG || !(1..=MOST).contains(&more) {
        return None;
    }
    let before = long.iter().zip(&short).take_while(|(one, other)| one == other).count();
    let after = long.iter().rev().zip(short.iter().rev()).take_while(|(one, other)| one == other).count();
    let is_inside = before >= SIDE && after >= SIDE && before + after >= short.len();
    let from = before.min(short.len().saturating_sub(SIDE));
    is_inside.then(|| long[from..from + more].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_in_the_middle_counts() {
        let more = |one: &str, other: &str| more_inside(one, other);
        assert_eq!(more("某省教育督导评估方案", "某省教育评估方案"), Some("督导".to_owned()));
        assert_eq!(more("校长绩效奖励基金", "校长绩效考核奖励基金"), Some("考核".to_owned()));
        for (one, other) in [
            ("幼儿园教师专业标准", "教师专业标准"),
            ("义务教育条例实施细则", "义务教育条例"),
            ("中小学校长专业标准", "中小学教师专业标准"),
            ("提质方案", "提质方案"),
            ("", "甲"),
        ] {
            assert_eq!(more(one, other), None, "{one} {other}");
        }
    }
}
