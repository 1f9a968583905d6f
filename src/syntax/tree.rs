//! Levels and indentation: from lines to the tree.
//!
//! A stack of what is open: sections by their level, data lines by their indentation. A line closes what does not
//! enclose it and opens itself. Nothing recurses, and the depth of the tree is bounded.

mod home;
mod meant;
mod paragraph;
mod rows;
mod several;
pub(super) mod tabbed;
mod undashed;
mod usual;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Span, Spanned};
use crate::text;

use super::ast::{Entry, File, Head, Item, Noun, Section, Value};
use super::keyword::{Keyword, Place, Shape};
use super::line::{Line, LineKind, is_bare_dash, lines};
use super::pasted::{self, Notes};
use super::read::Text;
use super::{advice, faults, fill, read, recover};
use several::Datum;

/// The deepest level of headings that is read.
const MAX_LEVEL: usize = 6;
/// How many data lines may nest.
const MAX_ENTRIES: usize = 12;
/// The longest heading, data line or row that is read, in bytes; prose may be of any length.
const MAX_LINE: usize = 1 << 20;
/// How many items a section has at first room for: most have data lines and a paragraph, and few have more.
const ITEMS: usize = 8;

/// Reads a whole source.
pub(super) fn build(text: Text, out: &mut Vec<Diagnostic>) -> File {
    built(text, out, true)
}

/// The same; lines of the commonest shape may be read as any other.
fn built(text: Text, out: &mut Vec<Diagnostic>, takes_usual: bool) -> File {
    let source = text.source;
    let survey = pasted::survey(source.text());
    let notes = Notes::new(source, &survey);
    let signature = survey.signature.clone();
    let (open, items, comments, unread) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut tree = Tree {
        source,
        text,
        out,
        open,
        items,
        comments,
        unread,
        after_blank: true,
        told_table: None,
        in_grid: false,
        notes,
        signature,
        takes_usual,
        has_braces: fill::may_hold_braces(source.text()),
    };
    let tables = tabbed::tables(source.text());
    let in_table = |line: &Line| {
        let before = tables.partition_point(|rows| rows[0].whole.start <= line.whole.start);
        tables[..before].last().filter(|rows| rows.last().is_some_and(|last| line.whole.start <= last.whole.start))
    };
    let mut taken = None;
    for line in lines(source.text()) {
        // A table is taken with its head, or not at all.
        if let Some(rows) = in_table(&line) {
            let head = &rows[0].whole;
            if *head == line.whole && (tree.takes_grid(&line) || tree.quota_above().is_some()) {
                tree.tabbed(rows);
                taken = Some(head.clone());
            }
            if taken.as_ref() == Some(head) {
                continue;
            }
        }
        match survey.titles.iter().find(|title| title.at.contains(&line.whole.start)) {
            Some(title) if title.at.start == line.whole.start => tree.bare_title(&line, title),
            Some(_) => {}
            None => tree.take(&line),
        }
    }
    tree.close_to(0);
    File {
        items: tree.items,
        comments: tree.comments,
        pasted: tree.notes.pasted,
        unread: tree.unread,
        has_braces: tree.has_braces,
    }
}

struct Tree<'a> {
    source: &'a Source,
    text: Text<'a>,
    out: &'a mut Vec<Diagnostic>,
    open: Vec<Open>,
    items: Vec<Item>,
    comments: Vec<Span>,
    unread: Vec<Span>,
    /// Whether the next line of prose begins a paragraph.
    after_blank: bool,
    /// The finding about the table whose rows are being read, if there is one.
    told_table: Option<usize>,
    /// Whether the line before is a row of a table for reading.
    in_grid: bool,
    /// What shows that text was pasted in.
    notes: Notes,
    /// Where the lines begin that sign the text.
    signature: BTreeSet<usize>,
    /// Whether lines of the commonest shape are read at once.
    takes_usual: bool,
    /// Whether a brace stands anywhere in the text.
    has_braces: bool,
}

/// A heading or data line that may still enclose what follows.
struct Open {
    item: OpenItem,
    place: Place,
}

/// What is open stands where it will stand when it is closed, and is never moved.
enum OpenItem {
    Section(Box<Section>),
    Entry(Box<Entry>, usize),
}

impl Tree<'_> {
    fn take(&mut self, line: &Line) {
        match line.kind {
            LineKind::Heading(_) | LineKind::Data | LineKind::Row if line.whole.len() > MAX_LINE => self.too_long(line),
            LineKind::Heading(level) => self.heading(line, level),
            LineKind::Data => self.data(line),
            LineKind::Row => self.row(line),
            LineKind::Prose if is_bare_dash(&self.source.text()[line.whole.clone()]) => {
                let span = self.span(line);
                self.out.push(faults::bare_dash(span));
            }
            LineKind::Prose if self.is_value_undashed(line) => self.data(line),
            LineKind::Prose => self.prose(line),
            LineKind::Comment => self.comments.push(self.span(line)),
            LineKind::Blank => {}
        }
        if !matches!(line.kind, LineKind::Prose) {
            self.after_blank = true;
        }
        if !matches!(line.kind, LineKind::Row) {
            self.told_table = None;
            self.in_grid = false;
        }
    }

    fn too_long(&mut self, line: &Line) {
        let span = self.span(line);
        let sign = Span::new(span.source, span.start as usize, span.start as usize + 1);
        let message = text!(zh: "这一行超过1MB，没有读", en: "this line has more than 1 MB and was not read");
        let help = text!(
            zh: "标题、数据行和表格的行不能这样长；名单长的，分几行写",
            en: "no heading, data line or row is so long: part a long list into several lines"
        );
        self.out.push(Diagnostic::error(faults::LINE_TOO_LONG, sign, message).help(help));
        self.unread.push(span);
    }

    fn heading(&mut self, line: &Line, signs: usize) {
        let span = self.span(line);
        let mut head = self.usual_heading(line).unwrap_or_else(|| read::heading(self.text, line, self.out));
        if signs == 1 {
            head = self.notice(head, line);
            head = self.declarations(head, line);
        }
        if let Head::Plain(title) = &head
            && self.source.slice(title.span) == title.value
            && let Some(slip) = recover::slip(title)
        {
            self.out.push(slip);
            self.unread.push(span);
        } else if let Head::Plain(_) = &head {
            self.out.extend(read::phase_meant(self.text, line));
        }
        let level = self.checked_level(signs, span);
        let is_body = matches!(&head, Head::Noun(noun) if noun.keyword.shape() == Shape::Body);
        // A body of declarations ends at the next heading, whatever its level, and never ends the plan.
        let keeps = |open: &Open| match &open.item {
            OpenItem::Entry(..) => false,
            OpenItem::Section(_) if open.place.is_in(Place::DECLARATIONS) => false,
            OpenItem::Section(section) if is_body => section.level == 1 && open.place.is_in(Place::PLAN),
            OpenItem::Section(section) => usize::from(section.level) < level,
        };
        let depth = self.open.iter().position(|open| !keeps(open)).unwrap_or(self.open.len());
        self.close_to(depth);
        let place = place_of(&head, level);
        if signs <= MAX_LEVEL {
            self.check_level(level, is_body, span);
        }
        self.note_heading(&head, line, level, is_body);
        self.open_section(Section { level: level as u8, head, span, items: Vec::with_capacity(ITEMS) }, place);
    }

    fn open_section(&mut self, section: Section, place: Place) {
        self.open.push(Open { item: OpenItem::Section(Box::new(section)), place });
    }

    /// Notes the number that the title of a heading may bring.
    fn note_heading(&mut self, head: &Head, line: &Line, level: usize, is_body: bool) {
        let is_plain = matches!(head, Head::Plain(_));
        let title = match head {
            Head::Plain(_) => Some(Span::new(self.source.id(), line.content.start, line.content.end)),
            Head::Noun(noun) => noun.title.as_ref().map(|title| title.span),
        };
        self.notes.heading(self.source, level, title, is_plain, is_body);
    }

    /// A heading that is the title of a notice: read as one if a plan follows, else told of.
    fn notice(&mut self, head: Head, line: &Line) -> Head {
        let Head::Plain(title) = head else { return head };
        let rest = &self.source.text()[line.whole.end..];
        let is_plan = |line: &Line| {
            let key = recover::key(&rest[line.content.clone()]);
            line.kind == LineKind::Heading(1) && Keyword::find(&key) == Some(Keyword::Plan)
        };
        let is_first = self.open.is_empty() && self.items.is_empty();
        let is_certain = is_first && lines(rest).any(|line| is_plan(&line));
        let Some(found) = advice::notice_title(&title, is_certain).filter(|_| is_first) else {
            return Head::Plain(title);
        };
        self.out.push(found);
        if !is_certain {
            return Head::Plain(title);
        }
        titled_notice(title)
    }

    /// A heading of declarations under another name: `# 责任单位`, with names as data below it.
    fn declarations(&mut self, head: Head, line: &Line) -> Head {
        let Head::Plain(title) = head else { return head };
        let rest = &self.source.text()[line.whole.end..];
        let below = lines(rest).find(|line| !matches!(line.kind, LineKind::Blank | LineKind::Comment));
        let declares = below.is_some_and(|line| {
            line.kind == LineKind::Data && Keyword::find(&recover::key(&rest[line.content])).is_none()
        });
        let Some(keyword) = advice::declarations(&title.value).filter(|_| declares && !self.open.is_empty()) else {
            return Head::Plain(title);
        };
        self.out.push(faults::other_heading(&title, keyword));
        let keyword_span = title.span;
        Head::Noun(Noun { keyword, keyword_span, name: None, title: None, time: None })
    }

    /// Lines of a file without headings that are taken as a title.
    fn bare_title(&mut self, line: &Line, title: &pasted::Title) {
        self.close_to(0);
        let line = Line { content: title.at.clone(), whole: title.at.clone(), ..line.clone() };
        let span = self.span(&line);
        let head = match read::heading(self.text, &line, self.out) {
            Head::Plain(words) if title.is_notice => titled_notice(words),
            head => head,
        };
        self.notes.title(self.source, span, title.is_notice);
        let place = place_of(&head, 1);
        self.open_section(Section { level: 1, head, span, items: Vec::new() }, place);
    }

    fn checked_level(&mut self, level: usize, span: Span) -> usize {
        if level > MAX_LEVEL {
            let message = text!(zh: "标题最多{MAX_LEVEL}级", en: "headings have at most {MAX_LEVEL} levels");
            let help = text!(
                zh: "公文的层次一般不超过四级；再往下用“一是”“二是”在段里说",
                en: "official documents have four levels; say what lies deeper within a paragraph"
            );
            self.out.push(Diagnostic::error(faults::TOO_DEEP, span, message).help(help));
        }
        level.min(MAX_LEVEL)
    }

    fn check_level(&mut self, level: usize, is_body: bool, span: Span) {
        let above = self.open.iter().rev().find_map(|open| match &open.item {
            OpenItem::Section(section) => Some(usize::from(section.level)),
            OpenItem::Entry(..) => None,
        });
        let above = above.unwrap_or(0);
        // Without a title, that it lacks one says all.
        if !is_body && above > 0 && level > above + 1 {
            let (wanted, has) = ("#".repeat(above + 1), "#".repeat(level));
            self.out.push(
                Diagnostic::new(
                    faults::SKIPPED_LEVEL,
                    Severity::Warning,
                    span,
                    text!(zh: "标题从{above}级跳到了{level}级", en: "the heading jumps from level {above} to {level}"),
                )
                .help(text!(zh: "编号按层次排，跳了级对不上；把“{has}”改为“{wanted}”，或补上中间一级", en: "numbers follow the levels: write {wanted} in place of {has}, or add the level between")),
            );
        }
    }

    fn data(&mut self, line: &Line) {
        self.notes.data();
        if self.takes_usual(line) {
            return;
        }
        let (depth, indent) = self.home(line);
        self.close_to(depth);
        let span = self.span(line);
        let entries = self.open.iter().filter(|open| matches!(open.item, OpenItem::Entry(..))).count();
        if entries >= MAX_ENTRIES {
            let message =
                text!(zh: "数据行最多套{MAX_ENTRIES}层", en: "data lines nest deeper than {MAX_ENTRIES} levels");
            self.out.push(Diagnostic::error(faults::TOO_DEEP, span, message));
            return;
        }
        let place = self.open.last().map_or(Place::FILE, |open| open.place);
        let place = self.group_meant(line, place);
        for Datum { key, content } in self.data_of(line, place) {
            self.close_to(depth);
            self.entry(&Line { content, ..line.clone() }, key, place, indent);
        }
    }

    fn entry(&mut self, line: &Line, key: Option<Range<usize>>, place: Place, indent: usize) {
        let is_annex = place == Place::SECTION && self.is_in_annexes();
        let named = || read::annex(self.text, line);
        let read = is_annex.then(named).flatten().unwrap_or_else(|| match key {
            Some(key) => read::shared(self.text, key, line.content.clone(), place, self.out),
            None => read::entry(self.text, line, place, self.out),
        });
        let span = Span::new(self.source.id(), line.content.start, line.content.end);
        let is_half_read = matches!(&read.value, Value::Quota(quota) if quota.is_half_read);
        if is_half_read || matches!(read.value, Value::Faulty(_)) {
            self.unread.push(span);
        }
        let name = read.name.map(Box::new);
        let entry = Box::new(Entry { key: read.key, name, value: read.value, span, items: Vec::new(), table: None });
        self.open.push(Open { item: OpenItem::Entry(entry, indent), place: read.place });
    }

    /// Whether the section above lists annexes: `## 附件`.
    fn is_in_annexes(&self) -> bool {
        let head = self.open.iter().rev().find_map(|open| match &open.item {
            OpenItem::Section(section) => Some(&section.head),
            OpenItem::Entry(..) => None,
        });
        matches!(head, Some(Head::Plain(title)) if ["附件", "附件清单", "附件目录"].contains(&title.value.trim()))
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(open) = self.open.pop() else { return };
            let item = match open.item {
                OpenItem::Section(mut section) => {
                    self.settle_bracketed(&section);
                    section.items.shrink_to_fit();
                    Item::Section(section)
                }
                OpenItem::Entry(entry, _) => Item::Entry(entry),
            };
            match self.open.last_mut().map(|open| &mut open.item) {
                Some(OpenItem::Section(section)) => section.items.push(item),
                Some(OpenItem::Entry(entry, _)) => entry.items.push(item),
                None => self.items.push(item),
            }
        }
    }

    fn span(&self, line: &Line) -> Span {
        Span::new(self.source.id(), line.whole.start, line.whole.end)
    }
}

/// What lines below a heading are below.
fn place_of(head: &Head, level: usize) -> Place {
    let keyword = match head {
        Head::Noun(noun) => Some(noun.keyword),
        Head::Plain(_) => None,
    };
    Place::below_heading(keyword, level)
}

/// The heading of a notice that lacks its keyword.
fn titled_notice(title: Spanned<String>) -> Head {
    let keyword_span = Span { end: title.span.start, ..title.span };
    Head::Noun(Noun { keyword: Keyword::Notice, keyword_span, name: None, title: Some(title), time: None })
}
