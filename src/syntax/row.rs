//! One line of a table: from text to what its cells say.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::quantity::Unit;
use crate::source::{Source, Span};
use crate::text;

use super::ast::{Cell, Column, Table};
use super::fold::Folded;
use super::grammar::{Rule, Stretch, child, children};
use super::line::{Line, LineKind, is_blank};
use super::read::Text;
use super::tree::tabbed;
use super::{Reading, balance, faults, quota, recover, time};

/// The header of a table: what its columns mean.
pub(super) fn header(text: Text, line: &Line, out: &mut Vec<Diagnostic>) -> Table {
    let source = text.source;
    let mut table =
        Table { header: Vec::new(), columns: Vec::new(), units: Vec::new(), meant: Vec::new(), rows: Vec::new() };
    for folded in cells(text, line, out) {
        let stretch = Stretch::whole(source, &folded);
        table.header.push(stretch.whole_words());
        let (column, unit, meant) = column(stretch).unwrap_or_else(|fault| {
            out.push(*fault);
            (Column::Dimension(folded.text().trim().to_owned()), None, stretch.whole_words().span)
        });
        table.columns.push(column);
        table.units.push(unit);
        table.meant.push(meant);
    }
    table
}

/// What a column of this head holds, the unit of its numbers, and where the head says it.
fn column(head: Stretch) -> Reading<(Column, Option<Unit>, Span)> {
    let whole = head.whole_words().span;
    let Ok(found) = head.read(Rule::column) else {
        return Ok((Column::Dimension(head.text().trim().to_owned()), None, whole));
    };
    let (mut column, mut unit, mut meant) = (Column::Value, None, whole);
    for part in children(found) {
        match part.as_rule() {
            Rule::indicator_head => column = Column::Indicator,
            Rule::total_head => column = Column::Total,
            Rule::unit_head => column = Column::Unit,
            Rule::force_head => column = Column::Force,
            Rule::doer_head => column = Column::Doer,
            Rule::note_head => column = Column::Note,
            Rule::serial_head => column = Column::Serial,
            Rule::counted_head => column = Column::Of(head.words(&part)),
            Rule::time => {
                // 到2027年 is cited whole.
                meant = Span { start: whole.start, ..head.span_at(&part) };
                column = Column::At(time::time(head, part)?);
            }
            Rule::head_unit => unit = child(part).map(|held| Unit::new(held.as_str())),
            _ => {}
        }
    }
    Ok((column, unit, meant))
}

/// A row of a table below its header.
pub(super) fn row(text: Text, line: &Line, table: &Table, out: &mut Vec<Diagnostic>) -> Vec<Cell> {
    let source = text.source;
    let found = cells(text, line, out);
    let span = Span::new(source.id(), line.whole.start, line.whole.end);
    out.extend(ragged(found.len(), table.columns.len(), span));
    let columns = table.columns.iter();
    found.iter().zip(columns).map(|(folded, column)| cell(Stretch::whole(source, folded), column, out)).collect()
}

/// What is wrong with a row that has another number of cells than its header.
pub(super) fn ragged(has: usize, wants: usize, span: Span) -> Option<Diagnostic> {
    let message = text!(zh: "这一行有{has}格，表头有{wants}格", en: "this row has {has} cells, the header has {wants}");
    let help = text!(zh: "每一行的格数要与表头相同，空着的格也要写出竖线", en: "give every row as many cells as the header; an empty cell keeps its bars");
    (has != wants).then(|| Diagnostic::error(faults::BAD_TABLE, span, message).help(help))
}

fn cell(stretch: Stretch, column: &Column, out: &mut Vec<Diagnostic>) -> Cell {
    let text = stretch.whole_words();
    let holds_value = column.holds_values() && !is_left_empty(&text.value);
    let ask = if !holds_value {
        None
    } else if let Some(fault) = balance::fault(stretch) {
        out.push(fault);
        None
    } else {
        recover::misspelt_units(stretch, out);
        quota::cell(stretch).map_err(|fault| out.push(*fault)).ok().map(|ask| ask.value)
    };
    Cell { text, ask }
}

/// Whether a cell holds nothing, or what officials write where there is nothing.
pub fn is_left_empty(words: &str) -> bool {
    words.chars().all(|sign| matches!(sign, '-' | '－' | '—' | '–' | '―' | '/' | '／' | ' ' | '\u{3000}'))
}

/// Whether a row is the rule below the header: `|---|:--|`.
pub fn is_rule(text: &str) -> bool {
    let signs = || text.chars().map(super::fold::narrow);
    signs().any(|sign| matches!(sign, '-' | '—'))
        && signs().all(|sign| matches!(sign, '|' | '·' | '-' | ':' | ' ' | '—'))
}

/// For each cell of a rule whether a colon stands at its left and right.
pub fn colons(rule: &str) -> Vec<(bool, bool)> {
    let is_colon = |sign: char| matches!(sign, ':' | '：');
    let bars = ['|', '｜', '·'];
    let cells = rule.trim_matches(bars).split(bars).map(str::trim);
    cells.map(|cell| (cell.starts_with(is_colon), cell.ends_with(is_colon))).collect()
}

/// Where the words of each cell of a row stand, blanks left out.
pub(super) fn spans(text: Text, line: &Line) -> Vec<Span> {
    let words = |range: Range<usize>| {
        let cell = &text.source.text()[range.clone()];
        let start = range.start + cell.len() - cell.trim_start_matches(is_blank).len();
        Span::new(text.source.id(), start, (range.start + cell.trim_end_matches(is_blank).len()).max(start))
    };
    cell_ranges(text.source, line).into_iter().map(words).collect()
}

/// The cells of a row, each folded on its own.
fn cells(text: Text, line: &Line, out: &mut Vec<Diagnostic>) -> Vec<Folded> {
    cell_ranges(text.source, line).into_iter().map(|range| text.folded(range, out)).collect()
}

/// The bytes of each cell of a row.
fn cell_ranges(source: &Source, line: &Line) -> Vec<Range<usize>> {
    if line.kind == LineKind::Prose {
        return tabbed::cells(source.text(), line);
    }
    let row = &source.text()[line.content.clone()];
    // A dot inside a word (买买提·阿里) parts nothing: only one between blanks does.
    let is_dotted = row.starts_with('·');
    let is_bar = |sign: char| if is_dotted { sign == '·' } else { matches!(sign, '|' | '｜') };
    let inner = row.strip_prefix(is_bar).unwrap_or(row);
    let mut at = line.content.start + row.len() - inner.len();
    let inner = inner.strip_suffix(is_bar).unwrap_or(inner);
    let mut found = Vec::new();
    let pieces: Vec<&str> = if is_dotted { inner.split(" · ").collect() } else { inner.split(['|', '｜']).collect() };
    for piece in pieces {
        found.push(at..at + piece.len());
        let bar = source.text()[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
        at += piece.len() + if is_dotted { " · ".len() } else { bar };
    }
    found
}
