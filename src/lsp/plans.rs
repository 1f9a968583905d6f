//! The plans that are known, and what is known of each.
//!
//! Which plan speaks for a file: a file that is a plan, or that no plan uses, speaks for itself; one that only declares
//! is spoken for by the plans that use it, and is not judged alone. Time is counted by a stamp that grows with every
//! change, so that it can be told what is older than the text.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::checked::Checked;

/// The plans that are known.
#[derive(Clone, Default)]
pub(super) struct Plans {
    plans: BTreeMap<PathBuf, Entry>,
    now: u64,
}

/// What is known of a plan.
#[derive(Clone, Default)]
struct Entry {
    /// When something of it changed last.
    changed: u64,
    /// When the check was begun that ended last.
    checked: u64,
    /// What came out of the last check that came to an end.
    known: Option<Arc<Checked>>,
}

impl Plans {
    /// Counts a change on.
    pub fn tick(&mut self) -> u64 {
        self.now += 1;
        self.now
    }

    /// Notes that a plan is to be checked anew, which may be a new one.
    pub fn touch(&mut self, path: &Path) -> u64 {
        self.plans.entry(path.to_owned()).or_default().changed = self.now;
        self.now
    }

    /// Takes in what came out of a check, unless the plan is no more; whether it is. Gives what was known before.
    pub fn take(&mut self, checked: Checked) -> (bool, Option<Arc<Checked>>) {
        let Some(entry) = self.plans.get_mut(&checked.path) else { return (false, None) };
        entry.checked = checked.stamp;
        (true, entry.known.replace(Arc::new(checked)))
    }

    /// Notes that a check failed: what was known before is all there is.
    pub fn fail(&mut self, path: &Path, stamp: u64) {
        if let Some(entry) = self.plans.get_mut(path) {
            entry.checked = stamp;
        }
    }

    /// Lets a plan go, and gives what was known of it.
    pub fn forget(&mut self, path: &Path) -> Option<Arc<Checked>> {
        self.plans.remove(path)?.known
    }

    /// Whether a plan is known.
    pub fn holds(&self, path: &Path) -> bool {
        self.plans.contains_key(path)
    }

    /// Every path.
    pub fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        self.plans.keys()
    }

    /// What came out of the checks of all plans.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Checked>> {
        self.plans.values().filter_map(|entry| entry.known.as_ref())
    }

    /// What came out of the check of a plan.
    pub fn get(&self, path: &Path) -> Option<&Arc<Checked>> {
        self.plans.get(path)?.known.as_ref()
    }

    /// The plans that a file is part of or is itself, itself first.
    pub fn with(&self, file: &Path) -> impl Iterator<Item = &Arc<Checked>> {
        let uses = move |checked: &&Arc<Checked>| checked.path != file && checked.source(file).is_some();
        self.get(file).into_iter().chain(self.all().filter(uses))
    }

    /// The plans that speak for a file.
    pub fn speakers(&self, file: &Path) -> Vec<&Arc<Checked>> {
        let mut all: Vec<_> = self.with(file).collect();
        let is_part = all.len() > 1 && all.first().is_some_and(|own| own.path == file && own.only_declares());
        if is_part {
            all.remove(0);
        }
        all
    }

    /// Whether a plan was checked since it changed last.
    pub fn is_current(&self, path: &Path) -> bool {
        self.plans.get(path).is_some_and(|entry| entry.checked >= entry.changed)
    }

    /// Whether all were.
    pub fn are_current(&self) -> bool {
        self.plans.values().all(|entry| entry.checked >= entry.changed)
    }
}
