//! From the lines of a source to the lines of its canonical text.
//!
//! Follows the same rules of nesting as the tree: what a line belongs to before, it belongs to after. The block in which
//! a line has an error is put down as it is written; if it does not begin at the margin, or if the heading has the error
//! or an indentation is unclear, so is everything from the heading above to the next.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::Source;
use crate::syntax::ast::{Entry, File, Grid, Head, Item, Key, Section};
use crate::syntax::fold::narrow;
use crate::syntax::keyword::Keyword;
use crate::syntax::line::{Line, LineKind, is_bare_dash, lines};
use crate::syntax::piece;
use crate::syntax::word::Tongue;

use super::block::{self, blocks};
use super::line::{self, Style};
use super::names::Names;
use super::table::{self, Table};
use super::{Extent, Faults};

/// Blanks for each level of nesting.
const STEP: usize = 2;

/// A text as it is set.
pub(super) struct Written {
    /// The text.
    pub text: String,
    /// The bytes of the source that are left as they are.
    pub kept: Vec<Range<usize>>,
}

/// The canonical text of a file, but for its faults: around each, that much is left as it is.
pub(super) fn rewrite(
    source: &Source,
    file: &File,
    keywords: Option<Tongue>,
    faults: &Faults,
    extent: Extent,
) -> Written {
    let mut writer = Writer {
        source,
        keywords,
        faults,
        extent,
        sections: BTreeMap::new(),
        entries: BTreeMap::new(),
        grids: BTreeMap::new(),
        names: Names::declared(file),
        open: Vec::new(),
        section: Tongue::Zh,
        table: None,
        out: String::new(),
        kept: Vec::new(),
        last: None,
        has_blank: false,
    };
    writer.note(&file.items);
    let lines: Vec<_> = lines(source.text()).collect();
    let mut rest = &lines[..];
    for part in lines.chunk_by(|_, next| !matches!(next.kind, LineKind::Heading(_))) {
        writer.part(part, rest);
        rest = &rest[part.len()..];
    }
    Written { text: writer.out, kept: writer.kept }
}

struct Writer<'a> {
    source: &'a Source,
    keywords: Option<Tongue>,
    faults: &'a Faults,
    extent: Extent,
    /// By the byte at which the line begins.
    sections: BTreeMap<usize, &'a Section>,
    /// By the byte at which what follows the dash begins.
    entries: BTreeMap<usize, &'a Entry>,
    /// By the byte at which their first row begins.
    grids: BTreeMap<usize, &'a Grid>,
    names: Names,
    /// The data lines that may enclose what follows.
    open: Vec<Open<'a>>,
    /// The tongue of the heading above.
    section: Tongue,
    /// The table that is being written.
    table: Option<Table>,
    out: String,
    kept: Vec<Range<usize>>,
    last: Option<LineKind>,
    has_blank: bool,
}

/// How far the writing has come.
#[derive(Clone, Copy)]
struct Mark {
    out: usize,
    kept: usize,
    last: Option<LineKind>,
    has_blank: bool,
}

struct Open<'a> {
    entry: &'a Entry,
    /// Columns of indentation as it is written.
    indent: usize,
    tongue: Tongue,
}

impl<'a> Writer<'a> {
    fn note(&mut self, items: &'a [Item]) {
        for item in items {
            match item {
                Item::Section(section) => {
                    self.sections.insert(section.span.start as usize, section);
                    self.note(&section.items);
                }
                Item::Entry(entry) => {
                    self.entries.insert(entry.span.start as usize, entry);
                    self.note(&entry.items);
                }
                Item::Grid(grid) => {
                    self.grids.insert(grid.span.start as usize, grid);
                }
                Item::Paragraph(_) => {}
            }
        }
    }

    /// A heading and the lines up to the next, which are the first of those from here.
    fn part(&mut self, lines: &[Line], from_here: &[Line]) {
        let mark = self.mark();
        if !self.set_part(lines, from_here) {
            self.back_to(mark);
            self.keep(lines);
        }
    }

    /// Sets such lines block by block; tells whether that could be done.
    fn set_part(&mut self, lines: &[Line], from_here: &[Line]) -> bool {
        let has_fault = |line: &Line| self.faults.touch(&line.whole);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return true };
        let is_unclear = self.faults.confuse(&(first.whole.start..last.whole.end));
        if is_unclear || self.extent == Extent::Section && lines.iter().any(has_fault) {
            return false;
        }
        for block in blocks(self.source, lines, |line| self.grids.contains_key(&line.whole.start)) {
            let mark = self.mark();
            let is_set = !lines[block.clone()].iter().any(|line| self.faults.touch(&line.whole))
                && block.clone().all(|index| self.take(&lines[index], &from_here[index..]));
            if is_set {
                continue;
            }
            let lines = &lines[block];
            let heads = lines.iter().any(|line| matches!(line.kind, LineKind::Heading(_)));
            if heads || !block::is_at_margin(self.source, lines) {
                return false;
            }
            self.back_to(mark);
            self.keep(lines);
        }
        true
    }

    fn mark(&self) -> Mark {
        Mark { out: self.out.len(), kept: self.kept.len(), last: self.last, has_blank: self.has_blank }
    }

    fn back_to(&mut self, mark: Mark) {
        self.out.truncate(mark.out);
        self.kept.truncate(mark.kept);
        (self.last, self.has_blank) = (mark.last, mark.has_blank);
    }

    /// Lines as they are written, the blank ones around them left to the layout.
    fn keep(&mut self, lines: &[Line]) {
        self.open.clear();
        self.table = None;
        let is_full = |line: &Line| line.kind != LineKind::Blank;
        let (Some(from), Some(to)) = (lines.iter().position(is_full), lines.iter().rposition(is_full)) else {
            self.has_blank |= !lines.is_empty();
            return;
        };
        self.has_blank |= from > 0;
        let (first, last) = (&lines[from], &lines[to]);
        for entry in self.entries.range(first.whole.start..last.whole.end) {
            self.names.learn(entry.1);
        }
        self.put(first.kind, 0, &block::written(self.source, &lines[from..=to]));
        self.kept.push(first.whole.start..last.whole.end);
        self.last = Some(last.kind);
        self.has_blank = to + 1 < lines.len();
    }

    /// Sets a line; tells whether that could be done.
    fn take(&mut self, line: &Line, from_here: &[Line]) -> bool {
        match line.kind {
            LineKind::Heading(level) => return self.heading(line, level),
            LineKind::Data => return self.data(line),
            LineKind::Row => return self.row(line, from_here),
            LineKind::Comment => self.comment(line, from_here),
            LineKind::Prose => self.prose(line),
            LineKind::Blank => self.has_blank = true,
        }
        true
    }

    fn heading(&mut self, line: &Line, level: usize) -> bool {
        self.open.clear();
        self.table = None;
        let Some(section) = self.sections.get(&line.whole.start) else { return false };
        let own = match &section.head {
            Head::Noun(noun) => self.spelled(noun.keyword, noun.keyword_span.range()),
            Head::Plain(_) => Tongue::Zh,
        };
        self.section = self.keywords.unwrap_or(own);
        let text = line::write(&piece::heading(self.source, section), self.style(self.section));
        self.put(LineKind::Heading(level), 0, format!("{} {text}", "#".repeat(level)).trim_end_matches(' '));
        true
    }

    fn data(&mut self, line: &Line) -> bool {
        self.open.truncate(self.open.iter().position(|open| open.indent >= line.indent).unwrap_or(self.open.len()));
        self.table = None;
        let depth = self.open.len();
        let Some(entry) = self.entries.get(&line.content.start).copied() else { return false };
        let above = self.open.last().map_or(self.section, |open| open.tongue);
        let own = match &entry.key {
            // 指挥长 has no other form.
            Key::Word(keyword) if Keyword::seat(self.source.slice(keyword.span)).is_some() => above,
            Key::Word(keyword) => self.spelled(keyword.value, keyword.span.range()),
            Key::Name(_) | Key::Time(_) | Key::Unknown(_) => above,
        };
        let tongue = self.keywords.unwrap_or(own);
        let pieces = piece::entry(self.source, entry, self.names.known());
        self.names.learn(entry);
        let lines = line::lines(&pieces, self.style(tongue), (depth + 1) * STEP);
        let below = format!("\n{}", " ".repeat((depth + 1) * STEP));
        self.put(LineKind::Data, depth, &format!("- {}", lines.join(&below)));
        self.open.push(Open { entry, indent: line.indent, tongue });
        true
    }

    fn row(&mut self, line: &Line, from_here: &[Line]) -> bool {
        if let Some(grid) = self.grids.get(&line.whole.start) {
            // Rules without a row are no table.
            if grid.rows.is_empty() {
                return false;
            }
            self.open.clear();
            self.has_blank = true;
            self.table = Some(Table::of_grid(self.source, grid, from_here));
        }
        let made = match self.table.take() {
            Some(table) => table,
            None => match self.open.last().and_then(|open| Some((open, open.entry.table.as_ref()?))) {
                Some((open, table)) => {
                    Table::new(self.source, (table, open.indent), from_here, self.style(open.tongue))
                }
                None => return self.dotted(line),
            },
        };
        let Some(lines) = made.lines_at(line.whole.start) else { return self.dotted(line) };
        for text in lines {
            self.put(LineKind::Row, self.open.len(), &text);
        }
        self.table = Some(made);
        true
    }

    /// A row of no table is prose if it begins with a dot, which begins a row only where one can stand.
    fn dotted(&mut self, line: &Line) -> bool {
        let takes_table = |open: &Open| {
            let data = [Keyword::Quota, Keyword::Baseline, Keyword::Fund];
            line.indent > open.indent && matches!(&open.entry.key, Key::Word(key) if data.contains(&key.value))
        };
        let may_stand = self.open.last().is_some_and(takes_table);
        let is_prose = !may_stand && table::is_dotted(self.source, line);
        if is_prose {
            self.prose(line);
        }
        is_prose
    }

    /// A comment stands as deep as a data line would in its place. What stands right above a heading stays there.
    fn comment(&mut self, line: &Line, from_here: &[Line]) {
        let next = from_here.iter().find(|line| line.kind != LineKind::Comment);
        let heads = next.is_some_and(|line| matches!(line.kind, LineKind::Heading(_)));
        self.has_blank |= heads && self.last != Some(LineKind::Comment);
        let text = &self.source.text()[line.whole.clone()];
        let words = text.char_indices().nth(2).map_or("", |(at, _)| &text[at..]);
        let depth = self.open.iter().filter(|open| open.indent < line.indent).count();
        self.put(LineKind::Comment, depth, &format!("//{words}"));
    }

    fn prose(&mut self, line: &Line) {
        let text = &self.source.text()[line.whole.clone()];
        let before = &self.source.text()[..line.whole.start];
        // It parts nothing, so no blank line may stand beside it that was not there.
        if is_bare_dash(text) {
            let kind = self.last.filter(|last| *last == LineKind::Data).unwrap_or(LineKind::Prose);
            let depth = self.open.iter().filter(|open| open.indent < line.indent).count();
            return self.put(kind, depth, text);
        }
        if block::is_paragraph(self.source, line) {
            self.open.clear();
            let blanks = before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}');
            return self.put(LineKind::Prose, 0, &format!("{blanks}{text}"));
        }
        let holds = |open: &Open| {
            let may_hold = match &open.entry.key {
                Key::Word(key) => matches!(key.value, Keyword::Goal | Keyword::Measure | Keyword::Phase),
                // What an unread line holds stays with it.
                Key::Unknown(_) => true,
                Key::Name(_) | Key::Time(_) => false,
            };
            may_hold && open.indent < line.indent
        };
        while self.open.last().is_some_and(|open| !holds(open)) {
            self.open.pop();
        }
        self.put(LineKind::Prose, self.open.len(), text);
    }

    /// Sets a line, and a blank one before it where one belongs.
    fn put(&mut self, kind: LineKind, depth: usize, text: &str) {
        let wants_blank = match (self.last, kind) {
            (None, _) => false,
            (Some(LineKind::Comment), LineKind::Heading(_)) => self.has_blank,
            (_, LineKind::Heading(_)) => true,
            (Some(LineKind::Data | LineKind::Row), LineKind::Prose | LineKind::Comment) => true,
            _ => self.has_blank,
        };
        if wants_blank {
            self.out.push('\n');
        }
        self.out.push_str(&" ".repeat(depth * STEP));
        self.out.push_str(text);
        self.out.push('\n');
        self.last = Some(kind);
        self.has_blank = false;
    }

    fn style(&self, tongue: Tongue) -> Style {
        Style { tongue, converts: self.keywords.is_some() }
    }

    /// The tongue a keyword is written in.
    fn spelled(&self, keyword: Keyword, at: std::ops::Range<usize>) -> Tongue {
        let written = self.source.text().get(at).unwrap_or_default();
        if written.chars().map(|sign| narrow(sign).to_ascii_lowercase()).eq(keyword.en().chars()) {
            Tongue::En
        } else {
            Tongue::Zh
        }
    }
}
