//! Tables that have the years down their rows: `| 年度 | 巩固率（%） | 新建学校（所） |`.
//!
//! Each column of values is a series over the times of the rows. Takes a table and what its columns hold, gives a row
//! for each such column; a table whose rows are no times, or that says more of each, is none of these.

use crate::calendar::Time;
use crate::plan::{Point, Scope};
use crate::quantity::Target;
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Ask, Cell, Column, Table};
use crate::syntax::{is_left_empty, read_time, read_value};

use super::quotas::fill_unit;
use super::several::is_stage;
use super::tables::{Row, is_sum};

/// Heads of a column of times.
const HEADS: [&str; 8] = ["年度", "年份", "时间", "年", "学年", "学年度", "日期", "year"];

/// What a row is of.
enum Down {
    At(Time, Span),
    Total,
}

/// The columns of values of a table with the times down its rows, each as a row; nothing if it is no such table.
pub(super) fn turned(table: &Table, columns: &[Column], title: &Spanned<String>) -> Option<Vec<Row>> {
    let is_head = |column: &Column| matches!(column, Column::Dimension(head) if HEADS.contains(&head.trim()));
    let at = columns.iter().position(is_head)?;
    let is_value = |column: &Column| matches!(column, Column::Value | Column::Of(_));
    let is_plain = |(index, column): (usize, &Column)| index == at || is_value(column) || *column == Column::Serial;
    if !columns.iter().enumerate().all(is_plain) || !columns.iter().any(is_value) {
        return None;
    }
    let down = table.rows.iter().map(|cells| time_of(cells.get(at)?)).collect::<Option<Vec<_>>>()?;
    let each = columns.iter().enumerate().filter(|(_, column)| is_value(column));
    Some(each.map(|(index, column)| series(table, column, index, &down, title)).collect())
}

fn time_of(cell: &Cell) -> Option<Down> {
    let words = cell.text.value.trim();
    if is_sum(words) {
        return Some(Down::Total);
    }
    let time = read_time(words).filter(|time| time.year.is_some())?;
    Some(Down::At(time, cell.text.span))
}

fn series(table: &Table, column: &Column, index: usize, down: &[Down], title: &Spanned<String>) -> Row {
    let head = table.header.get(index).map_or(title.span, |head| head.span);
    let mut row = Row::blank(title, head);
    match column {
        Column::Of(name) if is_stage(&name.value) => {
            row.scope.push(Scope { dimension: "类别".to_owned(), value: name.clone(), whole: None });
        }
        Column::Of(name) => row.name = name.clone(),
        _ => {}
    }
    for (cells, down) in table.rows.iter().zip(down) {
        let Some(mut target) = cells.get(index).and_then(value_of) else { continue };
        if let Some(Some(unit)) = table.units.get(index) {
            fill_unit(&mut target.value, unit);
        }
        match down {
            Down::At(time, time_span) => row.series.push(Point { time: *time, time_span: *time_span, target }),
            Down::Total => row.total = Some(target),
        }
    }
    row
}

/// The value of a cell, also of one below a head that does not say that it holds any.
pub(super) fn value_of(cell: &Cell) -> Option<Spanned<Target>> {
    let read = match &cell.ask {
        Some(Ask::Target(target)) => Some(target.clone()),
        Some(_) => None,
        None => read_value(&cell.text.value),
    };
    read.map(|target| Spanned::new(target, cell.text.span))
}

/// Whether every cell of a column that is not left empty is a number of something.
pub(super) fn holds_numbers(table: &Table, index: usize) -> bool {
    let cells = || table.rows.iter().filter_map(|row| row.get(index)).filter(|cell| !is_left_empty(&cell.text.value));
    let is_number = |cell: &Cell| {
        let value = read_value(&cell.text.value);
        value.is_some_and(|value| matches!(&value, Target::Value(_, amount) if amount.unit.is_some()))
    };
    cells().next().is_some() && cells().all(is_number)
}
