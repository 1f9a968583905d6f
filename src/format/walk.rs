//! From the lines of a source to the lines of its canonical text.
//!
//! Follows the same rules of nesting as the tree: what a line belongs to before, it belongs to after. A line with an
//! error is put down as it is written, if it stands as deep as it would be set; if it does not, so is everything from
//! the heading above to the next.

use std::collections::BTreeMap;

use crate::source::Source;
use crate::syntax::ast::{Entry, File, Grid, Head, Item, Key, Section};
use crate::syntax::fold::narrow;
use crate::syntax::keyword::Keyword;
use crate::syntax::line::{Line, LineKind, lines};
use crate::syntax::piece;
use crate::syntax::word::Tongue;

use super::Faults;
use super::line::{self, Style};
use super::names::Names;
use super::table::Table;

/// Blanks for each level of nesting.
const STEP: usize = 2;

/// The canonical text of a file, but for its faults.
pub(super) fn rewrite(source: &Source, file: &File, keywords: Option<Tongue>, faults: &Faults) -> String {
    let mut writer = Writer {
        source,
        keywords,
        faults,
        sections: BTreeMap::new(),
        entries: BTreeMap::new(),
        grids: BTreeMap::new(),
        names: Names::declared(file),
        open: Vec::new(),
        section: Tongue::Zh,
        table: None,
        out: String::new(),
        last: None,
        has_blank: false,
        is_lost: false,
    };
    writer.note(&file.items);
    let lines: Vec<_> = lines(source.text()).collect();
    let mut rest = &lines[..];
    for part in lines.chunk_by(|_, next| !matches!(next.kind, LineKind::Heading(_))) {
        writer.part(part.len(), rest);
        rest = &rest[part.len()..];
    }
    writer.out
}

struct Writer<'a> {
    source: &'a Source,
    keywords: Option<Tongue>,
    faults: &'a Faults,
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
    last: Option<LineKind>,
    has_blank: bool,
    /// Whether a line of this part could neither be set nor left where it stands.
    is_lost: bool,
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

    /// A heading and the lines up to the next, so many of those from here.
    fn part(&mut self, count: usize, from_here: &[Line]) {
        let lines = &from_here[..count];
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let before = (self.out.len(), self.last, self.has_blank);
        self.is_lost = self.faults.confuse(&(first.whole.start..last.whole.end));
        for (index, line) in lines.iter().enumerate() {
            if self.is_lost {
                break;
            }
            self.take(line, &from_here[index..]);
        }
        if self.is_lost {
            self.out.truncate(before.0);
            (self.last, self.has_blank) = (before.1, before.2);
            self.open.clear();
            self.table = None;
            lines.iter().for_each(|line| self.copy(line));
        }
    }

    /// A line as it is written.
    fn copy(&mut self, line: &Line) {
        let text = self.source.text();
        let from = text[..line.whole.start].rfind('\n').map_or(0, |at| at + 1);
        let to = text[line.whole.end..].find('\n').map_or(text.len(), |at| line.whole.end + at);
        let written = text[from..to].trim_start_matches('\u{feff}').replace('\r', "");
        match line.kind {
            LineKind::Blank => self.has_blank = true,
            kind => self.put(kind, 0, &written),
        }
    }

    /// A line that stays as it is, if it stands as deep as it would be set: what is below it then still is.
    fn keep(&mut self, line: &Line, depth: usize) {
        let before = &self.source.text()[..line.whole.start];
        let indent = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
        let stands = line.indent == depth * STEP && indent <= line.indent;
        self.is_lost |= !(stands || depth == 0 && line.whole.start == 0);
        self.copy(line);
    }

    fn take(&mut self, line: &Line, from_here: &[Line]) {
        match line.kind {
            LineKind::Heading(level) => self.heading(line, level),
            LineKind::Data => self.data(line),
            LineKind::Row => self.row(line, from_here),
            LineKind::Comment => self.comment(line, from_here),
            LineKind::Prose => self.prose(line),
            LineKind::Blank => self.has_blank = true,
        }
    }

    fn heading(&mut self, line: &Line, level: usize) {
        self.open.clear();
        self.table = None;
        let section = self.sections.get(&line.whole.start).filter(|_| !self.faults.touch(&line.whole));
        let Some(section) = section else {
            self.section = Tongue::Zh;
            return self.copy(line);
        };
        let own = match &section.head {
            Head::Noun(noun) => self.spelled(noun.keyword, noun.keyword_span.range()),
            Head::Plain(_) => Tongue::Zh,
        };
        self.section = self.keywords.unwrap_or(own);
        let text = line::write(&piece::heading(self.source, section), self.style(self.section));
        self.put(LineKind::Heading(level), 0, format!("{} {text}", "#".repeat(level)).trim_end_matches(' '));
    }

    fn data(&mut self, line: &Line) {
        self.open.truncate(self.open.iter().position(|open| open.indent >= line.indent).unwrap_or(self.open.len()));
        self.table = None;
        let depth = self.open.len();
        let Some(entry) = self.entries.get(&line.content.start).copied() else { return self.keep(line, depth) };
        let above = self.open.last().map_or(self.section, |open| open.tongue);
        let own = match &entry.key {
            Key::Word(keyword) => self.spelled(keyword.value, keyword.span.range()),
            Key::Name(_) | Key::Time(_) | Key::Unknown(_) => above,
        };
        let tongue = self.keywords.unwrap_or(own);
        if self.faults.touch(&line.whole) {
            self.names.learn(entry);
            self.keep(line, depth);
            return self.open.push(Open { entry, indent: line.indent, tongue });
        }
        let pieces = piece::entry(self.source, entry, self.names.known());
        self.names.learn(entry);
        let lines = line::lines(&pieces, self.style(tongue), (depth + 1) * STEP);
        let below = format!("\n{}", " ".repeat((depth + 1) * STEP));
        self.put(LineKind::Data, depth, &format!("- {}", lines.join(&below)));
        self.open.push(Open { entry, indent: line.indent, tongue });
    }

    fn row(&mut self, line: &Line, from_here: &[Line]) {
        if let Some(grid) = self.grids.get(&line.whole.start) {
            // Rules without a row are no table.
            if grid.rows.is_empty() {
                return self.keep(line, 0);
            }
            self.open.clear();
            self.has_blank = true;
            self.table = Some(Table::of_grid(self.source, grid, from_here));
        }
        let made = match self.table.take() {
            Some(table) => table,
            None => {
                let Some((open, table)) = self.open.last().and_then(|open| Some((open, open.entry.table.as_ref()?)))
                else {
                    return self.keep(line, self.open.len());
                };
                Table::new(self.source, table, from_here, self.style(open.tongue))
            }
        };
        if self.faults.touch(&line.whole) {
            self.keep(line, self.open.len());
            self.table = Some(made);
            return;
        }
        for text in made.lines_at(line.whole.start) {
            self.put(LineKind::Row, self.open.len(), &text);
        }
        self.table = Some(made);
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
        // An ideographic indent is how a paragraph is printed, not structure.
        if before.ends_with('\u{3000}') {
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
        if self.faults.touch(&line.whole) {
            return self.keep(line, self.open.len());
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
        if written.chars().map(narrow).eq(keyword.en().chars()) { Tongue::En } else { Tongue::Zh }
    }
}
