//! The owners, indicators and units that used files declare, and which of them hold.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::plan::load::{Declared, Loaded, winners};
use crate::source::{Source, SourceId, Span, Spanned};
use crate::syntax::ast::{self, Entry, Head, Item, Key, Section, Value};
use crate::syntax::keyword::{Keyword, Shape};

use super::Builder;
use super::fields::with_key;

/// Which declarations of used files hold in the plan.
pub(super) struct Imported {
    plan: SourceId,
    /// The names of those that hold.
    holding: BTreeSet<Span>,
}

impl Imported {
    /// For a plan and the files it uses.
    pub fn of(loaded: &Loaded, sources: &[&Source], out: &mut Vec<Diagnostic>) -> Self {
        let plan = loaded.files[0].source;
        let mut holding = BTreeSet::new();
        if loaded.files.len() > 1 {
            let kinds = [
                (Keyword::Owners, ("主体", "owner")),
                (Keyword::Indicators, ("指标", "indicator")),
                (Keyword::Units, ("计量单位", "unit")),
                (Keyword::Calendar, ("校历", "calendar entry")),
            ];
            for (keyword, kind) in kinds {
                let files = loaded.files.iter().zip(sources);
                let own: Vec<_> = files.map(|(file, source)| declarations(&file.tree, keyword, source)).collect();
                for winner in winners(&loaded.files, &own, kind, out) {
                    holding.extend(own[winner.file][winner.index].names.first().map(|name| name.span));
                }
            }
        }
        Self { plan, holding }
    }

    /// Whether a declaration holds: any of the plan itself, and of those of used files the ones that win.
    pub fn holds(&self, name: &Spanned<String>) -> bool {
        !self.is_used(name.span) || self.holding.contains(&name.span)
    }

    /// Whether a place is in a used file.
    pub fn is_used(&self, place: Span) -> bool {
        place.source != self.plan
    }
}

impl Builder<'_> {
    /// Declares the owners of a used file.
    pub(super) fn declare_used_owners(&mut self, items: &[Item]) {
        for section in bodies(items, Keyword::Owners) {
            self.declare_owners(&section.items, None);
        }
    }
}

/// Every body of declarations of one kind.
pub(super) fn bodies(items: &[Item], keyword: Keyword) -> Vec<&Section> {
    let mut found: Vec<&Section> = Vec::new();
    let mut open: Vec<&Item> = items.iter().rev().collect();
    while let Some(item) = open.pop() {
        let Item::Section(section) = item else { continue };
        match &section.head {
            Head::Noun(noun) if noun.keyword == keyword => found.push(section),
            _ => open.extend(section.items.iter().rev()),
        }
    }
    found
}

/// Whether a file holds declarations and nothing that would be printed: it is there to be used by others.
pub(super) fn only_declares(tree: &ast::File) -> bool {
    let declares = |item: &Item| match item {
        Item::Section(section) => matches!(&section.head, Head::Noun(noun) if noun.keyword.shape() == Shape::Body),
        Item::Entry(entry) => {
            matches!(&entry.key, Key::Word(word) if matches!(word.value, Keyword::Use | Keyword::Param))
        }
        _ => false,
    };
    !tree.items.is_empty() && tree.items.iter().all(declares)
}

/// What a file declares in its bodies of one kind.
fn declarations(tree: &ast::File, keyword: Keyword, source: &Source) -> Vec<Declared> {
    let mut found = Vec::new();
    for section in bodies(&tree.items, keyword) {
        collect(&section.items, "", source, &mut found);
    }
    found
}

fn collect(items: &[Item], above: &str, source: &Source, found: &mut Vec<Declared>) {
    for entry in items.iter().filter_map(Item::entry) {
        let Key::Name(name) = &entry.key else { continue };
        let mut names = vec![Spanned::clone(name)];
        for line in with_key(&entry.items, Keyword::Alias) {
            if let Value::List(list) = &line.value {
                names.extend(list.iter().map(|name| Spanned::new(name.text.clone(), name.span)));
            }
        }
        let mut words = format!("{above}\n");
        say(entry, source, &mut words);
        found.push(Declared { names, words });
        collect(&entry.items, &name.value, source, found);
    }
}

/// The words of a declaration and of what belongs to it, other declarations left out.
fn say(entry: &Entry, source: &Source, words: &mut String) {
    words.push_str(source.slice(entry.span));
    words.push('\n');
    for line in entry.items.iter().filter_map(Item::entry) {
        if let Key::Word(_) | Key::Time(_) = line.key {
            say(line, source, words);
        }
    }
}
