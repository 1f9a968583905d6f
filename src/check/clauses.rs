//! Sentences and clauses of a passage.
//!
//! Takes words, gives the stretches between full stops, and within those the stretches between commas, blanks around
//! them left out. Judges nothing.

use std::ops::Range;

/// The sentences of words, without the mark that ends each.
pub(super) fn sentences(words: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    between(words, 0..words.len(), &['。', '！', '？', '；', '\n', '!', '?', ';'])
}

/// The clauses of a sentence.
pub(super) fn clauses(words: &str, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    between(words, sentence, &['，', '、', '：', ',', ':'])
}

/// Words as a message quotes them: long ones are cut.
pub(super) fn shortened(words: &str) -> String {
    const MOST: usize = 18;
    let mut signs = words.char_indices().skip(MOST);
    match signs.next() {
        Some((end, _)) if signs.next().is_some() => format!("{}……", &words[..end]),
        _ => words.to_owned(),
    }
}

fn between<'a>(
    words: &'a str,
    within: Range<usize>,
    marks: &'static [char],
) -> impl Iterator<Item = Range<usize>> + 'a {
    let (mut start, mut at) = (within.start, within.start);
    let is_mark = move |sign: char| {
        let place = at;
        at += sign.len_utf8();
        marks.contains(&sign) && !(sign.is_ascii() && is_in_number(words, place))
    };
    words[within].split(is_mark).filter_map(move |part| {
        let from = start;
        let mark = words[from + part.len()..].chars().next();
        start = from + part.len() + mark.map_or(0, char::len_utf8);
        let bare = part.trim();
        let blank = part.len() - part.trim_start().len();
        (!bare.is_empty()).then(|| from + blank..from + blank + bare.len())
    })
}

/// Whether a half-width mark at `at` belongs to a number: 12,500, 8:30, 1:3.
fn is_in_number(words: &str, at: usize) -> bool {
    let before = words[..at].chars().next_back();
    let after = words[at..].chars().nth(1);
    [before, after].iter().all(|sign| sign.is_some_and(|sign| sign.is_ascii_digit()))
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
        let words = "甲,乙12,500元;丙8:30";
        let parts: Vec<_> = sentences(words).flat_map(|at| clauses(words, at)).map(|at| &words[at]).collect();
        assert_eq!(parts, ["甲", "乙12,500元", "丙8:30"]);
    }
}
