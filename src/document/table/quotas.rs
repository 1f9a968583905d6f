//! 主要指标分年度表: a row for each indicator and scope, a column for what it is now and for each time that a value is asked
//! for.

use crate::calendar::{Part, Time, When};
use crate::document::sentence::value::{change, is_all};
use crate::document::sentence::{PENDING, when};
use crate::document::tree;
use crate::document::{Align, Holds, Inline, Row, Table, Writer};
use crate::plan::{Baseline, Force, Holder, Id, Indicator, Plan, Quota, Scope};
use crate::quantity::{Amount, Comparison, Decimal, Target, Unit};

use super::{Cut, TableKind, column, filled, keep, row, title};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// 基期: the value of the present.
    Base,
    /// The value at a time.
    Time(Time),
    /// A value without a time, or with one that is no point.
    Value,
    /// A change.
    Change,
    /// 累计: what the values at several times add up to, where the plan says so.
    Total,
}

/// A row before it is known which columns there are.
struct Line {
    holder: Holder,
    indicator: Id<Indicator>,
    name: String,
    unit: Option<Unit>,
    scope: String,
    force: &'static str,
    /// Whether it is a part of the row above.
    is_part: bool,
    cells: Vec<(At, String)>,
}

/// The table of quotas by year.
pub(super) fn table(writer: &Writer, cut: &Cut) -> Table {
    let plan = writer.plan;
    let mut lines: Vec<Line> = Vec::new();
    for quota in plan.quotas.iter().filter(|quota| !quota.is_obligation() && cut.takes(plan, quota)) {
        let line = line(plan, quota);
        match lines.iter_mut().find(|other| other.takes(&line)) {
            Some(other) => other.cells.extend(line.cells),
            None => lines.push(line),
        }
    }
    join_ends(&mut lines);
    let base = put_bases(plan, &mut lines);
    let columns = columns(&lines);
    let mut rows = Vec::new();
    let (mut holder, mut number) = (None, 0);
    for line in &lines {
        number += usize::from(!line.is_part);
        if holder.replace(line.holder) != Some(line.holder) {
            rows.extend(tree::at(plan, line.holder).map(|node| Row::Section { text: node.words().to_owned() }));
        }
        let anchor = writer.outline.place(line.holder).map(|place| place.anchor.as_str());
        rows.push(line.row(number, &columns, anchor));
    }
    let mut heads = vec![
        column("序号", Align::Center, 3).of(Holds::Numbers),
        column("指标", Align::Left, 7),
        column("单位", Align::Center, 3),
        column("范围", Align::Center, 3),
    ];
    let weight = |at: &At| if *at == At::Base { 5 } else { 4 };
    heads.extend(columns.iter().map(|at| column(at.title(&base), Align::Center, weight(at)).of(Holds::Numbers)));
    heads.push(column("属性", Align::Center, 4));
    let mut table = Table { caption: Some(cut.caption(caption(&columns))), unit: None, columns: heads, rows };
    if lines.iter().all(|line| line.force.is_empty()) {
        let kept = (1..=table.columns.len()).map(|at| at < table.columns.len()).collect::<Vec<_>>();
        keep(&mut table, &kept);
    }
    table
}

/// What the columns make of it: years, other times, or no times at all.
fn caption(columns: &[At]) -> &'static str {
    let mut times = columns.iter().filter_map(|at| match at {
        At::Time(time) => Some(matches!(time.part, Part::Year)),
        At::Base | At::Value | At::Change | At::Total => None,
    });
    match times.next() {
        Some(is_year) if is_year && times.all(|is_year| is_year) => title(TableKind::Quotas),
        Some(_) => "主要指标进度表",
        None => "主要指标表",
    }
}

impl At {
    fn title(self, base: &str) -> String {
        match self {
            At::Base => base.to_owned(),
            At::Time(time) => time.to_string(),
            At::Value => "目标值".to_owned(),
            At::Change => "增减要求".to_owned(),
            At::Total => "累计".to_owned(),
        }
    }
}

impl Line {
    /// Whether the other is the same indicator at other times.
    fn takes(&self, other: &Line) -> bool {
        let is_same = self.holder == other.holder && self.indicator == other.indicator && self.scope == other.scope;
        let collides = other.cells.iter().any(|(at, _)| self.cells.iter().any(|(own, _)| own == at));
        is_same && self.unit == other.unit && self.force == other.force && !collides
    }

    /// The row; the name leads to where the value is asked for.
    fn row(&self, number: usize, columns: &[At], anchor: Option<&str>) -> Row {
        // A part of the row above has no number of its own.
        let (number, name) = match self.is_part {
            true => (String::new(), format!("其中：{}", self.name)),
            false => (number.to_string(), self.name.clone()),
        };
        let mut cells = vec![number, name.clone()];
        cells.push(filled(self.unit.as_ref().map(|unit| unit.word().to_owned()).unwrap_or_default()));
        cells.push(filled(self.scope.clone()));
        for at in columns {
            let cell = self.cells.iter().find(|(own, _)| own == at).map(|(_, words)| words.clone());
            cells.push(filled(cell.unwrap_or_default()));
        }
        cells.push(filled(self.force.to_owned()));
        let mut row = row(cells);
        if let (Row::Cells { cells }, Some(anchor)) = (&mut row, anchor) {
            cells[1] = vec![Inline::Link { text: name, target: anchor.to_owned() }];
        }
        row
    }
}

/// The end of a year or month goes into the column of that year or month, the last day of either into that of its end,
/// unless one row has a value for each.
fn join_ends(lines: &mut [Line]) {
    let has = |line: &Line, time: Time| line.cells.iter().any(|(at, _)| *at == At::Time(time));
    let times = lines.iter().flat_map(|line| &line.cells).filter_map(|(at, _)| match at {
        At::Time(time) => Some(*time),
        At::Base | At::Value | At::Change | At::Total => None,
    });
    for end in times.collect::<Vec<_>>() {
        let is_free = |whole: &Time| {
            let is_beside = lines.iter().any(|line| has(line, *whole));
            is_beside && !lines.iter().any(|line| has(line, *whole) && has(line, end))
        };
        let Some(whole) = wholes(end).into_iter().find(is_free) else { continue };
        for (at, _) in lines.iter_mut().flat_map(|line| &mut line.cells) {
            if *at == At::Time(end) {
                *at = At::Time(whole);
            }
        }
    }
}

/// What a time is the end of, the longest first: 12月31日 of the year, its end, the month and its end.
fn wholes(end: Time) -> Vec<Time> {
    let month = match end.part {
        Part::YearEnd => 12,
        Part::MonthEnd(month) => month,
        Part::Day(month, day) if end.interval().is_some_and(|days| days.last.days_in_month() == day.cast_signed()) => {
            month
        }
        _ => return Vec::new(),
    };
    let of_year: &[Part] = if month == 12 { &[Part::Year, Part::YearEnd] } else { &[] };
    let of_month = [Part::Month(month), Part::MonthEnd(month)];
    let parts = of_year.iter().copied().chain(of_month).take_while(|part| *part != end.part);
    parts.map(|part| Time { part, ..end }).collect()
}

/// Gives each row its value of the present, and the head of that column; a time that all share stands in the head.
fn put_bases(plan: &Plan, lines: &mut [Line]) -> String {
    let bases = lines.iter().map(|line| base(plan, line)).collect::<Vec<_>>();
    let mut times = bases.iter().flatten().map(|(time, _)| time.as_str());
    let first = times.next().unwrap_or_default();
    let is_shared = times.all(|time| time == first);
    for (line, base) in lines.iter_mut().zip(&bases) {
        line.cells.extend(base.as_ref().map(|(time, words)| match time.as_str() {
            time if is_shared || time.is_empty() => (At::Base, words.clone()),
            time => (At::Base, format!("{words}（{time}）")),
        }));
    }
    if is_shared { format!("{first}基期") } else { "基期".to_owned() }
}

/// When and what the indicator of a row was last, over the same scope: where the row stands, or else anywhere.
fn base(plan: &Plan, line: &Line) -> Option<(String, String)> {
    let is_its = |one: &&Baseline| {
        let scope = one.scope.iter().map(Scope::words).collect::<Vec<_>>().join("、");
        one.indicator == line.indicator && scope == line.scope
    };
    let all = plan.baselines.iter().filter(is_its).collect::<Vec<_>>();
    let one = all.iter().rfind(|one| one.holder == line.holder).or(all.last())?;
    let target = one.target.as_ref().filter(|target| matches!(target.value, Target::Value(..) | Target::Range(..)))?;
    let time = one.when.as_ref().map(|when| when.value.to_string()).unwrap_or_default();
    Some((time, cell(&target.value, line.unit.as_ref())))
}

/// The columns used: the present, values without a time, changes, then the times in their order and what they add up to.
fn columns(lines: &[Line]) -> Vec<At> {
    let mut times: Vec<Time> = Vec::new();
    let mut columns = Vec::new();
    for (at, _) in lines.iter().flat_map(|line| &line.cells) {
        match at {
            At::Time(time) if !times.contains(time) => times.push(*time),
            At::Time(_) => {}
            other if !columns.contains(other) => columns.push(*other),
            _ => {}
        }
    }
    let has_total = columns.contains(&At::Total);
    columns.retain(|at| *at != At::Total);
    columns.sort_by_key(|at| (*at == At::Change, *at != At::Base));
    times.sort_by_key(|time| {
        let days = time.interval();
        (days.is_none(), days.map(|days| (days.last, days.first)))
    });
    columns.extend(times.into_iter().map(At::Time));
    columns.extend(has_total.then_some(At::Total));
    columns
}

fn line(plan: &Plan, quota: &Quota) -> Line {
    let indicator = &plan.indicators[quota.indicator];
    let targets = quota.target.iter().chain(quota.series.iter().map(|point| &point.target));
    let units = targets.filter_map(|target| unit_of(&target.value));
    let unit = units.into_iter().next().or(indicator.unit.as_ref().map(|unit| &unit.value)).cloned();
    let mut cells = Vec::new();
    if let Some(target) = &quota.target {
        let words = cell(&target.value, unit.as_ref());
        cells.push(match quota.when.as_ref().map(|deadline| &deadline.value) {
            _ if adds_up(plan, quota) => (At::Total, words),
            None => (At::Value, words),
            Some(deadline) => match deadline.when {
                When::At(time) => (At::Time(time), words),
                _ => (At::Value, format!("{words}（{}）", when::unbracketed(when::until(deadline)))),
            },
        });
    }
    if let Some(asked) = &quota.change {
        let every = quota.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default();
        let until = quota.when.as_ref().map(|deadline| when::until(&deadline.value)).unwrap_or_default();
        cells.push((At::Change, format!("{until}{every}{}", change(&asked.value, indicator))));
    }
    for point in &quota.series {
        cells.push((At::Time(point.time), cell(&point.target.value, unit.as_ref())));
    }
    cells.extend(quota.total.as_ref().map(|total| (At::Total, cell(&total.value, unit.as_ref()))));
    Line {
        holder: quota.holder,
        indicator: quota.indicator,
        name: indicator.name.value.clone(),
        is_part: quota.part_of.is_some(),
        unit,
        scope: scope(quota),
        force: match quota.force.as_ref().map(|force| force.value) {
            Some(Force::Binding) => "约束性",
            Some(Force::Expected) => "预期性",
            None => "",
        },
        cells,
    }
}

/// Whether the value is the sum of those at several times: 12所，其中2026年3所、2027年4所、2028年5所.
fn adds_up(plan: &Plan, quota: &Quota) -> bool {
    let parts = |target: &Target| match target {
        Target::Value(_, amount) => plan.units.in_parts(amount),
        _ => None,
    };
    let mut points = quota.series.iter().map(|point| parts(&point.target.value));
    let sum = points.try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part?));
    let whole = quota.target.as_ref().and_then(|target| parts(&target.value));
    quota.series.len() > 1 && quota.total.is_none() && sum.is_some() && sum == whole
}

fn scope(quota: &Quota) -> String {
    let values = quota.scope.iter().map(|scope| scope.words().to_owned());
    let values = values.chain(quota.of.iter().map(|of| of.value.clone()));
    let values = values.chain(quota.per_member.iter().map(|each| format!("每{}", each.value)));
    values.collect::<Vec<_>>().join("、")
}

fn unit_of(target: &Target) -> Option<&Unit> {
    match target {
        Target::Value(_, amount) | Target::Range(_, amount) => amount.unit.as_ref(),
        _ => None,
    }
}

/// A value beside a column of units.
fn cell(target: &Target, unit: Option<&Unit>) -> String {
    let number = |amount: &Amount| {
        if amount.unit.as_ref() == unit { amount.value.to_string() } else { amount.to_string() }
    };
    match target {
        // Nothing is above all of a thing.
        Target::Value(Comparison::AtLeast, amount) if is_all(amount) => number(amount),
        Target::Value(Comparison::AtLeast, amount) => format!("≥{}", number(amount)),
        Target::Value(Comparison::AtMost, amount) => format!("≤{}", number(amount)),
        Target::Value(Comparison::Above, amount) => format!("＞{}", number(amount)),
        Target::Value(Comparison::Below, amount) => format!("＜{}", number(amount)),
        Target::Value(Comparison::About, amount) => format!("约{}", number(amount)),
        Target::Value(Comparison::Over | Comparison::Nearly, _) => target.to_string(),
        Target::Value(Comparison::Exactly | Comparison::Planned | Comparison::Reach, amount) => number(amount),
        Target::Range(low, high) => format!("{}至{}", number(low), number(high)),
        Target::Hole(None) => PENDING.to_owned(),
        other => other.to_string(),
    }
}
