//! Tables below a quota line: each row is a quota, a value of the present, or money.
//!
//! A column whose head is a time holds values, as do 数值, 金额 and a head with a unit; 合计 is the stated sum of its
//! row, 指标 names what each row counts; 单位, 属性, 责任单位 and 备注 say more of the row, 序号 says nothing, every other
//! column is a dimension. A row whose dimension says 合计 is the stated sum of the rows
//! that are like it in every other column; `*` is the whole of a dimension but for what other rows fill.

use crate::calendar::When;
use crate::plan::{Baseline, Force, Fund, Holder, Id, Indicator, OwnerRef, Point, Quota, Scope, Whole};
use crate::quantity::{Target, Unit};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Ask, Cell, Column, Table};
use crate::syntax::fold::name_key;
use crate::syntax::{self, is_left_empty};

use super::quotas::fill_unit;
use super::said::{Said, unit_of};
use super::{Builder, faults, fields, turned};

/// How many rows a table may have for its sums and whole dimensions to be worked out.
const MAX_ROWS: usize = 1000;

/// A row, before it is known what the table is of; one with several columns of things counted is as many.
#[derive(Clone)]
pub(super) struct Row {
    pub name: Spanned<String>,
    pub scope: Vec<Scope>,
    value: Option<Spanned<Target>>,
    pub series: Vec<Point>,
    pub total: Option<Spanned<Target>>,
    force: Option<Spanned<Force>>,
    by: Vec<OwnerRef>,
    note: Option<Spanned<String>>,
    span: Span,
}

impl Row {
    pub(super) fn blank(name: &Spanned<String>, span: Span) -> Self {
        Self {
            name: name.clone(),
            scope: Vec::new(),
            value: None,
            series: Vec::new(),
            total: None,
            force: None,
            by: Vec::new(),
            note: None,
            span,
        }
    }

    fn targets(&mut self) -> impl Iterator<Item = &mut Spanned<Target>> {
        self.value.iter_mut().chain(self.series.iter_mut().map(|point| &mut point.target)).chain(self.total.iter_mut())
    }
}

impl Builder<'_> {
    /// The quotas of a table; what the line above says holds for each.
    pub(super) fn quota_table(
        &mut self,
        table: &Table,
        title: &Spanned<String>,
        said: Said,
        holder: Holder,
    ) -> Vec<Id<Quota>> {
        self.refuse(said.target.iter().map(|target| target.span), ("表格", "table"));
        let rows = self.rows(table, title, false);
        let titled = (is_titled(table, title) || are_named(&rows, title)).then(|| title.clone());
        let sums = sums(&rows);
        let mut ids = Vec::new();
        for mut row in rows {
            let indicator = self.counted(&mut row);
            let mut quota = Quota::blank(indicator, row.name, holder, row.span);
            quota.take(said.clone());
            (quota.table, quota.scope, quota.target) = (titled.clone(), row.scope, row.value);
            (quota.series, quota.total, quota.note) = (row.series, row.total, row.note);
            quota.force = row.force.or(quota.force);
            if !row.by.is_empty() {
                quota.by = row.by;
            }
            ids.push(self.plan.quotas.add(quota));
        }
        for (sum, of) in sums {
            self.plan.quotas[ids[sum]].sums = of.into_iter().map(|index| ids[index]).collect();
        }
        ids
    }

    /// The values of the present of a table.
    pub(super) fn baseline_table(
        &mut self,
        table: &Table,
        title: &Spanned<String>,
        when: Option<Spanned<When>>,
        holder: Holder,
    ) -> Vec<Id<Baseline>> {
        self.refuse_columns(table, ("现状", "baseline"));
        let rows = self.rows(table, title, false);
        let titled = (is_titled(table, title) || are_named(&rows, title)).then(|| title.clone());
        let sums = sums(&rows);
        let mut ids = Vec::new();
        for mut row in rows {
            let indicator = self.counted(&mut row);
            let (mut target, mut when) = (row.value, when.clone());
            // A single column of time says as of when.
            if let (None, None, [only]) = (&target, &row.total, &row.series[..]) {
                when = Some(Spanned::new(When::At(only.time), only.time_span));
                target = row.series.pop().map(|point| point.target);
            }
            let baseline = Baseline {
                indicator,
                name: row.name,
                scope: row.scope,
                table: titled.clone(),
                target,
                when,
                series: row.series,
                total: row.total,
                sums: Vec::new(),
                part_of: None,
                note: row.note,
                holder,
                span: row.span,
            };
            ids.push(self.plan.baselines.add(baseline));
        }
        for (sum, of) in sums {
            self.plan.baselines[ids[sum]].sums = of.into_iter().map(|index| ids[index]).collect();
        }
        ids
    }

    /// The money of a table: a row is named by its dimensions, one of 合计 by the line above.
    pub(super) fn fund_table(&mut self, table: &Table, above: &Fund) -> Vec<Id<Fund>> {
        self.refuse_columns(table, ("经费", "fund"));
        let (title, is_named) = (&above.name, is_named(table));
        let rows = self.rows(table, title, true);
        let sums = sums(&rows);
        // An amount on the line itself is the whole that the rows are parts of.
        let whole = above.amount.is_some().then(|| self.plan.funds.add(above.clone()));
        let mut ids = Vec::new();
        for (index, row) in rows.into_iter().enumerate() {
            let is_sum = sums.iter().any(|(sum, _)| *sum == index);
            let mut names = row.scope.iter().map(|scope| scope.words()).collect::<Vec<_>>();
            let is_counted = row.name.value != title.value && !is_named;
            names.extend(is_counted.then_some(row.name.value.as_str()));
            let name = match row.scope.first() {
                Some(first) if !is_sum && (is_counted || !is_named) => Spanned::new(names.join("、"), first.value.span),
                _ => row.name,
            };
            let (amount, mut series) = (row.value.or(row.total), row.series);
            let unit = unit_of(amount.as_ref()).or_else(|| unit_of(series.first().map(|point| &point.target)));
            if let Some(unit) = unit {
                series.iter_mut().for_each(|point| fill_unit(&mut point.target.value, &unit.value));
            }
            let fund = Fund {
                name,
                amount,
                total: None,
                series,
                table: Some(above.name.clone()),
                part_of: whole,
                note: row.note,
                span: row.span,
                ..above.clone()
            };
            ids.push(self.plan.funds.add(fund));
        }
        for (sum, of) in sums {
            self.plan.funds[ids[sum]].sums = of.into_iter().map(|index| ids[index]).collect();
        }
        whole.into_iter().chain(ids).collect()
    }

    /// What a row counts; its numbers without a unit take that of the indicator.
    fn counted(&mut self, row: &mut Row) -> Id<Indicator> {
        let first = row.series.first().map(|point| &point.target).or(row.value.as_ref());
        let id = self.indicator(&row.name, unit_of(first));
        let unit = self.plan.indicators[id].unit.as_ref().map(|unit| unit.value.clone());
        for target in row.targets() {
            match &unit {
                Some(unit) => fill_unit(&mut target.value, unit),
                None if lacks_unit(&target.value) => self.findings.push(faults::no_unit(target.span)),
                None => {}
            }
        }
        id
    }

    fn rows(&mut self, table: &Table, title: &Spanned<String>, is_money: bool) -> Vec<Row> {
        let columns = self.columns(table, title, is_money);
        if let Some(rows) = turned::turned(table, &columns, title) {
            return rows;
        }
        let mut rows = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            self.row(table, &columns, row, title, &mut rows);
        }
        if rows.len() <= MAX_ROWS {
            let wholes = rows.iter().map(|row| wholes(row, &rows)).collect::<Vec<_>>();
            for (row, wholes) in rows.iter_mut().zip(wholes) {
                row.scope.iter_mut().zip(wholes).for_each(|(scope, whole)| scope.whole = whole);
            }
        }
        rows
    }

    /// What the columns hold, now that the rows are known: 单位 above the names of offices is a dimension, and a single
    /// column of what the line above or the row names anyhow holds its values.
    fn columns(&self, table: &Table, title: &Spanned<String>, is_money: bool) -> Vec<Column> {
        let is_known = is_money || !is_titled(table, title) || is_named(table);
        let counted = table.columns.iter().filter(|column| matches!(column, Column::Of(_))).count();
        let holds_values = table.columns.iter().any(Column::holds_values);
        let column = |(at, column): (usize, &Column)| match column {
            Column::Unit => {
                let cells = table.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.text.value.trim());
                let mut cells = cells.filter(|cell| !is_left_empty(cell)).peekable();
                let is_of_units =
                    cells.peek().is_none() || cells.any(|cell| self.plan.units.is_known(&Unit::new(cell)));
                let head = &table.header[at].value;
                if is_of_units { Column::Unit } else { Column::Dimension(head.clone()) }
            }
            // Numbers below heads that do not say so are values all the same.
            Column::Dimension(_) if !holds_values && turned::holds_numbers(table, at) => {
                Column::Of(table.header[at].clone())
            }
            Column::Of(_) if counted == 1 && is_known => Column::Value,
            other => other.clone(),
        };
        table.columns.iter().enumerate().map(column).collect()
    }

    fn row(&mut self, table: &Table, columns: &[Column], cells: &[Cell], title: &Spanned<String>, out: &mut Vec<Row>) {
        let span =
            cells.first().zip(cells.last()).map_or(title.span, |(first, last)| first.text.span.to(last.text.span));
        let mut row = Row::blank(title, span);
        let (mut counted, mut unit) = (Vec::new(), None);
        for (at, (column, cell)) in columns.iter().zip(cells).enumerate() {
            let mut target = match column {
                Column::Of(_) if cell.ask.is_none() => turned::value_of(cell),
                _ => self.value_of(cell),
            };
            if let (Some(target), Some(Some(unit))) = (&mut target, table.units.get(at)) {
                fill_unit(&mut target.value, unit);
            }
            match (column, target) {
                (Column::At(time), Some(target)) => {
                    let time_span = table.meant.get(at).copied().unwrap_or(span);
                    row.series.push(Point { time: *time, time_span, target });
                }
                (Column::Value, target) => row.value = target,
                (Column::Total, target) => row.total = target,
                (Column::Of(name), Some(target)) => counted.push((name.clone(), target)),
                (Column::Unit, _) => unit = Some(cell.text.value.trim()).filter(|unit| !is_left_empty(unit)),
                (column, _) => self.said_of_row(column, cell, &mut row),
            }
        }
        if let Some(unit) = unit.map(Unit::new) {
            row.targets().for_each(|target| fill_unit(&mut target.value, &unit));
        }
        let each = counted.into_iter().map(|(name, target)| Row {
            name,
            value: Some(target),
            series: Vec::new(),
            total: None,
            ..row.clone()
        });
        let each: Vec<Row> = each.collect();
        if each.is_empty() || row.targets().next().is_some() {
            out.push(row);
        }
        out.extend(each);
    }

    /// Refuses what neither money nor a value of the present has: whether it binds and who does it.
    fn refuse_columns(&mut self, table: &Table, line: (&str, &str)) {
        let beyond = |column: &Column| matches!(column, Column::Force | Column::Doer);
        let heads = table.columns.iter().zip(&table.header).filter(|(column, _)| beyond(column));
        self.findings.extend(heads.map(|(_, head)| faults::no_column(head.span, line)));
    }

    fn value_of(&mut self, cell: &Cell) -> Option<Spanned<Target>> {
        match &cell.ask {
            Some(Ask::Target(target)) => Some(Spanned::new(target.clone(), cell.text.span)),
            Some(_) => {
                self.findings.push(faults::no_cell(cell.text.span));
                None
            }
            None => None,
        }
    }

    /// What a cell without a value says of its row.
    fn said_of_row(&mut self, column: &Column, cell: &Cell, row: &mut Row) {
        let is_empty = is_left_empty(&cell.text.value);
        match column {
            Column::Indicator if is_sum(&cell.text.value) => {
                row.scope.push(Scope { dimension: "指标".to_owned(), value: cell.text.clone(), whole: None });
            }
            Column::Indicator => row.name = cell.text.clone(),
            Column::Dimension(_) if cell.text.value.is_empty() => {
                self.findings.push(faults::empty_dimension(row.span));
            }
            Column::Dimension(dimension) => {
                row.scope.push(Scope { dimension: dimension.clone(), value: cell.text.clone(), whole: None });
            }
            Column::Note if !is_empty => row.note = Some(cell.text.clone()),
            Column::Doer if !is_empty => row.by = fields::open_all(&syntax::names(&cell.text)),
            Column::Force if !is_empty => match cell.text.value.trim() {
                "约束性" | "约束" | "binding" => row.force = Some(Spanned::new(Force::Binding, cell.text.span)),
                "预期性" | "预期" | "expected" => row.force = Some(Spanned::new(Force::Expected, cell.text.span)),
                _ => self.findings.push(faults::no_force(cell.text.span)),
            },
            _ => {}
        }
    }
}

/// Whether some row, or column that became one, names what it counts.
fn are_named(rows: &[Row], title: &Spanned<String>) -> bool {
    rows.iter().any(|row| name_key(&row.name.value) != name_key(&title.value))
}

/// Whether each row names its own indicator.
fn is_named(table: &Table) -> bool {
    table.columns.contains(&Column::Indicator)
}

/// Whether the line above names the table, because rows or columns name what they count.
fn is_titled(table: &Table, title: &Spanned<String>) -> bool {
    let names = table.columns.iter().filter_map(|column| match column {
        Column::Of(name) => Some(name_key(&name.value)),
        _ => None,
    });
    is_named(table) || names.filter(|name| *name != name_key(&title.value)).count() > 0
}

pub(super) fn is_sum(word: &str) -> bool {
    matches!(word, "合计" | "总计" | "共计" | "小计" | "total")
}

fn is_whole(word: &str) -> bool {
    matches!(word, "*" | "＊" | "全部" | "all")
}

/// The rows that are stated sums, and of which rows each is.
fn sums(rows: &[Row]) -> Vec<(usize, Vec<usize>)> {
    if rows.len() > MAX_ROWS {
        return Vec::new();
    }
    let sums = rows.iter().enumerate().filter(|(_, row)| row.scope.iter().any(|scope| is_sum(&scope.value.value)));
    let found = sums.map(|(index, sum)| {
        let parts = rows.iter().enumerate().filter(|(_, row)| is_part(row, sum)).map(|(index, _)| index);
        (index, parts.collect())
    });
    found.collect()
}

/// Whether a row is one of those that another adds up: alike wherever that does not say 合计.
fn is_part(row: &Row, sum: &Row) -> bool {
    let adds_indicators = sum.scope.first().is_some_and(|scope| scope.dimension == "指标");
    let own = &sum.scope[usize::from(adds_indicators)..];
    let is_alike = |(of, own): (&Scope, &Scope)| {
        if is_sum(&own.value.value) { !is_sum(&of.value.value) } else { of.value.value == own.value.value }
    };
    let is_plain = !row.scope.iter().any(|scope| is_sum(&scope.value.value));
    is_plain
        && (adds_indicators || row.name.value == sum.name.value)
        && row.scope.len() == own.len()
        && row.scope.iter().zip(own).all(is_alike)
}

/// For each dimension of a row that is a whole one, what it is the whole of.
fn wholes(row: &Row, rows: &[Row]) -> Vec<Option<Whole>> {
    let dimension = |(at, scope): (usize, &Scope)| {
        if !is_whole(&scope.value.value) {
            return None;
        }
        let mut whole = Whole::default();
        for other in rows.iter().filter(|other| other.name.value == row.name.value) {
            let Some(value) = other.scope.get(at).map(|scope| scope.value.value.as_str()) else { continue };
            if is_whole(value) || is_sum(value) {
                continue;
            }
            let others = row.scope.iter().zip(&other.scope).enumerate().filter(|(index, _)| *index != at);
            let fills = others.map(|(_, pair)| pair).all(|(own, its)| own.value.value == its.value.value);
            let list = if fills { &mut whole.except } else { &mut whole.covers };
            if !list.iter().any(|known| known == value) {
                list.push(value.to_owned());
            }
        }
        whole.covers.retain(|value| !whole.except.contains(value));
        Some(whole)
    };
    row.scope.iter().enumerate().map(dimension).collect()
}

/// Whether a number of it counts nothing.
pub(super) fn lacks_unit(target: &Target) -> bool {
    let bare = |unit: &Option<Unit>| unit.is_none();
    match target {
        Target::Value(_, amount) => bare(&amount.unit),
        Target::Range(_, high) => bare(&high.unit),
        _ => false,
    }
}
