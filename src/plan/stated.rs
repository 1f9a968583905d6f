//! Every time that a plan states.
//!
//! Takes a resolved plan, gives the times written in it, each place once, with what each is the time of. What only follows from
//! a section is given where the section states it. Never judges a time: what may be compared with what is for those
//! who ask.

use std::borrow::Cow;

use super::{Baseline, Basis, Field, Fund, Goal, Measure, Origin, Output, Phase, Plan, Quota, Report};
use crate::calendar::When;
use crate::diagnostic::Text;
use crate::source::{Span, Spanned};
use crate::text;

/// A time that is written in the plan.
#[derive(Clone, Copy, Debug)]
pub struct StatedTime<'a> {
    /// The time.
    pub when: &'a When,
    /// Where it is written.
    pub span: Span,
    /// What it is the time of.
    pub of: TimeOf<'a>,
}

/// What a time is the time of; put into words only where they are shown, for a plan has thousands.
#[derive(Clone, Copy, Debug)]
pub enum TimeOf<'a> {
    /// 期限 of the plan.
    Period,
    /// 成文日期.
    Dated,
    /// 落款日期.
    Signed,
    /// 发布时间.
    Published,
    /// 始于 of a measure.
    Start(&'a Measure),
    /// 时限 of a measure.
    Measure(&'a Measure),
    /// 时限 of a goal.
    Goal(&'a Goal),
    /// 时限 of a section, for all that it holds.
    Section,
    /// The day on which a measure delivers something.
    Output(&'a Output),
    /// From when to when a phase runs.
    Phase(&'a Phase),
    /// From when on a value holds.
    QuotaStart(&'a Quota),
    /// By when a value is reached, or when in each round.
    Quota(&'a Quota),
    /// From when on money is given.
    FundStart(&'a Fund),
    /// When money is given.
    Fund(&'a Fund),
    /// By when a report is sent.
    Report(&'a Report),
    /// As of when a baseline holds.
    Baseline(&'a Baseline),
    /// The time of a cited document.
    Basis(&'a Basis),
}

impl TimeOf<'_> {
    /// What it is, with its name: 措施“控辍保学”的时限.
    pub fn words(self) -> Text {
        let name = self.name();
        match self {
            Self::Period => text!(zh: "方案的期限", en: "the period of the plan"),
            Self::Dated => text!(zh: "成文日期", en: "the date of the paper"),
            Self::Signed => text!(zh: "落款日期", en: "the date under the signature"),
            Self::Published => text!(zh: "发布时间", en: "the time of publication"),
            Self::Section => text!(zh: "本节各项任务的时限", en: "the deadline of this section"),
            Self::Start(_) => text!(zh: "措施“{name}”的开始时间", en: "the start of measure “{name}”"),
            Self::Measure(_) => text!(zh: "措施“{name}”的时限", en: "the deadline of measure “{name}”"),
            Self::Goal(_) => text!(zh: "目标“{name}”的时限", en: "the deadline of goal “{name}”"),
            Self::Output(_) => text!(zh: "成果“{name}”的时限", en: "the deadline of output “{name}”"),
            Self::Phase(_) => text!(zh: "阶段“{name}”的起止时间", en: "the time of phase “{name}”"),
            Self::QuotaStart(_) => text!(zh: "指标“{name}”的开始时间", en: "the start of quota “{name}”"),
            Self::Quota(_) => text!(zh: "指标“{name}”的时间", en: "the time of quota “{name}”"),
            Self::FundStart(_) => text!(zh: "经费“{name}”的开始时间", en: "the start of fund “{name}”"),
            Self::Fund(_) => text!(zh: "经费“{name}”的时间", en: "the time of fund “{name}”"),
            Self::Report(_) => text!(zh: "报送“{name}”的时间", en: "the time of report “{name}”"),
            Self::Baseline(_) => text!(zh: "现状“{name}”的时间", en: "the time of baseline “{name}”"),
            Self::Basis(_) => text!(zh: "《{name}》的时间", en: "the time of “{name}”"),
        }
    }

    /// The name of what it is the time of, with the scope of a quota; empty of the paper and of a section.
    fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Period | Self::Dated | Self::Signed | Self::Published | Self::Section => Cow::Borrowed(""),
            Self::Start(measure) | Self::Measure(measure) => Cow::Borrowed(&measure.title.value),
            Self::Goal(goal) => Cow::Borrowed(&goal.title.value),
            Self::Output(output) => Cow::Borrowed(&output.text),
            Self::Phase(phase) => Cow::Borrowed(&phase.title.value),
            Self::QuotaStart(quota) | Self::Quota(quota) => Cow::Owned(quota.scoped_name()),
            Self::FundStart(fund) | Self::Fund(fund) => Cow::Borrowed(&fund.name.value),
            Self::Report(report) => Cow::Borrowed(&report.what.value),
            Self::Baseline(baseline) => Cow::Borrowed(&baseline.name.value),
            Self::Basis(basis) => Cow::Borrowed(&basis.title.value),
        }
    }
}

/// The times of a plan as they are gathered, some of them more than once: what is inherited is met at each heir.
struct Gathered<'a>(Vec<StatedTime<'a>>);

impl<'a> Gathered<'a> {
    fn add(&mut self, when: Option<&'a Spanned<When>>, of: TimeOf<'a>) {
        if let Some(Spanned { value, span }) = when {
            self.at(value, *span, of);
        }
    }

    fn at(&mut self, when: &'a When, span: Span, of: TimeOf<'a>) {
        self.0.push(StatedTime { when, span, of });
    }

    /// The first of those at each place.
    fn each_once(self) -> Vec<StatedTime<'a>> {
        let mut times = self.0;
        let mut by_place: Vec<usize> = (0..times.len()).collect();
        by_place.sort_by_key(|at| times[*at].span);
        let mut is_first = vec![true; times.len()];
        for pair in by_place.windows(2).filter(|pair| times[pair[0]].span == times[pair[1]].span) {
            is_first[pair[1]] = false;
        }
        let mut is_first = is_first.into_iter();
        times.retain(|_| is_first.next().unwrap_or(true));
        times
    }
}

impl Plan {
    /// Every time written in the plan, each place once: of the papers, of the steps, of the facts.
    pub fn stated_times(&self) -> Vec<StatedTime<'_>> {
        let mut all = Gathered(Vec::new());
        of_papers(self, &mut all);
        of_steps(self, &mut all);
        of_facts(self, &mut all);
        all.each_once()
    }
}

fn of_papers<'a>(plan: &'a Plan, all: &mut Gathered<'a>) {
    all.add(plan.period.as_ref(), TimeOf::Period);
    all.add(plan.date.as_ref(), TimeOf::Dated);
    for notice in &plan.notices {
        all.add(notice.date.as_ref(), TimeOf::Dated);
        all.add(notice.signed.as_ref(), TimeOf::Signed);
        all.add(notice.published.as_ref(), TimeOf::Published);
    }
}

fn of_steps<'a>(plan: &'a Plan, all: &mut Gathered<'a>) {
    for measure in plan.measures.iter() {
        all.add(measure.start.as_ref(), TimeOf::Start(measure));
        all.add(due(&measure.due, Origin::Stated), TimeOf::Measure(measure));
        for output in &measure.outputs {
            all.add(output.due.as_ref(), TimeOf::Output(output));
        }
    }
    for goal in plan.goals.iter() {
        all.add(due(&goal.due, Origin::Stated), TimeOf::Goal(goal));
    }
    // What only sections state is seen where it is inherited.
    let fields = plan.measures.iter().map(|measure| &measure.due).chain(plan.goals.iter().map(|goal| &goal.due));
    for field in fields {
        all.add(due(field, Origin::Inherited), TimeOf::Section);
    }
    for phase in plan.phases.iter() {
        all.add(phase.time.as_ref(), TimeOf::Phase(phase));
    }
}

fn of_facts<'a>(plan: &'a Plan, all: &mut Gathered<'a>) {
    for quota in plan.quotas.iter() {
        all.add(quota.start.as_ref(), TimeOf::QuotaStart(quota));
        if let Some(when) = &quota.when {
            all.at(&when.value.when, when.span, TimeOf::Quota(quota));
        }
    }
    for fund in plan.funds.iter() {
        all.add(fund.start.as_ref(), TimeOf::FundStart(fund));
        if let Some(when) = &fund.when {
            all.at(&when.value.when, when.span, TimeOf::Fund(fund));
        }
    }
    for report in plan.reports.iter() {
        all.add(report.when.as_ref(), TimeOf::Report(report));
    }
    for baseline in plan.baselines.iter() {
        all.add(baseline.when.as_ref(), TimeOf::Baseline(baseline));
    }
    for basis in plan.bases.iter() {
        all.add(basis.time.as_ref(), TimeOf::Basis(basis));
    }
}

fn due(field: &Field<Option<Spanned<When>>>, origin: Origin) -> Option<&Spanned<When>> {
    field.value.as_ref().filter(|_| field.origin == origin)
}
