//! The lists of words that rules go by.
//!
//! A list is a file of `stdlib/words`, one word a line, `//` before a comment; an office may put its own in its place or
//! add to it. Takes texts, tells whether a name or a deadline is one of the words, and where the words stand in a
//! passage. Never reads a file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

use super::bounds::{Bounded, Pairs};
use super::passages::Passage;
use super::pattern::Pattern;
use super::word_list::{Built, Finder, Word};

/// Names that could be anybody, such as 有关部门.
const VAGUE_OWNERS: &str = "vague-owners";
/// Words of degree that fix no value, such as 明显.
const VAGUE_DEGREES: &str = "vague-degrees";
/// Words for a deadline that name no time, such as 尽快.
const VAGUE_DEADLINES: &str = "vague-deadlines";
/// Words for the deadline of a task that never ends, such as 持续推进.
const STANDING_DEADLINES: &str = "standing-deadlines";

/// What a list of every one of a kind is called without saying which: 各部门.
const EVERYBODY: [&str; 6] = ["各部门", "各单位", "各有关方面", "部门", "单位", "全体"];

/// What some editors write before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Words of bound before and after a quantity, such as 不低于…以上.
pub(super) const PAIRED_BOUNDS: &str = "paired-bounds";

/// The lists, by name.
#[derive(Clone, Debug)]
pub struct WordLists {
    lists: BTreeMap<&'static str, Arc<List>>,
    /// What all are sought by together, once they are; shared by copies, dropped where a list changes.
    finder: Arc<OnceLock<Finder>>,
}

/// The lists that are part of the program, which are built once however many plans are checked.
static EMBEDDED: LazyLock<WordLists> = LazyLock::new(WordLists::embedded);

/// The text of a list, its words once they are asked for, and what they are sought by once they are. Words that are part
/// of the program lie in it and are not copied.
#[derive(Clone, Debug, Default)]
struct List {
    text: Cow<'static, str>,
    words: OnceLock<Vec<Cow<'static, str>>>,
    built: OnceLock<Built>,
    pairs: OnceLock<Option<Pairs>>,
}

impl Default for WordLists {
    /// The lists that are part of the program.
    fn default() -> Self {
        EMBEDDED.clone()
    }
}

impl WordLists {
    fn embedded() -> Self {
        macro_rules! files {
            ($($name:literal)*) => {
                [$(($name, include_str!(concat!("../../stdlib/words/", $name, ".txt")))),*]
            };
        }
        let lists = files! {
            "vague-owners" "vague-degrees" "vague-deadlines" "standing-deadlines" "wrong-words" "suspect-words"
            "redundant-words" "doubled-words" "contradicting-words" "relative-times" "old-units" "look-alikes"
            "leftovers" "paired-bounds" "departments" "repealed-documents" "outdated-words" "vague-conditions"
            "document-titles"
        };
        let lists = lists.into_iter().map(|(name, text)| (name, Arc::new(List::of(Cow::Borrowed(text)))));
        Self { lists: lists.collect(), finder: Arc::default() }
    }

    /// The names of the lists.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.lists.keys().copied()
    }

    /// Puts the words of a text in the place of a list; false if there is no list of that name.
    pub fn replace(&mut self, name: &str, text: &str) -> bool {
        let Some(list) = self.lists.get_mut(name) else { return false };
        *list = Arc::new(List::of(Cow::Owned(text.to_owned())));
        self.finder = Arc::default();
        true
    }

    /// Adds the words of a text to a list; false if there is no list of that name.
    pub fn extend(&mut self, name: &str, text: &str) -> bool {
        let Some(list) = self.lists.get_mut(name) else { return false };
        self.finder = Arc::default();
        let text = text.trim_start_matches(BYTE_ORDER_MARK);
        *list = Arc::new(List::of(Cow::Owned(format!("{}\n{text}", list.text))));
        true
    }

    /// Whether a name says nothing about who is meant.
    pub(super) fn is_vague_owner(&self, name: &str) -> bool {
        let name = name.trim();
        EVERYBODY.contains(&name) || self.list(VAGUE_OWNERS).any(|word| name.ends_with(word))
    }

    /// Whether a target in words leaves open what would meet it.
    pub(super) fn is_vague_degree(&self, words_of_target: &str) -> bool {
        self.list(VAGUE_DEGREES).any(|word| words_of_target.contains(word))
    }

    /// The word in `text` that makes it no deadline.
    pub(super) fn vague_deadline(&self, text: &str) -> Option<&str> {
        self.list(VAGUE_DEADLINES).find(|word| text.contains(word))
    }

    /// Whether `text` says that the task never ends.
    pub(super) fn is_standing_deadline(&self, text: &str) -> bool {
        self.list(STANDING_DEADLINES).any(|word| text == word)
    }

    /// The words or lines of a list.
    pub(super) fn list(&self, name: &str) -> impl Iterator<Item = &str> {
        self.lists.get(name).into_iter().flat_map(|list| list.words()).map(|word| &**word)
    }

    /// The words of a list in what is the author's own wording, in order.
    pub(super) fn found<'a>(&'a self, name: &str, passage: &'a Passage) -> impl Iterator<Item = Word<'a>> {
        let list = self.lists.get(name);
        let built = list.map(|list| list.built.get_or_init(|| Built::of(list.words())));
        built.into_iter().flat_map(|built| built.words(passage))
    }

    /// Tells which lists and which forms of wording, always the same ones, have words in a text.
    pub(super) fn finder(&self, forms: &'static [&'static Pattern]) -> &Finder {
        self.finder.get_or_init(|| Finder::of(self.lists.values().map(|list| list.words()), forms))
    }

    /// Every quantity of a passage with a bound before and after it that do not go together.
    pub(super) fn bounded<'a>(&'a self, passage: &'a Passage) -> impl Iterator<Item = Bounded<'a>> {
        let list = self.lists.get(PAIRED_BOUNDS);
        let pairs = list.and_then(|list| list.pairs.get_or_init(|| Pairs::of(list.words())).as_ref());
        pairs.into_iter().flat_map(|pairs| pairs.bounded(passage))
    }
}

impl List {
    fn of(text: Cow<'static, str>) -> Self {
        Self { text, ..Self::default() }
    }

    fn words(&self) -> &[Cow<'static, str>] {
        self.words.get_or_init(|| match &self.text {
            Cow::Borrowed(text) => words(text).map(Cow::Borrowed).collect(),
            Cow::Owned(text) => words(text).map(|word| Cow::Owned(word.to_owned())).collect(),
        })
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.trim_start_matches(BYTE_ORDER_MARK).lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_name_nobody_are_vague() {
        let lists = WordLists::default();
        for name in ["有关部门", "区直各有关单位", "相关部门负责人", "各部门"] {
            assert!(lists.is_vague_owner(name), "{name}");
        }
        for name in ["区教育局", "教育主管部门", "各中小学校", "税务部门"] {
            assert!(!lists.is_vague_owner(name), "{name}");
        }
    }

    #[test]
    fn an_office_has_its_own_words() {
        let mut lists = WordLists::default();
        assert!(lists.extend(VAGUE_DEADLINES, "\u{feff}// 本局\r\n\r\n年内择时\r\n"));
        assert_eq!(lists.vague_deadline("年内择时完成"), Some("年内择时"));
        assert_eq!(lists.vague_deadline("尽快"), Some("尽快"));
        assert!(lists.replace(VAGUE_DEADLINES, "年内择时\n"));
        assert_eq!(lists.vague_deadline("尽快"), None);
        assert!(!lists.replace("vague-owner", ""));
    }
}
