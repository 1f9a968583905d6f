//! Every time that a plan states, where it is written and what it is the time of.

use crate::calendar::When;
use crate::diagnostic::Text;
use crate::plan::{Origin, Plan};
use crate::source::{Span, Spanned};
use crate::text;

/// A time of a plan.
pub(super) struct Timed<'a> {
    pub span: Span,
    pub when: &'a When,
    /// What it is the time of.
    pub of: Text,
    pub sort: Sort,
}

/// How a time is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// From when to when something runs.
    Stretch,
    /// By when something is to be done.
    Due,
    /// From when something runs.
    Begins,
    /// Of the paper, or of what is: nothing is done by then.
    Told,
}

/// The times of a plan, by kind and in its order.
pub(super) fn times<'a>(plan: &'a Plan) -> Vec<Timed<'a>> {
    let mut found: Vec<Timed> = Vec::new();
    let stated = |origin: Origin| origin == Origin::Stated;
    let mut take = |when: Option<&'a Spanned<When>>, of: Text, sort: Sort| {
        found.extend(when.map(|when| Timed { span: when.span, when: &when.value, of, sort }));
    };
    take(plan.period.as_ref(), text!(zh: "方案的期限", en: "the period of the plan"), Sort::Told);
    take(plan.date.as_ref(), text!(zh: "成文日期", en: "the date of the plan"), Sort::Told);
    for notice in &plan.notices {
        take(notice.date.as_ref(), text!(zh: "成文日期", en: "the date of the notice"), Sort::Told);
        take(notice.signed.as_ref(), text!(zh: "落款日期", en: "the date below the signature"), Sort::Told);
        take(notice.published.as_ref(), text!(zh: "发布时间", en: "when it was published"), Sort::Told);
    }
    for goal in plan.goals.iter().filter(|goal| stated(goal.due.origin)) {
        let name = &goal.name.value;
        take(goal.due.value.as_ref(), text!(zh: "目标“{name}”的时限", en: "when goal “{name}” is due"), Sort::Due);
    }
    for measure in plan.measures.iter() {
        let name = &measure.name.value;
        let due = measure.due.value.as_ref().filter(|_| stated(measure.due.origin));
        take(due, text!(zh: "措施“{name}”的时限", en: "when measure “{name}” is due"), Sort::Due);
        take(measure.start.as_ref(), text!(zh: "措施“{name}”开始", en: "measure “{name}” begins"), Sort::Begins);
        for output in &measure.outputs {
            let name = &output.text;
            take(output.due.as_ref(), text!(zh: "成果“{name}”的时限", en: "when “{name}” is due"), Sort::Due);
        }
    }
    for phase in plan.phases.iter() {
        let name = &phase.name.value;
        take(phase.time.as_ref(), text!(zh: "阶段“{name}”的时间", en: "the time of phase “{name}”"), Sort::Stretch);
    }
    for report in plan.reports.iter() {
        let name = &report.what.value;
        take(report.when.as_ref(), text!(zh: "报送“{name}”的时间", en: "when “{name}” is reported"), Sort::Due);
    }
    for baseline in plan.baselines.iter() {
        let name = &baseline.name.value;
        take(baseline.when.as_ref(), text!(zh: "“{name}”的统计时间", en: "when “{name}” was counted"), Sort::Told);
    }
    found.extend(of_values(plan));
    found
}

/// The times of quotas and of money.
fn of_values(plan: &Plan) -> impl Iterator<Item = Timed<'_>> {
    let quotas = plan.quotas.iter().map(|quota| (&quota.name.value, &quota.start, &quota.when));
    let funds = plan.funds.iter().map(|fund| (&fund.name.value, &fund.start, &fund.when));
    quotas.chain(funds).flat_map(|(name, start, until)| {
        let start = start.as_ref().map(|start| Timed {
            span: start.span,
            when: &start.value,
            of: text!(zh: "“{name}”开始", en: "“{name}” begins"),
            sort: Sort::Begins,
        });
        let until = until.as_ref().map(|until| Timed {
            span: until.span,
            when: &until.value.when,
            of: text!(zh: "“{name}”的时限", en: "when “{name}” is due"),
            sort: Sort::Due,
        });
        start.into_iter().chain(until)
    })
}
