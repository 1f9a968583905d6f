//! What of a table is asked for: the tasks of one owner, and by what they stand together.

use crate::calendar::Date;
use crate::document::Writer;
use crate::document::sentence::owner;
use crate::plan::{Holder, Id, Made, Owner, OwnerRef, Phase, Plan, Quota, Report};

use super::task::Task;

/// What of a table is asked for; by default all, as the plan has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// By what the rows stand together.
    pub by: Option<Grouping>,
    /// The owner whose own tasks are asked for: a name, a full name or an alias.
    pub owner: Option<String>,
}

/// By what the rows of a table stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// Who leads; what several lead stands below each.
    Owner,
    /// The month in which it is due.
    Month,
    /// The phase it stands in, or else the one it is due in.
    Phase,
}

/// Whether a plan has an owner of this name.
pub fn has_owner(plan: &Plan, name: &str) -> bool {
    named(plan, name).is_some()
}

fn named(plan: &Plan, name: &str) -> Option<Id<Owner>> {
    let name = name.trim();
    let is = |owner: &Owner| {
        let full = owner.full_name.iter().chain(&owner.aliases);
        std::iter::once(&owner.name).chain(full).any(|own| own.value.trim() == name)
    };
    plan.owners.entries().find(|(_, owner)| is(owner)).map(|(id, _)| id)
}

impl Cut {
    /// Whether a quota is a matter of the owner asked for.
    pub(super) fn takes(&self, plan: &Plan, quota: &Quota) -> bool {
        let Some(whom) = self.owner.as_deref().and_then(|name| named(plan, name)) else { return self.owner.is_none() };
        match doers(plan, quota) {
            Doers::Named(references) => has(plan, references, whom),
            Doers::Holder(id) => is_one_of(plan, id, whom, 0),
        }
    }

    /// Whether a report is one that the owner asked for makes.
    pub(super) fn takes_report(&self, plan: &Plan, report: &Report) -> bool {
        let Some(whom) = self.owner.as_deref().and_then(|name| named(plan, name)) else { return self.owner.is_none() };
        has(plan, report.path.get(..1).unwrap_or_default(), whom)
    }

    /// What follows the caption of a table of one owner.
    pub(super) fn caption(&self, title: &str) -> String {
        match &self.owner {
            Some(owner) => format!("{title}（{}）", owner.trim()),
            None => title.to_owned(),
        }
    }
}

/// Who does what a quota asks for.
pub(super) enum Doers<'p> {
    /// Those it names, or who lead what it stands in.
    Named(&'p [OwnerRef]),
    /// The owner it stands below.
    Holder(Id<Owner>),
}

/// Who does it: whom the line names, else who holds it.
pub(super) fn doers<'p>(plan: &'p Plan, quota: &'p Quota) -> Doers<'p> {
    if !quota.by.is_empty() {
        return Doers::Named(&quota.by);
    }
    match quota.holder {
        Holder::Measure(id) => Doers::Named(&plan.measures[id].lead.value),
        Holder::Goal(id) => Doers::Named(&plan.goals[id].lead.value),
        Holder::Phase(id) => Doers::Named(&plan.phases[id].lead.value),
        Holder::Owner(id) => Doers::Holder(id),
        Holder::Plan | Holder::Notice(_) | Holder::Section(_) => Doers::Named(&[]),
    }
}

/// The tasks asked for, in their order, below the headings of what they are grouped by.
pub(super) fn arranged<'p>(writer: &Writer, tasks: Vec<Task<'p>>, cut: &Cut) -> Vec<Task<'p>> {
    let plan = writer.plan;
    let tasks = match cut.owner.as_deref().map(|name| named(plan, name)) {
        None => tasks,
        Some(None) => Vec::new(),
        Some(Some(whom)) => own(plan, tasks, whom, cut.by.is_none()),
    };
    match cut.by {
        None => tasks,
        Some(Grouping::Owner) => by_owner(plan, tasks),
        Some(Grouping::Month) => by_month(tasks),
        Some(Grouping::Phase) => by_phase(plan, tasks),
    }
}

/// The tasks of one owner: what it leads, then what it helps with.
fn own<'p>(plan: &Plan, tasks: Vec<Task<'p>>, whom: Id<Owner>, is_headed: bool) -> Vec<Task<'p>> {
    let leads = |task: &Task| has(plan, task.lead, whom) || has(plan, task.accountable, whom);
    let headed = |task: Task<'p>, head: &str| match is_headed {
        true => Task { path: vec![head.to_owned()], ..task },
        false => task,
    };
    let (led, others): (Vec<Task>, Vec<Task>) = tasks.into_iter().partition(leads);
    let helped = others.into_iter().filter(|task| has(plan, task.with, whom));
    let led = led.into_iter().map(|task| headed(task, "牵头任务"));
    led.chain(helped.map(|task| headed(task, "配合任务"))).collect()
}

fn has(plan: &Plan, references: &[OwnerRef], whom: Id<Owner>) -> bool {
    references.iter().any(|reference| reference.target().is_some_and(|id| is_one_of(plan, id, whom, 0)))
}

/// Whether an owner is another, is made of it among others, or is a class that holds it.
fn is_one_of(plan: &Plan, owner: Id<Owner>, whom: Id<Owner>, depth: usize) -> bool {
    if owner == whom {
        return true;
    }
    // What is made of others is made once; the bound is for what a faulty plan may hold.
    if depth > plan.owners.len() {
        return false;
    }
    let within = |reference: &OwnerRef| reference.target().is_some_and(|id| is_one_of(plan, id, whom, depth + 1));
    match &plan.owners[owner].made {
        Some(Made::Of(parts)) => parts.iter().any(within),
        Some(Made::Except(all, others)) => within(all) && !others.iter().any(within),
        None => {
            let class = plan.owners[whom].class.as_ref().and_then(|class| class.target());
            class.is_some_and(|class| is_one_of(plan, owner, class, depth + 1))
        }
    }
}

/// What stands for a group that a row does not name.
const NO_OWNER: &str = "牵头单位未定";
const NO_DAY: &str = "月份未定";
const NO_PHASE: &str = "未列入阶段";

fn by_owner<'p>(plan: &Plan, tasks: Vec<Task<'p>>) -> Vec<Task<'p>> {
    let leads = |task: &Task| -> Vec<(usize, String)> {
        let place = |reference: &OwnerRef| reference.target().map_or(plan.owners.len(), Id::index);
        let all = task.lead.iter().map(|lead| (place(lead), owner(plan, lead).into_owned())).collect::<Vec<_>>();
        if all.is_empty() { vec![(usize::MAX, NO_OWNER.to_owned())] } else { all }
    };
    // A phase that nobody leads as a whole lacks nothing.
    let is_anyones = |task: &Task| matches!(task.holder, Holder::Phase(_)) && task.lead.is_empty();
    let tasks = tasks.into_iter().filter(|task| !is_anyones(task));
    let keyed = tasks.flat_map(|task| leads(&task).into_iter().map(move |key| (key, task.clone())));
    grouped(keyed.collect(), |(_, name)| name)
}

fn by_month(tasks: Vec<Task>) -> Vec<Task> {
    let keyed = tasks.into_iter().map(|task| {
        let last = task.last_day();
        ((last.is_none(), last), task)
    });
    let month = |(_, last): (bool, Option<Date>)| {
        last.map_or_else(|| NO_DAY.to_owned(), |day| format!("{}年{}月", day.year(), day.month()))
    };
    grouped(keyed.collect(), month)
}

/// The phase a task stands in, or else the one it is due in.
pub(super) fn phase(plan: &Plan, task: &Task) -> Option<Id<Phase>> {
    let holds = |phase: &Phase, day: Date| {
        let days = phase.time.as_ref().and_then(|time| time.value.interval());
        days.is_some_and(|days| days.first <= day && day <= days.last)
    };
    task.phase.or_else(|| {
        let day = task.last_day()?;
        plan.phases.entries().find(|(_, phase)| holds(phase, day)).map(|(id, _)| id)
    })
}

fn by_phase<'p>(plan: &Plan, tasks: Vec<Task<'p>>) -> Vec<Task<'p>> {
    let keyed = tasks.into_iter().map(|task| {
        let phase = phase(plan, &task);
        ((phase.is_none(), phase), task)
    });
    let title = |(_, phase): (bool, Option<Id<Phase>>)| {
        phase.map_or_else(|| NO_PHASE.to_owned(), |id| plan.phases[id].title.value.trim().to_owned())
    };
    grouped(keyed.collect(), title)
}

/// The tasks by their keys, those of one key in the order they had, below its name.
fn grouped<'p, K: Ord>(mut keyed: Vec<(K, Task<'p>)>, name: impl Fn(K) -> String) -> Vec<Task<'p>> {
    keyed.sort_by(|(one, _), (other, _)| one.cmp(other));
    keyed.into_iter().map(|(key, task)| Task { path: vec![name(key)], ..task }).collect()
}
