//! Suggestions as they are gathered.

use std::collections::BTreeSet;

use crate::diagnostic::Text;
use crate::editor::{Analysis, Completion, Draft, Kind};
use crate::syntax::word::Tongue;

/// The suggestions for one place.
pub(super) struct Offer<'a> {
    pub draft: &'a Draft<'a>,
    pub analysis: Option<&'a Analysis>,
    /// Where something is to stand.
    pub offset: usize,
    pub tongue: Tongue,
    /// From where what is written is replaced.
    from: usize,
    /// What stands before each suggestion and is replaced with it.
    before: &'static str,
    found: Vec<Completion>,
    known: BTreeSet<String>,
}

/// One suggestion: what it says, as text and as snippet, and by what else it is found.
pub(super) struct Entry<'e> {
    pub label: &'e str,
    pub kind: Kind,
    pub detail: Text,
    pub snippet: String,
    pub plain: String,
    /// Other names by which it is found.
    pub also: String,
}

impl<'a> Offer<'a> {
    pub fn new(draft: &'a Draft<'a>, analysis: Option<&'a Analysis>, offset: usize) -> Self {
        let tongue = draft.tongue();
        Self { draft, analysis, offset, tongue, from: offset, before: "", found: Vec::new(), known: BTreeSet::new() }
    }

    /// The same, for what replaces the text from a byte on.
    pub fn at(&mut self, from: usize) -> &mut Self {
        self.from = from.min(self.offset);
        self
    }

    /// From where what is written is replaced.
    pub fn start(&self) -> usize {
        self.from
    }

    /// The same, with something put before each suggestion.
    pub fn after(&mut self, before: &'static str) -> &mut Self {
        self.before = before;
        self
    }

    /// Takes in a suggestion; one that is there already is not offered twice.
    pub fn add(&mut self, group: u8, entry: Entry) {
        let Entry { label, kind, detail, snippet, plain, also } = entry;
        if label.is_empty() || !self.known.insert(label.to_owned()) {
            return;
        }
        let sort = format!("{group}{:05}", self.found.len());
        let filter = format!("{}{label} {also}", self.before).trim_end().to_owned();
        let (snippet, plain) = (format!("{}{snippet}", self.before), format!("{}{plain}", self.before));
        let replaces = self.from..self.offset;
        self.found.push(Completion { label: label.to_owned(), kind, detail, snippet, plain, replaces, sort, filter });
    }

    /// Sees to it that a name is not offered.
    pub fn leave_out(&mut self, name: &str) {
        let name = name.trim();
        self.known.insert(name.strip_prefix('各').unwrap_or(name).to_owned());
    }

    /// Takes in a word as it is.
    pub fn word(&mut self, group: u8, word: &str, kind: Kind, detail: Text) {
        let entry =
            Entry { label: word, kind, detail, snippet: escaped(word), plain: word.to_owned(), also: String::new() };
        self.add(group, entry);
    }

    /// The form of two that the file is written in.
    pub fn form(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.tongue {
            Tongue::Zh => zh,
            Tongue::En => en,
        }
    }

    /// All of them, the likeliest first.
    pub fn done(self) -> Vec<Completion> {
        let mut found = self.found;
        found.sort_by(|one, other| one.sort.cmp(&other.sort));
        found
    }
}

/// Words as they stand in a snippet.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for sign in words.chars() {
        if matches!(sign, '$' | '}' | '\\') {
            out.push('\\');
        }
        out.push(sign);
    }
    out
}
