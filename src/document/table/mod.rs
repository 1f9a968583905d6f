//! Tables made from the data: duties, quotas by year, duties that come round, matrices of quotas.
//!
//! Each file gives one kind of table; here stands which of them a `列出` asks for, and where it goes, the pictures it
//! asks for among them.

mod duties;
pub(super) mod matrix;
mod obligations;
mod quotas;
pub(super) mod reading;

use crate::plan::Plan;

use super::{Align, Block, Column, Inline, Row, Table, Wording, Writer, assemble, clean, figure};

/// A table that `列出` can ask for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Duties,
    Quotas,
    Obligations,
}

/// The words that ask for each, in the order in which they are sought.
const KINDS: [(Kind, &[&str]); 3] = [
    (Kind::Duties, &["责任分工", "任务分工", "任务分解", "duties"]),
    (Kind::Quotas, &["指标", "quotas"]),
    (Kind::Obligations, &["经常性", "obligations"]),
];

/// 责任分工表: who leads and helps with what, by when.
pub fn duties(plan: &Plan, wording: &Wording) -> Table {
    clean::table(duties::table(&Writer::new(plan, wording)))
}

/// 指标分年度表: every value to be reached, by the times used.
pub fn quotas(plan: &Plan, wording: &Wording) -> Table {
    clean::table(quotas::table(&Writer::new(plan, wording)))
}

/// 经常性工作表: what comes round, how often and how many times.
pub fn obligations(plan: &Plan, wording: &Wording) -> Table {
    clean::table(obligations::table(&Writer::new(plan, wording)))
}

/// The tables that a `列出` in a section places there; those it asks for as 附表 stand at the end.
pub(super) fn shown(writer: &Writer, words: &str) -> Vec<Block> {
    if is_attached(words) {
        return Vec::new();
    }
    let tables = kinds(words).into_iter().map(|kind| table(writer, kind));
    let tables = tables.filter(|table| !table.rows.is_empty()).map(Block::Table);
    tables.chain(figure::figures(words).into_iter().map(Block::Figure)).collect()
}

/// The tables and pictures that stand at the end, with their titles: those asked for as 附表 or right below the plan's
/// title.
pub(super) fn attached(writer: &Writer) -> Vec<(String, Block)> {
    let mut asked = Vec::new();
    assemble::shows(writer.plan, &writer.plan.body, &mut asked, true);
    let asked: Vec<&str> =
        asked.into_iter().filter(|(words, is_plan)| *is_plan || is_attached(words)).map(|(words, _)| words).collect();
    let mut found: Vec<Kind> = Vec::new();
    for kind in asked.iter().flat_map(|words| kinds(words)) {
        if !found.contains(&kind) {
            found.push(kind);
        }
    }
    let tables = found.into_iter().map(|kind| (title(kind), Table { caption: None, ..table(writer, kind) }));
    let tables = tables.filter(|(_, table)| !table.rows.is_empty());
    let mut attached: Vec<_> = tables.map(|(name, table)| (name.to_owned(), Block::Table(table))).collect();
    for figure in asked.into_iter().flat_map(figure::figures) {
        if attached.iter().all(|(name, _)| *name != figure.caption) {
            attached.push((figure.caption.clone(), Block::Figure(figure)));
        }
    }
    attached
}

fn is_attached(words: &str) -> bool {
    words.contains("附表") || words.contains("附件")
}

fn kinds(words: &str) -> Vec<Kind> {
    let asks = |names: &[&str]| names.iter().any(|name| words.contains(name));
    KINDS.into_iter().filter(|(_, names)| asks(names)).map(|(kind, _)| kind).collect()
}

fn table(writer: &Writer, kind: Kind) -> Table {
    without_empty(match kind {
        Kind::Duties => duties::table(writer),
        Kind::Quotas => quotas::table(writer),
        Kind::Obligations => obligations::table(writer),
    })
}

/// The table without the columns that hold nothing: on paper they only take room.
fn without_empty(mut table: Table) -> Table {
    let is_filled = |column: usize| {
        let mut cells = table.rows.iter().filter_map(|row| match row {
            Row::Cells { cells } => cells.get(column),
            Row::Section { .. } => None,
        });
        cells.any(|cell| cell.iter().any(|inline| inline.words() != NOTHING))
    };
    let kept = (0..table.columns.len()).map(is_filled).collect::<Vec<_>>();
    retain(&mut table.columns, &kept);
    for row in &mut table.rows {
        if let Row::Cells { cells } = row {
            retain(cells, &kept);
        }
    }
    table
}

fn retain<T>(items: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    items.retain(|_| kept.next().copied().unwrap_or(true));
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Duties => "重点任务责任分工表",
        Kind::Quotas => "主要指标分年度表",
        Kind::Obligations => "经常性工作表",
    }
}

fn column(title: impl Into<String>, align: Align, weight: u16) -> Column {
    Column { title: title.into(), align, weight }
}

/// A row of plain words.
fn row(cells: Vec<String>) -> Row {
    Row::Cells { cells: cells.into_iter().map(|cell| vec![Inline::Text { text: cell }]).collect() }
}

/// Stands where there is nothing to fill in.
const NOTHING: &str = "—";

/// A cell, with a mark where there is nothing to fill in.
fn filled(words: String) -> String {
    if words.is_empty() { NOTHING.to_owned() } else { words }
}
