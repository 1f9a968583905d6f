//! 责任分工表: a row for each measure, under the headings that enclose it.

use crate::document::sentence::{owners, result};
use crate::document::{Align, Holds, Inline, Table, Writer};
use crate::plan::Holder;

use super::task::{self, Task};
use super::{Cut, TableKind, column, filled, title};

/// The table of duties.
pub(super) fn table(writer: &Writer, cut: &Cut) -> Table {
    let cells = |task: &Task| {
        let text = |words: String| vec![Inline::Text { text: filled(words) }];
        vec![
            vec![task.link(writer)],
            text(task.leads(writer)),
            text(owners(writer.plan, task.with)),
            text(task.time()),
            text(outputs(writer, task)),
        ]
    };
    Table {
        caption: Some(cut.caption(title(TableKind::Duties))),
        unit: None,
        columns: vec![
            column("序号", Align::Center, 3).of(Holds::Numbers),
            column("重点任务", Align::Left, 8),
            column(writer.wording.label_lead(), Align::Center, 5),
            column(writer.wording.label_with(), Align::Left, 6),
            column(writer.wording.label_due(), Align::Center, 6).of(Holds::Days),
            column("成果", Align::Left, 7),
        ],
        rows: task::rows(writer, task::measures(writer), cut, cells),
    }
}

/// What a task delivers.
pub(super) fn outputs(writer: &Writer, task: &Task) -> String {
    match task.holder {
        Holder::Measure(id) => result::names(&writer.plan.measures[id].outputs.iter().collect::<Vec<_>>()),
        _ => String::new(),
    }
}
