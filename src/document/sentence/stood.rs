//! Where a value stood before: `由2025年的86%提高到90%以上`, `在2022年61%的基础上提高1个百分点以上`.
//!
//! Takes a quota, finds the value of the present that its sentence tells, if the same place gives one as plain.

use crate::calendar::{Part, Time, When};
use crate::plan::{Baseline, Id, Plan, Quota};
use crate::quantity::{Comparison, Target};

/// Where a value stood when it was last counted, if the same place says so in a line as plain as its own.
pub(super) fn present<'p>(plan: &'p Plan, quota: &Quota) -> Option<(Time, &'p Target)> {
    let mut all = plan.baselines.iter().filter(|one| one.holder == quota.holder && one.indicator == quota.indicator);
    let (one, None) = (all.next()?, all.next()) else { return None };
    let is_plain = one.scope.is_empty()
        && one.table.is_none()
        && one.series.is_empty()
        && one.part_of.is_none()
        && !plan.baselines.iter().any(|part| part.part_of.is_some_and(|id| plan.baselines[id].span == one.span));
    let is_asked_plainly = quota.scope.is_empty()
        && quota.table.is_none()
        && quota.series.is_empty()
        && quota.part_of.is_none()
        && quota.of.is_none()
        && quota.per_member.is_empty()
        && quota.change.is_none()
        && quota.from.is_none()
        && !quota.keeps
        && !quota.is_obligation()
        && quota.when.is_some();
    let is_only = plan.quotas.iter().filter(|each| each.indicator == quota.indicator).count() == 1;
    let (Some(from), Some(to)) = (&one.target, &quota.target) else { return None };
    let (before, after) = (from.value.amount()?, to.value.amount()?);
    let is_number = matches!(from.value, Target::Value(Comparison::Planned | Comparison::Exactly, _));
    let moves = is_number && before.unit == after.unit && before.value != after.value;
    let When::At(time) = one.when.as_ref()?.value else { return None };
    let is_short =
        matches!(time.part, Part::Year | Part::YearEnd | Part::Month(_) | Part::MonthEnd(_) | Part::Recurring(..));
    (is_plain && is_asked_plainly && is_only && moves && is_short).then_some((time, &from.value))
}

/// Where a value stood against which its change is measured, if the same place says so.
pub(super) fn upon<'p>(plan: &'p Plan, quota: &Quota) -> Option<(String, &'p Target)> {
    let base = quota.change.as_ref()?.value.base.as_ref()?;
    let is_plain = quota.target.is_none() && quota.series.is_empty() && quota.scope.is_empty() && quota.from.is_none();
    let is_only = plan.quotas.iter().filter(|each| each.indicator == quota.indicator).count() == 1;
    let mut all = plan.baselines.iter().filter(|one| one.holder == quota.holder && one.indicator == quota.indicator);
    let (one, None) = (all.next()?, all.next()) else { return None };
    let is_same_time = one.when.as_ref().is_some_and(|when| when.value == base.value);
    let is_lone = one.scope.is_empty() && one.table.is_none() && one.series.is_empty() && one.part_of.is_none();
    let is_whole = plan.baselines.iter().any(|part| part.part_of.is_some_and(|id| plan.baselines[id].span == one.span));
    let from = one.target.as_ref().filter(|from| matches!(from.value, Target::Value(..)))?;
    (is_plain && is_only && is_same_time && is_lone && !is_whole).then(|| (base.value.to_string(), &from.value))
}

/// The quota whose sentence tells a value of the present too.
pub(in crate::document) fn telling(plan: &Plan, baseline: &Baseline) -> Option<Id<Quota>> {
    let tells = |quota: &Quota| {
        let is_told = || present(plan, quota).is_some() || upon(plan, quota).is_some();
        quota.holder == baseline.holder && quota.indicator == baseline.indicator && is_told()
    };
    plan.quotas.entries().find(|(_, quota)| tells(quota)).map(|(id, _)| id)
}
