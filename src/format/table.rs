//! Tables: cells padded so that the bars stand below each other.

use unicode_width::UnicodeWidthStr;

use crate::source::Source;
use crate::syntax::ast::{self, Column};
use crate::syntax::line::{Line, LineKind};
use crate::syntax::{colons, is_rule, piece};

use super::line::{Style, write};

/// A table as it will be written.
pub(super) struct Table {
    rows: Vec<Row>,
    /// For every line of the source that is a row: the byte it begins at and the rows written in its place.
    places: Vec<(usize, std::ops::Range<usize>)>,
    widths: Vec<usize>,
}

/// A row of a table.
enum Row {
    /// The rule below the header; for each column whether a colon stands at its left and right.
    Rule(Vec<(bool, bool)>),
    /// Cells.
    Cells(Vec<String>),
}

impl Table {
    /// The table whose first row is the first of `lines`.
    ///
    /// The rule below the header is set if it is missing; a rule before the header is dropped.
    pub fn new(source: &Source, (table, indent): (&ast::Table, usize), lines: &[Line], style: Style) -> Self {
        let belongs = |line: &&Line| match line.kind {
            // A dot begins a row only where it stands deeper than what the table belongs to.
            LineKind::Row => line.indent > indent || !is_dotted(source, line),
            LineKind::Comment | LineKind::Blank => true,
            _ => false,
        };
        let rows = lines.iter().take_while(belongs).filter(|line| line.kind == LineKind::Row);
        Self::of(source, cells(source, table, style), rows)
    }

    /// The table for reading whose first row is the first of `lines`.
    pub fn of_grid(source: &Source, grid: &ast::Grid, lines: &[Line]) -> Self {
        let words = |cell: &ast::Paragraph| source.slice(cell.span).to_owned();
        let cells = grid.rows.iter().map(|row| row.iter().map(words).collect()).collect();
        Self::of(source, cells, lines.iter().take_while(|line| line.kind == LineKind::Row && !is_dotted(source, line)))
    }

    fn of<'l>(source: &Source, cells: Vec<Vec<String>>, rows: impl Iterator<Item = &'l Line>) -> Self {
        let written = |line: &Line| source.text().get(line.content.clone()).unwrap_or_default();
        let columns = cells.first().map_or(0, Vec::len);
        let mut made = Table { rows: Vec::new(), places: Vec::new(), widths: vec![0; columns] };
        let mut cells = cells.into_iter();
        let mut rows = rows.peekable();
        while let Some(line) = rows.next() {
            let first = made.rows.len();
            let has_header = first > 0;
            let mut below = None;
            if !is_rule(written(line)) {
                let Some(row) = cells.next() else { break };
                made.rows.push(Row::Cells(row));
                if !has_header && columns > 0 {
                    below = rows.next_if(|next| is_rule(written(next)));
                    made.rows.push(Row::Rule(below.map(|rule| colons(written(rule))).unwrap_or_default()));
                }
            } else if has_header {
                made.rows.push(Row::Rule(colons(written(line))));
            }
            let end = made.rows.len();
            made.places.push((line.whole.start, first..end));
            made.places.extend(below.map(|rule| (rule.whole.start, end..end)));
        }
        made.measure();
        made
    }

    /// What is written in the place of the row that begins at a byte of the source, nothing in that of a rule that is
    /// set already; `None` if it is no row of the table.
    pub fn lines_at(&self, start: usize) -> Option<Vec<String>> {
        let found = self.places.binary_search_by_key(&start, |(place, _)| *place).ok()?;
        let (_, range) = self.places.get(found)?;
        let rows = self.rows.get(range.clone()).unwrap_or_default();
        Some(rows.iter().map(|row| self.line(row)).collect())
    }

    fn measure(&mut self) {
        for row in &self.rows {
            let Row::Cells(cells) = row else { continue };
            for (width, cell) in self.widths.iter_mut().zip(cells) {
                *width = (*width).max(cell.width());
            }
        }
    }

    fn line(&self, row: &Row) -> String {
        let mut line = String::from("|");
        for (column, width) in self.widths.iter().enumerate() {
            match row {
                Row::Rule(colons) => {
                    let (left, right) = colons.get(column).copied().unwrap_or_default();
                    let dashes = (width + 2).saturating_sub(usize::from(left) + usize::from(right)).max(1);
                    let mark = |is_there| if is_there { ":" } else { "" };
                    line.push_str(&format!("{}{}{}|", mark(left), "-".repeat(dashes), mark(right)));
                }
                Row::Cells(cells) => {
                    let cell = cells.get(column).map_or("", String::as_str);
                    line.push_str(&format!(" {cell}{} |", " ".repeat(width.saturating_sub(cell.width()))));
                }
            }
        }
        line
    }
}

/// Whether a row begins with a dot: below a table such a line may be prose.
pub(super) fn is_dotted(source: &Source, line: &Line) -> bool {
    source.text().get(line.content.clone()).is_some_and(|text| text.starts_with('·'))
}

/// The cells of the header and of every row.
fn cells(source: &Source, table: &ast::Table, style: Style) -> Vec<Vec<String>> {
    let head = table.header.iter().zip(&table.columns).enumerate().map(|(at, (head, column))| match column {
        Column::Dimension(_) => head.value.clone(),
        // With no indicator before it 单位 may mean those who act, and is printed as it is written.
        Column::Unit if !table.columns[..at].contains(&Column::Indicator) => head.value.clone(),
        _ => write(&piece::column(source, head.span), style),
    });
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().map(|cell| write(&piece::cell(source, cell.text.span, cell.ask.is_some()), style));
        cells.collect()
    });
    std::iter::once(head.collect()).chain(rows).collect()
}
