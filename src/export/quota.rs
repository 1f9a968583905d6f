//! Quotas, the duties that come round among them, and values of the present.

use schemars::JsonSchema;
use serde::Serialize;

use crate::calendar::Unit;
use crate::plan::{self, Force, Id};
use crate::quantity::Direction;

use super::context::Context;
use super::value::{Deadline, Place, Placed, Quantity, Reference, Rhythm, Time, Words, is_false};

/// 指标: a value to be reached, or a duty that comes round.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Quota {
    /// Its id.
    pub id: String,
    /// The line, or the row of a table.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Which of its fields say what is asked for.
    pub form: Form,
    /// What is counted.
    pub indicator: String,
    /// Its name as this line writes it, scope left out.
    pub name: String,
    /// The name of the table it is a row of.
    pub table: Option<Words>,
    /// What it counts over.
    pub scope: Vec<Scope>,
    /// The value asked for.
    pub target: Option<Placed<Quantity>>,
    /// 由5所: where it stands today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Placed<Quantity>>,
    /// 由2025年的5所: when it stood there, if not today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_when: Option<Placed<Time>>,
    /// The change asked for.
    pub growth: Option<Growth>,
    /// How often it comes round; of a growth, see there.
    pub every: Option<Rhythm>,
    /// 每校, 每班每学科: for each of these.
    pub per_member: Vec<Words>,
    /// 由: who does it.
    pub by: Vec<Reference>,
    /// 对: what it counts over.
    pub of: Option<Words>,
    /// By when, or in what time.
    pub when: Option<Placed<Deadline>>,
    /// Values at several times, in the order written.
    pub series: Vec<Point>,
    /// 合计: the stated sum of the series.
    pub total: Option<Placed<Quantity>>,
    /// 保持: whether the value is reached already and has to last.
    #[serde(skip_serializing_if = "is_false")]
    pub keeps: bool,
    /// 自…起: from when it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Placed<Time>>,
    /// 合计 as a row: the rows it is the stated sum of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sums: Vec<String>,
    /// 其中: what it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// 约束性 or 预期性.
    pub force: Option<Force>,
    /// 备注: a note on the row of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
}

/// Which fields of a quota say what is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// `target`.
    Level,
    /// `series`, and `growth` if it is there.
    Series,
    /// `series` or `target`, as a row of a table.
    Matrix,
    /// `growth`.
    Growth,
}

/// One value of a scope.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Scope {
    /// The dimension, such as 学段; null for a scope in brackets.
    pub dimension: Option<String>,
    /// The value, such as 小学.
    pub value: String,
    /// Where it is written.
    pub place: Place,
    /// `*`, 全部: of what it is the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<Whole>,
}

/// A whole dimension, as a row of a table has it.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Whole {
    /// The values that other rows fill.
    pub except: Vec<String>,
    /// The values that the table knows besides.
    pub covers: Vec<String>,
}

/// A change asked for.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Growth {
    /// Which way.
    pub direction: Direction,
    /// By how much.
    pub by: Quantity,
    /// Over what it is measured.
    pub every: Option<Rhythm>,
    /// 较: against what it is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Placed<Time>>,
    /// 年均: on average in each year.
    #[serde(skip_serializing_if = "is_false")]
    pub mean: bool,
    /// Where it is written.
    pub place: Place,
}

/// A value at a time.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Point {
    /// When, with the head of the line or of the column as its place.
    pub time: Placed<Time>,
    /// The value asked for.
    pub target: Placed<Quantity>,
}

/// 现状: a value of the present.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Baseline {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// What is counted.
    pub indicator: String,
    /// Its name as written, scope left out.
    pub name: String,
    /// What it counts over.
    pub scope: Vec<Scope>,
    /// The value, or words.
    pub target: Option<Placed<Quantity>>,
    /// As of when.
    pub when: Option<Placed<Time>>,
    /// The name of the table it is a row of.
    pub table: Option<Words>,
    /// Values at several times, in the order written.
    pub series: Vec<Point>,
    /// 合计: the stated sum of the series.
    pub total: Option<Placed<Quantity>>,
    /// 合计 as a row: the rows it is the stated sum of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sums: Vec<String>,
    /// 其中: what it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// 备注: a note on the row of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
}

/// Every quota, and whether it is a duty that comes round.
pub(super) fn quotas(context: &Context) -> Vec<(bool, Quota)> {
    let records = context.plan.quotas.entries();
    records.map(|(id, quota)| (quota.is_obligation(), record(context, id, quota))).collect()
}

fn record(context: &Context, id: Id<plan::Quota>, quota: &plan::Quota) -> Quota {
    let every = context.rhythm_or_hole(quota.every.as_ref(), &quota.per_member);
    let growth = quota.change.as_ref().map(|change| Growth {
        direction: change.value.direction,
        by: Quantity::from(&change.value.by),
        every: every.clone(),
        base: context.time(change.value.base.as_ref()),
        mean: change.value.is_mean,
        place: context.near(change.span),
    });
    Quota {
        id: context.names.quotas[id].clone(),
        place: context.place(quota.span),
        holder: context.names.holder(quota.holder).to_owned(),
        form: form(quota),
        indicator: context.names.indicators[quota.indicator].clone(),
        name: quota.name.value.clone(),
        table: context.maybe_words(quota.table.as_ref()),
        scope: scope(context, &quota.scope),
        target: context.maybe_quantity(quota.target.as_ref()),
        from: context.maybe_quantity(quota.from.as_ref()),
        from_when: context.time(quota.from_when.as_ref()),
        every: every.filter(|_| growth.is_none()),
        growth,
        per_member: context.members(&quota.per_member),
        by: context.owners(&quota.by),
        of: context.maybe_words(quota.of.as_ref()),
        when: when(context, quota),
        series: points(context, &quota.series),
        total: context.maybe_quantity(quota.total.as_ref()),
        keeps: quota.keeps,
        start: context.time(quota.start.as_ref()),
        sums: quota.sums.iter().map(|id| context.names.quotas[*id].clone()).collect(),
        part_of: quota.part_of.map(|id| context.names.quotas[id].clone()),
        force: quota.force.as_ref().map(|force| force.value),
        note: context.maybe_words(quota.note.as_ref()),
    }
}

fn form(quota: &plan::Quota) -> Form {
    let in_table = quota.table.is_some() || quota.scope.iter().any(|scope| !scope.dimension.is_empty());
    match (in_table, quota.series.is_empty(), &quota.target, &quota.change) {
        (true, ..) => Form::Matrix,
        (false, false, ..) => Form::Series,
        (false, true, None, Some(_)) => Form::Growth,
        (false, true, ..) => Form::Level,
    }
}

/// The time of a quota; a month without a year is no hole in what comes round each year.
fn when(context: &Context, quota: &plan::Quota) -> Option<Placed<Deadline>> {
    let mut when = context.deadline(quota.when.as_ref())?;
    let yearly = quota.every.as_ref().is_some_and(|every| matches!(every.value.unit, Unit::Year | Unit::SchoolYear));
    if yearly && when.value.time.of_year.is_some() {
        when.value.time.hole = false;
    }
    Some(when)
}

fn scope(context: &Context, scope: &[plan::Scope]) -> Vec<Scope> {
    let value = |scope: &plan::Scope| Scope {
        dimension: Some(scope.dimension.clone()).filter(|dimension| !dimension.is_empty()),
        value: scope.value.value.clone(),
        place: context.near(scope.value.span),
        whole: scope.whole.as_ref().map(|whole| Whole { except: whole.except.clone(), covers: whole.covers.clone() }),
    };
    scope.iter().map(value).collect()
}

/// The values of a series.
pub(super) fn points(context: &Context, series: &[plan::Point]) -> Vec<Point> {
    let point = |point: &plan::Point| Point { time: context.at(point), target: context.quantity(&point.target) };
    series.iter().map(point).collect()
}

/// Every value of the present.
pub(super) fn baselines(context: &Context) -> Vec<Baseline> {
    let record = |(id, baseline): (Id<plan::Baseline>, &plan::Baseline)| Baseline {
        id: context.names.baselines[id].clone(),
        place: context.place(baseline.span),
        holder: context.names.holder(baseline.holder).to_owned(),
        indicator: context.names.indicators[baseline.indicator].clone(),
        name: baseline.name.value.clone(),
        scope: scope(context, &baseline.scope),
        target: context.maybe_quantity(baseline.target.as_ref()),
        when: context.time(baseline.when.as_ref()),
        table: context.maybe_words(baseline.table.as_ref()),
        series: points(context, &baseline.series),
        total: context.maybe_quantity(baseline.total.as_ref()),
        sums: baseline.sums.iter().map(|id| context.names.baselines[*id].clone()).collect(),
        part_of: baseline.part_of.map(|id| context.names.baselines[id].clone()),
        note: context.maybe_words(baseline.note.as_ref()),
    };
    context.plan.baselines.entries().map(record).collect()
}
