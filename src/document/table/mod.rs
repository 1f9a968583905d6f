//! Tables made from the data: duties, quotas by year, duties that come round, what is to be done when, the ledger of
//! tasks, projects, who sits in a group, matrices of quotas.
//!
//! Each file gives one kind of table; here stands which of them a `列出` asks for, and where it goes, the pictures it
//! asks for among them.

mod cut;
mod duties;
mod ledger;
pub(super) mod matrix;
mod members;
mod obligations;
mod projects;
mod quotas;
pub(super) mod reading;
mod schedule;
mod task;
mod value;

use serde::Serialize;

use crate::plan::Plan;

use super::{Align, Block, Column, Holds, Inline, Row, Table, Wording, Writer, assemble, clean, figure};

pub use cut::{Cut, Grouping, has_owner};
pub use value::Value;

/// A table that can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// 责任分工表: who leads and helps with what, by when.
    Duties,
    /// 指标分年度表: every value to be reached, by the times used.
    Quotas,
    /// 经常性工作表: what comes round, how often and how many times.
    Obligations,
    /// 进度安排表: phases and measures in the order of time.
    Schedule,
    /// 工作台账: the tasks, with room for how far they have come.
    Ledger,
    /// 重点项目清单: the measures under a heading of projects.
    Projects,
    /// 领导小组成员名单: who sits in each group.
    Members,
}

/// The words that ask for each.
const KINDS: [(TableKind, &[&str]); 7] = [
    (TableKind::Duties, &["责任分工", "任务分工", "任务分解", "duties"]),
    (TableKind::Quotas, &["指标", "quotas"]),
    (TableKind::Obligations, &["经常性", "obligations"]),
    (TableKind::Schedule, &["进度", "schedule"]),
    (TableKind::Ledger, &["台账", "ledger"]),
    (TableKind::Projects, &["项目清单", "projects"]),
    (TableKind::Members, &["名单", "members"]),
];

impl TableKind {
    /// Every one, in the order of a workbook.
    pub const ALL: [TableKind; 7] = [
        TableKind::Duties,
        TableKind::Ledger,
        TableKind::Schedule,
        TableKind::Quotas,
        TableKind::Obligations,
        TableKind::Projects,
        TableKind::Members,
    ];

    /// Whether its rows are tasks, which can stand together by owner, month or phase.
    pub fn is_of_tasks(self) -> bool {
        matches!(self, TableKind::Duties | TableKind::Schedule | TableKind::Ledger | TableKind::Projects)
    }
}

/// A table and the short name of its sheet in a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// The name.
    pub name: &'static str,
    /// The table.
    pub table: Table,
}

/// Every table that has rows, as the sheets of a workbook; the ledger in any case.
pub fn sheets(plan: &Plan, wording: &Wording, cut: &Cut) -> Vec<Sheet> {
    let writer = Writer::new(plan, wording);
    let sheet = |kind| Sheet { name: sheet_name(kind), table: clean::table(whole(&writer, kind, cut)) };
    let mut sheets = TableKind::ALL.map(|kind| (kind, sheet(kind))).to_vec();
    sheets.retain(|(kind, sheet)| *kind == TableKind::Ledger || !sheet.table.rows.is_empty());
    sheets.into_iter().map(|(_, sheet)| sheet).collect()
}

/// A table, or what is asked for of it.
pub fn table_of(plan: &Plan, wording: &Wording, kind: TableKind, cut: &Cut) -> Sheet {
    let table = whole(&Writer::new(plan, wording), kind, cut);
    Sheet { name: sheet_name(kind), table: clean::table(table) }
}

/// 责任分工表, whole.
pub fn duties(plan: &Plan, wording: &Wording) -> Table {
    table_of(plan, wording, TableKind::Duties, &Cut::default()).table
}

/// 指标分年度表, whole.
pub fn quotas(plan: &Plan, wording: &Wording) -> Table {
    table_of(plan, wording, TableKind::Quotas, &Cut::default()).table
}

/// 经常性工作表, whole.
pub fn obligations(plan: &Plan, wording: &Wording) -> Table {
    table_of(plan, wording, TableKind::Obligations, &Cut::default()).table
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
    let mut found: Vec<TableKind> = Vec::new();
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

fn kinds(words: &str) -> Vec<TableKind> {
    // 进度图 is a picture.
    let tables: Vec<&str> = words.split(['、', '，', ',']).filter(|asked| !asked.trim().ends_with('图')).collect();
    let mut found = Vec::new();
    for asked in tables {
        let of = KINDS.into_iter().filter(|(_, names)| names.iter().any(|name| asked.contains(name)));
        for (kind, _) in of {
            if !found.contains(&kind) {
                found.push(kind);
            }
        }
    }
    found
}

fn table(writer: &Writer, kind: TableKind) -> Table {
    without_empty(whole(writer, kind, &Cut::default()))
}

fn whole(writer: &Writer, kind: TableKind, cut: &Cut) -> Table {
    match kind {
        TableKind::Duties => duties::table(writer, cut),
        TableKind::Quotas => quotas::table(writer, cut),
        TableKind::Obligations => obligations::table(writer, cut),
        TableKind::Schedule => schedule::table(writer, cut),
        TableKind::Ledger => ledger::table(writer, cut),
        TableKind::Projects => projects::table(writer, cut),
        TableKind::Members => members::table(writer, cut),
    }
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
    keep(&mut table, &kept);
    table
}

/// Leaves out some columns.
fn keep(table: &mut Table, kept: &[bool]) {
    retain(&mut table.columns, kept);
    for row in &mut table.rows {
        if let Row::Cells { cells } = row {
            retain(cells, kept);
        }
    }
}

fn retain<T>(items: &mut Vec<T>, kept: &[bool]) {
    let mut kept = kept.iter();
    items.retain(|_| kept.next().copied().unwrap_or(true));
}

fn title(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Duties => "重点任务责任分工表",
        TableKind::Quotas => "主要指标分年度表",
        TableKind::Obligations => "经常性工作表",
        TableKind::Schedule => "工作进度安排表",
        TableKind::Ledger => "重点任务工作台账",
        TableKind::Projects => "重点项目清单",
        TableKind::Members => "领导小组成员名单",
    }
}

fn sheet_name(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Duties => "责任分工",
        TableKind::Quotas => "指标分年度",
        TableKind::Obligations => "经常性工作",
        TableKind::Schedule => "进度安排",
        TableKind::Ledger => "工作台账",
        TableKind::Projects => "项目清单",
        TableKind::Members => "成员名单",
    }
}

fn column(title: impl Into<String>, align: Align, weight: u16) -> Column {
    Column { title: title.into(), align, weight, holds: Holds::Words }
}

impl Column {
    fn of(self, holds: Holds) -> Self {
        Self { holds, ..self }
    }
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
