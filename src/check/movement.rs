//! How the values of a series move, and whether that is the change a growth clause asks for.
//!
//! Takes quotas, gives steps and movements; everything is exact, and what would not fit a [`Decimal`] is no movement.
//! Words no finding.

use std::collections::BTreeMap;

use crate::calendar::Unit as Span;
use crate::plan::{Change, Id, Indicator, Plan, Point, Quota, Scope};
use crate::quantity::{Amount, Comparison, Decimal, Direction, Target, Unit, last_digit, rounded};

/// The series of a plan, by what they count.
pub(super) struct SeriesIndex<'a>(BTreeMap<(Id<Indicator>, String), Vec<&'a Quota>>);

impl<'a> SeriesIndex<'a> {
    /// Every quota that has values at two times or more.
    pub(super) fn of(plan: &'a Plan) -> Self {
        let mut index: BTreeMap<_, Vec<&Quota>> = BTreeMap::new();
        for quota in plan.quotas.iter().filter(|quota| quota.series.len() > 1) {
            index.entry((quota.indicator, scope_key(&quota.scope))).or_default().push(quota);
        }
        Self(index)
    }

    /// The series that a growth clause stands beside: its own, or the only one of the same indicator and scope.
    pub(super) fn beside(&self, quota: &'a Quota) -> Option<&'a Quota> {
        if !quota.series.is_empty() {
            return Some(quota).filter(|quota| quota.series.len() > 1);
        }
        match self.0.get(&(quota.indicator, scope_key(&quota.scope))).map(Vec::as_slice) {
            Some([only]) => Some(only),
            _ => None,
        }
    }
}

/// A scope as a key: the same for the same values in any order.
pub(super) fn scope_key(scope: &[Scope]) -> String {
    let mut values: Vec<&str> = scope.iter().map(|scope| scope.value.value.as_str()).collect();
    values.sort_unstable();
    values.join("、")
}

/// From one value of a series to the next.
pub(super) struct Step<'a> {
    /// The earlier value.
    pub(super) from: &'a Point,
    /// The later value.
    pub(super) to: &'a Point,
    /// The number of the earlier.
    pub(super) before: Decimal,
    /// The number of the later.
    pub(super) after: Decimal,
    /// The years between them.
    years: i16,
}

impl Step<'_> {
    /// The years between its values.
    pub(super) fn years(&self) -> i16 {
        self.years
    }
}

/// The steps of a series; none unless all its values are plain numbers of one sort and unit at like times.
pub(super) fn steps(series: &Quota) -> Vec<Step<'_>> {
    series.series.windows(2).map(|pair| step(&pair[0], &pair[1])).collect::<Option<_>>().unwrap_or_default()
}

/// The steps of a series whose times follow one another, be they years, terms or months; for what only asks which way
/// it goes; only steps between plain numbers of one sort and unit.
pub(super) fn moves(series: &Quota) -> Vec<Step<'_>> {
    series.series.windows(2).filter_map(|pair| ordered(&pair[0], &pair[1])).collect()
}

fn ordered<'a>(from: &'a Point, to: &'a Point) -> Option<Step<'a>> {
    let follows = from.time.interval()?.last < to.time.interval()?.first;
    numbers(from, to).filter(|_| follows)
}

fn step<'a>(from: &'a Point, to: &'a Point) -> Option<Step<'a>> {
    let step = numbers(from, to)?;
    let steady = from.time.part == to.time.part && step.years > 0;
    steady.then_some(step)
}

/// A step between plain numbers of one sort and unit, whenever they are.
fn numbers<'a>(from: &'a Point, to: &'a Point) -> Option<Step<'a>> {
    let (Target::Value(first, before), Target::Value(second, after)) = (&from.target.value, &to.target.value) else {
        return None;
    };
    let years = to.time.year?.checked_sub(from.time.year?)?;
    let alike = first == second && !first.is_rough() && before.unit == after.unit;
    alike.then_some(Step { from, to, before: before.value, after: after.value, years })
}

/// The unit of a series: that of its values, else that of the indicator.
pub(super) fn unit<'a>(plan: &'a Plan, series: &'a Quota) -> Option<&'a Unit> {
    let written =
        series.series.first().and_then(|point| point.target.value.amount()).and_then(|amount| amount.unit.as_ref());
    written.or_else(|| plan.indicators[series.indicator].unit.as_ref().map(|unit| &unit.value))
}

/// How a change is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Measured {
    /// In hundredths of what was there before.
    Relative,
    /// In the unit of the value itself; for percentages, in percentage points.
    Absolute,
}

/// A growth clause, ready to be held against steps.
pub(super) struct Growth<'a> {
    change: &'a Change,
    /// Whether the clause says over what it is measured; else each step counts as one.
    is_yearly: bool,
}

impl<'a> Growth<'a> {
    /// The growth clause of a quota; `None` if it comes in a rhythm that a yearly series does not show.
    pub(super) fn of(quota: &'a Quota) -> Option<Self> {
        let change = &quota.change.as_ref()?.value;
        // What grows so much on average need not do so from one year to the next.
        if change.is_mean {
            return None;
        }
        let is_yearly = match quota.every.as_ref().map(|every| every.value) {
            None => false,
            Some(every) if every.count == 1 && matches!(every.unit, Span::Year | Span::SchoolYear) => true,
            Some(_) => return None,
        };
        Some(Self { change, is_yearly })
    }

    /// Whether the clause says that it holds for each year.
    pub(super) fn is_yearly(&self) -> bool {
        self.is_yearly
    }

    /// Whether it asks for less.
    pub(super) fn is_fall(&self) -> bool {
        self.change.direction == Direction::Down
    }

    /// 增长 and 增加, or 下降 and 减少.
    pub(super) fn words(&self) -> (&'static str, &'static str) {
        match self.change.direction {
            Direction::Up => ("增长", "增加"),
            Direction::Down => ("下降", "减少"),
        }
    }

    /// How far a step moves in the direction asked for, in one period.
    pub(super) fn moved(&self, step: &Step, measured: Measured) -> Option<Decimal> {
        let periods = if self.is_yearly { step.years } else { 1 };
        let difference = step.after.checked_sub(step.before)?;
        let difference = if self.change.direction == Direction::Up { difference } else { -difference };
        match measured {
            Measured::Absolute => difference.checked_div(Decimal::from(periods)),
            Measured::Relative if periods == 1 => share(difference, step.before),
            Measured::Relative => None,
        }
    }

    /// Whether a step is what the clause asks for, what was lost in rounding forgiven; `None` if it cannot be told.
    pub(super) fn fits(&self, step: &Step, measured: Measured) -> Option<bool> {
        let moved = self.moved(step, measured)?;
        let digit = last_digit(step.before).max(last_digit(step.after));
        let slack = if measured == Measured::Relative { share(digit, step.before)? } else { digit };
        let reaches = |least: &Amount| {
            let near = moved.checked_add(slack)? > least.value;
            Some(near || rounded(moved, least.value.scale()) >= least.value)
        };
        let stays = |most: &Amount| {
            let near = moved.checked_sub(slack)? < most.value;
            Some(near || rounded(moved, most.value.scale()) <= most.value)
        };
        match &self.change.by {
            // What rounding forgives is more than a strict bound asks for.
            Target::Value(Comparison::AtLeast | Comparison::Reach | Comparison::Above, amount) => reaches(amount),
            Target::Value(Comparison::AtMost | Comparison::Below, amount) => stays(amount),
            Target::Value(Comparison::Planned | Comparison::Exactly, amount) => {
                Some(reaches(amount)? && stays(amount)?)
            }
            Target::Range(low, high) => Some(reaches(low)? && stays(high)?),
            _ => None,
        }
    }

    /// Whether every step is what the clause asks for.
    pub(super) fn fits_all(&self, steps: &[Step], measured: Measured) -> Option<bool> {
        let fits = steps.iter().map(|step| self.fits(step, measured)).collect::<Option<Vec<_>>>()?;
        Some(!steps.is_empty() && fits.into_iter().all(|fits| fits))
    }

    /// The amount asked for; of a range, the lower.
    pub(super) fn amount(&self) -> Option<&'a Amount> {
        match &self.change.by {
            Target::Value(comparison, _) if comparison.is_rough() => None,
            Target::Value(_, amount) | Target::Range(amount, _) => Some(amount),
            _ => None,
        }
    }

    /// What the later value of a step would be if the earlier one moved by `percent` of itself.
    pub(super) fn grown(&self, step: &Step, percent: Decimal) -> Option<Decimal> {
        let moved = step.before.checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)?;
        let signed = if self.change.direction == Direction::Up { moved } else { -moved };
        Some(rounded(step.before.checked_add(signed)?, step.after.scale()))
    }
}

fn share(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}
