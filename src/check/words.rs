//! Words that rules go by and words that they use.
//!
//! A list is a file of `stdlib/words`, one word a line, `//` before a comment. What a quota asks for is put into words
//! of either language.

use crate::quantity::{Comparison, Target};

/// What an owner is called that could be anybody, such as 有关部门.
const VAGUE_OWNERS: &str = include_str!("../../stdlib/words/vague-owners.txt");

/// Words of degree that fix no value, such as 明显.
const VAGUE_DEGREES: &str = include_str!("../../stdlib/words/vague-degrees.txt");

/// What a list of every one of a kind is called without saying which: 各部门.
const EVERYBODY: [&str; 6] = ["各部门", "各单位", "各有关方面", "部门", "单位", "全体"];

/// Whether a name says nothing about who is meant.
pub(super) fn is_vague_owner(name: &str) -> bool {
    let name = name.trim();
    EVERYBODY.contains(&name) || listed(VAGUE_OWNERS).any(|word| name.ends_with(word))
}

/// Whether a target in words leaves open what would meet it.
pub(super) fn is_vague_degree(words_of_target: &str) -> bool {
    listed(VAGUE_DEGREES).any(|word| words_of_target.contains(word))
}

/// Whether words that stand for a value are a hole.
pub(super) fn is_hole(words: &str) -> bool {
    let words = words.trim();
    words.starts_with("待定") || words.starts_with(['?', '？']) || words.eq_ignore_ascii_case("tbd")
}

fn listed(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"))
}

/// A target in Chinese and in English: `不低于95%`, `at least 95%`.
pub(super) fn words(target: &Target) -> (String, String) {
    (target.to_string(), in_english(target))
}

/// The measure of a change in Chinese and in English. A change of 5% is 不少于, not 不低于, for it is no level.
pub(super) fn by_words(target: &Target) -> (String, String) {
    let zh = match target {
        Target::Value(Comparison::AtLeast, amount) => format!("不少于{amount}"),
        other => other.to_string(),
    };
    (zh, in_english(target))
}

fn in_english(target: &Target) -> String {
    match target {
        Target::Value(Comparison::AtLeast, amount) => format!("at least {amount}"),
        Target::Value(Comparison::AtMost, amount) => format!("at most {amount}"),
        Target::Value(Comparison::Above, amount) => format!("more than {amount}"),
        Target::Value(Comparison::Below, amount) => format!("less than {amount}"),
        Target::Value(Comparison::About, amount) => format!("about {amount}"),
        Target::Range(low, high) => format!("{low} to {high}"),
        Target::Either(choices) => choices.iter().map(in_english).collect::<Vec<_>>().join(" or "),
        Target::Value(..) | Target::Soft(_) | Target::Hole(_) => target.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_name_nobody_are_vague() {
        for name in ["有关部门", "区直各有关单位", "相关部门负责人", "各部门"] {
            assert!(is_vague_owner(name), "{name}");
        }
        for name in ["区教育局", "教育主管部门", "各中小学校", "税务部门"] {
            assert!(!is_vague_owner(name), "{name}");
        }
    }
}
