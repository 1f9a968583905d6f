//! Which declaration of a name holds where several files declare it.
//!
//! What a file declares itself wins over what it uses, and goes on winning wherever both are used. Two used files that
//! declare one name with the same words agree; with other words they are reported, and the first is taken.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};
use crate::syntax::fold::name_key;

use super::{File, faults};

/// A declaration of a file.
pub(in crate::plan) struct Declared {
    /// Its name, then its other names.
    pub names: Vec<Spanned<String>>,
    /// What it says, to tell whether two say the same.
    pub words: String,
}

/// A declaration that holds in the plan.
pub(in crate::plan) struct Winner {
    /// The number of its file.
    pub file: usize,
    /// Its number among the declarations of the file.
    pub index: usize,
    /// The 引用 of the plan that brings it, if it is not the plan's own.
    pub through: Option<Span>,
}

/// The number of a file and of a declaration in it.
type Id = (usize, usize);
/// The declarations that hold in a file, by each of their names.
type Scope = BTreeMap<String, Id>;

/// Which of the declarations of one kind hold in the plan, which is the first file.
pub(in crate::plan) fn winners(
    files: &[File],
    own: &[Vec<Declared>],
    kind: (&str, &str),
    out: &mut Vec<Diagnostic>,
) -> Vec<Winner> {
    let mut merger = Merger { own, kind, replaced: BTreeMap::new(), out };
    let mut scopes: Vec<Scope> = files.iter().map(|_| Scope::new()).collect();
    for file in post_order(files) {
        let mut scope = merger.used(&files[file], file, &scopes);
        merger.declare(file, &mut scope);
        scopes[file] = scope;
    }
    let (Some(plan), Some(scope)) = (files.first(), scopes.first()) else { return Vec::new() };
    let mut winners = BTreeMap::new();
    for (key, id) in scope {
        let brings = |used: &&super::Use| scopes[used.file].get(key) == Some(id);
        let through = plan.uses.iter().find(brings).map(|used| used.span).filter(|_| id.0 != 0);
        winners.entry(*id).or_insert(through);
    }
    winners.into_iter().map(|((file, index), through)| Winner { file, index, through }).collect()
}

struct Merger<'a> {
    own: &'a [Vec<Declared>],
    kind: (&'a str, &'a str),
    /// What each declaration took the place of.
    replaced: BTreeMap<Id, BTreeSet<Id>>,
    out: &'a mut Vec<Diagnostic>,
}

impl Merger<'_> {
    /// What the files that a file uses bring into it.
    fn used(&mut self, file: &File, index: usize, scopes: &[Scope]) -> Scope {
        let declares: BTreeSet<_> = self.own[index].iter().flat_map(|own| &own.names).map(key).collect();
        let mut scope = Scope::new();
        let mut told = BTreeSet::new();
        for used in &file.uses {
            for (name, &id) in &scopes[used.file] {
                let Some(&other) = scope.get(name) else {
                    scope.insert(name.clone(), id);
                    continue;
                };
                if other == id || self.replaces(other, id) || self.says(other) == self.says(id) {
                    continue;
                }
                if self.replaces(id, other) {
                    scope.insert(name.clone(), id);
                } else if !declares.contains(name) && told.insert((other, id)) {
                    self.conflict(name, used.span, [other, id]);
                }
            }
        }
        scope
    }

    /// Adds what a file declares itself.
    fn declare(&mut self, file: usize, scope: &mut Scope) {
        for (index, declared) in self.own[file].iter().enumerate() {
            for name in &declared.names {
                let Some(other) = scope.get(&key(name)).copied().filter(|other| other.0 != file) else {
                    scope.entry(key(name)).or_insert((file, index));
                    continue;
                };
                let before = self.replaced.get(&other).cloned().unwrap_or_default();
                self.replaced.entry((file, index)).or_default().extend(before.into_iter().chain([other]));
                scope.insert(key(name), (file, index));
            }
        }
        // A declaration whose name is another's now does not hold by its other names either.
        let holds = |scope: &Scope, id: Id| {
            let name = self.own[id.0][id.1].names.first();
            name.is_some_and(|name| scope.get(&key(name)) == Some(&id))
        };
        let lost: BTreeSet<_> = scope.values().copied().filter(|id| !holds(scope, *id)).collect();
        scope.retain(|_, id| !lost.contains(id));
    }

    fn replaces(&self, one: Id, other: Id) -> bool {
        self.replaced.get(&one).is_some_and(|replaced| replaced.contains(&other))
    }

    fn says(&self, id: Id) -> &str {
        &self.own[id.0][id.1].words
    }

    fn conflict(&mut self, name: &str, span: Span, ids: [Id; 2]) {
        let places = ids.map(|(file, index)| {
            let names = &self.own[file][index].names;
            names.iter().find(|other| key(other) == name).or(names.first()).map_or(span, |name| name.span)
        });
        self.out.push(faults::differ(self.kind, name, span, places));
    }
}

fn key(name: &Spanned<String>) -> String {
    name_key(&name.value)
}

/// Every file after those it uses.
fn post_order(files: &[File]) -> Vec<usize> {
    let mut order = Vec::new();
    let mut seen = BTreeSet::from([0]);
    let mut open = vec![(0, 0)];
    while let Some((file, next)) = open.pop() {
        match files[file].uses.get(next) {
            None => order.push(file),
            Some(used) => {
                open.push((file, next + 1));
                if seen.insert(used.file) {
                    open.push((used.file, 0));
                }
            }
        }
    }
    order
}
