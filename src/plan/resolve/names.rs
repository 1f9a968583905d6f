//! Declared names and how they are looked up.

use std::cell::Cell;
use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::fold::name_key;

use super::faults;

/// For how many unknown names of a kind a near one is sought.
pub(super) const MAX_SEARCHES: u32 = 100;

/// The keywords of headings, which are no part of a name.
const NOUNS: [&str; 6] = ["goal ", "measure ", "phase ", "目标 ", "措施 ", "阶段 "];

/// The names of one kind of thing.
pub(super) struct Names<T> {
    /// What the kind is called, in Chinese and English.
    kind: (&'static str, &'static str),
    by_name: HashMap<String, (T, Span)>,
    /// The names as declared, for near misses.
    declared: Vec<Spanned<String>>,
    /// How many more near misses are sought: in a plan where hundreds of names are unknown, guesses help nobody.
    searches: Cell<u32>,
}

impl<T: Copy + PartialEq> Names<T> {
    pub fn new(kind: (&'static str, &'static str)) -> Self {
        Self { kind, by_name: HashMap::new(), declared: Vec::new(), searches: Cell::new(MAX_SEARCHES) }
    }

    /// Declares a name; one that is taken already is reported.
    pub fn declare(&mut self, name: &Spanned<String>, thing: T, out: &mut Vec<Diagnostic>) {
        match self.by_name.get(&name_key(&name.value)) {
            Some((other, first)) if *other != thing => {
                out.push(faults::doubled(self.kind, &name.value, name.span, *first));
            }
            _ => self.also(name, thing),
        }
    }

    /// Lets a thing be found by a further name, unless that is taken.
    pub fn also(&mut self, name: &Spanned<String>, thing: T) {
        let key = name_key(&name.value);
        if !key.is_empty() && !self.by_name.contains_key(&key) {
            self.by_name.insert(key, (thing, name.span));
            self.declared.push(name.clone());
        }
    }

    pub fn find(&self, name: &str) -> Option<T> {
        self.by_name.get(&name_key(name)).map(|(thing, _)| *thing)
    }

    /// The finding for a name that nothing declares.
    pub fn undefined(&self, name: &str, span: Span) -> Diagnostic {
        let bare = NOUNS.iter().find_map(|noun| name.strip_prefix(noun)).map(|name| name.trim_start_matches(':'));
        match bare.filter(|bare| self.find(bare).is_some()) {
            Some(bare) => faults::noun_before(self.kind, name, bare.trim(), span),
            None => faults::undefined(self.kind, name, span, self.near(name)),
        }
    }

    /// The declared name most like this one, if one is near enough to be meant.
    fn near(&self, name: &str) -> Option<(&str, Span)> {
        // What a draft leaves blank is near to nothing: XX县 is not 某县.
        if crate::plan::is_blank_name(name) {
            return None;
        }
        self.searches.set(self.searches.get().checked_sub(1)?);
        nearest(&name_key(name), &self.declared).map(|declared| (declared.value.as_str(), declared.span))
    }
}

/// The name most like a folded one, if one is near enough to be meant.
pub(super) fn nearest<'a>(
    key: &str,
    names: impl IntoIterator<Item = &'a Spanned<String>>,
) -> Option<&'a Spanned<String>> {
    let length = key.chars().count();
    let allowed = if length <= 1 {
        0
    } else if length <= 3 {
        1
    } else {
        2
    };
    names
        .into_iter()
        .filter(|name| !crate::plan::is_blank_name(&name.value))
        .filter(|name| name.value.chars().count().abs_diff(length) <= allowed)
        .map(|name| (strsim::damerau_levenshtein(key, &name_key(&name.value)), name))
        .filter(|(distance, name)| *distance <= allowed && !is_half_other(key, &name.value))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Whether of two short names only one sign is the same: 校长 is no slip for 家长.
fn is_half_other(key: &str, name: &str) -> bool {
    let name = name_key(name);
    let is_other = |(one, other): &(char, char)| one != other;
    key.chars().count() == 2 && name.chars().count() == 2 && key.chars().zip(name.chars()).filter(is_other).count() == 1
}
