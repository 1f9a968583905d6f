//! Values to be reached, those of one day together; duties and reports that come round.

use std::collections::BTreeMap;

use crate::calendar::{Date, Every, Interval, Spot, Unit, When};
use crate::plan::{Holder, Plan, Quota};

use super::rhythm::{Bounds, Round, rounds};
use super::steps::told;
use super::worded::fixes_day;
use super::{Days, is_writable, issued, owners};

/// What comes round, whatever it is.
pub(super) struct Recurring<'p> {
    pub id: &'p str,
    pub kind: &'static str,
    pub name: String,
    pub details: Vec<String>,
    pub every: Option<Every>,
    pub when: Option<&'p When>,
    pub start: Option<&'p When>,
    pub holder: Holder,
}

impl Days<'_> {
    /// Values to be reached: one event a day, for one plan asks for many on the same.
    pub(super) fn quotas(&mut self) {
        let plan = self.context.plan;
        let mut days: BTreeMap<Date, Vec<String>> = BTreeMap::new();
        for quota in plan.quotas.iter().filter(|quota| !quota.is_obligation()) {
            let name = name(quota);
            if let (Some(deadline), Some(target)) = (&quota.when, &quota.target) {
                match told(&deadline.value.when) {
                    Some((day, time)) => {
                        days.entry(day).or_default().push(format!("{name}：{}（{time}）", target.value))
                    }
                    None => self.leave_out("指标", &name, Some(&deadline.value.when)),
                }
            }
            for point in &quota.series {
                let when = When::At(point.time);
                match told(&when) {
                    Some((day, time)) => {
                        days.entry(day).or_default().push(format!("{name}：{}（{time}）", point.target.value));
                    }
                    None => self.leave_out("指标", &name, Some(&when)),
                }
            }
        }
        for (day, lines) in days {
            let summary = format!("{}项", lines.len());
            let days = Interval { first: day, last: day };
            self.add(format!("quotas:{day}"), "指标到期", &summary, lines, days, None);
        }
    }

    /// Duties that come round.
    pub(super) fn obligations(&mut self) {
        let context = self.context;
        for (id, quota) in context.plan.quotas.entries().filter(|(_, quota)| quota.is_obligation()) {
            let mut details: Vec<String> = doers(context.plan, quota).into_iter().collect();
            details.extend(quota.every.as_ref().map(|every| format!("频次：{}", every.value)));
            details.extend(quota.target.as_ref().map(|target| format!("要求：{}", target.value)));
            self.recurring(Recurring {
                id: &context.names.quotas[id],
                kind: "经常性工作",
                name: duty(context.plan, quota),
                details,
                every: quota.every.as_ref().map(|every| every.value),
                when: quota.when.as_ref().map(|deadline| &deadline.value.when),
                start: quota.start.as_ref().map(|start| &start.value),
                holder: quota.holder,
            });
        }
    }

    /// 报送: reports.
    pub(super) fn reports(&mut self) {
        let context = self.context;
        for (id, report) in context.plan.reports.entries() {
            let path = report.path.iter().map(|owner| owner.text.trim()).collect::<Vec<_>>().join("→");
            let (every, when) = (report.every.as_ref(), report.when.as_ref().map(|when| &when.value));
            let mut details = vec![format!("报送：{path}")];
            details.extend(every.map(|every| format!("频次：{}", every.value)));
            let (id, name) = (context.names.reports[id].as_str(), report.what.value.clone());
            match (every, when) {
                (None, None) => {}
                (None, Some(due)) => self.due(id.to_owned(), "报送", &name, details, due),
                (Some(_), _) => {
                    let every = every.map(|every| every.value);
                    let holder = report.holder;
                    self.recurring(Recurring { id, kind: "报送", name, details, every, when, start: None, holder });
                }
            }
        }
    }

    pub(super) fn recurring(&mut self, duty: Recurring) {
        let plan = self.context.plan;
        let Recurring { id, kind, name, mut details, every, when, start, holder } = duty;
        let each = every.zip(when).and_then(|(every, when)| of_every(every, when));
        let when = each.as_ref().or(when);
        let rounds = bounds(plan, start, when, holder).map(|bounds| rounds(every, when, &plan.calendar, bounds));
        let rounds = rounds.unwrap_or_default();
        if rounds.is_empty() {
            let hole = when.filter(|when| when.is_hole());
            return match (hole, every) {
                (None, Some(every)) if when.is_some_and(|when| fixes_day(every, when)) => {
                    let when = when.map(When::to_string).unwrap_or_default();
                    self.left_out.push(format!("{kind}“{}”（{every}，{when}）", name.trim()));
                }
                (None, Some(every)) => self.left_out.push(format!("{kind}“{}”（{every}）", name.trim())),
                _ => self.leave_out(kind, &name, when),
            };
        }
        details.extend(when.map(|when| format!("时间：{when}")));
        let several = rounds.len() > 1;
        for Round { mark, first, rule, note } in rounds {
            let id = if several { format!("{id}/{mark}") } else { id.to_owned() };
            let mut details = details.clone();
            details.push(note);
            self.add(
                id,
                kind,
                &name,
                details,
                Interval { first, last: first },
                Some(rule).filter(|rule| !rule.is_empty()),
            );
        }
    }
}

/// The time of each round, where rhythm and time are written apart: 每年，8月至9月; 每月，5日前.
fn of_every(every: Every, when: &When) -> Option<When> {
    let is_long = !matches!(every.unit, Unit::Day | Unit::WorkingDay | Unit::Week | Unit::Month | Unit::Quarter);
    match when {
        When::At(time) if is_long && time.year.is_none() => Some(When::Yearly(vec![(*time, *time)])),
        When::Between(first, Some(last)) if is_long && first.year.is_none() && last.year.is_none() => {
            Some(When::Yearly(vec![(*first, *last)]))
        }
        When::Words(words) if every == (Every { count: 1, unit: Unit::Month }) => {
            let day = words.trim().trim_end_matches(['前', '日', '号']).parse().ok();
            day.filter(|day| (1..=31).contains(day)).map(|day| When::Each(Unit::Month, Spot::Day(day)))
        }
        _ => None,
    }
}

/// From when to when something comes round: its own beginning, else that of what it stands in, else that of the plan.
fn bounds(plan: &Plan, start: Option<&When>, when: Option<&When>, holder: Holder) -> Option<Bounds> {
    let period = plan.period.as_ref().map(|period| &period.value);
    let (from, to) = span(plan, holder);
    let begins = start.and_then(When::first_day).or(from).or_else(|| period.and_then(When::first_day));
    // Nothing is due before the paper is out.
    let first = begins.max(issued(plan)).filter(is_writable)?;
    let limit = when.filter(|when| matches!(when, When::At(_) | When::Between(..))).and_then(When::last_day);
    let last = limit.or(to).or_else(|| period.and_then(When::last_day)).filter(is_writable);
    Some(Bounds { first, last })
}

/// The days of a phase, or of a measure that is carried on from one day to another. A deadline alone ends nothing: what it
/// sets up goes on.
fn span(plan: &Plan, holder: Holder) -> (Option<Date>, Option<Date>) {
    match holder {
        Holder::Measure(id) => {
            let measure = &plan.measures[id];
            let Some(start) = measure.start.as_ref() else { return (None, None) };
            (start.value.first_day(), measure.due.value.as_ref().and_then(|due| due.value.last_day()))
        }
        Holder::Phase(id) => {
            let time = plan.phases[id].time.as_ref().map(|time| &time.value);
            (time.and_then(When::first_day), time.and_then(When::last_day))
        }
        _ => (None, None),
    }
}

/// The name with what it counts over and who does it: one plan asks several for the same.
fn duty(plan: &Plan, quota: &Quota) -> String {
    let name = name(quota);
    let Some(by) = doers(plan, quota) else { return name };
    let by = by.trim_start_matches("责任主体：");
    match name.strip_suffix('）') {
        Some(open) => format!("{open}，{by}）"),
        None => format!("{name}（{by}）"),
    }
}

fn doers(plan: &Plan, quota: &Quota) -> Option<String> {
    if !quota.by.is_empty() {
        return owners("责任主体", &quota.by);
    }
    match quota.holder {
        Holder::Measure(id) => owners("责任主体", &plan.measures[id].lead.value),
        Holder::Goal(id) => owners("责任主体", &plan.goals[id].lead.value),
        Holder::Phase(id) => owners("责任主体", &plan.phases[id].lead.value),
        Holder::Owner(id) => Some(format!("责任主体：{}", plan.owners[id].name.value)),
        Holder::Plan | Holder::Notice(_) | Holder::Section(_) => None,
    }
}

/// The name with what it counts over.
fn name(quota: &Quota) -> String {
    let scope = quota.scope.iter().map(|scope| scope.words().to_owned());
    let scope = scope.chain(quota.of.iter().map(|of| of.value.clone()));
    let scope = scope.chain(quota.per_member.iter().map(|each| format!("每{}", each.value))).collect::<Vec<_>>();
    let name = quota.name.value.trim();
    if scope.is_empty() { name.to_owned() } else { format!("{name}（{}）", scope.join("、")) }
}
