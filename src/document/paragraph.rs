//! Where derived sentences begin a new paragraph.
//!
//! Takes sentences, gives them parted; what they say is decided elsewhere. A mark in the text tells where a paragraph
//! begins, as a sentence may bring its own: the seats of a group stand on lines.

use super::Inline;

/// Stands before what begins a new paragraph; no fact holds one, for each is a line.
pub(super) const NEXT: char = '\n';

/// The most data sentences of one paragraph.
const MANY: usize = 5;

/// The paragraphs of a text.
pub(super) fn parted(text: &str) -> impl DoubleEndedIterator<Item = Vec<Inline>> {
    text.split(NEXT).filter(|words| !words.is_empty()).map(|words| vec![Inline::text(words)])
}

/// Parts many sentences by what they are about; `kinds` tells where each kind begins. One sentence is no paragraph.
pub(super) fn part_by_kind(sentences: &mut [String], kinds: &[usize]) {
    let stops = |sentences: &[String]| sentences.iter().map(|words| words.matches('。').count()).sum::<usize>();
    if stops(sentences) <= MANY {
        return;
    }
    let mut start = 0;
    for kind in kinds {
        let (Some(before), Some(after)) = (sentences.get(start..*kind), sentences.get(*kind..)) else { continue };
        if stops(before) > 1 && stops(after) > 1 {
            sentences[*kind].insert(0, NEXT);
            start = *kind;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_sentences_part_where_a_kind_begins() {
        let parted = |kinds: &[usize], count: usize| {
            let mut sentences = vec!["甲。".to_owned(); count];
            part_by_kind(&mut sentences, kinds);
            sentences.concat().split(NEXT).map(|words| words.matches('。').count()).collect::<Vec<_>>()
        };
        assert_eq!(parted(&[2], 5), [5]);
        assert_eq!(parted(&[0, 2, 4], 6), [2, 2, 2]);
        assert_eq!(parted(&[1, 3, 5], 6), [3, 3]);
    }
}
