//! Owners made of owners: 甲＋乙 acting as one, 除乙外的甲, 甲局长.
//!
//! Such a name is declared by its first use, when all the names in it are declared; a declared name that only looks
//! like one (互联网＋教育专班) is what it was declared as.

use foldhash::{HashSet, HashSetExt};

use crate::plan::{Link, Made, Measure, Owner, OwnerKind, OwnerRef, Plan, Reference};
use crate::source::{Span, Spanned};
use crate::syntax::fold::{bare_name, name_key};

use super::{Stated, worded};

/// Declares every owner that is made of others.
pub(super) fn declare(plan: &mut Plan, stated: &Stated) {
    let mut known = HashSet::new();
    for owner in plan.owners.iter() {
        let names = std::iter::once(&owner.name).chain(&owner.full_name).chain(&owner.aliases);
        known.extend(names.map(|name| name_key(&name.value)));
    }
    let mut found = Vec::new();
    // Most names are declared, and those are neither put in order nor kept.
    let is_open = |reference: &&OwnerRef| {
        matches!(reference.link, Link::Unresolved) && !known.contains(&*bare_name(&reference.text))
    };
    let stated = stated.owners.iter().chain(plan.measures.iter().flat_map(Measure::named)).filter(is_open);
    let mut named: Vec<&OwnerRef> = stated.collect();
    named.sort_by_key(|reference| reference.span);
    named.extend(references(plan).filter(is_open));
    for reference in named {
        let key = name_key(&reference.text);
        if known.contains(&key) {
            continue;
        }
        if let Some(owner) = union(reference, &known).or_else(|| rest(reference, &known)) {
            known.insert(key);
            found.push(owner);
        } else if let Some(owner) =
            post(plan, reference, &known).filter(|owner| !known.contains(&name_key(&owner.name.value)))
        {
            known.insert(name_key(&owner.name.value));
            found.push(owner);
        }
    }
    for owner in found {
        plan.owners.add(owner);
    }
}

/// Every name of an owner that stands in the plan, but those in fields that others inherit.
fn references(plan: &Plan) -> impl Iterator<Item = &OwnerRef> {
    let quotas = plan.quotas.iter().flat_map(|quota| &quota.by);
    let reports = plan.reports.iter().flat_map(|report| &report.path);
    let chains = plan.chains.iter().flat_map(|chain| &chain.links);
    let roles = plan.roles.iter().map(|role| &role.who);
    let issuers = plan.issuers.iter().chain(plan.notices.iter().flat_map(|notice| &notice.issuers));
    let seats = plan.owners.iter().filter_map(|owner| owner.seats.as_ref());
    let seats = seats
        .flat_map(|seats| [&seats.leader, &seats.deputy, &seats.members].into_iter().flat_map(|field| &field.value));
    let approvals = plan.measures.iter().flat_map(|measure| &measure.approved);
    quotas.chain(reports).chain(chains).chain(roles).chain(issuers).chain(approvals).chain(seats)
}

fn union(reference: &OwnerRef, known: &HashSet<String>) -> Option<Owner> {
    let names = reference.text.split(['＋', '+']).map(str::trim).collect::<Vec<_>>();
    // One of them is enough: the others are then reported as what is not declared.
    let is_known = names.iter().any(|name| known.contains(&name_key(name)));
    if names.len() < 2 || !is_known {
        return None;
    }
    let is_verbatim = (reference.span.end - reference.span.start) as usize == reference.text.len();
    let place = |name: &str| {
        let start = reference.span.start as usize + (name.as_ptr() as usize - reference.text.as_ptr() as usize);
        if is_verbatim { Span::new(reference.span.source, start, start + name.len()) } else { reference.span }
    };
    let parts = names.into_iter().map(|name| outside(name, place(name)).unwrap_or_else(|| part(name, place(name))));
    let parts = parts.collect();
    Some(made(reference, OwnerKind::Union, Made::Of(parts)))
}

/// `除普通高中外的学校`, `除甲、乙以外的其他学校`.
fn rest(reference: &OwnerRef, known: &HashSet<String>) -> Option<Owner> {
    let inner = reference.text.strip_prefix('除')?;
    let marks = ["以外的", "之外的", "外的", "以外", "外"];
    let (left, class) = marks.iter().find_map(|mark| inner.split_once(mark))?;
    let class = ["其他", "其余", "其它"].iter().find_map(|word| class.strip_prefix(word)).unwrap_or(class).trim();
    let names = left.split(['和', '与']).map(str::trim).collect::<Vec<_>>();
    let all_known = names.iter().chain([&class]).all(|name| known.contains(&name_key(name)));
    let except = names.into_iter().map(|name| part(name, reference.span)).collect();
    all_known.then(|| made(reference, OwnerKind::Rest, Made::Except(part(class, reference.span), except)))
}

/// `县教育局局长`, `各学校校长`: a post of an organ that is declared, unless the post is declared itself.
fn post(plan: &Plan, reference: &OwnerRef, known: &HashSet<String>) -> Option<Owner> {
    let (organ, title) = worded::post_of(&reference.text, |name| known.contains(&name_key(name)))?;
    let is_declared = |owner: &Owner| {
        owner.name.value == title && owner.under.as_ref().is_some_and(|under| name_key(&under.text) == name_key(organ))
    };
    let of_organ = |owner: &&Owner| name_key(&owner.name.value) == name_key(organ);
    if plan.owners.iter().any(is_declared) {
        return None;
    }
    let is_class = plan.owners.iter().find(of_organ).is_some_and(|owner| owner.is_class);
    let under = Some(part(organ, reference.span));
    let name = Spanned::new(format!("{organ}{title}"), reference.span);
    let blank = made(reference, OwnerKind::Post, Made::Of(Vec::new()));
    Some(Owner { name, is_class, under, made: None, ..blank })
}

/// `“家长委员会”` among those that act as one: it needs no declaration.
fn outside(name: &str, span: Span) -> Option<OwnerRef> {
    let inner = name.strip_prefix('“')?.strip_suffix('”')?;
    Some(Reference { link: Link::Outside, text: inner.to_owned(), span })
}

fn part(name: &str, span: Span) -> OwnerRef {
    Reference { link: Link::Unresolved, text: name.to_owned(), span }
}

fn made(reference: &OwnerRef, kind: OwnerKind, made: Made) -> Owner {
    Owner {
        name: Spanned::new(reference.text.clone(), reference.span),
        full_name: None,
        aliases: Vec::new(),
        kind,
        is_class: kind == OwnerKind::Rest,
        people: None,
        under: None,
        class: None,
        made: Some(made),
        duties: Vec::new(),
        qualifications: Vec::new(),
        notes: Vec::new(),
        quotas: Vec::new(),
        seats: None,
        span: reference.span,
    }
}
