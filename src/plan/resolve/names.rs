//! Declared names and how they are looked up.

use foldhash::{HashMap, HashMapExt};
use std::cell::Cell;

use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::fold::{bare_name, name_key};

use super::faults;

/// For how many unknown names of a kind a near one is sought.
pub(super) const MAX_SEARCHES: u32 = 100;

/// The keywords of headings, which are no part of a name.
const NOUNS: [&str; 6] = ["goal ", "measure ", "phase ", "目标", "措施", "阶段"];

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
    /// None yet, with room for so many.
    pub fn new(kind: (&'static str, &'static str), room: usize) -> Self {
        let (by_name, declared) = (HashMap::with_capacity(room), Vec::with_capacity(room));
        Self { kind, by_name, declared, searches: Cell::new(MAX_SEARCHES) }
    }

    /// Declares a name; one that is taken already is reported.
    pub fn declare(&mut self, name: &Spanned<String>, thing: T, out: &mut Vec<Diagnostic>) {
        match self.by_name.get(&*bare_name(&name.value)) {
            Some((other, first)) if *other != thing => {
                out.push(faults::doubled(self.kind, &name.value, name.span, *first));
            }
            _ => self.also(name, thing),
        }
    }

    /// Lets a thing be found by a further name, unless that is taken.
    pub fn also(&mut self, name: &Spanned<String>, thing: T) {
        let key = bare_name(&name.value);
        if !key.is_empty() && !self.by_name.contains_key(&*key) {
            self.by_name.insert(key.into_owned(), (thing, name.span));
            self.declared.push(name.clone());
        }
    }

    pub fn find(&self, name: &str) -> Option<T> {
        self.by_name.get(&*bare_name(name)).map(|(thing, _)| *thing)
    }

    /// The finding for a name that nothing declares.
    pub fn undefined(&self, name: &str, span: Span) -> Diagnostic {
        let is_noun = |noun: &&&str| name.get(..noun.len()).is_some_and(|head| head.eq_ignore_ascii_case(noun));
        let bare = NOUNS.iter().find(is_noun).map(|noun| name[noun.len()..].trim_start_matches([':', ' ']));
        let bare = bare.map(|bare| bare.trim_matches(['"', '“', '”']));
        match (bare.filter(|bare| self.find(bare).is_some()), self.without_end(name)) {
            (Some(bare), _) => faults::noun_before(self.kind, name, bare.trim(), span),
            (None, Some(bare)) => faults::words_behind(self.kind, name, bare, span),
            (None, None) => faults::undefined(self.kind, name, span, self.near(name)),
        }
    }

    /// What is left of a name without words that say it is to be finished, if that is declared.
    fn without_end<'n>(&self, name: &'n str) -> Option<&'n str> {
        const ENDS: [&str; 7] = ["全部完成后", "全部完成", "完成之后", "完成后", "结束后", "之后", "完成"];
        ENDS.iter().filter_map(|end| name.strip_suffix(end)).find(|bare| self.find(bare).is_some())
    }

    /// The declared name most like this one, if one is near enough to be meant.
    fn near(&self, name: &str) -> Option<(&str, Span)> {
        // What a draft leaves blank is near to nothing: XX县 is not 某县.
        if crate::plan::is_blank_name(name) {
            return None;
        }
        self.searches.set(self.searches.get().checked_sub(1)?);
        // County Forestry Bureau, where the Forestry Bureau is declared.
        let is_end = |known: &&Spanned<String>| {
            let before = name.strip_suffix(known.value.as_str()).filter(|_| known.value.contains(' '));
            name.is_ascii() && before.is_some_and(|before| before.ends_with(' '))
        };
        // patrol, where a heading says “patrol - Patrol the ponds” without a colon.
        let begins_so = |known: &&Spanned<String>| {
            known.value.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with(['-', '—', '－']))
        };
        if let Some(known) = self.declared.iter().find(|known| is_end(known) || begins_so(known)) {
            return Some((known.value.as_str(), known.span));
        }
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
