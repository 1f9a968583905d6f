//! The ids of records: kind and name, such as `measure:控辍保学` or `quota:高中阶段入学率@2019-2020学年`.
//!
//! Takes the plan, gives one id for each thing of it, which does not change when something else comes or goes. Several of
//! one name are told apart by the headings they stand under, `section:/工作任务/保障措施`, then by what they say, and only
//! what is twice the same in one place gets a number, in the order of the plan: `measure:/工作任务/摸排#2`.

use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::ops::Index;

use crate::plan::*;

/// The ids of every thing of a kind.
pub(super) struct Table<T> {
    ids: Vec<String>,
    kind: PhantomData<fn() -> T>,
}

/// What an id is made of.
struct Wanted {
    kind: &'static str,
    name: String,
    holder: Holder,
    detail: String,
}

impl Wanted {
    fn new(kind: &'static str, name: &str, holder: Holder) -> Self {
        Self { kind, name: name.to_owned(), holder, detail: String::new() }
    }

    /// The same, with what tells it from others of its name at its place.
    fn but(self, detail: String) -> Self {
        Self { detail, ..self }
    }
}

impl<T> Table<T> {
    fn new(plan: &Plan, things: &Arena<T>, wanted: impl Fn(&T) -> Wanted) -> Self {
        Self { ids: ids(plan, &things.iter().map(wanted).collect::<Vec<_>>()), kind: PhantomData }
    }
}

impl<T> Index<Id<T>> for Table<T> {
    type Output = String;

    fn index(&self, id: Id<T>) -> &String {
        &self.ids[id.index()]
    }
}

/// An id for each: its name, else its way from the top and its name, else what it says besides.
fn ids(plan: &Plan, wanted: &[Wanted]) -> Vec<String> {
    let mut ids: Vec<String> = wanted.iter().map(|each| format!("{}:{}", each.kind, each.name)).collect();
    several(&mut ids, |index, _| {
        let Wanted { kind, name, holder, .. } = &wanted[index];
        format!("{kind}:{}/{name}", path(plan, *holder))
    });
    several(&mut ids, |index, id| match wanted[index].detail.as_str() {
        "" => id.to_owned(),
        detail => format!("{id}（{detail}）"),
    });
    let mut used = BTreeMap::new();
    ids.into_iter().map(|id| unique(id, &mut used)).collect()
}

/// Makes each id that several have into another.
fn several(ids: &mut [String], other: impl Fn(usize, &str) -> String) {
    let mut counts = BTreeMap::new();
    ids.iter().for_each(|id| *counts.entry(id.clone()).or_insert(0_usize) += 1);
    for (index, id) in ids.iter_mut().enumerate() {
        if counts.get(id).is_some_and(|count| *count > 1) {
            *id = other(index, id);
        }
    }
}

/// The way from the top of the plan to what encloses a thing: `/工作任务/摸排`.
fn path(plan: &Plan, holder: Holder) -> String {
    let mut names = Vec::new();
    let mut at = holder;
    loop {
        let (name, above) = match at {
            Holder::Plan => break,
            Holder::Notice(_) => ("通知", Holder::Plan),
            Holder::Section(id) => (plan.sections[id].title.value.as_str(), plan.sections[id].holder),
            Holder::Goal(id) => (plan.goals[id].name.value.as_str(), plan.goals[id].holder),
            Holder::Measure(id) => (plan.measures[id].name.value.as_str(), plan.measures[id].holder),
            Holder::Phase(id) => (plan.phases[id].name.value.as_str(), plan.phases[id].holder),
            Holder::Owner(id) => (plan.owners[id].name.value.as_str(), Holder::Plan),
        };
        names.push(name);
        at = above;
    }
    names.iter().rev().map(|name| format!("/{name}")).collect()
}

/// The id that is wanted, or the first numbered one that is free; `used` has the number that each id is tried with next.
fn unique(wanted: String, used: &mut BTreeMap<String, usize>) -> String {
    let Some(mut number) = used.get(&wanted).copied() else {
        used.insert(wanted.clone(), 2);
        return wanted;
    };
    let id = |number| format!("{wanted}#{number}");
    while used.contains_key(&id(number)) {
        number += 1;
    }
    let id = id(number);
    used.insert(id.clone(), 2);
    used.insert(wanted, number + 1);
    id
}

/// The id of every thing of a plan.
pub(super) struct Names {
    pub notices: Vec<String>,
    pub owners: Table<Owner>,
    pub indicators: Table<Indicator>,
    pub sections: Table<Section>,
    pub goals: Table<Goal>,
    pub measures: Table<Measure>,
    pub phases: Table<Phase>,
    pub quotas: Table<Quota>,
    pub baselines: Table<Baseline>,
    pub funds: Table<Fund>,
    pub reports: Table<Report>,
    pub chains: Table<Chain>,
    pub alliances: Table<Alliance>,
    pub levels: Table<Levels>,
    pub sets: Table<Set>,
    pub bases: Table<Basis>,
    pub conditions: Table<Condition>,
    pub roles: Table<Role>,
}

impl Names {
    /// The ids of a plan.
    pub fn new(plan: &Plan) -> Self {
        let top = Holder::Plan;
        Self {
            notices: ids(plan, &plan.notices.iter().map(notice).collect::<Vec<_>>()),
            owners: Table::new(plan, &plan.owners, |owner| Wanted::new("owner", &owner.name.value, top)),
            indicators: Table::new(plan, &plan.indicators, |each| Wanted::new("indicator", &each.name.value, top)),
            sections: Table::new(plan, &plan.sections, |each| Wanted::new("section", &each.title.value, each.holder)),
            goals: Table::new(plan, &plan.goals, |goal| Wanted::new("goal", &goal.name.value, goal.holder)),
            measures: Table::new(plan, &plan.measures, |each| Wanted::new("measure", &each.name.value, each.holder)),
            phases: Table::new(plan, &plan.phases, |phase| Wanted::new("phase", &phase.name.value, phase.holder)),
            quotas: Table::new(plan, &plan.quotas, quota),
            baselines: Table::new(plan, &plan.baselines, baseline),
            funds: Table::new(plan, &plan.funds, fund),
            reports: Table::new(plan, &plan.reports, |report| {
                Wanted::new("report", &report.what.value, report.holder).but(joined(&report.path, "→"))
            }),
            chains: Table::new(plan, &plan.chains, |chain| {
                let links = joined(&chain.links, "→");
                let name = chain.name.as_ref().map_or(&links, |name| &name.value);
                Wanted::new("chain", name, chain.holder).but(links.clone())
            }),
            alliances: Table::new(plan, &plan.alliances, |alliance| {
                let members = joined(&alliance.members, "、");
                let name = alliance.name.as_ref().map_or(&members, |name| &name.value);
                Wanted::new("alliance", name, alliance.holder).but(members.clone())
            }),
            levels: Table::new(plan, &plan.levels, |levels| {
                let tiers = levels.tiers.iter().map(|tier| tier.value.as_str()).collect::<Vec<_>>().join("→");
                Wanted::new("levels", levels.name.as_ref().map_or(&tiers, |name| &name.value), levels.holder)
            }),
            sets: Table::new(plan, &plan.sets, |set| Wanted::new("set", &set.name.value, set.holder)),
            bases: Table::new(plan, &plan.bases, |basis| {
                let relation = basis.relation.as_ref().map(|relation| relation.value.clone());
                let name = basis.name.as_ref().unwrap_or(&basis.title);
                Wanted::new("basis", &name.value, basis.holder).but(relation.unwrap_or_default())
            }),
            conditions: Table::new(plan, &plan.conditions, |condition| {
                Wanted::new("condition", &condition.when.value, condition.holder).but(condition.then.value.clone())
            }),
            roles: Table::new(plan, &plan.roles, |role| {
                Wanted::new("role", &role.who.text, role.holder).but(role.what.value.clone())
            }),
        }
    }

    /// The id of what has an order in time.
    pub fn step(&self, step: Step) -> &str {
        match step {
            Step::Measure(id) => &self.measures[id],
            Step::Phase(id) => &self.phases[id],
            Step::Goal(id) => &self.goals[id],
        }
    }

    /// The id of what encloses a fact.
    pub fn holder(&self, holder: Holder) -> &str {
        match holder {
            Holder::Plan => "plan",
            Holder::Notice(index) => self.notices.get(index).map_or("plan", String::as_str),
            Holder::Section(id) => &self.sections[id],
            Holder::Goal(id) => &self.goals[id],
            Holder::Measure(id) => &self.measures[id],
            Holder::Phase(id) => &self.phases[id],
            Holder::Owner(id) => &self.owners[id],
        }
    }

    /// The id of a member of a set.
    pub fn thing(&self, thing: Thing) -> &str {
        match thing {
            Thing::Goal(id) => &self.goals[id],
            Thing::Measure(id) => &self.measures[id],
            Thing::Phase(id) => &self.phases[id],
            Thing::Owner(id) => &self.owners[id],
            Thing::Fund(id) => &self.funds[id],
            Thing::Chain(id) => &self.chains[id],
            Thing::Set(id) => &self.sets[id],
        }
    }
}

fn notice(notice: &Notice) -> Wanted {
    let number = notice.number.as_ref().map(|number| number.value.clone());
    let date = notice.date.as_ref().map(|date| date.value.to_string());
    let name = number.unwrap_or_else(|| named(&joined(&notice.issuers, "、"), &[], date));
    Wanted::new("notice", &name, Holder::Plan)
}

fn quota(quota: &Quota) -> Wanted {
    let when = quota.when.as_ref().map(|when| when.value.when.to_string());
    let every = quota.every.as_ref().map(|every| every.value.to_string());
    let (kind, time) = if quota.is_obligation() { ("obligation", every.or(when)) } else { ("quota", when.or(every)) };
    let of = quota.of.iter().chain(&quota.per_member).map(|of| of.value.clone());
    let detail = quota.by.iter().map(|by| by.text.clone()).chain(of).collect::<Vec<_>>().join("、");
    Wanted::new(kind, &named(&quota.name.value, &quota.scope, time), quota.holder).but(detail)
}

fn baseline(baseline: &Baseline) -> Wanted {
    let time = baseline.when.as_ref().map(|when| when.value.to_string());
    Wanted::new("baseline", &named(&baseline.name.value, &baseline.scope, time), baseline.holder)
}

fn fund(fund: &Fund) -> Wanted {
    let said = [&fund.receiver, &fund.purpose, &fund.source].into_iter().flatten();
    let detail = said.chain(&fund.per_member).map(|words| words.value.clone()).collect::<Vec<_>>().join("、");
    Wanted::new("fund", &fund.name.value, fund.holder).but(detail)
}

fn joined(owners: &[OwnerRef], mark: &str) -> String {
    owners.iter().map(|owner| owner.text.as_str()).collect::<Vec<_>>().join(mark)
}

fn named(name: &str, scope: &[Scope], time: Option<String>) -> String {
    let mut text = name.to_owned();
    let scope: Vec<&str> = scope.iter().map(|scope| scope.value.value.as_str()).collect();
    if !scope.is_empty() {
        text.push_str(&format!("（{}）", scope.join("、")));
    }
    if let Some(time) = time {
        text.push('@');
        text.push_str(&time.replace('—', "-"));
    }
    text
}
