//! Values at several times: `2018年、2019年、2020年分别达到30%、32%、34%以上`.

use crate::plan::{Point, Quota};
use crate::quantity::{Comparison, Target};

use super::value::{Manner, inline, predicate, several};
use crate::document::wording::Wording;

/// The clause of a series, after the name of its indicator or, if that is an act, around it.
pub(in crate::document) fn clause(words: &Wording, quota: &Quota, manner: Manner, act: &str) -> String {
    let mut clause = values(words, &quota.series, manner, act);
    if let Some(total) = &quota.total {
        clause.push_str(&format!("，累计{}", inline(&total.value)));
    }
    clause
}

/// The values at their times.
pub(in crate::document) fn values(words: &Wording, points: &[Point], manner: Manner, act: &str) -> String {
    let points = in_order(points);
    let targets = points.iter().map(|point| &point.target.value).collect::<Vec<&Target>>();
    let times = points.iter().map(|point| point.time.to_string()).collect::<Vec<_>>();
    match several(&targets, manner) {
        Some((verb, values)) if targets.len() > 1 => match same(&targets) {
            // 2026年20个，2027年20个 may be added in each year as well as reached: nothing is said of that.
            Some(target) if act.is_empty() && is_bare(target) => {
                words.quota_every_time(&times.join("、"), &format!("为{}", inline(target)))
            }
            Some(target) => {
                words.quota_every_time(&times.join("、"), &format!("{act}{}", predicate(words, target, manner)))
            }
            None if verb.is_empty() && act.is_empty() => {
                words.quota_respectively(&times.join("、"), &format!("为{values}"))
            }
            None => words.quota_respectively(&times.join("、"), &format!("{act}{verb}{values}")),
        },
        _ => each(words, &times, &targets, manner, act),
    }
}

/// The times of a series, in a row: `2018年、2019年、2020年`; none of a single one.
pub(super) fn times(points: &[Point]) -> Option<String> {
    let times = in_order(points).iter().map(|point| point.time.to_string()).collect::<Vec<_>>();
    (times.len() > 1).then(|| times.join("、"))
}

/// Points by their time, where each has one.
fn in_order(points: &[Point]) -> Vec<&Point> {
    let mut points = points.iter().collect::<Vec<_>>();
    if points.iter().all(|point| point.time.interval().is_some()) {
        points.sort_by_key(|point| point.time.interval().map(|days| (days.last, days.first)));
    }
    points
}

/// Whether nothing compares the value.
fn is_bare(target: &Target) -> bool {
    matches!(target, Target::Value(Comparison::Planned | Comparison::Exactly, _))
}

/// The target, if it is the same at all times.
fn same<'t>(targets: &[&'t Target]) -> Option<&'t Target> {
    let first = targets.first()?;
    targets.iter().all(|target| target == first).then_some(*first)
}

fn each(words: &Wording, times: &[String], targets: &[&Target], manner: Manner, act: &str) -> String {
    let told = |target| format!("{act}{}", predicate(words, target, manner));
    let clauses = times.iter().zip(targets).map(|(time, target)| format!("{time}{}", told(target)));
    clauses.collect::<Vec<_>>().join("、")
}
