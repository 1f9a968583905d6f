//! How much room there is between the steps of a plan.
//!
//! Takes the plan, gives days: how long a step takes, and how far it may slip before what waits for it is touched. Only
//! dates that the plan states are used; where one is missing nothing is said.

use std::collections::BTreeMap;

use crate::calendar::Interval;
use crate::plan::{Plan, Step};

use super::dependency::bonds;
use super::{Days, EdgeKind};

/// The days a step takes, one if they are not known.
pub(super) fn length(plan: &Plan, step: Step) -> u64 {
    let (first, last) = stretch(plan, step);
    let span = first.zip(last).map(|(first, last)| i64::from(last.last) - i64::from(first.first) + 1);
    span.map_or(1, |span| u64::try_from(span).unwrap_or(0).max(1))
}

/// For each step that another waits for: the days from its deadline to the day the first of these begins, or, where
/// that is not said, is due. Negative where it comes too late.
pub(super) fn between(plan: &Plan) -> BTreeMap<Step, i32> {
    let mut slack = BTreeMap::new();
    // What stands on another may begin before that is finished.
    for (first, second, _) in bonds(plan).into_iter().filter(|(.., kind)| *kind == EdgeKind::After) {
        let end = stretch(plan, first).1;
        let (start, due) = stretch(plan, second);
        let wanted = start.map(|start| start.first - 1).or(due.map(|due| due.last));
        if let (Some(end), Some(wanted)) = (end, wanted) {
            let days = wanted - end.last;
            slack.entry(first).and_modify(|least: &mut i32| *least = days.min(*least)).or_insert(days);
        }
    }
    slack
}

/// The same in words.
pub(super) fn words(days: i32) -> String {
    match days {
        0 => "没有余量".to_owned(),
        1.. => format!("距后项{days}天"),
        _ => format!("晚{}天", days.unsigned_abs()),
    }
}

/// In which days a step begins and ends, where that is known.
pub(super) fn stretch(plan: &Plan, step: Step) -> (Option<Days>, Option<Days>) {
    let days = |interval: Interval| Days::from(interval);
    match step {
        Step::Phase(id) => {
            let time = plan.phases[id].time.as_ref().and_then(|time| time.value.interval()).map(days);
            (time.map(|time| Days::one(time.first)), time.map(|time| Days::one(time.last)))
        }
        Step::Measure(id) => {
            let measure = &plan.measures[id];
            let start = measure.start.as_ref().and_then(|start| start.value.interval());
            (start.map(days), measure.due.value.as_ref().and_then(|due| due.value.interval()).map(days))
        }
        Step::Goal(id) => (None, plan.goals[id].due.value.as_ref().and_then(|due| due.value.interval()).map(days)),
    }
}
