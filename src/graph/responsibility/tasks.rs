//! Who has something to do.
//!
//! Takes the plan, gives owners: which the picture shows, which of them are busy, and whom a composite one stands for.

use std::collections::BTreeSet;

use crate::plan::{Id, Made, OutputKind, Owner, OwnerRef, Plan};

/// The owners that one stands for: each of several, or the class that others are left out of.
pub(super) fn each(plan: &Plan, owner: Id<Owner>) -> Vec<Id<Owner>> {
    match &plan.owners[owner].made {
        None => vec![owner],
        Some(Made::Of(several)) => several.iter().filter_map(OwnerRef::target).collect(),
        Some(Made::Except(of, _)) => of.target().into_iter().collect(),
    }
}

/// The owners of the plan's own file, those of others that it gives something to do, and all above these.
pub(super) fn shown(plan: &Plan) -> BTreeSet<Id<Owner>> {
    let named = busy(plan);
    let mut shown = BTreeSet::new();
    for (id, owner) in plan.owners.entries() {
        if owner.made.is_some() || !(plan.is_own(owner.span) || named.contains(&id)) {
            continue;
        }
        let mut at = Some(id);
        while let Some(current) = at.filter(|current| shown.insert(*current)) {
            at = plan.owners[current].superior();
        }
    }
    shown
}

/// How many duties of an owner come round.
pub(super) fn recurring(plan: &Plan, owner: Id<Owner>) -> usize {
    let given = plan.quotas.iter().filter(|quota| quota.is_obligation());
    let given =
        given.filter(|quota| quota.by.iter().filter_map(OwnerRef::target).any(|by| each(plan, by).contains(&owner)));
    given.count() + plan.owners[owner].quotas.len()
}

/// The owners that the plan gives something: a task, a seat, a duty, a part, an owner to answer for.
pub(super) fn busy(plan: &Plan) -> BTreeSet<Id<Owner>> {
    let measures = plan.measures.iter().flat_map(|measure| {
        [&measure.lead.value, &measure.with.value, &measure.accountable.value, &measure.approved].into_iter().flatten()
    });
    let phases = plan.phases.iter().flat_map(|phase| phase.lead.value.iter().chain(&phase.with.value));
    let goals = plan.goals.iter().flat_map(|goal| goal.accountable.value.iter().chain(&goal.lead.value));
    let seats = plan.owners.iter().filter_map(|owner| owner.seats.as_ref()).flat_map(|seats| {
        [&seats.leader, &seats.deputy, &seats.members, &seats.office].into_iter().flat_map(|seat| &seat.value)
    });
    let papers = plan.notices.iter().flat_map(|notice| notice.issuers.iter().chain(&notice.approved));
    let of_plan = plan.accountable.iter().chain(&plan.issuers).chain(papers);
    let quotas = plan.quotas.iter().flat_map(|quota| &quota.by);
    let links = plan.chains.iter().flat_map(|chain| &chain.links);
    let paths = plan.reports.iter().flat_map(|report| &report.path);
    let allies = plan.alliances.iter().flat_map(|alliance| &alliance.members);
    let roles = plan.roles.iter().map(|role| &role.who);
    let named = measures.chain(phases).chain(goals).chain(seats).chain(of_plan).chain(quotas).chain(links);
    let named = named.chain(paths).chain(allies).chain(roles).filter_map(OwnerRef::target);
    let mut busy: BTreeSet<_> = named.flat_map(|owner| each(plan, owner)).collect();
    let founded = plan.measures.iter().flat_map(|measure| &measure.outputs).filter_map(|output| match output.kind {
        OutputKind::Owner(id) => Some(id),
        _ => None,
    });
    busy.extend(founded);
    busy.extend(plan.owners.iter().filter_map(Owner::superior));
    let with_duties = plan.owners.entries().filter(|(_, owner)| !owner.duties.is_empty() || !owner.quotas.is_empty());
    busy.extend(with_duties.map(|(id, _)| id));
    busy
}
