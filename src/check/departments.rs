//! Departments that prose names: 县教育局, 区发改委.
//!
//! Takes a plan and words, gives the departments of the plan's own level that they name. The list of departments and
//! of their spellings is data in `stdlib/words/`.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lists::WordLists;
use crate::plan::{Id, Owner, OwnerKind, Plan};

/// The list of departments: one a line, its spellings parted by 、.
const DEPARTMENTS: &str = "departments";

/// A plan of fewer organs than this does not name everybody.
pub(super) const ENOUGH: usize = 3;

/// The level of a plan and what its owners are called.
pub(super) struct Naming<'a> {
    /// 县, 区, 市 or 旗: what its own departments begin with.
    level: char,
    /// The owner that is each department, by the first spelling of that.
    owners: BTreeMap<&'a str, Id<Owner>>,
    /// The spellings of each department.
    spellings: Vec<Vec<&'a str>>,
}

impl<'a> Naming<'a> {
    /// `None` if the level cannot be told, or the plan lists fewer organs than `least`.
    pub(super) fn of(plan: &Plan, words: &'a WordLists, least: usize) -> Option<Self> {
        let organs = plan.owners.entries().filter(|(_, owner)| owner.kind == OwnerKind::Organ);
        let levels: Vec<char> = organs.filter_map(|(_, owner)| level_of(&owner.name.value)).collect();
        let (first, count) = (levels.first().copied()?, levels.len());
        let is_one = levels.iter().all(|level| *level == first);
        if !is_one || count < least || !plan.unread.is_empty() {
            return None;
        }
        let spellings: Vec<Vec<&str>> = words.list(DEPARTMENTS).map(|line| line.split('、').collect()).collect();
        Some(Self { level: first, owners: owners(plan, &spellings), spellings })
    }

    /// The owner that is a department, under any of its spellings.
    pub(super) fn owner(&self, department: &str) -> Option<Id<Owner>> {
        let all = self.spellings.iter().find(|all| all.contains(&department))?;
        self.owners.get(all.first()?).copied()
    }
}

fn owners<'a>(plan: &Plan, spellings: &[Vec<&'a str>]) -> BTreeMap<&'a str, Id<Owner>> {
    let mut found = BTreeMap::new();
    for (id, owner) in plan.owners.entries() {
        let mut names = [&owner.name].into_iter().chain(&owner.full_name).chain(&owner.aliases);
        let named = names.find_map(|name| spellings.iter().find(|all| all.iter().any(|one| name.value.ends_with(one))));
        if let Some(first) = named.and_then(|all| all.first().copied()) {
            found.entry(first).or_insert(id);
        }
    }
    found
}

/// 县 in 县教育局, if it begins with that.
fn level_of(name: &str) -> Option<char> {
    let level = name.chars().next().filter(|sign| "县区市旗".contains(*sign))?;
    name.ends_with('局').then_some(level)
}

/// Where some words name a department of the plan's own level, and which.
pub(super) fn mentions<'a>(words: &str, naming: &Naming<'a>) -> Vec<(Range<usize>, &'a str)> {
    let mut found = Vec::new();
    for (at, level) in words.match_indices(naming.level) {
        let start = at + level.len();
        // 省、市教育局 and 各县教育局 are others.
        let before = words[..at].chars().next_back();
        if before.is_some_and(|sign| "各外邻他市省州县区和与、".contains(sign)) {
            continue;
        }
        let rest = &words[start..];
        let named = naming
            .spellings
            .iter()
            .flatten()
            .copied()
            .filter(|spelling| rest.starts_with(spelling))
            .max_by_key(|name| name.len());
        if let Some(name) = named {
            found.push((at..start + name.len(), name));
        }
    }
    found
}
