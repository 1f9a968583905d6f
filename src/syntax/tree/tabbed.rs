//! Tables as they are pasted from a word processor: lines whose cells tabs part.
//!
//! Takes the lines of a file, tells which stand in such a table; they are read as a table for reading, and the bars
//! that would make them one are offered.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::source::Span;
use crate::text;

use super::super::ast::Key;
use super::super::faults;
use super::super::keyword::Shape;
use super::super::line::{Line, LineKind, is_blank, lines};
use super::{OpenItem, Tree};

/// How many rows a table has at least if it has only two columns: two lines with a tab each may be anything.
const ROWS: usize = 3;

/// The tables of a text: where each row begins.
pub(super) fn tables(text: &str) -> Vec<Vec<Line>> {
    if memchr::memchr(b'\t', text.as_bytes()).is_none() {
        return Vec::new();
    }
    let mut found: Vec<Vec<Line>> = Vec::new();
    let mut open: Vec<Line> = Vec::new();
    for line in lines(text) {
        let count = columns(text, &line);
        let fits = open.last().is_none_or(|last| columns(text, last) == count);
        if count < 2 || !fits {
            found.push(std::mem::take(&mut open));
        }
        if count > 1 {
            open.push(line);
        }
    }
    found.push(open);
    found.retain(|rows| is_table(text, rows));
    found
}

/// How many cells a line of prose has that tabs part.
fn columns(text: &str, line: &Line) -> usize {
    let words = &text[line.whole.clone()];
    let is_row = line.kind == LineKind::Prose && !words.contains(['|', '｜']);
    if is_row { words.split('\t').count() } else { 0 }
}

fn is_table(text: &str, rows: &[Line]) -> bool {
    let Some(first) = rows.first() else { return false };
    let is_large = rows.len() > 1 && (rows.len() >= ROWS || columns(text, first) > 2);
    // 组长：王某某 set apart by a tab is a line of its own.
    let is_labelled = |line: &Line| {
        text[line.whole.clone()].split('\t').next().is_some_and(|cell| cell.trim().ends_with([':', '：']))
    };
    is_large && !rows.iter().any(is_labelled)
}

/// Where the cells of such a row stand.
pub(in super::super) fn cells(text: &str, line: &Line) -> Vec<Range<usize>> {
    let mut at = line.whole.start;
    let pieces = text[line.whole.clone()].split('\t').map(|piece| {
        let range = at..at + piece.len();
        at += piece.len() + 1;
        range
    });
    pieces.collect()
}

impl Tree<'_> {
    /// A table of such lines; told of once.
    pub(super) fn tabbed(&mut self, rows: &[Line]) {
        let quota = self.quota_above();
        for line in rows {
            self.grid_row(line);
        }
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
        if let Some(quota) = quota {
            self.unread.push(quota);
            self.tell_values(rows, self.span(first).to(self.span(last)));
            return;
        }
        let text = self.source.text();
        let row = |line: &Line| {
            let cells = cells(text, line).into_iter().map(|cell| text[cell].trim_matches(is_blank).to_owned());
            format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let rule = format!("{}|{}", self.notes.pasted.line_break, "---|".repeat(columns(text, first)));
        let edit = |(index, line): (usize, &Line)| {
            let text = row(line) + if index == 0 { &rule } else { "" };
            Edit { span: self.span(line), text }
        };
        let edits = rows.iter().enumerate().map(edit).collect();
        let count = rows.len();
        let message = text!(
            zh: "这{count}行像是粘来的表格，按表格印",
            en: "these {count} lines look like a pasted table and print as one"
        );
        let help = text!(zh: "各格之间改用竖线，表头下面加一行“|---|”", en: "put bars between the cells, and a row |---| below the head");
        let title = text!(zh: "写成带竖线的表", en: "write it with bars");
        let at = Span { end: self.span(last).end, ..self.span(first) };
        let found = Diagnostic::new(faults::BAD_TABLE, Severity::Info, at, message);
        self.out.push(found.help(help).edits(title, true, edits));
    }

    /// The quota, baseline or fund right above, whose values a table could be.
    pub(super) fn quota_above(&self) -> Option<Span> {
        match self.open.last().map(|open| &open.item) {
            Some(OpenItem::Entry(entry, _)) => {
                let Key::Word(keyword) = &entry.key else { return None };
                (keyword.value.shape() == Shape::Quota && entry.table.is_none() && entry.items.is_empty())
                    .then_some(entry.span)
            }
            _ => None,
        }
    }

    /// Tells that the rows of a pasted table stand below a quota and are no values of it.
    fn tell_values(&mut self, rows: &[Line], at: Span) {
        let text = self.source.text();
        let row = |line: &Line| {
            let cells = cells(text, line).into_iter().map(|cell| text[cell].trim_matches(is_blank).to_owned());
            format!("  | {} |", cells.collect::<Vec<_>>().join(" | "))
        };
        let Some(first) = rows.first() else { return };
        let rule = format!("{}  |{}", self.notes.pasted.line_break, "---|".repeat(columns(text, first)));
        let edit = |(index, line): (usize, &Line)| {
            let start = text[..line.whole.start].rfind('\n').map_or(0, |end| end + 1);
            let span = Span::new(self.source.id(), start, line.whole.end);
            Edit { span, text: row(line) + if index == 0 { &rule } else { "" } }
        };
        let edits = rows.iter().enumerate().map(edit).collect();
        let (count, shown) = (rows.len(), row(first));
        let message = text!(
            zh: "这{count}行像是粘来的表格，没有归到上面一行，里面的数不核对",
            en: "these {count} lines look like a pasted table; they do not belong to the line above, and their numbers are not checked"
        );
        let help = text!(
            zh: "每行缩进两格，各格之间用竖线，如“{shown}”；只供阅读的表，前面先写一行正文",
            en: "indent each by two and put bars between the cells, as in “{shown}”; before a table for reading write a line of prose"
        );
        let title = text!(zh: "写成上面一行的表", en: "make them the table of the line above");
        self.out.push(Diagnostic::warning(faults::BAD_TABLE, at, message).help(help).edits(title, false, edits));
    }
}
