//! Phases, goals, measures and what measures deliver.

use crate::calendar::{Date, Interval, When};
use crate::plan::{Holder, Measure, Origin, OutputKind, Plan};

use super::{Days, is_writable, issued, note, owners, value};

impl Days<'_> {
    /// Phases, from their first day to their last.
    pub(super) fn phases(&mut self) {
        let context = self.context;
        for (id, phase) in context.plan.phases.entries() {
            let Some(time) = phase.time.as_ref().map(|time| &time.value) else { continue };
            let name = &phase.title.value;
            let dated = issued(context.plan).map_or_else(|| time.clone(), |day| time.begun_on(day));
            let ends = dated.first_day().filter(is_writable).zip(dated.last_day().filter(is_writable));
            let Some((first, last)) = ends.filter(|(first, last)| first <= last) else {
                self.leave_out("阶段", name, Some(time));
                continue;
            };
            let mut details: Vec<String> = owners("牵头单位", &phase.lead.value).into_iter().collect();
            details.extend(owners("配合单位", &phase.with.value));
            details.push(format!("时间：{time}"));
            self.add(context.names.phases[id].clone(), "阶段", name, details, Interval { first, last }, None);
        }
    }

    /// Goals that have a deadline of their own.
    pub(super) fn goals(&mut self) {
        let context = self.context;
        for (id, goal) in context.plan.goals.entries() {
            let Some(due) = value(&goal.due).filter(|due| !is_told(context.plan, goal.holder, due)) else { continue };
            let mut details: Vec<String> = owners("责任单位", &goal.accountable.value).into_iter().collect();
            details.extend(owners("牵头单位", &goal.lead.value));
            self.due(context.names.goals[id].clone(), "目标", &goal.title.value, details, due);
        }
    }

    /// Measures that have a deadline of their own, and what they deliver where that has one.
    pub(super) fn measures(&mut self) {
        let context = self.context;
        for (id, measure) in context.plan.measures.entries() {
            let own = context.names.measures[id].clone();
            if let Some(due) = value(&measure.due).filter(|due| !is_told(context.plan, measure.holder, due)) {
                let mut details = answering(measure);
                if let Some(start) = &measure.start {
                    details.push(format!("开始：{}", start.value));
                }
                self.due(own.clone(), "措施", &measure.title.value, details, due);
            }
            for output in &measure.outputs {
                let Some(due) = &output.due else { continue };
                let mut details = answering(measure);
                details.push(format!("措施：{}", measure.title.value.trim()));
                let name = match output.kind {
                    OutputKind::Document => format!("《{}》", output.text),
                    _ if output.text.trim().is_empty() => "待定".to_owned(),
                    _ => output.text.clone(),
                };
                self.due(format!("{own}/{name}"), "成果", &name, details, &due.value);
            }
        }
    }
}

/// Who is in charge of a measure.
fn answering(measure: &Measure) -> Vec<String> {
    let is_other = measure.accountable.origin == Origin::Stated && measure.accountable.value != measure.lead.value;
    let accountable = if is_other { owners("责任单位", &measure.accountable.value) } else { None };
    let lead = owners("牵头单位", &measure.lead.value);
    accountable.into_iter().chain(lead).chain(owners("配合单位", &measure.with.value)).collect()
}

/// Whether what encloses something has the same time, so that its own event tells it.
fn is_told(plan: &Plan, holder: Holder, due: &When) -> bool {
    let mut at = holder;
    loop {
        let (time, above): (Option<&When>, Holder) = match at {
            Holder::Goal(id) => (value(&plan.goals[id].due), plan.goals[id].holder),
            Holder::Measure(id) => (value(&plan.measures[id].due), plan.measures[id].holder),
            Holder::Phase(id) => (plan.phases[id].time.as_ref().map(|time| &time.value), plan.phases[id].holder),
            Holder::Section(id) => (None, plan.sections[id].holder),
            Holder::Plan | Holder::Notice(_) | Holder::Owner(_) => return false,
        };
        if time == Some(due) {
            return true;
        }
        at = above;
    }
}

/// The day of a value, and the words for it.
pub(super) fn told(when: &When) -> Option<(Date, String)> {
    let last = when.last_day().filter(is_writable)?;
    Some((last, format!("{when}{}", note(when, last))))
}
