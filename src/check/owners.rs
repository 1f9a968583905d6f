//! What owners are to each other: who is the same, who stands above whom, who leads with whose help, who reports to whom.
//!
//! Takes a plan and names of it, gives owners and steps between them; where they are written is in `owner_lists`.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::plan::{Id, Link, Origin, Owner, OwnerKind, OwnerRef, Plan};
use crate::source::Span;
use crate::text;

use super::Context;
use super::texts::prose;

/// Tells of owners whether they could be anybody.
pub(super) fn vague<'a>(context: &Context<'a>) -> impl Fn(&OwnerRef) -> bool + use<'a> {
    let words = &context.options.words;
    // The owners of a plan are named again and again.
    let owners = context.plan.owners.iter().map(|owner| words.is_vague_owner(owner.official_name()));
    let owners: Vec<bool> = owners.collect();
    move |owner| match owner.link {
        Link::To(id) => owners[id.index()],
        Link::Outside | Link::Unresolved => words.is_vague_owner(&owner.text),
        Link::Hole => false,
    }
}

/// Whether two references are to the same owner: one of the plan, or the same name outside it.
pub(super) fn are_same(one: &OwnerRef, other: &OwnerRef) -> bool {
    match (one.link, other.link) {
        (Link::To(one), Link::To(other)) => one == other,
        (Link::Outside, Link::Outside) => one.text == other.text,
        _ => false,
    }
}

/// The places in a list that name an owner again, each with the first that does.
pub(super) fn repeated(list: &[OwnerRef]) -> Vec<(usize, usize)> {
    let mut seen = BTreeMap::new();
    let mut found = Vec::new();
    for (at, owner) in list.iter().enumerate() {
        let key = match owner.link {
            Link::To(id) => (Some(id), ""),
            Link::Outside => (None, owner.text.as_str()),
            Link::Hole | Link::Unresolved => continue,
        };
        match seen.get(&key) {
            Some(first) => found.push((at, *first)),
            None => {
                seen.insert(key, at);
            }
        }
    }
    found
}

/// The finding with an edit that takes one name out of a list; without, if nothing would be left of its line.
pub(super) fn without(context: &Context, found: Diagnostic, list: &[OwnerRef], at: usize) -> Diagnostic {
    let span = list[at].span;
    // Names of two lines have more between them than a mark of lists.
    let is_beside = |one: Span, other: Span| {
        let between = context.sources.slice(Span { start: one.end, end: other.start, ..one });
        one.source == other.source
            && !between.is_empty()
            && between.chars().all(|sign| " \t\u{3000}、，,".contains(sign))
    };
    let before = at.checked_sub(1).map(|before| list[before].span).filter(|before| is_beside(*before, span));
    let after = list.get(at + 1).map(|after| after.span).filter(|after| is_beside(span, *after));
    let cut = match (before, after) {
        (Some(before), _) => Span { start: before.end, ..span },
        (None, Some(after)) => Span { end: after.start, ..span },
        (None, None) => return found,
    };
    let name = &list[at].text;
    found.fix(text!(zh: "删去“{name}”", en: "remove “{name}”"), cut, "")
}

/// A measure that one organ of the plan leads, with the helpers that it states itself.
pub(super) struct Led<'a> {
    /// The lead as it is written.
    pub lead: &'a OwnerRef,
    /// Who that is.
    pub organ: Id<Owner>,
    /// 配合.
    pub helpers: &'a [OwnerRef],
}

/// The measures whose helpers can be held against their lead.
pub(super) fn led(plan: &Plan) -> impl Iterator<Item = Led<'_>> {
    plan.measures.iter().filter(|measure| measure.with.origin == Origin::Stated).filter_map(|measure| {
        let [lead] = measure.lead.value.as_slice() else { return None };
        let organ = lead.target().filter(|id| plan.owners[*id].kind == OwnerKind::Organ)?;
        Some(Led { lead, organ, helpers: &measure.with.value })
    })
}

/// A step of a report, from one owner of the plan to the next.
pub(super) struct Step<'a> {
    /// What is reported.
    pub what: &'a str,
    /// Who reports and who receives, as written.
    pub pair: &'a [OwnerRef],
    /// Who reports.
    pub from: Id<Owner>,
    /// Who receives.
    pub to: Id<Owner>,
}

impl Step<'_> {
    /// Where it is written.
    pub(super) fn span(&self) -> Span {
        self.pair[0].span.to(self.pair[1].span)
    }
}

/// Every step of every report whose both ends are known.
pub(super) fn report_steps(plan: &Plan) -> impl Iterator<Item = Step<'_>> {
    plan.reports.iter().flat_map(|report| {
        report.path.windows(2).filter_map(|pair| {
            let (from, to) = (pair[0].target()?, pair[1].target()?);
            Some(Step { what: &report.what.value, pair, from, to })
        })
    })
}

/// Whoever stands above an owner, the nearest first.
pub(super) fn superiors(plan: &Plan, owner: Id<Owner>) -> impl Iterator<Item = Id<Owner>> {
    let above = std::iter::successors(plan.owners[owner].superior(), |id| plan.owners[*id].superior());
    // Owners that stand in a ring would have no end.
    above.take(plan.owners.len()).take_while(move |id| *id != owner)
}

/// Whether an owner is one of these or stands under one.
pub(super) fn stands_under_any(plan: &Plan, owner: Id<Owner>, tops: &BTreeSet<Id<Owner>>) -> bool {
    tops.contains(&owner) || superiors(plan, owner).any(|superior| tops.contains(&superior))
}

/// Those of some names that the words of a plan mention: its prose, and the facts that are written in words.
pub(super) fn named<'a>(plan: &Plan, names: &BTreeSet<&'a str>) -> BTreeSet<&'a str> {
    let lengths: BTreeSet<usize> = names.iter().map(|name| name.len()).collect();
    let mut found = BTreeSet::new();
    if names.is_empty() {
        return found;
    }
    for words in words(plan) {
        for (start, _) in words.char_indices() {
            let pieces = lengths.iter().filter_map(|length| words.get(start..start + length));
            found.extend(pieces.filter_map(|piece| names.get(piece).copied()));
        }
    }
    found
}

fn words(plan: &Plan) -> Vec<&str> {
    let conditions = plan.conditions.iter().flat_map(|each| [Some(&each.when), Some(&each.then), each.of.as_ref()]);
    let funds = plan.funds.iter().flat_map(|each| [&each.source, &each.receiver, &each.purpose].map(Option::as_ref));
    let quotas = plan.quotas.iter().flat_map(|each| [each.of.as_ref(), Some(&each.name)]);
    let members = plan.quotas.iter().flat_map(|each| &each.per_member).map(Some);
    let notices = plan.notices.iter().flat_map(|each| [&each.to, &each.cc, &each.printed].map(Option::as_ref));
    let issuers = plan.bases.iter().map(|each| each.issuer.as_ref());
    let facts = conditions.chain(funds).chain(quotas).chain(members).chain(notices).chain(issuers).flatten();
    prose(plan).map(|words| words.value).chain(facts.map(|words| words.value.as_str())).collect()
}
