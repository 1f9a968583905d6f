//! What the times are for that a plan states, and how one lies to another.
//!
//! Takes a resolved plan, gives the times written in it with what kind of time each is. A partial time lies inside another as
//! soon as one of its days does: 2020年 is inside a plan that ends in August 2020.

use crate::calendar::{Date, Interval, Part, Run, Start, Time, When};
use crate::diagnostic::Text;
use crate::plan::{Plan, StatedTime, TimeOf};
use crate::source::{Span, Spanned};

use super::{Context, years};

/// A time that is written in the plan.
pub(super) struct Slot<'a> {
    /// The time.
    pub when: &'a When,
    /// Where it is written.
    pub span: Span,
    /// What it is the time of.
    of: TimeOf<'a>,
    /// What kind of time it is.
    pub kind: SlotKind,
}

impl Slot<'_> {
    /// What it is the time of, such as 措施“控辍保学”的时限.
    pub(super) fn subject(&self) -> Text {
        self.of.words()
    }
}

/// What a time is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SlotKind {
    /// 期限 of the plan.
    Period,
    /// 成文日期, 落款日期, 发布时间.
    Paper,
    /// 时限 of a measure or goal.
    Due,
    /// 始于.
    Start,
    /// The day on which something is delivered or sent.
    Delivery,
    /// The time of a phase.
    Phase,
    /// The time of a quota.
    Quota,
    /// The time of a duty that comes round: a time in each year.
    Duty,
    /// A time of a fund.
    Fund,
    /// As of when a baseline holds.
    Baseline,
    /// The time of a cited document.
    Basis,
}

impl SlotKind {
    fn of(time: TimeOf) -> Self {
        match time {
            TimeOf::Period => Self::Period,
            TimeOf::Dated | TimeOf::Signed | TimeOf::Published => Self::Paper,
            TimeOf::Start(_) | TimeOf::QuotaStart(_) => Self::Start,
            TimeOf::Measure(_) | TimeOf::Goal(_) | TimeOf::Section => Self::Due,
            TimeOf::Output(_) => Self::Delivery,
            TimeOf::Report(report) if report.every.is_none() => Self::Delivery,
            TimeOf::Phase(_) => Self::Phase,
            TimeOf::Quota(quota) if quota.every.is_none() => Self::Quota,
            TimeOf::Fund(fund) if fund.every.is_none() => Self::Fund,
            TimeOf::Report(_) | TimeOf::Quota(_) | TimeOf::Fund(_) => Self::Duty,
            TimeOf::FundStart(_) => Self::Fund,
            TimeOf::Baseline(_) => Self::Baseline,
            TimeOf::Basis(_) => Self::Basis,
        }
    }

    /// Whether something has to be done by it or at it.
    pub(super) fn is_schedule(self) -> bool {
        matches!(self, Self::Due | Self::Start | Self::Delivery | Self::Phase | Self::Quota | Self::Fund)
    }
}

/// Every time written in the plan, each place once, in the order of their kinds.
pub(super) fn slots(plan: &Plan) -> Vec<Slot<'_>> {
    let times = plan.stated_times().into_iter();
    times.map(|StatedTime { when, span, of }| Slot { when, span, of, kind: SlotKind::of(of) }).collect()
}

/// The days of the time with which it begins.
pub(super) fn beginning(when: &When) -> Option<Interval> {
    match when {
        When::At(time) | When::Kept(time, _) | When::Between(time, _) | When::From(Start::At(time), _) => {
            time.interval()
        }
        When::Steps(times, _) => times.first().and_then(|time| time.interval()),
        _ => None,
    }
}

/// The days of the time with which it ends; of one time, all of it.
pub(super) fn ending(when: &When) -> Option<Interval> {
    match when {
        When::At(time) | When::Kept(time, _) | When::Between(_, Some(time)) | When::From(_, Run::Until(time)) => {
            time.interval()
        }
        When::Steps(times, _) => times.last().and_then(|time| time.interval()),
        When::From(Start::At(_), Run::Lasting(..)) => {
            let last = when.interval()?.last;
            Some(Interval { first: last, last })
        }
        _ => None,
    }
}

/// Whether it ends on a day that is certainly later than `day`.
pub(super) fn ends_after(when: &When, day: Date) -> bool {
    ending(when).is_some_and(|end| end.first > day)
}

/// Whether it begins on a day that is certainly before `day`.
pub(super) fn begins_before(when: &When, day: Date) -> bool {
    beginning(when).is_some_and(|start| start.last < day)
}

/// Whether all of it is over before `day`.
pub(super) fn is_over_before(when: &When, day: Date) -> bool {
    ending(when).is_some_and(|end| end.last < day)
}

/// The last day of the plan and where its period is written; nothing if the period is wrong in itself.
pub(super) fn plan_end(plan: &Plan) -> Option<Spanned<Date>> {
    let period = sound_period(plan)?;
    Some(Spanned::new(ending(&period.value)?.last, period.span))
}

/// The first day of the plan and where its period is written; nothing if the period is wrong in itself.
pub(super) fn plan_start(plan: &Plan) -> Option<Spanned<Date>> {
    let period = sound_period(plan)?;
    Some(Spanned::new(beginning(&period.value)?.first, period.span))
}

/// The period, unless it runs backwards or the title contradicts it: what is compared with it then would be blamed
/// for the fault of the period.
fn sound_period(plan: &Plan) -> Option<&Spanned<When>> {
    let period = plan.period.as_ref()?;
    let is_backwards = period.value.interval().is_some_and(|days| days.is_backwards());
    let title = plan.title.as_ref().map_or("", |title| &title.value);
    let is_other = years::stated_years(title).is_some_and(|stated| years::is_other_length(&period.value, stated.count));
    (!is_backwards && !is_other).then_some(period)
}

/// The first and the last day of the plan, as far as its period is sound.
#[derive(Clone, Copy)]
pub(super) struct PlanDays {
    first: Option<Date>,
    last: Option<Date>,
}

impl PlanDays {
    /// Of a plan.
    pub(super) fn of(plan: &Plan) -> Self {
        Self { first: plan_start(plan).map(|day| day.value), last: plan_end(plan).map(|day| day.value) }
    }
}

impl Context<'_> {
    /// Whether a time lies wholly before or after the period of the plan, which other rules tell.
    pub(super) fn is_outside_plan(&self, when: &When) -> bool {
        let PlanDays { first, last } = self.days;
        last.is_some_and(|last| ends_after(when, last)) || first.is_some_and(|first| is_over_before(when, first))
    }
}

/// The day a paper bears, if it is known to the day.
pub(super) fn day_of(date: Option<&Spanned<When>>) -> Option<Spanned<Date>> {
    let date = date?;
    match date.value {
        When::At(time @ Time { part: Part::Day(..), .. }) => Some(Spanned::new(time.interval()?.first, date.span)),
        _ => None,
    }
}

/// A day as official texts write it.
pub(super) fn in_words(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}
