//! 主体: who acts.

use crate::plan::{Field, Holder, Id, Link, Origin, Owner, OwnerKind, OwnerRef, Reference, Seats};
use crate::source::Spanned;
use crate::syntax::ast::{Entry, Item, Key, Mark, Value};
use crate::syntax::keyword::Keyword;

use super::Builder;
use super::fields::{self, with_key};
use super::indicators::stray_prose;

impl Builder<'_> {
    /// Declares the owners of a body, each below `superior`.
    pub(super) fn declare_owners(&mut self, items: &[Item], superior: Option<&OwnerRef>) {
        for item in items {
            match item {
                Item::Entry(entry) => {
                    let Key::Name(name) = &entry.key else { continue };
                    let itself = if self.imported.holds(name) {
                        let id = self.declare_owner(name, entry, superior);
                        self.reference_to(id)
                    } else {
                        // Another declaration holds in its place, and what stands below it stands below that one.
                        Reference { link: Link::Unresolved, text: name.value.clone(), span: name.span }
                    };
                    self.declare_owners(&entry.items, Some(&itself));
                }
                Item::Paragraph(paragraph) => {
                    let words = self.written(paragraph.span).to_owned();
                    self.plan.unread.push(Spanned::new(words, paragraph.span));
                    self.findings.push(stray_prose(paragraph.span));
                }
                _ => {}
            }
        }
    }

    fn declare_owner(&mut self, name: &Spanned<String>, entry: &Entry, superior: Option<&OwnerRef>) -> Id<Owner> {
        let items = &entry.items;
        let marks = match &entry.value {
            Value::Owner(owner) => owner.marks.as_slice(),
            _ => &[],
        };
        let has = |wanted: Mark| marks.iter().any(|mark| mark.value == wanted);
        let kind = match () {
            () if has(Mark::Group) => OwnerKind::Group,
            () if has(Mark::Post) => OwnerKind::Post,
            () if has(Mark::Public) => OwnerKind::Public,
            () if has(Mark::External) => OwnerKind::External,
            () => OwnerKind::Organ,
        };
        let class = marks.iter().find_map(|mark| match &mark.value {
            Mark::Of(name) => Some(fields::open(name)),
            _ => None,
        });
        let people = marks.iter().find_map(|mark| match &mark.value {
            Mark::People(count) => Some(*count),
            _ => None,
        });
        let full_name = match &entry.value {
            Value::Owner(owner) => owner.full_name.clone(),
            _ => None,
        };
        let (full_name, short) = full_name.map_or((None, None), |full| {
            let (full, short) = shortened(full);
            (Some(full), short.filter(|short| short.value != name.value))
        });
        let stated = with_key(items, Keyword::Under).next().and_then(|entry| match &entry.value {
            Value::List(names) => names.first().map(fields::open),
            _ => None,
        });
        let owner = Owner {
            name: name.clone(),
            full_name,
            aliases: aliases(items).into_iter().chain(short).collect(),
            kind,
            is_class: has(Mark::Every),
            people,
            under: stated.or_else(|| superior.cloned()),
            class,
            made: None,
            duties: self.all_words(items, Keyword::Duty),
            qualifications: self.all_words(items, Keyword::Qualification),
            notes: self.all_words(items, Keyword::Note),
            quotas: Vec::new(),
            seats: None,
            span: entry.span,
        };
        let id = self.plan.owners.add(owner);
        if kind == OwnerKind::Group {
            self.take_seats(id, items);
        }
        for entry in with_key(items, Keyword::Quota) {
            let quotas = self.quota(entry, Holder::Owner(id));
            self.plan.owners[id].quotas.extend(quotas);
        }
        id
    }

    fn take_seats(&mut self, group: Id<Owner>, items: &[Item]) {
        let meets = with_key(items, Keyword::Meets).next();
        let meets = meets.and_then(|entry| self.meeting(entry, Holder::Owner(group)));
        let seats = Seats {
            leader: either(self.list(items, Keyword::Leader), self.list(items, Keyword::Lead)),
            deputy: self.list(items, Keyword::Deputy),
            members: either(self.list(items, Keyword::Members), self.list(items, Keyword::With)),
            office: self.list(items, Keyword::Office),
            meets,
            titles: [Keyword::Leader, Keyword::Deputy].map(|seat| self.title_of(items, seat)),
        };
        let housed = seats.office.value.iter().any(|office| office.link != Link::Hole);
        self.plan.owners[group].seats = Some(seats);
        if housed {
            self.declare_office(group, items);
        }
    }

    /// What a seat is called, where that is not the keyword.
    fn title_of(&self, items: &[Item], seat: Keyword) -> Option<String> {
        let Key::Word(key) = &with_key(items, seat).next()?.key else { return None };
        let written = self.written(key.span).trim();
        (Keyword::seat(written) == Some(seat)).then(|| written.to_owned())
    }

    /// `办公室：教育局` under 领导小组 declares 领导小组办公室, which others may name.
    fn declare_office(&mut self, group: Id<Owner>, items: &[Item]) {
        let span = with_key(items, Keyword::Office).next().map_or(self.plan.owners[group].span, |entry| entry.span);
        let name = Spanned::new(format!("{}办公室", self.plan.owners[group].name.value), span);
        if self.imported.is_used(span) && self.plan.owners.iter().any(|owner| owner.name.value == name.value) {
            return;
        }
        let full_name = self.plan.owners[group].full_name.clone();
        let office = Owner {
            name,
            full_name: full_name.map(|full| Spanned::new(format!("{}办公室", full.value), span)),
            aliases: Vec::new(),
            kind: OwnerKind::GroupOffice,
            is_class: false,
            people: None,
            under: Some(self.reference_to(group)),
            class: None,
            made: None,
            duties: Vec::new(),
            qualifications: Vec::new(),
            notes: Vec::new(),
            quotas: Vec::new(),
            seats: None,
            span,
        };
        self.plan.owners.add(office);
    }

    fn reference_to(&self, id: Id<Owner>) -> OwnerRef {
        let name = &self.plan.owners[id].name;
        Reference { link: Link::To(id), text: name.value.clone(), span: name.span }
    }
}

/// 牵头 and 配合 of a group are its head and its members; both may be written.
fn either(mut seats: Field<Vec<OwnerRef>>, others: Field<Vec<OwnerRef>>) -> Field<Vec<OwnerRef>> {
    if seats.origin == Origin::Missing {
        return others;
    }
    seats.value.extend(others.value);
    seats
}

/// `澜平县教育局（以下简称“县教育局”）`: the full name, and the short one that its bracket gives.
fn shortened(full: Spanned<String>) -> (Spanned<String>, Option<Spanned<String>>) {
    let found = full.value.strip_suffix(['）', ')']).and_then(|inner| {
        let open = inner.rfind(['（', '(']).filter(|open| *open > 0)?;
        let words = inner[open..].trim_start_matches(['（', '(']);
        let short = ["以下简称", "简称", "下称", "以下统称"].iter().find_map(|word| words.strip_prefix(word))?;
        let short = short.trim_start_matches(['：', ':']).trim_matches(['“', '”', '"']);
        Some((full.piece(inner[..open].trim()), full.piece(short)))
    });
    match found {
        Some((name, short)) if !short.value.is_empty() => (name, Some(short)),
        _ => (full, None),
    }
}

fn aliases(items: &[Item]) -> Vec<Spanned<String>> {
    let lists = with_key(items, Keyword::Alias).filter_map(|entry| match &entry.value {
        Value::List(names) => Some(names),
        _ => None,
    });
    lists.flatten().map(|name| Spanned::new(name.text.clone(), name.span)).collect()
}
