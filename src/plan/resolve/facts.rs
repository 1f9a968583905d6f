//! The other facts: reports, chains, sets, documents, conditions, roles.

use crate::plan::{
    Alliance, Basis, Chain, Condition, Fact, Holder, Levels, Link, Member, Part, Reference, Report, Role, Set,
};
use crate::source::Spanned;
use crate::syntax::ast::{Entry, Name, NameKind, Value};
use crate::syntax::keyword::Keyword;

use super::copied::{MOST_SHOWN, too_many_shown};
use super::{Builder, faults, fields};

impl Builder<'_> {
    /// The parts that a data line puts into the text; none for a field of what encloses it.
    pub(super) fn fact(&mut self, keyword: Keyword, entry: &Entry, holder: Holder) -> Vec<Part> {
        if matches!(entry.value, Value::Faulty(_)) {
            self.plan.faulty.push(holder);
            return Vec::new();
        }
        let mut parts = self.own_parts(keyword, entry, holder);
        let nested = self.nested(entry, holder, &parts);
        parts.extend(nested);
        parts
    }

    /// Notes and conditions that stand below a fact, after it.
    fn nested(&mut self, entry: &Entry, holder: Holder, parts: &[Part]) -> Vec<Part> {
        let notes = self.all_words(&entry.items, Keyword::Note);
        let mut found: Vec<Part> = Vec::new();
        for below in fields::with_key(&entry.items, Keyword::If) {
            let Some(Fact::Condition(id)) = self.condition(below, holder) else { continue };
            match parts.first() {
                Some(Part::Fact(Fact::Fund(fund))) => self.plan.conditions[id].fund = Some(*fund),
                Some(Part::Fact(Fact::Quota(quota))) => self.plan.conditions[id].quota = Some(*quota),
                _ => self.findings.push(faults::out_of_place(below.span, ("现状", "baseline"))),
            }
            found.push(Part::Fact(Fact::Condition(id)));
        }
        found.extend(notes.into_iter().map(|note| Part::Fact(Fact::Note(note))));
        found
    }

    fn own_parts(&mut self, keyword: Keyword, entry: &Entry, holder: Holder) -> Vec<Part> {
        let fact = match keyword {
            Keyword::Quota => return parts(self.quota(entry, holder), Fact::Quota),
            Keyword::Baseline => return parts(self.baseline(entry, holder), Fact::Baseline),
            Keyword::Fund => return parts(self.fund(entry, holder), Fact::Fund),
            Keyword::Report if !matches!(entry.value, Value::Empty) => return self.reports(entry, holder),
            Keyword::Chain => self.chain(entry, holder),
            Keyword::Alliance => self.alliance(entry, holder),
            Keyword::Levels => self.levels(entry, holder),
            Keyword::Set => self.set(entry, holder),
            Keyword::Basis if !matches!(entry.value, Value::Empty) => return self.bases(entry, holder),
            Keyword::Basis | Keyword::Report => None,
            Keyword::If => self.condition(entry, holder),
            Keyword::Role => self.role(entry, holder),
            Keyword::Note => text(entry).map(Fact::Note),
            Keyword::Forbid if !matches!(holder, Holder::Measure(_)) => text(entry).map(Fact::Forbid),
            // Wherever it stands, it hangs on the plan; those right below the plan are known by now.
            Keyword::Attachment if !matches!(holder, Holder::Plan | Holder::Notice(_)) => {
                let attachment = text(entry);
                if attachment.is_none() {
                    self.findings.push(faults::empty(keyword, entry.span));
                }
                self.plan.attachments.extend(attachment);
                return Vec::new();
            }
            Keyword::Show => self.show(entry),
            _ => return Vec::new(),
        };
        if fact.is_none() && matches!(entry.value, Value::Empty) {
            self.findings.push(faults::empty(keyword, entry.span));
        }
        fact.into_iter().map(Part::Fact).collect()
    }

    /// A table or picture that is placed here.
    fn show(&mut self, entry: &Entry) -> Option<Fact> {
        let words = text(entry)?;
        self.shown += 1;
        if self.shown == MOST_SHOWN + 1 {
            self.findings.push(too_many_shown(entry.span));
        }
        (self.shown <= MOST_SHOWN).then_some(Fact::Show(words))
    }

    /// The reports of a line: one for each who reports and each who is reported to.
    fn reports(&mut self, entry: &Entry, holder: Holder) -> Vec<Part> {
        let Value::Report(report) = &entry.value else { return Vec::new() };
        let paths = report.path.iter().fold(vec![Vec::new()], |paths: Vec<Vec<&Name>>, link| {
            let longer = paths.iter().flat_map(|path| link.iter().map(|name| [&path[..], &[name]].concat()));
            longer.collect()
        });
        let reports = paths.into_iter().map(|path| Report {
            what: report.what.clone(),
            path: path.into_iter().map(fields::open).collect(),
            every: report.every,
            when: report.when.clone(),
            holder,
            span: entry.span,
        });
        reports.map(|report| Part::Fact(Fact::Report(self.plan.reports.add(report)))).collect()
    }

    fn chain(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::Chain(links) = &entry.value else { return None };
        let links = fields::open_all(links);
        let chain = Chain { name: entry.name.as_deref().cloned(), links, holder, span: entry.span };
        Some(Fact::Chain(self.plan.chains.add(chain)))
    }

    fn alliance(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::List(members) = &entry.value else { return None };
        let members = fields::open_all(members);
        let alliance = Alliance { name: entry.name.as_deref().cloned(), members, holder, span: entry.span };
        Some(Fact::Alliance(self.plan.alliances.add(alliance)))
    }

    fn levels(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::Chain(tiers) = &entry.value else { return None };
        let tiers = tiers.iter().map(|tier| Spanned::new(tier.text.clone(), tier.span)).collect();
        let levels = Levels { name: entry.name.as_deref().cloned(), tiers, holder, span: entry.span };
        Some(Fact::Levels(self.plan.levels.add(levels)))
    }

    fn set(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let (Value::Set(set), Some(name)) = (&entry.value, entry.name.as_deref()) else { return None };
        let members = set.members.iter().map(|name| Member {
            text: name.text.clone(),
            span: name.span,
            thing: None,
            is_hole: name.kind == NameKind::Hole,
            is_document: name.kind == NameKind::Title,
            is_quoted: name.kind == NameKind::Quoted,
        });
        Some(Fact::Set(self.plan.sets.add(Set {
            name: name.clone(),
            counts: set.counts.clone(),
            count_span: set.count_span,
            count_unit: set.count_unit.clone(),
            members: members.collect(),
            is_open: set.open,
            is_ordered: set.ordered,
            is_unlisted: set.unlisted,
            holder,
            span: entry.span,
        })))
    }

    /// The documents of a line, each a fact of its own.
    fn bases(&mut self, entry: &Entry, holder: Holder) -> Vec<Part> {
        let Value::Documents(documents) = &entry.value else { return Vec::new() };
        let bases = documents.iter().map(|document| Basis {
            name: entry.name.as_deref().cloned(),
            title: document.title.clone(),
            is_titled: document.is_titled,
            number: document.number.clone(),
            remark: document.remark.clone(),
            passage: document.passage.clone(),
            time: document.time.clone(),
            relation: document.relation.clone(),
            issuer: document.issuer.clone(),
            holder,
            span: entry.span,
        });
        bases.map(|basis| Part::Fact(Fact::Basis(self.plan.bases.add(basis)))).collect()
    }

    fn condition(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::Condition(condition) = &entry.value else { return None };
        let condition = Condition {
            when: condition.when.clone(),
            then: condition.then.clone(),
            of: self.words(&entry.items, Keyword::Of),
            within: self.time(&entry.items, Keyword::Within),
            lasts: self.time(&entry.items, Keyword::Lasts),
            fund: None,
            quota: None,
            holder,
            span: entry.span,
        };
        Some(Fact::Condition(self.plan.conditions.add(condition)))
    }

    fn role(&mut self, entry: &Entry, holder: Holder) -> Option<Fact> {
        let Value::Text(what) = &entry.value else { return None };
        let name = entry.name.as_deref().unwrap_or(what);
        let is_quoted = self.written(name.span).starts_with(['“', '"', '＂', '《']);
        let link = if is_quoted { Link::Outside } else { Link::Unresolved };
        // 教务处、班主任共同 is one owner made of several, as in a list of owners.
        let joint = name.value.strip_suffix("共同").filter(|names| names.contains('、'));
        let text = joint.map_or_else(|| name.value.clone(), |names| names.replace('、', "＋"));
        let who = Reference { link, text, span: name.span };
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
