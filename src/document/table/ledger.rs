//! 工作台账: what an office writes its progress into, a row for each measure and for each report that stands in none.
//!
//! What is to be reached is what the data say of the measure: its values, its recurring duties, what it delivers, what
//! is reported of it.
//! 责任领导 holds who answers for it where that is a post or a group; an organ that does so goes into 备注.

use crate::document::flow::Open;
use crate::document::sentence::{chain, duty, owners, quota, result};
use crate::document::{Align, Holds, Inline, Table, Writer, table::matrix};
use crate::plan::{Holder, OwnerKind, OwnerRef, Quota, Report};

use super::task::{self, Task};
use super::{Cut, TableKind, column, filled, title};

/// How far a task has come.
const PROGRESS: &[&str] = &["未启动", "推进中", "已完成", "已销号"];

/// The ledger.
pub(super) fn table(writer: &Writer, cut: &Cut) -> Table {
    let cells = |task: &Task| {
        let text = |words: String| vec![Inline::Text { text: words }];
        let (leaders, organs) = leaders(writer, task.accountable);
        let note =
            if organs.is_empty() { organs } else { format!("{}：{organs}", writer.wording.label_accountable()) };
        vec![
            vec![task.link(writer)],
            text(filled(wanted(writer, task))),
            text(leaders),
            text(filled(task.leads(writer))),
            text(filled(owners(writer.plan, task.with))),
            text(filled(task.time())),
            text(String::new()),
            text(note),
        ]
    };
    Table {
        caption: Some(cut.caption(title(TableKind::Ledger))),
        unit: None,
        columns: vec![
            column("序号", Align::Center, 3).of(Holds::Numbers),
            column("任务", Align::Left, 7),
            column("目标要求", Align::Left, 9),
            column("责任领导", Align::Center, 4),
            column(writer.wording.label_lead(), Align::Center, 5),
            column(writer.wording.label_with(), Align::Left, 5),
            column(writer.wording.label_due(), Align::Center, 5).of(Holds::Days),
            column("进展情况", Align::Center, 4).of(Holds::Choice(PROGRESS)),
            column("备注", Align::Left, 4),
        ],
        rows: task::rows(writer, task::measures_and_reports(writer), cut, cells),
    }
}

/// What is to be reached by a task.
pub(super) fn wanted(writer: &Writer, task: &Task) -> String {
    let Holder::Measure(id) = task.holder else { return String::new() };
    let plan = writer.plan;
    let own = plan.quotas.iter().filter(|quota| quota.holder == task.holder);
    let (rows, lines): (Vec<&Quota>, Vec<&Quota>) =
        own.partition(|quota| matrix::Line::of_quota(plan, quota).is_some());
    let (rounds, values): (Vec<&Quota>, Vec<&Quota>) = lines.into_iter().partition(|quota| quota.is_obligation());
    let mut told = quota::sentences(writer.wording, plan, &values, &quota::Told::default());
    told.extend(duty::sentence(writer.wording, plan, &rounds, false));
    // A table is named, not told again.
    let mut tables = Vec::new();
    for row in rows {
        let name = row.table.as_ref().unwrap_or(&row.name).value.trim();
        if !tables.contains(&name) {
            tables.push(name);
        }
    }
    told.extend(tables.into_iter().map(|name| format!("“{name}”所列各项")));
    let outputs = plan.measures[id].outputs.iter().collect::<Vec<_>>();
    told.extend((!outputs.is_empty()).then(|| result::clause(&outputs)));
    let reports: Vec<&Report> = plan.reports.iter().filter(|report| report.holder == task.holder).collect();
    told.extend(chain::reports(writer, &reports, &Open::Closed));
    told.iter().map(|words| words.trim_end_matches('。')).collect::<Vec<_>>().join("；")
}

/// Who answers for a task: posts and groups, and the organs.
pub(super) fn leaders(writer: &Writer, accountable: &[OwnerRef]) -> (String, String) {
    let plan = writer.plan;
    let is_leader = |reference: &&OwnerRef| {
        let kind = reference.target().map(|id| plan.owners[id].kind);
        matches!(kind, Some(OwnerKind::Post | OwnerKind::Group | OwnerKind::GroupOffice))
    };
    let (leaders, organs): (Vec<&OwnerRef>, Vec<&OwnerRef>) = accountable.iter().partition(is_leader);
    let words = |all: Vec<&OwnerRef>| owners(plan, &all.into_iter().cloned().collect::<Vec<_>>());
    (words(leaders), words(organs))
}
