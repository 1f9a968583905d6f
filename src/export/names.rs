//! The ids of records: kind and name, such as `measure:控辍保学` or `quota:高中阶段入学率@2019-2020学年`.
//!
//! Takes the plan, gives one id for each thing of it. A thing whose id is taken already gets a number after it, in
//! the order of the plan: `section:保障措施#2`.

use std::collections::BTreeSet;
use std::marker::PhantomData;
use std::ops::Index;

use crate::plan::*;

/// The ids of every thing of a kind.
pub(super) struct Table<T> {
    ids: Vec<String>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Table<T> {
    fn new(kind: &str, things: &Arena<T>, name: impl Fn(&T) -> String) -> Self {
        Self::wanting(things, |thing| format!("{kind}:{}", name(thing)))
    }

    fn wanting(things: &Arena<T>, id: impl Fn(&T) -> String) -> Self {
        let mut used = BTreeSet::new();
        Self { ids: things.iter().map(|thing| unique(id(thing), &mut used)).collect(), kind: PhantomData }
    }
}

impl<T> Index<Id<T>> for Table<T> {
    type Output = String;

    fn index(&self, id: Id<T>) -> &String {
        &self.ids[id.index()]
    }
}

fn unique(wanted: String, used: &mut BTreeSet<String>) -> String {
    let mut id = wanted.clone();
    let mut number = 2;
    while !used.insert(id.clone()) {
        id = format!("{wanted}#{number}");
        number += 1;
    }
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
        Self {
            notices: notices(plan),
            owners: Table::new("owner", &plan.owners, |owner| owner.name.value.clone()),
            indicators: Table::new("indicator", &plan.indicators, |indicator| indicator.name.value.clone()),
            sections: Table::new("section", &plan.sections, |section| section.title.value.clone()),
            goals: Table::new("goal", &plan.goals, |goal| goal.name.value.clone()),
            measures: Table::new("measure", &plan.measures, |measure| measure.name.value.clone()),
            phases: Table::new("phase", &plan.phases, |phase| phase.name.value.clone()),
            quotas: Table::wanting(&plan.quotas, quota),
            baselines: Table::new("baseline", &plan.baselines, baseline),
            funds: Table::new("fund", &plan.funds, |fund| fund.name.value.clone()),
            reports: Table::new("report", &plan.reports, |report| report.what.value.clone()),
            chains: Table::new("chain", &plan.chains, chain),
            alliances: Table::new("alliance", &plan.alliances, |alliance| {
                let members = alliance.members.iter().map(|member| member.text.as_str()).collect::<Vec<_>>();
                alliance.name.as_ref().map_or_else(|| members.join("、"), |name| name.value.clone())
            }),
            levels: Table::new("levels", &plan.levels, |levels| {
                let tiers = levels.tiers.iter().map(|tier| tier.value.as_str()).collect::<Vec<_>>();
                levels.name.as_ref().map_or_else(|| tiers.join("→"), |name| name.value.clone())
            }),
            sets: Table::new("set", &plan.sets, |set| set.name.value.clone()),
            bases: Table::new("basis", &plan.bases, |basis| basis.name.as_ref().unwrap_or(&basis.title).value.clone()),
            conditions: Table::new("condition", &plan.conditions, |condition| condition.when.value.clone()),
            roles: Table::new("role", &plan.roles, |role| role.who.text.clone()),
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

fn notices(plan: &Plan) -> Vec<String> {
    let mut used = BTreeSet::new();
    let name = |notice: &Notice| notice.number.as_ref().map_or_else(|| "1".to_owned(), |number| number.value.clone());
    plan.notices.iter().map(|notice| unique(format!("notice:{}", name(notice)), &mut used)).collect()
}

fn quota(quota: &Quota) -> String {
    let when = quota.when.as_ref().map(|when| when.value.when.to_string());
    let every = quota.every.as_ref().map(|every| every.value.to_string());
    let (kind, time) = if quota.is_obligation() { ("obligation", every.or(when)) } else { ("quota", when.or(every)) };
    format!("{kind}:{}", named(&quota.name.value, &quota.scope, time))
}

fn baseline(baseline: &Baseline) -> String {
    named(&baseline.name.value, &baseline.scope, baseline.when.as_ref().map(|when| when.value.to_string()))
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

fn chain(chain: &Chain) -> String {
    let links = || chain.links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join("→");
    chain.name.as_ref().map_or_else(links, |name| name.value.clone())
}
