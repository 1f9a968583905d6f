//! Where a plan names owners.
//!
//! Takes a plan, gives its references to owners list by list, each list once however many inherit it.

use crate::plan::{OwnerRef, Plan};

/// Every list of owners, in no order that matters.
pub(super) fn lists(plan: &Plan) -> Vec<&[OwnerRef]> {
    let mut lists: Vec<&[OwnerRef]> = vec![&plan.accountable, &plan.issuers];
    lists.extend(plan.notices.iter().flat_map(|notice| [notice.issuers.as_slice(), &notice.approved]));
    lists.extend(plan.goals.iter().map(|goal| goal.accountable.value.as_slice()));
    lists.extend(plan.measures.iter().flat_map(|measure| [measure.accountable.value.as_slice(), &measure.approved]));
    lists.extend(leads(plan));
    lists.extend(helpers(plan));
    lists.extend(plan.quotas.iter().map(|quota| quota.by.as_slice()));
    for seats in plan.owners.iter().filter_map(|owner| owner.seats.as_ref()) {
        lists.extend([&seats.leader, &seats.deputy, &seats.members, &seats.office].map(|seat| seat.value.as_slice()));
    }
    each_once(lists)
}

/// Every list of 牵头.
pub(super) fn leads(plan: &Plan) -> Vec<&[OwnerRef]> {
    let goals = plan.goals.iter().map(|goal| &goal.lead);
    let measures = plan.measures.iter().map(|measure| &measure.lead);
    let phases = plan.phases.iter().map(|phase| &phase.lead);
    each_once(goals.chain(measures).chain(phases).map(|lead| lead.value.as_slice()))
}

/// Every list of 配合.
pub(super) fn helpers(plan: &Plan) -> Vec<&[OwnerRef]> {
    each_once(plan.measures.iter().map(|measure| measure.with.value.as_slice()))
}

/// The lists by the place they are written at: one that is inherited is met at each heir.
fn each_once<'a>(lists: impl IntoIterator<Item = &'a [OwnerRef]>) -> Vec<&'a [OwnerRef]> {
    let placed = lists.into_iter().filter_map(|list| Some((list.first()?.span, list)));
    let mut placed: Vec<_> = placed.collect();
    placed.sort_by_key(|(span, _)| *span);
    placed.dedup_by(|next, kept| {
        let is_same = next.0 == kept.0;
        if is_same {
            *kept = *next;
        }
        is_same
    });
    placed.into_iter().map(|(_, list)| list).collect()
}
