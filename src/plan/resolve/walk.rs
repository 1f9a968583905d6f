//! The walk over the tree that makes every record, in the order of the text.
//!
//! It takes the tree apart as it goes: what has become a record is given up, so that a large plan never stands in memory
//! twice.

use crate::calendar::When;
use crate::plan::{
    Field, Goal, Grid, Holder, Link, Measure, Notice, Origin, Output, OutputKind, Part, Phase, Prose, Reference,
    Section,
};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Entry, Head, Item, Key, NameKind, Value};
use crate::syntax::keyword::Keyword;

use super::fields::with_key;
use super::inherit::Scope;
use super::survey::Survey;
use super::{Builder, faults, inline};

/// A goal, measure or phase as it is written, heading or data line.
struct Written {
    keyword: Keyword,
    name: Spanned<String>,
    title: Spanned<String>,
    time: Option<Spanned<When>>,
    level: Option<u8>,
    span: Span,
    items: Vec<Item>,
}

/// What the title of a paper that brings a plan ends in; else its heading holds a number.
const TITLE_ENDS: [&str; 5] = ["通知", "请示", "报告", "函", "意见"];

impl Builder<'_> {
    /// Makes the records of a whole file.
    pub(super) fn walk(&mut self, items: Vec<Item>, survey: &Survey) {
        let scope = Scope::default();
        self.plan.measures.reserve(survey.measures);
        for item in items {
            match item {
                Item::Section(section) => self.top_section(*section, &scope),
                other => {
                    let parts = self.body(vec![other], Holder::Plan, &scope);
                    self.plan.body.extend(parts);
                }
            }
        }
    }

    fn top_section(&mut self, section: ast::Section, scope: &Scope) {
        match &section.head {
            Head::Noun(noun) if noun.keyword == Keyword::Notice => {
                let title = noun.title.clone();
                self.notice(section, title, scope);
            }
            Head::Noun(noun) if noun.keyword == Keyword::Plan => {
                let title = noun.title.clone();
                self.plan(section, title, scope);
            }
            // A plain title at the top is the title of a plan.
            Head::Plain(title) if self.plan.title.is_none() && section.level == 1 => {
                let title = title.clone();
                self.plan(section, Some(title), scope);
            }
            _ => {
                let part = self.part_of_section(section, Holder::Plan, scope);
                self.plan.body.extend(part);
            }
        }
    }

    fn plan(&mut self, section: ast::Section, title: Option<Spanned<String>>, scope: &Scope) {
        let ast::Section { span, items, .. } = section;
        if let Some(first) = &self.plan.title {
            let again = title.as_ref().map_or(span, |title| title.span);
            let first = if first.value.is_empty() { self.plan.span } else { first.span };
            self.findings.push(super::faults::second_plan(again, first));
            // Its text is still read, below the first: only what a plan says of itself is left out.
            let scope = self.scope(&items, scope);
            let parts = self.body(items, Holder::Plan, &scope);
            self.plan.body.extend(parts);
            return;
        }
        self.plan.title = title.or_else(|| Some(Spanned::new(String::new(), span)));
        self.plan.span = span;
        self.plan.kind = self.words(&items, Keyword::Kind);
        self.plan.number = self.words(&items, Keyword::Number);
        self.plan.period = self.date(&items, Keyword::Period);
        self.plan.issuers = self.plain_list(&items, Keyword::Issuer);
        self.plan.date = self.date(&items, Keyword::Date);
        self.plan.attachments = self.all_words(&items, Keyword::Attachment);
        let scope = self.scope(&items, scope);
        self.plan.accountable = scope.accountable.value.clone();
        let parts = self.body(items, Holder::Plan, &scope);
        self.plan.body.extend(parts);
    }

    fn notice(&mut self, section: ast::Section, written: Option<Spanned<String>>, scope: &Scope) {
        let ast::Section { span, items, .. } = section;
        let holder = Holder::Notice(self.plan.notices.len());
        let stated = self.words(&items, Keyword::Number);
        let is_title = |words: &&crate::source::Spanned<String>| {
            TITLE_ENDS.iter().any(|kind| words.value.trim_end().ends_with(kind))
        };
        let title = written.as_ref().filter(is_title).cloned();
        let number = written.filter(|number| title.is_none() && number.value.contains(['号', '〔']));
        let notice = Notice {
            span,
            issuers: self.plain_list(&items, Keyword::Issuer),
            title,
            number: stated.or(number),
            urgency: self.words(&items, Keyword::Urgency),
            signers: self.words(&items, Keyword::Signer),
            to: self.words(&items, Keyword::To),
            cc: self.words(&items, Keyword::Cc),
            date: self.date(&items, Keyword::Date),
            signed: self.date(&items, Keyword::Signed),
            published: self.date(&items, Keyword::Published),
            printed: self.words(&items, Keyword::Printed),
            index: self.words(&items, Keyword::Index),
            topic: self.words(&items, Keyword::Topic),
            publicity: self.words(&items, Keyword::Publicity),
            notes: self.all_words(&items, Keyword::Note),
            attachments: self.all_words(&items, Keyword::Attachment),
            approved: self.plain_list(&items, Keyword::Approved),
            after: self.plain_list(&items, Keyword::After),
            body: Vec::new(),
        };
        let Holder::Notice(index) = holder else { return };
        self.plan.notices.push(notice);
        let body = self.body(items, holder, scope);
        self.plan.notices[index].body = body;
    }

    /// What the fields among `items` make of what is inherited; what they name is noted.
    fn scope(&mut self, items: &[Item], above: &Scope) -> Scope {
        let own = self.fields(items);
        for field in [&own.accountable, &own.lead, &own.with] {
            self.stated.owners.extend(field.value.iter().cloned());
        }
        self.stated.goals.extend(own.serves.value.iter().cloned());
        own.below(above, &mut self.copied)
    }

    /// What the fields among `items` say.
    fn fields(&mut self, items: &[Item]) -> Scope {
        Scope {
            accountable: self.list(items, Keyword::Accountable),
            lead: self.list(items, Keyword::Lead),
            with: self.list(items, Keyword::With),
            due: self.due(items, Keyword::Due),
            serves: self.list(items, Keyword::Serves),
        }
    }

    /// The text among some items.
    fn body(&mut self, items: Vec<Item>, holder: Holder, scope: &Scope) -> Vec<Part> {
        // Most data lines are no part of the text, most of all else is one.
        let mut parts = Vec::with_capacity(items.iter().filter(|item| item.entry().is_none()).count());
        for item in items {
            match item {
                Item::Section(section) => parts.extend(self.part_of_section(*section, holder, scope)),
                Item::Paragraph(paragraph) => parts.push(Part::Prose(prose(*paragraph))),
                Item::Grid(grid) => {
                    let rows = grid.rows.into_iter().map(|row| row.into_iter().map(prose).collect()).collect();
                    parts.push(Part::Grid(Grid { rows, colons: grid.colons }));
                }
                Item::Entry(entry) => parts.extend(self.parts_of_entry(*entry, holder, scope)),
            }
        }
        parts.shrink_to_fit();
        parts
    }

    fn parts_of_entry(&mut self, entry: Entry, holder: Holder, scope: &Scope) -> Vec<Part> {
        if let Holder::Goal(goal) = holder
            && self.referred.take(&entry, goal, &mut self.findings)
        {
            return Vec::new();
        }
        let Key::Word(Spanned { value: keyword, .. }) = entry.key else { return Vec::new() };
        if !matches!(entry.value, Value::Title(..)) {
            return self.fact(keyword, &entry, holder);
        }
        let Entry { name, value: Value::Title(title, time), span, items, .. } = entry else { return Vec::new() };
        let name = name.map_or_else(|| Spanned::clone(&title), |name| *name);
        let (title, time) = (*title, time.map(|time| *time));
        let written = Written { keyword, name, title, time, level: None, span, items };
        self.noun(written, holder, scope).into_iter().collect()
    }

    fn part_of_section(&mut self, section: ast::Section, holder: Holder, scope: &Scope) -> Option<Part> {
        let ast::Section { level, head, span, items } = section;
        let noun = match head {
            Head::Plain(title) => return Some(self.section((title, level, span), items, holder, scope)),
            Head::Noun(noun) => noun,
        };
        match noun.keyword {
            Keyword::Owners => {
                self.declare_owners(&items, None);
                None
            }
            // Declared before the walk.
            Keyword::Indicators | Keyword::Units | Keyword::Calendar => None,
            keyword => {
                let untitled = || Spanned::new(String::new(), noun.keyword_span);
                let title = noun.title.or_else(|| noun.name.clone()).unwrap_or_else(untitled);
                let name = noun.name.unwrap_or_else(|| title.clone());
                let time = noun.time.map(|time| *time);
                let written = Written { keyword, name, title, time, level: Some(level), span, items };
                self.noun(written, holder, scope)
            }
        }
    }

    fn section(
        &mut self,
        (title, level, span): (Spanned<String>, u8, Span),
        items: Vec<Item>,
        holder: Holder,
        scope: &Scope,
    ) -> Part {
        let id = self.plan.sections.add(Section { title, level, holder, body: Vec::new() });
        let scope = self.scope(&items, scope);
        let before = self.steps();
        let idle = self.idle_fields(&items);
        let body = self.body(items, Holder::Section(id), &scope);
        self.plan.sections[id].body = body;
        // What could not be read may have been the measure.
        let steps = [Keyword::Goal, Keyword::Measure, Keyword::Phase];
        let may_be_step = |line: &Spanned<String>| {
            let is_heading = span.range().contains(&(line.span.start as usize));
            is_heading || steps.iter().any(|step| line.value.contains(step.zh()) || line.value.contains(step.en()))
        };
        if !idle.is_empty() && self.steps() == before && !self.plan.unread.iter().any(may_be_step) {
            self.findings.extend(idle.into_iter().map(|(keyword, span)| faults::idle_field(keyword, span)));
        }
        Part::Section(id)
    }

    /// How many goals, measures and phases there are so far.
    fn steps(&self) -> usize {
        self.plan.goals.len() + self.plan.measures.len() + self.plan.phases.len()
    }

    /// Who leads, who helps and by when: what says nothing in a section without anything to be done.
    fn idle_fields(&self, items: &[Item]) -> Vec<(Keyword, Span)> {
        let key = |item: &Item| match &item.entry()?.key {
            Key::Word(key) => Some((key.value, key.span)),
            _ => None,
        };
        // A keyword that was guessed is told of as such.
        let is_idle = |(keyword, span): &(Keyword, Span)| {
            matches!(keyword, Keyword::Lead | Keyword::With | Keyword::Due)
                && Keyword::find(self.written(*span)) == Some(*keyword)
        };
        items.iter().filter_map(key).filter(is_idle).collect()
    }

    fn noun(&mut self, written: Written, holder: Holder, scope: &Scope) -> Option<Part> {
        match written.keyword {
            Keyword::Goal => Some(self.goal(written, holder, scope)),
            Keyword::Measure => Some(self.measure(written, holder, scope)),
            Keyword::Phase => Some(self.phase(written, holder, scope)),
            _ => None,
        }
    }

    fn goal(&mut self, written: Written, holder: Holder, scope: &Scope) -> Part {
        let Written { name, title, items, .. } = written;
        let mut inner = self.scope(&items, scope);
        // What stands below a goal serves it, unless it says otherwise.
        let itself = (name.value.clone(), name.span);
        let goal = Goal {
            name,
            title,
            level: written.level,
            holder,
            span: written.span,
            accountable: inner.accountable.clone(),
            lead: inner.lead.clone(),
            due: inner.due.clone(),
            serves: self.list(&items, Keyword::Serves),
            body: Vec::new(),
        };
        let id = self.plan.goals.add(goal);
        let itself = Reference { link: Link::To(id), text: itself.0, span: itself.1 };
        inner.serves = Field { value: vec![itself], origin: Origin::Inherited };
        let body = self.body(items, Holder::Goal(id), &inner);
        self.plan.goals[id].body = body;
        Part::Goal(id)
    }

    fn measure(&mut self, written: Written, holder: Holder, scope: &Scope) -> Part {
        let items = written.items;
        // A measure keeps all that its fields name; what stands below it, if anything, inherits that.
        let inner = self.fields(&items).below(scope, &mut self.copied);
        let below = if items.iter().any(may_inherit) { inner.clone() } else { Scope::default() };
        let measure = Measure {
            name: written.name,
            title: written.title,
            level: written.level,
            holder,
            span: written.span,
            accountable: inner.accountable,
            lead: inner.lead,
            with: inner.with,
            start: self.time(&items, Keyword::Start),
            due: inner.due,
            after: self.plain_list(&items, Keyword::After),
            builds_on: self.plain_list(&items, Keyword::BuildsOn),
            serves: inner.serves,
            outputs: outputs(&items),
            approved: self.plain_list(&items, Keyword::Approved),
            forbids: self.all_words(&items, Keyword::Forbid),
            body: Vec::new(),
        };
        let id = self.plan.measures.add(measure);
        let body = self.body(items, Holder::Measure(id), &below);
        self.plan.measures[id].body = body;
        Part::Measure(id)
    }

    fn phase(&mut self, written: Written, holder: Holder, scope: &Scope) -> Part {
        let items = written.items;
        let inner = self.scope(&items, scope);
        let phase = Phase {
            name: written.name,
            title: written.title,
            level: written.level,
            holder,
            span: written.span,
            time: written.time,
            lead: inner.lead.clone(),
            with: inner.with.clone(),
            after: self.plain_list(&items, Keyword::After),
            builds_on: self.plain_list(&items, Keyword::BuildsOn),
            body: Vec::new(),
        };
        let id = self.plan.phases.add(phase);
        let body = self.body(items, Holder::Phase(id), &inner);
        self.plan.phases[id].body = body;
        Part::Phase(id)
    }
}

/// Whether what stands below some item may take fields of what encloses it: headings, and lines that stand for them.
fn may_inherit(item: &Item) -> bool {
    match item {
        Item::Section(_) => true,
        Item::Entry(entry) => matches!(entry.value, Value::Title(..)),
        Item::Paragraph(_) | Item::Grid(_) => false,
    }
}

fn prose(paragraph: ast::Paragraph) -> Prose {
    let ast::Paragraph { is_signature, inlines, span } = paragraph;
    Prose { is_signature, inlines: inline::open(inlines), span }
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
                Output { text: name.text.clone(), span: name.span, kind, due: due.as_deref().cloned() }
            })
            .collect(),
        Value::Empty => vec![Output { text: String::new(), span: entry.span, kind: OutputKind::Hole, due: None }],
        _ => Vec::new(),
    }
}
