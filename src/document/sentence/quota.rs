//! Values to be reached: `到2019—2020学年，高中阶段入学率达到92%以上，…。`
//!
//! Values with one deadline share it; one indicator over several scopes is named once; the rest are parted by 。.

use crate::plan::{Force, Plan, Quota};

use super::value::{self, Manner, is_act, predicate};
use super::{all_named, series, when};

/// One value, ready to be joined with others.
struct Clause {
    until: Option<String>,
    subject: String,
    scope: String,
    predicate: String,
}

/// The sentences of values, changes and series, in their order.
pub(in crate::document) fn sentences(plan: &Plan, quotas: &[&Quota]) -> Vec<String> {
    let clauses = quotas.iter().map(|quota| clause(plan, quota)).collect::<Vec<_>>();
    let mut sentences = Vec::new();
    for group in clauses.chunk_by(|one, other| one.until == other.until) {
        let has_deadline = group.first().and_then(|clause| clause.until.as_ref());
        let clauses = group.chunk_by(|one, other| one.subject == other.subject).map(joined).collect::<Vec<_>>();
        match has_deadline {
            Some(until) => sentences.push(format!("{until}，{}。", clauses.join("，"))),
            None => sentences.push(format!("{}。", clauses.join("；"))),
        }
    }
    sentences
}

/// The clauses of one indicator: `年辍学率小学控制在0.1%以内、初中控制在0.5%以内`.
fn joined(clauses: &[Clause]) -> String {
    match clauses {
        [only] => format!("{}{}{}", only.scope, only.subject, only.predicate),
        [first, ..] if clauses.iter().all(|clause| !clause.scope.is_empty()) => {
            let each = clauses.iter().map(|clause| format!("{}{}", clause.scope, clause.predicate));
            format!("{}{}", first.subject, each.collect::<Vec<_>>().join("、"))
        }
        _ => {
            let each = clauses.iter().map(|clause| format!("{}{}{}", clause.scope, clause.subject, clause.predicate));
            each.collect::<Vec<_>>().join("，")
        }
    }
}

fn clause(plan: &Plan, quota: &Quota) -> Clause {
    let indicator = &plan.indicators[quota.indicator];
    let manner = if is_act(&quota.name.value) { Manner::Act } else { Manner::of(indicator) };
    let mut said = Vec::new();
    if let Some(change) = &quota.change {
        let every = quota.every.as_ref().map(|every| every.value.to_string()).unwrap_or_default();
        said.push(format!("{every}{}", value::change(&change.value, indicator)));
    }
    if let Some(target) = &quota.target {
        said.push(predicate(&target.value, manner));
    }
    if !quota.series.is_empty() {
        said.push(series::clause(quota, manner));
    }
    if said.is_empty() {
        said.push(super::PENDING.to_owned());
    }
    let until = quota.when.as_ref().map(|deadline| when::until(&deadline.value));
    let mut predicate = said.join("，");
    let (before, after) = actors(quota, manner);
    if quota.force.as_ref().is_some_and(|force| force.value == Force::Expected) {
        predicate.insert_str(0, "力争");
    }
    if quota.force.as_ref().is_some_and(|force| force.value == Force::Binding) {
        predicate.push_str("（约束性指标）");
    }
    predicate.push_str(&after);
    let scope = format!("{before}{}", quota.scope_words());
    Clause { until, subject: subject(quota), scope, predicate }
}

/// The name, with what it counts over.
fn subject(quota: &Quota) -> String {
    match &quota.of {
        Some(of) => format!("{}{}", of.value, quota.name.value),
        None => quota.name.value.clone(),
    }
}

/// Who does it and for each of what, before the name and after the value.
fn actors(quota: &Quota, manner: Manner) -> (String, String) {
    let per = quota.per_member.as_ref().map(|each| format!("每{}", each.value)).unwrap_or_default();
    let by = all_named(&quota.by);
    match manner {
        _ if by.is_empty() => (per, String::new()),
        Manner::Act => (format!("{by}{per}"), String::new()),
        Manner::Has => (per, format!("，由{by}负责")),
    }
}
