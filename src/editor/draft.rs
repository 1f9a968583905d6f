//! The text of one file as it stands while it is typed.
//!
//! Takes any text, gives its lines with what each begins with and what it stands below: told by signs, indentation and
//! the table of keywords alone, with no grammar, so that a half-typed line costs no other line anything. What it cannot
//! tell, such as whether a value can be read, it leaves to the reader.

mod key;

use std::ops::Range;

use crate::syntax::keyword::{Keyword, Place, Shape};
use crate::syntax::line::{self, Line, LineKind};
use crate::syntax::word::Tongue;
use key::Key;

/// The deepest level of headings.
const MAX_LEVEL: usize = 6;
/// How many data lines may nest, as the reader has it.
const MAX_ENTRIES: usize = 12;

/// A text cut into lines, and no further: quick enough for every keystroke.
pub struct Draft<'a> {
    pub(super) text: &'a str,
    pub(super) rows: Vec<Row>,
}

/// A line, what it begins with and what it stands below.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub line: Line,
    /// The row that encloses it.
    pub parent: Option<usize>,
    /// Where it stands.
    pub place: Place,
    /// Where stands what is below it.
    pub opens: Place,
    /// The keyword that it begins with.
    pub keyword: Option<Keyword>,
    /// What it begins with; of a plain heading its title.
    pub key: Range<usize>,
    /// The name between keyword and colon.
    pub name: Option<Range<usize>>,
    /// What follows the colon; empty if nothing does.
    pub value: Range<usize>,
    /// Where the last line that belongs to it ends.
    pub end: usize,
}

impl Row {
    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        matches!(self.line.kind, LineKind::Heading(_))
    }

    /// Whether it is a data line.
    pub fn is_data(&self) -> bool {
        self.line.kind == LineKind::Data
    }

    /// Whether it declares a name: an owner, an indicator, a unit.
    pub fn declares(&self) -> bool {
        self.is_data() && self.keyword.is_none() && self.place.takes_names()
    }
}

impl<'a> Draft<'a> {
    /// Cuts a text into lines.
    pub fn read(text: &'a str) -> Self {
        let mut reader = Reader { text, rows: Vec::new(), open: Vec::new() };
        line::lines(text).for_each(|line| reader.take(line));
        reader.close_to(0);
        Self { text, rows: reader.rows }
    }

    /// The text at a place.
    pub(super) fn slice(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The row that a byte is in: the last that begins at or before it.
    pub(super) fn row_at(&self, offset: usize) -> Option<usize> {
        let begins = |row: &Row| line_start(self.text, row.line.whole.start) <= offset;
        self.rows.partition_point(begins).checked_sub(1)
    }

    /// The rows right below another.
    pub(super) fn below(&self, index: usize) -> impl Iterator<Item = &Row> {
        let end = self.rows.get(index).map_or(0, |row| row.end);
        let within = self.rows.iter().skip(index + 1).take_while(move |row| row.line.whole.start < end);
        within.filter(move |row| row.parent == Some(index))
    }

    /// The names that are declared below headings of a kind.
    pub(super) fn declared(&self, place: Place) -> impl Iterator<Item = Range<usize>> {
        let rows = self.rows.iter().filter(move |row| row.place == place && row.declares());
        rows.map(|row| row.key.clone()).filter(|key| !key.is_empty())
    }

    /// The tongue that most of its keywords are in; of a text without any, Chinese.
    pub(super) fn tongue(&self) -> Tongue {
        let written = self.rows.iter().filter_map(|row| Some(self.slice(&row.key) == row.keyword?.en()));
        let (english, all) = written.fold((0, 0), |(english, all), is_en| (english + usize::from(is_en), all + 1));
        if english * 2 > all { Tongue::En } else { Tongue::Zh }
    }
}

/// Where the line of a byte begins.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1)
}

struct Reader<'a> {
    text: &'a str,
    rows: Vec<Row>,
    /// The rows that may still enclose what follows: headings by their level, data lines by their indentation.
    open: Vec<(usize, Depth)>,
}

#[derive(Clone, Copy)]
enum Depth {
    Heading(usize),
    Data(usize),
}

impl Reader<'_> {
    fn take(&mut self, line: Line) {
        match line.kind {
            LineKind::Heading(signs) => self.heading(line, signs.min(MAX_LEVEL)),
            LineKind::Data => self.data(line),
            LineKind::Row => self.other(line, true),
            LineKind::Prose => {
                let is_printed_so = self.text[..line.whole.start].ends_with('\u{3000}');
                let indent = if is_printed_so { 0 } else { line.indent };
                self.other(Line { indent, ..line }, false);
            }
            LineKind::Comment | LineKind::Blank => self.push(line, Key::default(), Place::LEAF),
        }
    }

    fn heading(&mut self, line: Line, level: usize) {
        let key = Key::of_heading(self.text, line.content.clone());
        let is_body = key.keyword.is_some_and(|keyword| keyword.shape() == Shape::Body);
        let rows = &self.rows;
        let keeps = |(index, depth): &(usize, Depth)| match depth {
            Depth::Data(_) => false,
            Depth::Heading(_) if rows[*index].opens.is_in(Place::DECLARATIONS) => false,
            Depth::Heading(of) if is_body => *of == 1 && rows[*index].opens == Place::PLAN,
            Depth::Heading(of) => *of < level,
        };
        let depth = self.open.iter().position(|open| !keeps(open)).unwrap_or(self.open.len());
        self.close_to(depth);
        let opens = Place::below_heading(key.keyword, level);
        self.push(line, key, opens);
        self.open.push((self.rows.len() - 1, Depth::Heading(level)));
    }

    fn data(&mut self, line: Line) {
        let encloses = |(_, depth): &(usize, Depth)| match depth {
            Depth::Heading(_) => true,
            Depth::Data(indent) => *indent < line.indent,
        };
        let depth = self.open.iter().position(|open| !encloses(open)).unwrap_or(self.open.len());
        self.close_to(depth);
        let place = self.place();
        let key = Key::of_data(self.text, line.content.clone(), place);
        let opens = match key.keyword {
            Some(keyword) => Place::below(keyword),
            None => below_name(place, &self.text[key.value.clone()]),
        };
        let indent = line.indent;
        self.push(line, key, opens);
        let entries = self.open.iter().filter(|(_, depth)| matches!(depth, Depth::Data(_))).count();
        if entries < MAX_ENTRIES {
            self.open.push((self.rows.len() - 1, Depth::Data(indent)));
        }
    }

    /// A row of a table, or prose: it ends what cannot hold it.
    fn other(&mut self, line: Line, is_row: bool) {
        let rows = &self.rows;
        let holds = |(index, depth): &(usize, Depth)| match depth {
            Depth::Heading(_) => true,
            Depth::Data(of) => *of < line.indent && (is_row || rows[*index].opens.is_in(Place::GOAL_MEASURE_PHASE)),
        };
        let depth = self.open.iter().rposition(holds).map_or(0, |at| at + 1);
        self.close_to(depth);
        self.push(line, Key::default(), Place::LEAF);
    }

    fn place(&self) -> Place {
        self.open.last().map_or(Place::FILE, |(index, _)| self.rows[*index].opens)
    }

    fn push(&mut self, line: Line, key: Key, opens: Place) {
        let parent = self.open.last().map(|(index, _)| *index);
        let (place, end) = (self.place(), line.whole.end);
        let Key { keyword, key, name, value } = key;
        self.rows.push(Row { line, parent, place, opens, keyword, key, name, value, end });
    }

    /// Ends what is open beyond so many: it reaches to the last line that says something.
    fn close_to(&mut self, depth: usize) {
        if self.open.len() <= depth {
            return;
        }
        let says = |row: &&Row| !matches!(row.line.kind, LineKind::Blank | LineKind::Comment);
        let last = self.rows.iter().rev().find(says).map_or(0, |row| row.line.whole.end);
        for (index, _) in self.open.drain(depth..) {
            self.rows[index].end = last.max(self.rows[index].line.whole.end);
        }
    }
}

/// Where stands what is below a declared name.
fn below_name(place: Place, value: &str) -> Place {
    let is_group = || value.split(['，', ',']).any(|mark| matches!(mark.trim(), "小组" | "group"));
    if place == Place::INDICATORS {
        Place::INDICATOR
    } else if place == Place::UNITS {
        Place::UNIT
    } else if place.takes_names() && place != Place::CALENDAR {
        if is_group() { Place::GROUP } else { Place::OWNER }
    } else {
        Place::LEAF
    }
}
