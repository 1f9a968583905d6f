//! Sentences and clauses of a passage.
//!
//! Takes words, gives the stretches between full stops, and within those the stretches between commas, blanks around
//! them left out. Judges nothing.

use std::ops::Range;

/// The sentences of words, without the mark that ends each.
pub(super) fn sentences(words: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    between(words, 0..words.len(), &['。', '！', '？', '；', '\n'])
}

/// The clauses of a sentence.
pub(super) fn clauses(words: &str, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    between(words, sentence, &['，', '、', '：'])
}

fn between<'a>(
    words: &'a str,
    within: Range<usize>,
    marks: &'static [char],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut start = within.start;
    words[within].split(marks).filter_map(move |part| {
        let from = start;
        let mark = words[from + part.len()..].chars().next();
        start = from + part.len() + mark.map_or(0, char::len_utf8);
        let bare = part.trim();
        let blank = part.len() - part.trim_start().len();
        (!bare.is_empty()).then(|| from + blank..from + blank + bare.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_stand_where_they_are_written() {
        let words = " 甲，乙。 丙、丁；";
        let found: Vec<_> = sentences(words).map(|at| &words[at]).collect();
        assert_eq!(found, ["甲，乙", "丙、丁"]);
        let parts: Vec<_> = sentences(words).flat_map(|at| clauses(words, at)).map(|at| &words[at]).collect();
        assert_eq!(parts, ["甲", "乙", "丙", "丁"]);
    }
}
