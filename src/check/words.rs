//! Words that rules use.
//!
//! What a quota asks for is put into words of either language.

use crate::quantity::{Comparison, Target};

/// Whether words that stand for a value are a hole.
pub(super) fn is_hole(words: &str) -> bool {
    let words = words.trim();
    words.starts_with("待定") || words.starts_with(['?', '？']) || words.eq_ignore_ascii_case("tbd")
}

/// A target in Chinese and in English: `不低于95%`, `at least 95%`.
pub(super) fn words(target: &Target) -> (String, String) {
    (target.to_string(), in_english(target))
}

/// The measure of a change in Chinese and in English. A change of 5% is 不少于, not 不低于, for it is no level.
pub(super) fn by_words(target: &Target) -> (String, String) {
    let zh = match target {
        Target::Value(Comparison::AtLeast, amount) => format!("不少于{amount}"),
        Target::Value(Comparison::Reach, amount) => format!("达到{amount}"),
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
        Target::Value(Comparison::Over, amount) => format!("somewhat more than {amount}"),
        Target::Value(Comparison::Nearly, amount) => format!("nearly {amount}"),
        Target::Range(low, high) => format!("{low} to {high}"),
        Target::Either(choices) => choices.iter().map(in_english).collect::<Vec<_>>().join(" or "),
        Target::All(parts) => parts.iter().map(in_english).collect::<Vec<_>>().join(" and "),
        Target::Value(..) | Target::Soft(_) | Target::Hole(_) => target.to_string(),
    }
}
