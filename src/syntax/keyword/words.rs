//! Which keyword a word is, or was meant to be.
//!
//! Takes a word and a place, gives the keyword that is written so and may stand there. Never looks at what follows it.

use std::sync::LazyLock;

use super::{Keyword, Place};

/// The keywords by their words: each at the number its word is hashed to, or at the next that was free.
///
/// It is asked of every line several times, and most words are none.
static WORDS: LazyLock<[Option<(&str, Keyword)>; SLOTS]> = LazyLock::new(|| {
    let mut words = [None; SLOTS];
    for (word, keyword) in Keyword::ALL.iter().flat_map(|of| [(of.zh(), *of), (of.en(), *of)]) {
        let mut slot = hash(word);
        while words[slot % SLOTS].is_some() {
            slot += 1;
        }
        words[slot % SLOTS] = Some((word, keyword));
    }
    words
});

/// How many places that table has: three times as many as there are words, so that some are always free.
const SLOTS: usize = 512;

/// The longest word of a keyword, in bytes.
const LONGEST: usize = 13;

/// The place in the table that a word should have.
fn hash(word: &str) -> usize {
    word.bytes().fold(0, |hash: usize, byte| hash.wrapping_mul(31).wrapping_add(usize::from(byte))) % SLOTS
}

impl Keyword {
    /// The keyword written `word`, in either tongue, wherever it may stand; `Plan` is `plan`.
    pub fn find(word: &str) -> Option<Keyword> {
        if word.len() > LONGEST {
            return None;
        }
        // In English it may begin with a capital, as headings do.
        let rest = word.get(1..).filter(|_| word.starts_with(|first: char| first.is_ascii_uppercase()));
        let lower = rest.map(|rest| word[..1].to_ascii_lowercase() + rest);
        let word = lower.as_deref().unwrap_or(word);
        let words = &*WORDS;
        let mut slot = hash(word);
        while let Some((written, keyword)) = words[slot % SLOTS] {
            if written == word {
                return Some(keyword);
            }
            slot += 1;
        }
        None
    }

    /// The keyword written `word` that may stand at `place`.
    pub fn at(word: &str, place: Place) -> Option<Keyword> {
        Keyword::find(word)
            .filter(|keyword| place.is_in(keyword.places()))
            .or_else(|| Keyword::seat(word).filter(|_| place == Place::GROUP))
    }

    /// The seat of a group that is called otherwise there: 指挥长 of a 指挥部.
    pub fn seat(word: &str) -> Option<Keyword> {
        match word {
            "指挥长" | "总指挥" | "总指挥长" | "召集人" | "总召集人" => Some(Keyword::Leader),
            "副指挥长" | "副总指挥" | "副总指挥长" | "副召集人" => Some(Keyword::Deputy),
            _ => None,
        }
    }

    /// The keyword of this place most like `word`, if one is near enough to be meant.
    pub fn near(word: &str, place: Place) -> Option<Keyword> {
        let length = word.chars().count();
        // Short words of letters differ by two signs from most others: Water is no slip for date.
        let allowed = if length <= 1 {
            0
        } else if length <= 4 || length == 5 && word.is_ascii() {
            1
        } else {
            2
        };
        Keyword::ALL
            .iter()
            .copied()
            .filter(|keyword| place.is_in(keyword.places()))
            .map(|keyword| {
                let distance = strsim::damerau_levenshtein(word, keyword.zh());
                (distance.min(strsim::damerau_levenshtein(word, keyword.en())), keyword)
            })
            .filter(|(distance, _)| *distance <= allowed)
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, keyword)| keyword)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_is_found_by_its_words() {
        for keyword in Keyword::ALL {
            for word in [keyword.zh(), keyword.en()] {
                assert!(word.len() <= LONGEST, "{word}");
                assert!(Keyword::ALL.len() * 4 < SLOTS);
                assert_eq!(Keyword::find(word), Some(*keyword));
                assert_eq!(Keyword::find(&format!("{word}甲")), None);
            }
        }
        assert_eq!(Keyword::find("Lead"), Some(Keyword::Lead));
        assert_eq!(Keyword::find("LEAD"), None);
    }

    #[test]
    fn near_misses_are_found() {
        assert_eq!(Keyword::near("牵投", Place::MEASURE), Some(Keyword::Lead));
        assert_eq!(Keyword::near("其限", Place::PLAN), Some(Keyword::Period));
        assert_eq!(Keyword::near("天气", Place::PLAN), None);
    }
}
