//! 重点项目清单: a row for each measure that stands under a heading of projects.

use crate::document::{Align, Holds, Inline, Table, Writer};

use super::task::{self, Task};
use super::{Cut, TableKind, column, filled, ledger, title};

/// What a heading of projects says.
const PROJECT: &str = "项目";

/// The list of projects; no rows where no heading speaks of projects.
pub(super) fn table(writer: &Writer, cut: &Cut) -> Table {
    let cells = |task: &Task| {
        let text = |words: String| vec![Inline::Text { text: filled(words) }];
        let (leaders, organs) = ledger::leaders(writer, task.accountable);
        vec![
            vec![task.link(writer)],
            text(ledger::wanted(writer, task)),
            text(task.time()),
            text(task.leads(writer)),
            text(if leaders.is_empty() { organs } else { leaders }),
        ]
    };
    let is_project = |task: &Task| task.path.iter().any(|heading| heading.contains(PROJECT));
    let tasks = task::measures(writer).into_iter().filter(is_project).collect();
    Table {
        caption: Some(cut.caption(title(TableKind::Projects))),
        unit: None,
        columns: vec![
            column("序号", Align::Center, 3).of(Holds::Numbers),
            column("项目", Align::Left, 6),
            column("内容与标准", Align::Left, 9),
            column("目标时限", Align::Center, 9).of(Holds::Days),
            column("责任部门", Align::Center, 5),
            column("责任人", Align::Center, 4),
        ],
        rows: task::rows(writer, tasks, cut, cells),
    }
}
