//! Where owners are named: alone, joined, left out, or through whom they belong to.

use super::gather::Gatherer;
use super::{Form, Thing, written};
use crate::compile::Compiled;
use crate::plan::{Id, Made, Measure, OutputKind, Owner, OwnerKind, OwnerRef, Plan};
use crate::source::Span;

/// How an owner came to be one.
pub(in crate::editor) enum Owners {
    /// A line of 主体 declares it.
    Declared,
    /// A line about another does: 办公室 below a group.
    Implied,
    /// A place that names it: 甲＋乙.
    Made,
}

impl Owners {
    /// How an owner came to be one.
    pub fn standing(compiled: &Compiled, owner: &Owner) -> Self {
        if owner.kind == OwnerKind::GroupOffice {
            return Self::Implied;
        }
        if begins_line(compiled, owner.name.span) && owner.made.is_none() { Self::Declared } else { Self::Made }
    }
}

/// Whether nothing but the dash of its line stands before a place.
pub(super) fn begins_line(compiled: &Compiled, span: Span) -> bool {
    let before = compiled.sources.get(span.source).text().get(..span.start as usize).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    !line.trim().is_empty() && line.trim().chars().all(|sign| matches!(sign, '-' | '－' | '—' | '–' | '“' | '"'))
}

impl Gatherer<'_> {
    /// Every place that names an owner.
    pub fn owners(&mut self) {
        let plan = &self.compiled.plan;
        for reference in references(plan) {
            reference.target().into_iter().for_each(|id| self.owner(id, reference.span, 0));
        }
        for output in plan.measures.iter().flat_map(|measure| &measure.outputs) {
            if let OutputKind::Owner(id) = output.kind {
                self.owner(id, output.span, 0);
            }
        }
    }

    /// Takes in that a place names an owner, and whoever is named by that.
    fn owner(&mut self, id: Id<Owner>, span: Span, depth: usize) {
        /// 甲＋乙 holds names, which hold no more than their superiors: deeper is a ring.
        const DEEPEST: usize = 3;
        if depth > DEEPEST {
            return;
        }
        let owner = &self.compiled.plan.owners[id];
        let standing = Owners::standing(self.compiled, owner);
        let within: Vec<&OwnerRef> = match (&owner.made, &standing) {
            (Some(Made::Of(parts)), _) => parts.iter().collect(),
            (Some(Made::Except(class, left)), _) => std::iter::once(class).chain(left).collect(),
            (None, Owners::Made | Owners::Implied) => owner.under.iter().collect(),
            (None, Owners::Declared) => Vec::new(),
        };
        for part in within.iter().filter_map(|part| part.target()) {
            self.named_within(part, span, depth);
        }
        match standing {
            Owners::Declared => {
                self.place(Thing::Owner(id), span);
                // 学校校长 names the school as well.
                if let Some(superior) = owner.superior() {
                    self.beside(id, superior, span);
                }
            }
            Owners::Implied => self.add(Thing::Owner(id), span, Form::Derived, false),
            Owners::Made => {}
        }
    }

    /// An owner whose name stands within a place.
    fn named_within(&mut self, id: Id<Owner>, span: Span, depth: usize) {
        let owner = &self.compiled.plan.owners[id];
        let text = self.compiled.sources.slice(span);
        let names = std::iter::once(&owner.name).chain(&owner.full_name).chain(&owner.aliases);
        match written::longest(text, names.map(|name| name.value.as_str())) {
            Some((_, range)) => {
                let start = span.start as usize;
                self.owner(id, Span::new(span.source, start + range.start, start + range.end), depth + 1);
            }
            None if owner.made.is_some() => self.owner(id, span, depth + 1),
            None => {}
        }
    }

    /// The superior of an owner, where its name stands before that of the owner.
    fn beside(&mut self, id: Id<Owner>, superior: Id<Owner>, span: Span) {
        let text = self.compiled.sources.slice(span);
        let names = |id: Id<Owner>| {
            let owner = &self.compiled.plan.owners[id];
            let names = std::iter::once(&owner.name).chain(&owner.full_name).chain(&owner.aliases);
            names.map(|name| name.value.as_str()).collect::<Vec<_>>()
        };
        let Some((_, own)) = written::longest(text, names(id).into_iter()) else { return };
        let before = &text[..own.start];
        if let Some((_, range)) = written::longest(before, names(superior).into_iter()) {
            let start = span.start as usize;
            self.place(Thing::Owner(superior), Span::new(span.source, start + range.start, start + range.end));
        }
    }
}

/// Every place of a plan where a name of an owner is wanted.
pub(in crate::editor) fn references(plan: &Plan) -> impl Iterator<Item = &OwnerRef> {
    let own = plan.accountable.iter().chain(&plan.issuers).chain(&plan.uses.owners);
    let own = own.chain(plan.measures.iter().flat_map(Measure::named));
    let notices = plan.notices.iter().flat_map(|notice| notice.issuers.iter().chain(&notice.approved));
    let approved = plan.measures.iter().flat_map(|measure| &measure.approved);
    let by = plan.quotas.iter().flat_map(|quota| &quota.by);
    let path = plan.reports.iter().flat_map(|report| &report.path);
    let links = plan.chains.iter().flat_map(|chain| &chain.links);
    let members = plan.alliances.iter().flat_map(|alliance| &alliance.members);
    let roles = plan.roles.iter().map(|role| &role.who);
    let places = plan.owners.iter().flat_map(of_owner);
    let all = own.chain(notices).chain(approved).chain(by).chain(path).chain(links);
    all.chain(members).chain(roles).chain(places)
}

/// The names of others that stand with an owner.
fn of_owner(owner: &Owner) -> impl Iterator<Item = &OwnerRef> {
    let seats = owner.seats.iter();
    let seats = seats.flat_map(|seats| [&seats.leader, &seats.deputy, &seats.members, &seats.office]);
    owner.under.iter().chain(&owner.class).chain(seats.flat_map(|field| &field.value))
}
