//! Sentences made of facts, in the words an office would use.
//!
//! Each file takes facts of one kind and gives sentences without links; what is said once in prose never comes here.
//! A hole always prints: as （待定）, or as the words the draft has in its place.

pub(super) mod basis;
pub(super) mod chain;
pub(super) mod condition;
pub(super) mod deed;
pub(super) mod duty;
pub(super) mod fund;
pub(super) mod group;
pub(super) mod order;
pub(super) mod owner_line;
pub(super) mod quota;
pub(super) mod result;
mod member;
mod prefix;
mod roster;
pub(super) mod series;
pub(super) mod set;
pub(super) mod stood;
pub(super) mod value;
mod verb;
pub(super) mod when;

use std::borrow::Cow;

use crate::plan::{Link, Made, OwnerKind, OwnerRef, Plan, Reference};

/// What stands for a hole without words.
pub(super) const PENDING: &str = "（待定）";

/// The words of a reference.
pub(super) fn named<T>(reference: &Reference<T>) -> &str {
    let text = reference.text.trim();
    let is_blank = matches!(text, "" | "?" | "？" | "待定" | "tbd");
    if matches!(reference.link, Link::Hole) && is_blank { PENDING } else { text }
}

/// The words of several references, parted by 、.
pub(super) fn all_named<T>(references: &[Reference<T>]) -> String {
    references.iter().map(named).collect::<Vec<_>>().join("、")
}

/// The words of an owner; of several that act as one, those of each.
pub(super) fn owner<'p>(plan: &'p Plan, reference: &'p OwnerRef) -> Cow<'p, str> {
    match reference.target().and_then(|id| plan.owners[id].made.as_ref()) {
        Some(Made::Of(parts)) => Cow::Owned(all_named(parts)),
        _ => Cow::Borrowed(named(reference)),
    }
}

/// The words of several owners, parted by 、.
pub(super) fn owners(plan: &Plan, references: &[OwnerRef]) -> String {
    references.iter().map(|reference| owner(plan, reference)).collect::<Vec<_>>().join("、")
}

/// Whether the only owner is several that act as one.
pub(super) fn is_union(plan: &Plan, by: &[OwnerRef]) -> bool {
    let owners = by.iter().filter_map(|owner| owner.target());
    owners.into_iter().any(|id| plan.owners[id].kind == OwnerKind::Union)
}

/// Words without the stop at their end, or the quotation marks around the whole.
pub(super) fn bare(words: &str) -> &str {
    let words = words.trim().trim_end_matches(['。', '；', ';', '，', ',', '、']);
    let inner = words.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    inner.filter(|inner| !inner.contains(['“', '”'])).unwrap_or(words)
}

/// Words without the beginning that `before` ends in: 每学期 and 学期小结 are 每学期小结.
pub(super) fn unrepeated<'w>(before: &str, words: &'w str) -> &'w str {
    let ends = words.char_indices().map(|(at, sign)| at + sign.len_utf8()).skip(1);
    ends.filter(|end| *end < words.len() && before.ends_with(&words[..*end])).last().map_or(words, |end| &words[end..])
}

/// Words parted by 、; nothing stands between neighbours that are quoted or titled (GB/T 15834).
pub(super) fn listed(all: impl IntoIterator<Item = String>) -> String {
    let mut text = String::new();
    for words in all {
        let meets = |end, begin| text.ends_with(end) && words.starts_with(begin);
        if !text.is_empty() && !meets('》', '《') && !meets('”', '“') {
            text.push('、');
        }
        text.push_str(&words);
    }
    text
}

/// A sentence of clauses; none of none.
pub(super) fn sentence(clauses: &[String], between: &str) -> Option<String> {
    (!clauses.is_empty()).then(|| format!("{}。", clauses.join(between)))
}
