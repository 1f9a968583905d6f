//! Every time that a plan states, where it is written and what it is the time of.

use crate::calendar::{Date, When};
use crate::diagnostic::Text;
use crate::plan::{Origin, Plan};
use crate::source::{Span, Spanned};
use crate::syntax::word::Tongue;
use crate::text;

/// A time of a plan.
pub(super) struct Timed<'a> {
    pub span: Span,
    pub when: &'a When,
    of: Of<'a>,
    pub sort: Sort,
}

/// What a time is the time of, with its name; put into words only where it is shown, for a plan has thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of<'a> {
    Period,
    Date,
    Signature,
    Publication,
    Goal(&'a str),
    Measure(&'a str),
    Beginning(&'a str),
    Output(&'a str),
    Phase(&'a str),
    Report(&'a str),
    Count(&'a str),
    Value(&'a str),
    ValueBegins(&'a str),
}

impl Timed<'_> {
    /// What it is the time of.
    pub fn of(&self) -> Text {
        match self.of {
            Of::Period => text!(zh: "方案的期限", en: "the period of the plan"),
            Of::Date => text!(zh: "成文日期", en: "the date of the paper"),
            Of::Signature => text!(zh: "落款日期", en: "the date below the signature"),
            Of::Publication => text!(zh: "发布时间", en: "when it was published"),
            Of::Goal(name) => text!(zh: "目标“{name}”的时限", en: "when goal “{name}” is due"),
            Of::Measure(name) => text!(zh: "措施“{name}”的时限", en: "when measure “{name}” is due"),
            Of::Beginning(name) => text!(zh: "措施“{name}”开始", en: "measure “{name}” begins"),
            Of::Output(name) => text!(zh: "成果“{name}”的时限", en: "when “{name}” is due"),
            Of::Phase(name) => text!(zh: "阶段“{name}”的时间", en: "the time of phase “{name}”"),
            Of::Report(name) => text!(zh: "报送“{name}”的时间", en: "when “{name}” is reported"),
            Of::Count(name) => text!(zh: "“{name}”的统计时间", en: "when “{name}” was counted"),
            Of::Value(name) => text!(zh: "“{name}”的时限", en: "when “{name}” is due"),
            Of::ValueBegins(name) => text!(zh: "“{name}”开始", en: "“{name}” begins"),
        }
    }
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
    let mut take = |when: Option<&'a Spanned<When>>, of: Of<'a>, sort: Sort| {
        found.extend(when.map(|when| Timed { span: when.span, when: &when.value, of, sort }));
    };
    take(plan.period.as_ref(), Of::Period, Sort::Told);
    take(plan.date.as_ref(), Of::Date, Sort::Told);
    for notice in &plan.notices {
        take(notice.date.as_ref(), Of::Date, Sort::Told);
        take(notice.signed.as_ref(), Of::Signature, Sort::Told);
        take(notice.published.as_ref(), Of::Publication, Sort::Told);
    }
    for goal in plan.goals.iter().filter(|goal| stated(goal.due.origin)) {
        let name = &goal.name.value;
        take(goal.due.value.as_ref(), Of::Goal(name), Sort::Due);
    }
    for measure in plan.measures.iter() {
        let name = &measure.name.value;
        let due = measure.due.value.as_ref().filter(|_| stated(measure.due.origin));
        take(due, Of::Measure(name), Sort::Due);
        take(measure.start.as_ref(), Of::Beginning(name), Sort::Begins);
        for output in &measure.outputs {
            let name = &output.text;
            take(output.due.as_ref(), Of::Output(name), Sort::Due);
        }
    }
    for phase in plan.phases.iter() {
        let name = &phase.name.value;
        take(phase.time.as_ref(), Of::Phase(name), Sort::Stretch);
    }
    for report in plan.reports.iter() {
        let name = &report.what.value;
        take(report.when.as_ref(), Of::Report(name), Sort::Due);
    }
    for baseline in plan.baselines.iter() {
        let name = &baseline.name.value;
        take(baseline.when.as_ref(), Of::Count(name), Sort::Told);
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
            of: Of::ValueBegins(name),
            sort: Sort::Begins,
        });
        let until = until.as_ref().map(|until| Timed {
            span: until.span,
            when: &until.value.when,
            of: Of::Value(name),
            sort: Sort::Due,
        });
        start.into_iter().chain(until)
    })
}

/// A day as a file in one tongue writes days: the last of a month by its month.
pub(super) fn written(day: Date, tongue: Tongue) -> String {
    let (year, month) = (day.year(), day.month());
    match tongue {
        Tongue::En => format!("{year}-{month:02}-{:02}", day.day()),
        Tongue::Zh if day == day.last_of_month() && month == 12 => format!("{year}年底"),
        Tongue::Zh if day == day.last_of_month() => format!("{year}年{month}月底"),
        Tongue::Zh => format!("{year}年{month}月{}日", day.day()),
    }
}
