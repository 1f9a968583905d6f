//! The tasks of a plan as rows: measures, and phases and reports where a table wants them.
//!
//! Takes the plan, gives for each task who does it and by when, and the headings it stands under; how they are arranged
//! is for [`cut`](super::cut), what a row shows for each table.

use std::borrow::Cow;

use crate::calendar::{Date, Run, Start, When};
use crate::document::sentence::{chain, owners, when};
use crate::document::tree::{self, Node};
use crate::document::{Inline, Row, Writer};
use crate::plan::{Fact, Holder, Id, Measure, Origin, OwnerRef, Part, Phase, Plan, Report};

use super::{Cut, cut};

/// A measure, a phase, or a report that stands in neither.
#[derive(Clone)]
pub(super) struct Task<'p> {
    /// Which one it is.
    pub holder: Holder,
    /// Its title.
    pub title: Cow<'p, str>,
    /// The headings it stands under.
    pub path: Vec<String>,
    /// The phase it is, or stands in.
    pub phase: Option<Id<Phase>>,
    /// Who answers for it, where somebody else leads.
    pub accountable: &'p [OwnerRef],
    /// Who leads; who answers for it where nobody does.
    pub lead: &'p [OwnerRef],
    /// Who helps.
    pub with: &'p [OwnerRef],
    /// From when, where that is said by itself.
    pub start: Option<&'p When>,
    /// By when, or from when to when.
    pub due: Option<&'p When>,
    /// The report it is.
    pub report: Option<&'p Report>,
}

/// Every measure, from the top down.
pub(super) fn measures<'p>(writer: &Writer<'p>) -> Vec<Task<'p>> {
    steps(writer).into_iter().filter(|task| matches!(task.holder, Holder::Measure(_))).collect()
}

/// Every measure and phase, from the top down.
pub(super) fn steps<'p>(writer: &Writer<'p>) -> Vec<Task<'p>> {
    followed(writer).into_iter().filter(|task| task.report.is_none()).collect()
}

/// Every measure, and every report that stands in none: what an office follows up.
pub(super) fn measures_and_reports<'p>(writer: &Writer<'p>) -> Vec<Task<'p>> {
    let is_followed = |task: &Task| task.report.is_some() || matches!(task.holder, Holder::Measure(_));
    followed(writer).into_iter().filter(is_followed).collect()
}

fn followed<'p>(writer: &Writer<'p>) -> Vec<Task<'p>> {
    let mut tasks = Vec::new();
    collect(writer, &writer.plan.body, &mut Vec::new(), None, &mut tasks);
    tasks
}

fn collect<'p>(
    writer: &Writer<'p>,
    body: &'p [Part],
    path: &mut Vec<String>,
    phase: Option<Id<Phase>>,
    out: &mut Vec<Task<'p>>,
) {
    for part in body {
        if let Part::Fact(Fact::Report(id)) = part {
            out.extend(of_report(writer, &writer.plan.reports[*id], path, phase));
        }
        let Some(node) = tree::node(writer.plan, part) else { continue };
        if let Holder::Measure(id) = node.holder {
            out.push(of_measure(node, &writer.plan.measures[id], path, phase));
            collect(writer, node.body, path, phase, out);
            continue;
        }
        let mut inner = phase;
        if let Holder::Phase(id) = node.holder {
            inner = Some(id);
            out.push(of_phase(node, id, &writer.plan.phases[id], path));
        }
        let place = writer.outline.place(node.holder);
        let (mark, typed) = place.map_or(("", 0), |place| (place.mark.as_str(), place.typed));
        path.push(format!("{mark}{}", node.title.get(typed..).unwrap_or(node.title)));
        collect(writer, node.body, path, inner, out);
        path.pop();
    }
}

fn of_measure<'p>(node: Node<'p>, measure: &'p Measure, path: &[String], phase: Option<Id<Phase>>) -> Task<'p> {
    let is_stated = measure.accountable.origin == Origin::Stated;
    let accountable = if is_stated { measure.accountable.value.as_slice() } else { &[] };
    let stands_in = measure.lead.value.is_empty() && is_stated;
    Task {
        holder: node.holder,
        title: node.words().into(),
        path: path.to_vec(),
        phase,
        accountable: if stands_in { &[] } else { accountable },
        lead: if stands_in { accountable } else { &measure.lead.value },
        with: &measure.with.value,
        start: measure.start.as_ref().map(|start| &start.value),
        due: measure.due.value.as_ref().map(|due| &due.value),
        report: None,
    }
}

fn of_phase<'p>(node: Node<'p>, id: Id<Phase>, phase: &'p Phase, path: &[String]) -> Task<'p> {
    Task {
        holder: node.holder,
        title: node.words().into(),
        path: path.to_vec(),
        phase: Some(id),
        accountable: &[],
        lead: &phase.lead.value,
        with: &phase.with.value,
        start: None,
        due: node.time,
        report: None,
    }
}

/// A report; none of one in a measure, which its row tells.
fn of_report<'p>(writer: &Writer, report: &'p Report, path: &[String], phase: Option<Id<Phase>>) -> Option<Task<'p>> {
    let is_own = !matches!(report.holder, Holder::Measure(_));
    is_own.then(|| Task {
        holder: report.holder,
        title: chain::reporting(writer, report).into(),
        path: path.to_vec(),
        phase,
        accountable: &[],
        lead: report.path.get(..1).unwrap_or_default(),
        with: &[],
        start: None,
        due: report.when.as_ref().map(|when| &when.value),
        report: Some(report),
    })
}

impl Task<'_> {
    /// Who leads, in words.
    pub fn leads(&self, writer: &Writer) -> String {
        owners(writer.plan, self.lead)
    }

    /// From when to when, or by when.
    pub fn time(&self) -> String {
        if let Some(report) = self.report {
            return chain::rhythm(report);
        }
        match (self.start, self.due) {
            (Some(start), due) => when::span(start, due),
            (None, due) => due.map(when::due).unwrap_or_default(),
        }
    }

    /// The last day of it, if that is known.
    pub fn last_day(&self) -> Option<Date> {
        self.due.and_then(When::last_day)
    }

    /// The first day of it, or the last where it has no other.
    pub fn first_day(&self) -> Option<Date> {
        let is_phase = matches!(self.holder, Holder::Phase(_));
        let begins = match self.due {
            Some(due @ (When::Between(..) | When::From(..))) => due.first_day(),
            Some(due) if is_phase => due.first_day(),
            _ => None,
        };
        self.start.and_then(When::first_day).or(begins).or_else(|| self.last_day())
    }

    /// Beginning and end as they are written, each by itself.
    pub fn ends(&self) -> (String, String) {
        match (self.start, self.due) {
            (None, Some(When::Between(first, last))) => {
                (first.to_string(), last.map_or_else(|| "至今".to_owned(), |last| last.to_string()))
            }
            (None, Some(When::From(Start::At(first), Run::Until(last)))) => (first.to_string(), last.to_string()),
            (None, Some(When::From(start, Run::On(onward)))) => {
                let start = When::From(start.clone(), Run::On(None)).to_string();
                (start, onward.clone().unwrap_or_default())
            }
            // A phase fills its month; a task is done by its end.
            (None, Some(When::At(time))) if matches!(self.holder, Holder::Phase(_)) => {
                (time.to_string(), time.to_string())
            }
            (start, due) => (start.map(When::to_string).unwrap_or_default(), due.map(when::due).unwrap_or_default()),
        }
    }

    /// Its title, which leads to where it stands.
    pub fn link(&self, writer: &Writer) -> Inline {
        match writer.outline.place(self.holder) {
            Some(place) => Inline::Link { text: self.title.to_string(), target: place.anchor.clone() },
            None => Inline::text(&*self.title),
        }
    }
}

/// A row for each task as it is asked for, under the headings that have changed since the last.
pub(super) fn rows(
    writer: &Writer,
    tasks: Vec<Task>,
    asked: &Cut,
    cells: impl Fn(&Task) -> Vec<Vec<Inline>>,
) -> Vec<Row> {
    let (mut rows, mut path) = (Vec::new(), Vec::new());
    let mut numbers = Numbers::default();
    for task in cut::arranged(writer, tasks, asked) {
        let same = path.iter().zip(&task.path).take_while(|(old, new)| old == new).count();
        rows.extend(task.path.iter().skip(same).map(|text| Row::Section { text: text.clone() }));
        let number = vec![Inline::Text { text: numbers.next(writer.plan, task.holder) }];
        rows.push(Row::Cells { cells: std::iter::once(number).chain(cells(&task)).collect() });
        path = task.path;
    }
    rows
}

/// The numbers of tasks: what stands within the task before it has that one's number and its own, 14.1.
#[derive(Default)]
struct Numbers {
    task: usize,
    part: usize,
    whole: Option<Holder>,
}

impl Numbers {
    fn next(&mut self, plan: &Plan, holder: Holder) -> String {
        if self.whole.is_some_and(|whole| is_within(plan, holder, whole)) {
            self.part += 1;
            return format!("{}.{}", self.task, self.part);
        }
        (self.task, self.part, self.whole) = (self.task + 1, 0, Some(holder));
        self.task.to_string()
    }
}

/// Whether a measure is nested in another, however deep.
fn is_within(plan: &Plan, holder: Holder, whole: Holder) -> bool {
    let mut at = holder;
    while let Holder::Measure(id) = at {
        at = plan.measures[id].holder;
        if matches!(at, Holder::Measure(_)) && at == whole {
            return true;
        }
    }
    false
}
