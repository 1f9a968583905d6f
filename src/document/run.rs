//! Running text: neighbouring words are one piece, and what says nothing is none.
//!
//! Takes words and pieces one after the other, gives them as a page has them. Knows nothing of what they say.

use super::Inline;

/// Running text as it grows.
#[derive(Default)]
pub(super) struct Run(Vec<Inline>);

/// How many bytes the words of most lines take.
const ROOM: usize = 256;

impl Run {
    /// Goes on with words.
    pub(super) fn say(&mut self, words: &str) {
        match self.0.last_mut() {
            Some(Inline::Text { text }) => text.push_str(words),
            _ if words.is_empty() => {}
            _ => {
                let mut text = String::with_capacity(ROOM.max(words.len()));
                text.push_str(words);
                self.0.push(Inline::Text { text });
            }
        }
    }

    /// Goes on with words that lead to another place.
    pub(super) fn lead(&mut self, words: &str, target: String) {
        if !words.is_empty() {
            self.0.push(Inline::Link { text: words.to_owned(), target });
        }
    }

    /// The pieces.
    pub(super) fn pieces(self) -> Vec<Inline> {
        self.0
    }
}

/// Pieces as running text.
pub(super) fn merged(mut pieces: Vec<Inline>) -> Vec<Inline> {
    pieces.retain(|piece| !piece.words().is_empty());
    pieces.dedup_by(|next, before| match (before, next) {
        (Inline::Text { text }, Inline::Text { text: more }) => {
            // The text of a long paragraph is to take little more room than it needs, and many pieces are not to be
            // copied each time.
            text.reserve_exact(more.len().max(text.len() / 8));
            text.push_str(more);
            true
        }
        _ => false,
    });
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(words: &str) -> Inline {
        Inline::Link { text: words.to_owned(), target: "s1".to_owned() }
    }

    #[test]
    fn words_meet_and_what_is_empty_goes() {
        let pieces = ["甲", "", "乙"].map(Inline::text);
        let [one, two, three] = pieces.clone();
        assert_eq!(merged(pieces.to_vec()), [Inline::text("甲乙")]);
        assert_eq!(
            merged(vec![link(""), one, link("丙"), two, link(""), three]),
            [Inline::text("甲"), link("丙"), Inline::text("乙")]
        );
        let mut run = Run::default();
        ["", "甲", "乙"].into_iter().for_each(|words| run.say(words));
        run.lead("丙", "s1".to_owned());
        run.lead("", "s1".to_owned());
        run.say("");
        run.say("丁");
        assert_eq!(run.pieces(), [Inline::text("甲乙"), link("丙"), Inline::text("丁")]);
    }
}
