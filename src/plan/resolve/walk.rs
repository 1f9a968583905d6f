//! The walk over the tree that makes every record, in the order of the text.

use crate::calendar::When;
use crate::plan::{
    Field, Goal, GoalRef, Grid, Holder, Link, Measure, Notice, Origin, Output, OutputKind, OwnerRef, Part, Phase,
    Prose, Reference, Section,
};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Entry, Head, Item, Key, NameKind, Noun, Value};
use crate::syntax::keyword::Keyword;

use super::fields::with_key;
use super::{Builder, faults, inline};

/// What a part inherits from what encloses it.
#[derive(Clone, Default)]
pub(super) struct Scope {
    accountable: Field<Vec<OwnerRef>>,
    lead: Field<Vec<OwnerRef>>,
    with: Field<Vec<OwnerRef>>,
    due: Field<Option<Spanned<When>>>,
    serves: Field<Vec<GoalRef>>,
}

/// A goal, measure or phase as it is written, heading or data line.
struct Written<'a> {
    keyword: Keyword,
    name: Spanned<String>,
    title: Spanned<String>,
    time: Option<Spanned<When>>,
    level: Option<u8>,
    span: Span,
    items: &'a [Item],
}

/// What the title of a paper that brings a plan ends in; else its heading holds a number.
const TITLE_ENDS: [&str; 5] = ["通知", "请示", "报告", "函", "意见"];

impl Builder<'_> {
    /// Makes the records of a whole file.
    pub(super) fn walk(&mut self, items: &[Item]) {
        let scope = Scope::default();
        for item in items {
            match item {
                Item::Section(section) => self.top_section(section, &scope),
                other => {
                    let parts = self.part(other, Holder::Plan, &scope);
                    self.plan.body.extend(parts);
                }
            }
        }
    }

    fn top_section(&mut self, section: &ast::Section, scope: &Scope) {
        match &section.head {
            Head::Noun(noun) if noun.keyword == Keyword::Notice => self.notice(section, noun, scope),
            Head::Noun(noun) if noun.keyword == Keyword::Plan => self.plan(section, noun.title.clone(), scope),
            // A plain title at the top is the title of a plan.
            Head::Plain(title) if self.plan.title.is_none() && section.level == 1 => {
                self.plan(section, Some(title.clone()), scope);
            }
            _ => {
                let parts = self.part_of_section(section, Holder::Plan, scope);
                self.plan.body.extend(parts);
            }
        }
    }

    fn plan(&mut self, section: &ast::Section, title: Option<Spanned<String>>, scope: &Scope) {
        let items = &section.items;
        if let Some(first) = &self.plan.title {
            let again = title.as_ref().map_or(section.span, |title| title.span);
            let first = if first.value.is_empty() { self.plan.span } else { first.span };
            self.findings.push(super::faults::second_plan(again, first));
            // Its text is still read, below the first: only what a plan says of itself is left out.
            let scope = self.scope(items, scope);
            let parts = self.body(items, Holder::Plan, &scope);
            self.plan.body.extend(parts);
            return;
        }
        self.plan.title = title.or_else(|| Some(Spanned::new(String::new(), section.span)));
        self.plan.span = section.span;
        self.plan.kind = self.words(items, Keyword::Kind);
        self.plan.number = self.words(items, Keyword::Number);
        self.plan.period = self.date(items, Keyword::Period);
        self.plan.issuers = self.plain_list(items, Keyword::Issuer);
        self.plan.date = self.date(items, Keyword::Date);
        self.plan.attachments = self.all_words(items, Keyword::Attachment);
        let scope = self.scope(items, scope);
        self.plan.accountable = scope.accountable.value.clone();
        let parts = self.body(items, Holder::Plan, &scope);
        self.plan.body.extend(parts);
    }

    fn notice(&mut self, section: &ast::Section, noun: &Noun, scope: &Scope) {
        let items = &section.items;
        let holder = Holder::Notice(self.plan.notices.len());
        let stated = self.words(items, Keyword::Number);
        let is_title = |words: &&crate::source::Spanned<String>| {
            TITLE_ENDS.iter().any(|kind| words.value.trim_end().ends_with(kind))
        };
        let title = noun.title.as_ref().filter(is_title).cloned();
        let number = noun.title.clone().filter(|number| title.is_none() && number.value.contains(['号', '〔']));
        let notice = Notice {
            span: section.span,
            issuers: self.plain_list(items, Keyword::Issuer),
            title,
            number: stated.or(number),
            signers: self.words(items, Keyword::Signer),
            to: self.words(items, Keyword::To),
            cc: self.words(items, Keyword::Cc),
            date: self.date(items, Keyword::Date),
            signed: self.date(items, Keyword::Signed),
            published: self.date(items, Keyword::Published),
            printed: self.words(items, Keyword::Printed),
            index: self.words(items, Keyword::Index),
            topic: self.words(items, Keyword::Topic),
            publicity: self.words(items, Keyword::Publicity),
            notes: self.all_words(items, Keyword::Note),
            attachments: self.all_words(items, Keyword::Attachment),
            approved: self.plain_list(items, Keyword::Approved),
            after: self.plain_list(items, Keyword::After),
            body: Vec::new(),
        };
        let Holder::Notice(index) = holder else { return };
        self.plan.notices.push(notice);
        let body = self.body(items, holder, scope);
        self.plan.notices[index].body = body;
    }

    /// What the fields among `items` make of what is inherited.
    fn scope(&mut self, items: &[Item], above: &Scope) -> Scope {
        let accountable = self.owners_field(items, Keyword::Accountable);
        let lead = self.owners_field(items, Keyword::Lead);
        let with = self.owners_field(items, Keyword::With);
        let serves: Field<Vec<GoalRef>> = self.list(items, Keyword::Serves);
        self.stated.goals.extend(serves.value.iter().cloned());
        Scope {
            accountable: or_inherited(accountable, &above.accountable),
            lead: or_inherited(lead, &above.lead),
            with: or_inherited(with, &above.with),
            due: or_inherited(self.due(items, Keyword::Due), &above.due),
            serves: or_inherited(serves, &above.serves),
        }
    }

    fn owners_field(&mut self, items: &[Item], keyword: Keyword) -> Field<Vec<OwnerRef>> {
        let field: Field<Vec<OwnerRef>> = self.list(items, keyword);
        self.stated.owners.extend(field.value.iter().cloned());
        field
    }

    /// The text among some items.
    fn body(&mut self, items: &[Item], holder: Holder, scope: &Scope) -> Vec<Part> {
        let mut parts = Vec::new();
        for item in items {
            parts.extend(self.part(item, holder, scope));
        }
        parts
    }

    fn part(&mut self, item: &Item, holder: Holder, scope: &Scope) -> Vec<Part> {
        match item {
            Item::Section(section) => self.part_of_section(section, holder, scope),
            Item::Paragraph(paragraph) => {
                vec![Part::Prose(prose(paragraph))]
            }
            Item::Grid(grid) => {
                let rows = grid.rows.iter().map(|row| row.iter().map(prose).collect()).collect();
                vec![Part::Grid(Grid { rows, colons: grid.colons.clone() })]
            }
            Item::Entry(entry) => match (&entry.key, &entry.value) {
                _ if matches!(holder, Holder::Goal(goal) if self.referred.take(entry, goal, &mut self.findings)) => {
                    Vec::new()
                }
                (Key::Word(keyword), Value::Title(title, time)) => {
                    let written = Written {
                        keyword: keyword.value,
                        name: entry.name.clone().unwrap_or_else(|| title.clone()),
                        title: title.clone(),
                        time: time.clone(),
                        level: None,
                        span: entry.span,
                        items: &entry.items,
                    };
                    self.noun(&written, holder, scope).into_iter().collect()
                }
                (Key::Word(keyword), _) => self.fact(keyword.value, entry, holder),
                _ => Vec::new(),
            },
        }
    }

    fn part_of_section(&mut self, section: &ast::Section, holder: Holder, scope: &Scope) -> Vec<Part> {
        match &section.head {
            Head::Noun(noun) if noun.keyword == Keyword::Owners => {
                self.declare_owners(&section.items, None);
                Vec::new()
            }
            // Declared before the walk.
            Head::Noun(noun) if matches!(noun.keyword, Keyword::Indicators | Keyword::Units | Keyword::Calendar) => {
                Vec::new()
            }
            Head::Noun(noun) => self.noun_heading(section, noun, holder, scope).into_iter().collect(),
            Head::Plain(title) => vec![self.section(section, title, holder, scope)],
        }
    }

    fn section(&mut self, section: &ast::Section, title: &Spanned<String>, holder: Holder, scope: &Scope) -> Part {
        let id =
            self.plan.sections.add(Section { title: title.clone(), level: section.level, holder, body: Vec::new() });
        let scope = self.scope(&section.items, scope);
        let before = self.steps();
        let body = self.body(&section.items, Holder::Section(id), &scope);
        self.plan.sections[id].body = body;
        // What could not be read may have been the measure.
        let steps = [Keyword::Goal, Keyword::Measure, Keyword::Phase];
        let may_be_step = |line: &Spanned<String>| {
            let is_heading = section.span.range().contains(&(line.span.start as usize));
            is_heading || steps.iter().any(|step| line.value.contains(step.zh()) || line.value.contains(step.en()))
        };
        if self.steps() == before && !self.plan.unread.iter().any(may_be_step) {
            self.report_idle_fields(&section.items);
        }
        Part::Section(id)
    }

    /// How many goals, measures and phases there are so far.
    fn steps(&self) -> usize {
        self.plan.goals.len() + self.plan.measures.len() + self.plan.phases.len()
    }

    /// Who leads, who helps and by when, in a section without anything to be done.
    fn report_idle_fields(&mut self, items: &[Item]) {
        for item in items {
            let Item::Entry(Entry { key: Key::Word(key), .. }) = item else { continue };
            // A keyword that was guessed is told of as such.
            let is_written = Keyword::find(self.written(key.span)) == Some(key.value);
            if is_written && matches!(key.value, Keyword::Lead | Keyword::With | Keyword::Due) {
                self.findings.push(faults::idle_field(key.value, key.span));
            }
        }
    }

    fn noun_heading(&mut self, section: &ast::Section, noun: &Noun, holder: Holder, scope: &Scope) -> Option<Part> {
        let untitled = || Spanned::new(String::new(), noun.keyword_span);
        let title = noun.title.clone().or_else(|| noun.name.clone()).unwrap_or_else(untitled);
        let written = Written {
            keyword: noun.keyword,
            name: noun.name.clone().unwrap_or_else(|| title.clone()),
            title,
            time: noun.time.clone(),
            level: Some(section.level),
            span: section.span,
            items: &section.items,
        };
        self.noun(&written, holder, scope)
    }

    fn noun(&mut self, written: &Written, holder: Holder, scope: &Scope) -> Option<Part> {
        match written.keyword {
            Keyword::Goal => Some(self.goal(written, holder, scope)),
            Keyword::Measure => Some(self.measure(written, holder, scope)),
            Keyword::Phase => Some(self.phase(written, holder, scope)),
            _ => None,
        }
    }

    fn goal(&mut self, written: &Written, holder: Holder, scope: &Scope) -> Part {
        let mut inner = self.scope(written.items, scope);
        let goal = Goal {
            name: written.name.clone(),
            title: written.title.clone(),
            level: written.level,
            holder,
            span: written.span,
            accountable: inner.accountable.clone(),
            lead: inner.lead.clone(),
            due: inner.due.clone(),
            serves: self.list(written.items, Keyword::Serves),
            body: Vec::new(),
        };
        let id = self.plan.goals.add(goal);
        // What stands below a goal serves it, unless it says otherwise.
        let itself = Reference { link: Link::To(id), text: written.name.value.clone(), span: written.name.span };
        inner.serves = Field { value: vec![itself], origin: Origin::Inherited };
        let body = self.body(written.items, Holder::Goal(id), &inner);
        self.plan.goals[id].body = body;
        Part::Goal(id)
    }

    fn measure(&mut self, written: &Written, holder: Holder, scope: &Scope) -> Part {
        let items = written.items;
        let inner = self.scope(items, scope);
        let measure = Measure {
            name: written.name.clone(),
            title: written.title.clone(),
            level: written.level,
            holder,
            span: written.span,
            accountable: inner.accountable.clone(),
            lead: inner.lead.clone(),
            with: inner.with.clone(),
            start: self.time(items, Keyword::Start),
            due: inner.due.clone(),
            after: self.plain_list(items, Keyword::After),
            builds_on: self.plain_list(items, Keyword::BuildsOn),
            serves: inner.serves.clone(),
            outputs: outputs(items),
            approved: self.plain_list(items, Keyword::Approved),
            forbids: self.all_words(items, Keyword::Forbid),
            body: Vec::new(),
        };
        let id = self.plan.measures.add(measure);
        let body = self.body(items, Holder::Measure(id), &inner);
        self.plan.measures[id].body = body;
        Part::Measure(id)
    }

    fn phase(&mut self, written: &Written, holder: Holder, scope: &Scope) -> Part {
        let items = written.items;
        let inner = self.scope(items, scope);
        let phase = Phase {
            name: written.name.clone(),
            title: written.title.clone(),
            level: written.level,
            holder,
            span: written.span,
            time: written.time.clone(),
            lead: inner.lead.clone(),
            with: inner.with.clone(),
            after: self.plain_list(items, Keyword::After),
            builds_on: self.plain_list(items, Keyword::BuildsOn),
            body: Vec::new(),
        };
        let id = self.plan.phases.add(phase);
        let body = self.body(items, Holder::Phase(id), &inner);
        self.plan.phases[id].body = body;
        Part::Phase(id)
    }
}

fn prose(paragraph: &ast::Paragraph) -> Prose {
    let ast::Paragraph { is_signature, inlines, span } = paragraph;
    Prose { is_signature: *is_signature, inlines: inline::open(inlines), span: *span }
}

fn or_inherited<T: Clone + Default>(own: Field<T>, above: &Field<T>) -> Field<T> {
    if own.origin == Origin::Missing { above.inherited() } else { own }
}

fn outputs(items: &[Item]) -> Vec<Output> {
    let lines = with_key(items, Keyword::Output);
    lines.flat_map(output).collect()
}

fn output(entry: &Entry) -> Vec<Output> {
    match &entry.value {
        Value::Outputs(names, due) => names
            .iter()
            .map(|name| {
                let kind = match name.kind {
                    NameKind::Title => OutputKind::Document,
                    NameKind::Hole => OutputKind::Hole,
                    NameKind::Plain | NameKind::Quoted => OutputKind::Words,
                };
                Output { text: name.text.clone(), span: name.span, kind, due: due.clone() }
            })
            .collect(),
        Value::Empty => vec![Output { text: String::new(), span: entry.span, kind: OutputKind::Hole, due: None }],
        _ => Vec::new(),
    }
}
