//! Words for deadlines that are no times.
//!
//! The lists are data in `stdlib/words/`: one word a line, `//` before a comment.

/// Words for a deadline that name no time, such as 尽快.
const VAGUE_DEADLINES: &str = include_str!("../../stdlib/words/vague-deadlines.txt");
/// Words for the deadline of a task that never ends, such as 持续推进.
const STANDING_DEADLINES: &str = include_str!("../../stdlib/words/standing-deadlines.txt");

/// The word in `text` that makes it no deadline.
pub(super) fn vague_deadline(text: &str) -> Option<&'static str> {
    words(VAGUE_DEADLINES).find(|word| text.contains(word))
}

/// Whether `text` says that the task never ends.
pub(super) fn is_standing_deadline(text: &str) -> bool {
    words(STANDING_DEADLINES).any(|word| text == word)
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"))
}
