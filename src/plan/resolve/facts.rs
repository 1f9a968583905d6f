//! The other facts: reports, chains, sets, documents, conditions, roles.

use crate::plan::{Basis, Chain, Condition, Fact, Holder, Link, Member, Part, Reference, Report, Role, Set};
use crate::source::Spanned;
use crate::syntax::ast::{Entry, NameKind, Value};
use crate::syntax::keyword::Keyword;

use super::{Builder, faults, fields};

impl Builder<'_> {
    /// The parts that a data line puts into the text; none for a field of what encloses it.
    pub(super) fn fact(&mut self, keyword: Keyword, entry: &Entry, holder: Holder) -> Vec<Part> {
        if matches!(entry.value, Value::Faulty(_)) {
            self.plan.faulty.push(holder);
            return Vec::new();
        }
        let fact = match keyword {
            Keyword::Quota => return parts(self.quota(entry, holder), Fact::Quota),
            Keyword::Baseline => return parts(self.baseline(entry, holder), Fact::Baseline),
            Keyword::Fund => self.fund(entry, holder).map(Fact::Fund),
            Keyword::Report => self.report(entry, holder),
            Keyword::Chain => self.chain(entry, holder),
            Keyword::Set => self.set(entry, holder),
            Keyword::Basis => self.basis(entry, holder),
            Keyword::If => self.condition(entry, holder),
            Keyword::Role => self.role(entry, holder),
            Keyword::Note => text(entry).map(Fact::Note),
            Keyword::Show => text(entry).map(Fact::Show),
            _ => return Vec::new(),
        };
        if fact.is_none() && matches!(entry.value, Value::Empty) && keyword != Keyword::Fund {
            self.findings.push(faults::empty(keyword, entry.span));
        }
        fact.into_iter().map(Part::Fact).collect()
    }

    fn report(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::Report(report) = &entry.value else { return None };
        Some(Fact::Report(self.plan.reports.add(Report {
            what: report.what.clone(),
            path: fields::open_all(&report.path),
            every: report.every,
            holder,
            span: entry.span,
        })))
    }

    fn chain(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::Chain(links) = &entry.value else { return None };
        let links = fields::open_all(links);
        let chain = Chain { name: entry.name.clone(), links, holder, span: entry.span };
        Some(Fact::Chain(self.plan.chains.add(chain)))
    }

    fn set(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let (Value::Set(set), Some(name)) = (&entry.value, &entry.name) else { return None };
        let members = set.members.iter().map(|name| Member {
            text: name.text.clone(),
            span: name.span,
            thing: None,
            is_hole: name.kind == NameKind::Hole,
        });
        Some(Fact::Set(self.plan.sets.add(Set {
            name: name.clone(),
            counts: set.counts.clone(),
            count_span: set.count_span,
            members: members.collect(),
            is_open: set.open,
            holder,
            span: entry.span,
        })))
    }

    fn basis(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::Document(document) = &entry.value else { return None };
        Some(Fact::Basis(self.plan.bases.add(Basis {
            name: entry.name.clone(),
            title: document.title.clone(),
            number: document.number.clone(),
            time: document.time.clone(),
            relation: document.relation.clone(),
            issuer: document.issuer.clone(),
            holder,
            span: entry.span,
        })))
    }

    fn condition(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::Condition(condition) = &entry.value else { return None };
        let condition = Condition {
            when: condition.when.clone(),
            then: condition.then.clone(),
            of: self.words(&entry.items, Keyword::Of),
            within: self.words(&entry.items, Keyword::Within),
            holder,
            span: entry.span,
        };
        Some(Fact::Condition(self.plan.conditions.add(condition)))
    }

    fn role(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::Text(what) = &entry.value else { return None };
        let name = entry.name.as_ref().unwrap_or(what);
        let who = Reference { link: Link::Unresolved, text: name.value.clone(), span: name.span };
        Some(Fact::Role(self.plan.roles.add(Role { who, what: what.clone(), holder, span: entry.span })))
    }
}

fn parts<T>(ids: Vec<T>, fact: impl Fn(T) -> Fact) -> Vec<Part> {
    ids.into_iter().map(|id| Part::Fact(fact(id))).collect()
}

fn text(entry: &Entry) -> Option<Spanned<String>> {
    match &entry.value {
        Value::Text(words) => Some(words.clone()),
        _ => None,
    }
}
