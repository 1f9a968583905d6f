//! Rows that were written as one table, printed as that table: quotas, values of the present, money.

use crate::document::sentence::all_named;
use crate::document::sentence::value::inline;
use crate::document::{Align, Table};
use crate::plan::{Baseline, Force, Fund, Holder, Plan, Point, Quota, Scope};
use crate::quantity::Target;
use crate::source::Spanned;

/// Heads of columns that say more of a row, and how wide they are.
const MORE: [(&str, u16); 3] = [("属性", 3), ("责任单位", 4), ("备注", 5)];

use super::{column, filled, row};

/// A row of a table, whatever it is of.
pub(in crate::document) struct Line<'p> {
    holder: Holder,
    /// The table, or what all its rows count.
    title: &'p str,
    /// What this row counts, where the rows name their own.
    name: Option<&'p str>,
    /// The dimensions and their values.
    scope: Vec<(&'p str, &'p str)>,
    value: Option<&'p Target>,
    series: &'p [Point],
    total: Option<&'p Target>,
    /// Whether it binds, who does it, a note on it.
    more: [Option<String>; 3],
    /// What a column of values without a time is called, and what follows the name of the table.
    words: (&'static str, &'static str),
}

/// What rows of one table have in common.
type Key<'p> = (Holder, &'p str, Vec<&'p str>, bool);

impl<'p> Line<'p> {
    /// A quota; none if it is no row.
    pub(in crate::document) fn of_quota(plan: &'p Plan, quota: &'p Quota) -> Option<Self> {
        if !is_row(quota.table.is_some(), &quota.scope) {
            return None;
        }
        let named = quota.table.as_ref().map(|_| plan.indicators[quota.indicator].name.value.as_str());
        let (name, scope) = cells(named, &quota.scope);
        Some(Self {
            holder: quota.holder,
            title: quota.table.as_ref().map_or(quota.name.value.as_str(), |table| &table.value),
            name,
            scope,
            value: quota.target.as_ref().map(|target| &target.value),
            series: &quota.series,
            total: quota.total.as_ref().map(|total| &total.value),
            more: [
                quota.force.as_ref().map(|force| force_word(force.value).to_owned()),
                Some(all_named(&quota.by)).filter(|by| !by.is_empty()),
                note(quota.note.as_ref()),
            ],
            words: ("目标值", "指标"),
        })
    }

    /// A value of the present; none if it is no row.
    pub(in crate::document) fn of_baseline(plan: &'p Plan, baseline: &'p Baseline) -> Option<Self> {
        if !is_row(baseline.table.is_some(), &baseline.scope) {
            return None;
        }
        let named = baseline.table.as_ref().map(|_| plan.indicators[baseline.indicator].name.value.as_str());
        let (name, scope) = cells(named, &baseline.scope);
        Some(Self {
            holder: baseline.holder,
            title: baseline.table.as_ref().map_or(baseline.name.value.as_str(), |table| &table.value),
            name,
            scope,
            value: baseline.target.as_ref().map(|target| &target.value),
            series: &baseline.series,
            total: baseline.total.as_ref().map(|total| &total.value),
            more: [None, None, note(baseline.note.as_ref())],
            words: ("数值", "情况"),
        })
    }

    /// Money; none if it is no row.
    pub(in crate::document) fn of_fund(fund: &'p Fund) -> Option<Self> {
        let table = fund.table.as_ref()?;
        let (amount, is_sum) = (fund.amount.as_ref().map(|amount| &amount.value), !fund.sums.is_empty());
        let in_years = !fund.series.is_empty();
        Some(Self {
            holder: fund.holder,
            title: &table.value,
            name: None,
            scope: vec![("项目", if is_sum { "合计" } else { &fund.name.value })],
            value: amount.filter(|_| !in_years),
            series: &fund.series,
            total: amount.filter(|_| in_years),
            more: [None, None, note(fund.note.as_ref())],
            words: ("金额", "安排"),
        })
    }

    /// What rows of one table have in common.
    pub(in crate::document) fn key(&self) -> Key<'p> {
        let dimensions = self.scope.iter().map(|(dimension, _)| *dimension).collect();
        (self.holder, self.title, dimensions, self.name.is_some())
    }
}

fn force_word(force: Force) -> &'static str {
    match force {
        Force::Binding => "约束性",
        Force::Expected => "预期性",
    }
}

fn note(note: Option<&Spanned<String>>) -> Option<String> {
    note.map(|note| note.value.trim().to_owned())
}

fn is_row(is_titled: bool, scope: &[Scope]) -> bool {
    is_titled || scope.iter().any(|scope| !scope.dimension.is_empty())
}

/// The cell of the name and those of the dimensions; a row that adds up indicators says so in the first.
fn cells<'p>(name: Option<&'p str>, scope: &'p [Scope]) -> (Option<&'p str>, Vec<(&'p str, &'p str)>) {
    let (sums, others): (Vec<&Scope>, Vec<&Scope>) =
        scope.iter().partition(|scope| name.is_some() && scope.dimension == "指标");
    let name = sums.first().map(|sum| sum.value.value.as_str()).or(name);
    (name, others.iter().map(|scope| (scope.dimension.as_str(), scope.words())).collect())
}

/// The table of rows that have one key.
pub(in crate::document) fn table(lines: &[Line]) -> Option<Table> {
    let first = lines.first()?;
    let mut times = Vec::new();
    for point in lines.iter().flat_map(|line| line.series) {
        if !times.contains(&point.time) {
            times.push(point.time);
        }
    }
    let has_value = lines.iter().any(|line| line.value.is_some());
    let has_total = lines.iter().any(|line| line.total.is_some());
    let mut columns = Vec::new();
    if first.name.is_some() {
        columns.push(column("指标", Align::Left, 5));
    }
    columns.extend(first.scope.iter().map(|(dimension, _)| column(*dimension, Align::Center, 3)));
    columns.extend(has_value.then(|| column(first.words.0, Align::Center, 5)));
    columns.extend(times.iter().map(|time| column(time.to_string(), Align::Center, 5)));
    columns.extend(has_total.then(|| column("合计", Align::Center, 3)));
    let says = [0, 1, 2].map(|at| lines.iter().any(|line| line.more[at].is_some()));
    let heads = MORE.into_iter().zip(says).filter(|(_, is_said)| *is_said);
    columns.extend(heads.map(|((head, weight), _)| column(head, Align::Center, weight)));
    let rows = lines.iter().map(|line| {
        let told = |target: Option<&Target>| filled(target.map(inline).unwrap_or_default());
        let mut cells: Vec<String> = line.name.iter().map(|name| (*name).to_owned()).collect();
        cells.extend(line.scope.iter().map(|(_, value)| filled((*value).to_owned())));
        cells.extend(has_value.then(|| told(line.value)));
        for time in &times {
            let point = line.series.iter().find(|point| point.time == *time);
            cells.push(told(point.map(|point| &point.target.value)));
        }
        cells.extend(has_total.then(|| told(line.total)));
        let more = line.more.iter().zip(says).filter(|(_, is_said)| *is_said);
        cells.extend(more.map(|(words, _)| filled(words.clone().unwrap_or_default())));
        row(cells)
    });
    let caption = Some(caption(first.title, first.words.1));
    Some(Table { caption, unit: None, columns, rows: rows.collect() })
}

fn caption(name: &str, word: &str) -> String {
    let is_titled = ["指标", "表", "目标", "任务", "计划", "情况", "安排"].iter().any(|end| name.ends_with(end));
    if is_titled { name.to_owned() } else { format!("{name}{word}") }
}
