//! 进度安排表: phases and measures in the order of time, each with its beginning and its end.
//!
//! A time that is no whole day stands as it is written; what has no known day comes last. What stands in no phase
//! belongs to the one that it is due in.

use crate::document::{Align, Holds, Inline, Table, Writer};
use crate::plan::Holder;

use super::task::{self, Task};
use super::{Cut, TableKind, column, cut, filled, keep, title};

/// The table of what is to be done when.
pub(super) fn table(writer: &Writer, asked: &Cut) -> Table {
    let mut tasks = task::steps(writer);
    // Phases that no time is said of, and that only hold measures, have nothing to tell here.
    tasks.retain(|task| !matches!(task.holder, Holder::Phase(_)) || task.due.is_some() || !task.lead.is_empty());
    tasks.iter_mut().for_each(|task| task.path.clear());
    tasks.sort_by_key(|task| {
        let (first, last) = (task.first_day(), task.last_day());
        let is_measure = matches!(task.holder, Holder::Measure(_));
        // What runs longer comes before what it holds.
        (first.is_none(), first, is_measure, last.map(std::cmp::Reverse).filter(|_| !is_measure), last)
    });
    let cells = |task: &Task| {
        let text = |words: String| vec![Inline::Text { text: filled(words) }];
        let phase = cut::phase(writer.plan, task).map(|id| writer.plan.phases[id].title.value.trim().to_owned());
        let work = match task.holder {
            Holder::Phase(_) => text(String::new()),
            _ => vec![task.link(writer)],
        };
        let (start, end) = task.ends();
        vec![text(phase.unwrap_or_default()), work, text(start), text(end), text(task.leads(writer))]
    };
    let mut table = Table {
        caption: Some(asked.caption(title(TableKind::Schedule))),
        unit: None,
        columns: vec![
            column("序号", Align::Center, 3).of(Holds::Numbers),
            column("阶段", Align::Left, 6),
            column("工作任务", Align::Left, 8),
            column("开始时间", Align::Center, 5).of(Holds::Days),
            column(writer.wording.label_due(), Align::Center, 5).of(Holds::Days),
            column(writer.wording.label_lead(), Align::Center, 5),
        ],
        rows: task::rows(writer, tasks, asked, cells),
    };
    if writer.plan.phases.is_empty() {
        let kept = (0..table.columns.len()).map(|at| at != PHASE).collect::<Vec<_>>();
        keep(&mut table, &kept);
    }
    table
}

/// The column of the phase, which a plan without any does not need.
const PHASE: usize = 1;
