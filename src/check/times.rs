//! Every time a plan states, and how one lies to another.
//!
//! Takes a resolved plan, gives the times written in it, each once, with words for what it is the time of. A partial
//! time lies inside another as soon as one of its days does: 2020年 is inside a plan that ends in August 2020.

use std::collections::BTreeSet;

use crate::calendar::{Date, Interval, Part, Run, Start, Time, When};
use crate::diagnostic::Text;
use crate::plan::{Field, Origin, Plan, Quota};
use crate::source::{Span, Spanned};
use crate::text;

use super::{Context, years};

/// A time that is written in the plan.
pub(super) struct Slot<'a> {
    /// The time.
    pub when: &'a When,
    /// Where it is written.
    pub span: Span,
    /// What it is the time of.
    subject: Subject<'a>,
    /// What kind of time it is.
    pub kind: SlotKind,
}

impl Slot<'_> {
    /// What it is the time of, such as 措施“控辍保学”的时限.
    pub(super) fn subject(&self) -> Text {
        self.subject.words()
    }
}

/// What a time is the time of, with its name; put into words only where they are wanted.
#[derive(Clone, Copy)]
enum Subject<'a> {
    Plan,
    Dated,
    Signed,
    Published,
    Start(&'a str),
    MeasureDue(&'a str),
    GoalDue(&'a str),
    SectionDue,
    Phase(&'a str),
    Quota(&'a Quota),
    Fund(&'a str),
    Baseline(&'a str),
    Basis(&'a str),
}

impl Subject<'_> {
    fn words(self) -> Text {
        match self {
            Self::Plan => text!(zh: "方案的期限", en: "the period of the plan"),
            Self::Dated => text!(zh: "成文日期", en: "the date of the paper"),
            Self::Signed => text!(zh: "落款日期", en: "the date under the signature"),
            Self::Published => text!(zh: "发布时间", en: "the time of publication"),
            Self::Start(name) => text!(zh: "措施“{name}”的开始时间", en: "the start of measure “{name}”"),
            Self::MeasureDue(name) => text!(zh: "措施“{name}”的时限", en: "the deadline of measure “{name}”"),
            Self::GoalDue(name) => text!(zh: "目标“{name}”的时限", en: "the deadline of goal “{name}”"),
            Self::SectionDue => text!(zh: "本节各项任务的时限", en: "the deadline of this section"),
            Self::Phase(name) => text!(zh: "阶段“{name}”的起止时间", en: "the time of phase “{name}”"),
            Self::Quota(quota) => {
                let name = quota_name(quota);
                text!(zh: "指标“{name}”的时间", en: "the time of quota “{name}”")
            }
            Self::Fund(name) => text!(zh: "经费“{name}”的时间", en: "the time of fund “{name}”"),
            Self::Baseline(name) => text!(zh: "现状“{name}”的时间", en: "the time of baseline “{name}”"),
            Self::Basis(title) => text!(zh: "《{title}》的时间", en: "the time of “{title}”"),
        }
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
    /// Whether something has to be done by it or at it.
    pub(super) fn is_schedule(self) -> bool {
        matches!(self, Self::Due | Self::Start | Self::Phase | Self::Quota | Self::Fund)
    }
}

/// Every time written in the plan, each place once, in the order of their kinds.
pub(super) fn slots(plan: &Plan) -> Vec<Slot<'_>> {
    let mut all = Vec::new();
    of_papers(plan, &mut all);
    of_steps(plan, &mut all);
    of_facts(plan, &mut all);
    let mut seen = BTreeSet::new();
    all.retain(|slot| seen.insert(slot.span));
    all
}

fn add<'a>(all: &mut Vec<Slot<'a>>, when: Option<&'a Spanned<When>>, kind: SlotKind, subject: Subject<'a>) {
    if let Some(when) = when {
        all.push(Slot { when: &when.value, span: when.span, subject, kind });
    }
}

fn of_papers<'a>(plan: &'a Plan, all: &mut Vec<Slot<'a>>) {
    add(all, plan.period.as_ref(), SlotKind::Period, Subject::Plan);
    add(all, plan.date.as_ref(), SlotKind::Paper, Subject::Dated);
    for notice in &plan.notices {
        add(all, notice.date.as_ref(), SlotKind::Paper, Subject::Dated);
        add(all, notice.signed.as_ref(), SlotKind::Paper, Subject::Signed);
        add(all, notice.published.as_ref(), SlotKind::Paper, Subject::Published);
    }
}

fn of_steps<'a>(plan: &'a Plan, all: &mut Vec<Slot<'a>>) {
    for measure in plan.measures.iter() {
        let name = &measure.title.value;
        add(all, measure.start.as_ref(), SlotKind::Start, Subject::Start(name));
        add(all, due(&measure.due, Origin::Stated), SlotKind::Due, Subject::MeasureDue(name));
    }
    for goal in plan.goals.iter() {
        add(all, due(&goal.due, Origin::Stated), SlotKind::Due, Subject::GoalDue(&goal.title.value));
    }
    // What only sections state is seen where it is inherited.
    let fields = plan.measures.iter().map(|measure| &measure.due).chain(plan.goals.iter().map(|goal| &goal.due));
    for field in fields {
        add(all, due(field, Origin::Inherited), SlotKind::Due, Subject::SectionDue);
    }
    for phase in plan.phases.iter() {
        add(all, phase.time.as_ref(), SlotKind::Phase, Subject::Phase(&phase.title.value));
    }
}

fn of_facts<'a>(plan: &'a Plan, all: &mut Vec<Slot<'a>>) {
    for quota in plan.quotas.iter() {
        let Some(when) = &quota.when else { continue };
        let kind = if quota.every.is_some() { SlotKind::Duty } else { SlotKind::Quota };
        all.push(Slot { when: &when.value.when, span: when.span, subject: Subject::Quota(quota), kind });
    }
    for fund in plan.funds.iter() {
        let subject = Subject::Fund(&fund.name.value);
        add(all, fund.start.as_ref(), SlotKind::Fund, subject);
        if let Some(when) = &fund.when {
            let kind = if fund.every.is_some() { SlotKind::Duty } else { SlotKind::Fund };
            all.push(Slot { when: &when.value.when, span: when.span, subject, kind });
        }
    }
    for baseline in plan.baselines.iter() {
        add(all, baseline.when.as_ref(), SlotKind::Baseline, Subject::Baseline(&baseline.name.value));
    }
    for basis in plan.bases.iter() {
        add(all, basis.time.as_ref(), SlotKind::Basis, Subject::Basis(&basis.title.value));
    }
}

/// The name of a quota with its scope: 年辍学率（小学）.
pub(super) fn quota_name(quota: &Quota) -> String {
    let (name, scope) = (&quota.name.value, quota.scope_words());
    if scope.is_empty() { name.clone() } else { format!("{name}（{scope}）") }
}

fn due(field: &Field<Option<Spanned<When>>>, origin: Origin) -> Option<&Spanned<When>> {
    field.value.as_ref().filter(|_| field.origin == origin)
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

/// A day as an official text writes it.
pub(super) fn in_chinese(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
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
