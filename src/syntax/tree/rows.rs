//! The rows of tables, below the quota they belong to or not.

use crate::diagnostic::{Diagnostic, Edit};
use crate::source::Span;
use crate::text;

use super::super::ast::{Entry, Grid, Item, Key, Paragraph};
use super::super::keyword::{Keyword, Place};
use super::super::line::Line;
use super::super::{faults, prose, row};
use super::{OpenItem, Tree};

impl Tree<'_> {
    pub(super) fn row(&mut self, line: &Line) {
        let takes_table = |entry: &Entry| match &entry.key {
            Key::Word(key) => matches!(key.value, Keyword::Quota | Keyword::Baseline | Keyword::Fund),
            _ => false,
        };
        // A dot begins a row only where one can stand.
        let is_dotted = self.source.text()[line.content.clone()].starts_with('·');
        let is_row = match self.open.last().map(|open| &open.item) {
            Some(OpenItem::Entry(entry, indent)) => takes_table(entry) && line.indent > *indent,
            _ => false,
        };
        if is_dotted && !is_row {
            return self.prose(line);
        }
        let missing = match self.open.last().map(|open| &open.item) {
            Some(OpenItem::Entry(entry, indent)) if takes_table(entry) => {
                (indent + 2).saturating_sub(line.indent).min(if line.indent > *indent { 0 } else { 2 + indent })
            }
            _ if self.takes_grid(line) => return self.grid_row(line),
            _ => return self.stray_row(line),
        };
        if missing > 0 {
            self.outdented_row(line, missing, self.goes_on(line));
        }
        let told = self.out.len();
        let Some(OpenItem::Entry(entry, _)) = self.open.last_mut().map(|open| &mut open.item) else { return };
        if row::is_rule(&self.source.text()[line.content.clone()]) {
            return;
        }
        match &mut entry.table {
            None => entry.table = Some(Box::new(row::header(self.text, line, self.out))),
            Some(table) => {
                let row = row::row(self.text, line, table, self.out);
                table.rows.push(row);
            }
        }
        // A row that is not indented may well have other cells; once it is, that can be told.
        if missing > 0 {
            let rest = self.out.split_off(told);
            self.out.extend(rest.into_iter().filter(|finding| finding.code != faults::BAD_TABLE));
        }
    }

    /// Whether a row at the margin, below prose, a heading or data without a table, is one of a table for reading.
    pub(super) fn takes_grid(&self, line: &Line) -> bool {
        let is_below_data = self.open.iter().any(|open| matches!(open.item, OpenItem::Entry(..)));
        let declares = self.open.iter().any(|open| open.place.is_in(Place::DECLARATIONS));
        (line.indent == 0 || !is_below_data) && !declares && self.told_table.is_none()
    }

    /// A row of a table for reading: its cells are prose.
    pub(super) fn grid_row(&mut self, line: &Line) {
        while matches!(self.open.last().map(|open| &open.item), Some(OpenItem::Entry(..))) {
            self.close_to(self.open.len() - 1);
        }
        let span = self.span(line);
        let words = &self.source.text()[line.content.clone()];
        let colons = row::is_rule(words).then(|| row::colons(words));
        let cells = row::spans(self.text, line).into_iter().map(|span| {
            let inlines = prose::inlines(self.text, span, self.out);
            Paragraph { inlines, span, is_signature: false }
        });
        let cells: Vec<Paragraph> = if colons.is_some() { Vec::new() } else { cells.collect() };
        let goes_on = std::mem::replace(&mut self.in_grid, true);
        let items = match self.open.last_mut().map(|open| &mut open.item) {
            Some(OpenItem::Section(section)) => &mut section.items,
            Some(OpenItem::Entry(entry, _)) => &mut entry.items,
            None => &mut self.items,
        };
        let Some(Item::Grid(grid)) = items.last_mut().filter(|_| goes_on) else {
            let colons = vec![(false, false); cells.len()];
            let rows = if cells.is_empty() { Vec::new() } else { vec![cells] };
            items.push(Item::Grid(Box::new(Grid { rows, colons, span })));
            return;
        };
        grid.span = grid.span.to(span);
        match colons {
            Some(colons) if grid.rows.len() == 1 => {
                grid.colons.iter_mut().zip(colons).for_each(|(kept, written)| *kept = written);
            }
            Some(_) => {}
            None => {
                let wants = grid.rows.first().map_or(cells.len(), Vec::len);
                self.out.extend(row::ragged(cells.len(), wants, span));
                grid.rows.push(cells);
            }
        }
    }

    /// Whether a row can only be one of the table above it: there is none yet, or it has as many cells.
    fn goes_on(&self, line: &Line) -> bool {
        let Some(OpenItem::Entry(entry, _)) = self.open.last().map(|open| &open.item) else { return false };
        entry.table.as_ref().is_none_or(|table| table.header.len() == row::spans(self.text, line).len())
    }

    /// A row that would be no table in Markdown either; it is read all the same. Where it may begin another table,
    /// to indent it is a guess.
    fn outdented_row(&mut self, line: &Line, missing: usize, goes_on: bool) {
        let at = Span::new(self.source.id(), line.whole.start, line.whole.start);
        let edit = Edit { span: at, text: " ".repeat(missing) };
        if let Some(fix) = self.told_table.and_then(|told| self.out.get_mut(told)).and_then(|told| told.fix.as_mut()) {
            fix.edits.push(edit);
            return;
        }
        self.told_table = Some(self.out.len());
        let message = text!(zh: "表格没有缩进，看不出归哪一行", en: "the table is not indented: it belongs to no line");
        self.out.push(
            Diagnostic::error(faults::BAD_TABLE, self.span(line), message)
                .help(text!(zh: "每行表格前加两个空格，先按归上面一行读；只供阅读的表，前面先写一行正文，如表题", en: "put two blanks before each row; it is read as belonging to the line above. A table that is only read stands below a line of prose, such as its caption"))
                .edits(text!(zh: "缩进表格", en: "indent the table"), goes_on, vec![edit]),
        );
    }

    /// A table below no quota is told of once.
    fn stray_row(&mut self, line: &Line) {
        if self.told_table.is_some() {
            return;
        }
        self.told_table = Some(self.out.len());
        let message =
            text!(zh: "这张表不在“指标”“现状”或“经费”行下面", en: "this table stands below no quota, baseline or fund");
        let help = text!(
            zh: "数据表写在“- 指标：…”“- 现状：…”或“- 经费：…”下一行，缩进两格；只供阅读的表顶格写，上面空一行",
            en: "indent the table by two below “- quota: …”, “- baseline: …” or “- fund: …”; a table that is only read stands at the margin, a blank line above it"
        );
        self.out.push(Diagnostic::error(faults::BAD_TABLE, self.span(line), message).help(help));
    }
}
