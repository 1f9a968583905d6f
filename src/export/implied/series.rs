//! What a series and the growth asked for say of each other.

use crate::calendar::{self, Every, Unit, When};
use crate::export::value::{Number, Rhythm, Time};
use crate::plan::{Id, Quota};
use crate::quantity::{Amount, Decimal, Direction};

use super::{Context, Implied, ImpliedKind, divided};

/// Base, grown values and step of every series of years that follow each other.
pub(super) fn series(context: &Context) -> Vec<Implied> {
    let mut found = Vec::new();
    for (id, quota) in context.plan.quotas.entries() {
        let Some(row) = Row::of(context, id, quota) else { continue };
        if let Some(growth) = growth(quota) {
            found.extend(row.base(growth));
            found.extend(row.grown(growth));
        }
        found.extend(row.step());
    }
    found
}

/// A series of single numbers of one unit at years that follow each other.
struct Row<'a> {
    context: &'a Context<'a>,
    id: Id<Quota>,
    points: Vec<(calendar::Time, &'a Amount)>,
}

/// How a value moves in a year.
#[derive(Clone, Copy)]
struct Growth {
    by: Decimal,
    sign: Decimal,
    relative: bool,
}

impl<'a> Row<'a> {
    fn of(context: &'a Context<'a>, id: Id<Quota>, quota: &'a Quota) -> Option<Self> {
        let amount = |point: &'a crate::plan::Point| Some((point.time, point.target.value.amount()?));
        let points = quota.series.iter().map(amount).collect::<Option<Vec<_>>>()?;
        let (_, first) = points.first()?;
        let same_unit = points.iter().all(|(_, amount)| amount.unit == first.unit);
        let in_years = points.iter().all(|(time, _)| time.is_whole_year() && time.year.is_some());
        let follow = points.windows(2).all(|pair| match pair {
            [(one, _), (other, _)] => {
                one.part == other.part && one.year.and_then(|year| year.checked_add(1)) == other.year
            }
            _ => true,
        });
        (same_unit && in_years && follow).then_some(Self { context, id, points })
    }

    fn base(&self, growth: Growth) -> Option<Implied> {
        let (time, first) = *self.points.first()?;
        let before = calendar::Time { year: time.year?.checked_sub(1), ..time };
        let (value, how) = if growth.relative {
            let factor = growth.factor()?;
            (divided(first.value, factor)?, format!("{} / {factor}", first.value))
        } else {
            (first.value.checked_sub(growth.change()?)?, growth.how(first.value, -growth.sign))
        };
        Some(self.record(ImpliedKind::Base, value, first.unit.as_ref().map(|unit| unit.word()), Some(before), how))
    }

    fn grown(&self, growth: Growth) -> Vec<Implied> {
        let grown = |pair: &[(calendar::Time, &Amount)]| {
            let [(_, before), (time, _)] = pair else { return None };
            let (value, how) = if growth.relative {
                let factor = growth.factor()?;
                (before.value.checked_mul(factor)?, format!("{} * {factor}", before.value))
            } else {
                (before.value.checked_add(growth.change()?)?, growth.how(before.value, growth.sign))
            };
            let unit = before.unit.as_ref().map(|unit| unit.word());
            Some(self.record(ImpliedKind::Grown, value, unit, Some(*time), how))
        };
        self.points.windows(2).filter_map(grown).collect()
    }

    /// Two values always have a constant difference; three say something by it.
    fn step(&self) -> Option<Implied> {
        let [(time, first), (_, second), _, ..] = self.points[..] else { return None };
        let step = second.value.checked_sub(first.value)?;
        let constant = self.points.windows(2).all(|pair| match pair {
            [(_, one), (_, other)] => other.value.checked_sub(one.value) == Some(step),
            _ => true,
        });
        if !constant || step.is_zero() {
            return None;
        }
        let unit = first.unit.as_ref().map(|unit| if unit.is_percent() { "百分点" } else { unit.word() });
        let how = self.points.iter().map(|(_, amount)| amount.value.to_string()).collect::<Vec<_>>().join(", ");
        let unit_of_time = if time.is_of_school_year() { Unit::SchoolYear } else { Unit::Year };
        let every = Every { count: 1, unit: unit_of_time };
        let mut record = self.record(ImpliedKind::Step, step, unit, None, how);
        record.every = Some(Rhythm { text: every.to_string(), every: Some(every), hole: false, place: None });
        Some(record)
    }

    fn record(
        &self,
        kind: ImpliedKind,
        value: Decimal,
        unit: Option<&str>,
        time: Option<calendar::Time>,
        how: String,
    ) -> Implied {
        let id = &self.context.names.quotas[self.id];
        Implied {
            kind,
            of: id.clone(),
            number: Number::worked_out(value, unit),
            time: time.map(|time| Time::new(&When::At(time), time.to_string())),
            every: None,
            how,
            from: vec![id.clone()],
            place: self.context.place(self.context.plan.quotas[self.id].span),
        }
    }
}

impl Growth {
    fn factor(self) -> Option<Decimal> {
        Decimal::ONE.checked_add(self.change()?.checked_div(Decimal::ONE_HUNDRED)?)
    }

    fn change(self) -> Option<Decimal> {
        self.by.checked_mul(self.sign)
    }

    fn how(self, value: Decimal, sign: Decimal) -> String {
        format!("{value} {} {}", if sign.is_sign_negative() { '-' } else { '+' }, self.by)
    }
}

/// The growth of a quota, if it is one number a year, in the unit of the values, in points, or in percent.
///
/// Percent is read as written, of the value before, even where the values are percentages themselves.
fn growth(quota: &Quota) -> Option<Growth> {
    let change = &quota.change.as_ref()?.value;
    let every = quota.every.as_ref()?.value;
    let amount = change.by.amount()?;
    let unit = amount.unit.as_ref();
    let first = quota.series.first()?.target.value.amount()?.unit.as_ref();
    let relative = unit.is_some_and(|unit| unit.is_percent());
    let points = unit.is_some_and(|unit| unit.is_points()) && first.is_some_and(|unit| unit.is_percent());
    let yearly = every.count == 1 && matches!(every.unit, Unit::Year | Unit::SchoolYear);
    let sign = if change.direction == Direction::Up { Decimal::ONE } else { -Decimal::ONE };
    (yearly && (relative || points || unit == first)).then_some(Growth { by: amount.value, sign, relative })
}
