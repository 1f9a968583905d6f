//! What the graph of a plan tells in words and numbers.
//!
//! Takes the plan, gives the critical chain, how far steps may slip, what is due when under whose lead, what each owner
//! has to carry, and the goals that no measure with a lead serves.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::plan::{OwnerRef, Plan, Step};

use super::days::civil;
use super::{Days, dependency, slack, words};

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Analysis {
    /// The title of the plan.
    pub title: String,
    /// The longest run of steps that wait for one another; empty if none waits, or if some wait in a circle.
    pub critical_chain: Vec<ChainStep>,
    /// Steps that others wait for.
    pub slack: Vec<Slack>,
    /// Measures due in each month, by who leads them.
    pub months: Vec<Month>,
    /// What each owner leads and joins.
    pub load: Vec<Load>,
    /// Goals without a measure that somebody leads.
    pub goals_without_owner: Vec<String>,
    /// Measures without a day by which they are due.
    pub undated: usize,
}

/// A step of the critical chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainStep {
    /// Its title.
    pub title: String,
    /// The days it takes, by the dates the plan states; one where it states none.
    pub days: u64,
}

/// How far a step may slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slack {
    /// Its title.
    pub title: String,
    /// The days until what waits for it is touched; negative if it comes too late.
    pub days: i32,
}

/// What is due in a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Month {
    /// The month, as `2018-06`.
    pub month: String,
    /// How many measures in all.
    pub measures: usize,
    /// How many under each lead.
    pub by_lead: BTreeMap<String, usize>,
}

/// What an owner carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Load {
    /// Its name.
    pub owner: String,
    /// Measures it leads.
    pub leads: usize,
    /// Measures it joins.
    pub joins: usize,
    /// The most it leads that are due in one month.
    pub most_in_a_month: usize,
}

/// Analyses a plan.
pub fn analysis(plan: &Plan) -> Analysis {
    let chain = dependency::critical(plan);
    let critical_chain =
        chain.into_iter().map(|step| ChainStep { title: title(plan, step), days: slack::length(plan, step) }).collect();
    let mut slack: Vec<Slack> =
        slack::between(plan).into_iter().map(|(step, days)| Slack { title: title(plan, step), days }).collect();
    slack.sort_by(|a, b| (a.days, &a.title).cmp(&(b.days, &b.title)));
    let (months, undated) = months(plan);
    let load = load(plan, &months);
    Analysis {
        title: words::title(plan).to_owned(),
        critical_chain,
        slack,
        months: months.into_iter().map(|(month, by_lead)| of_month(month, by_lead)).collect(),
        load,
        goals_without_owner: goals_without_owner(plan),
        undated,
    }
}

type ByMonth = BTreeMap<String, (usize, BTreeMap<String, usize>)>;

fn of_month(month: String, (measures, by_lead): (usize, BTreeMap<String, usize>)) -> Month {
    Month { month, measures, by_lead }
}

/// Measures by the month of the last day on which they may be done.
fn months(plan: &Plan) -> (ByMonth, usize) {
    let drawn = words::drawn_measures(plan);
    let mut months = ByMonth::new();
    let mut undated = 0;
    for (_, measure) in plan.measures.entries().filter(|(id, _)| drawn.contains(id)) {
        let due = measure.due.value.as_ref().and_then(|due| due.value.interval()).map(Days::from);
        let Some(due) = due else {
            undated += 1;
            continue;
        };
        let (year, month, _) = civil(due.last);
        let (count, by_lead) = months.entry(format!("{year:04}-{month:02}")).or_default();
        *count += 1;
        for lead in &measure.lead.value {
            *by_lead.entry(name(plan, lead)).or_default() += 1;
        }
    }
    (months, undated)
}

fn load(plan: &Plan, months: &ByMonth) -> Vec<Load> {
    let drawn = words::drawn_measures(plan);
    let mut load: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (_, measure) in plan.measures.entries().filter(|(id, _)| drawn.contains(id)) {
        measure.lead.value.iter().for_each(|lead| load.entry(name(plan, lead)).or_default().0 += 1);
        measure.with.value.iter().for_each(|with| load.entry(name(plan, with)).or_default().1 += 1);
    }
    let most = |owner: &str| months.values().filter_map(|(_, by_lead)| by_lead.get(owner)).copied().max().unwrap_or(0);
    let mut load: Vec<Load> = load
        .into_iter()
        .map(|(owner, (leads, joins))| Load { most_in_a_month: most(&owner), owner, leads, joins })
        .collect();
    load.sort_by(|a, b| (b.leads, b.joins, &a.owner).cmp(&(a.leads, a.joins, &b.owner)));
    load
}

/// The goals that nothing leads to from an owner: neither a measure with a lead nor another goal that has one.
fn goals_without_owner(plan: &Plan) -> Vec<String> {
    let mut reached = vec![false; plan.goals.len()];
    for measure in plan.measures.iter().filter(|measure| !measure.lead.value.is_empty()) {
        measure.serves.value.iter().filter_map(|goal| goal.target()).for_each(|goal| reached[goal.index()] = true);
    }
    // A goal that serves another carries its owners on, as many goals up as there are.
    let mut left: Vec<usize> = (0..reached.len()).filter(|&goal| reached[goal]).collect();
    let uppers: Vec<Vec<usize>> = (plan.goals.iter())
        .map(|goal| goal.serves.value.iter().filter_map(|upper| upper.target()).map(|id| id.index()).collect())
        .collect();
    while let Some(goal) = left.pop() {
        for &upper in &uppers[goal] {
            if !std::mem::replace(&mut reached[upper], true) {
                left.push(upper);
            }
        }
    }
    let free = plan.goals.iter().zip(&reached).filter(|(goal, reached)| !**reached && goal.lead.value.is_empty());
    free.map(|(goal, _)| goal.title.value.clone()).collect()
}

fn name(plan: &Plan, reference: &OwnerRef) -> String {
    match reference.target() {
        Some(id) => plan.owners[id].name.value.clone(),
        None => words::one(reference).to_owned(),
    }
}

fn title(plan: &Plan, step: Step) -> String {
    match step {
        Step::Measure(id) => plan.measures[id].title.value.clone(),
        Step::Phase(id) => plan.phases[id].title.value.clone(),
        Step::Goal(id) => plan.goals[id].title.value.clone(),
    }
}
