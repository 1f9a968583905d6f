//! Which measures serve which goals.
//!
//! Takes a plan whose measures say what they serve, gives the goals that are served and the measures that serve none.

use crate::plan::{Goal, Holder, Id, Link, Measure, Origin, Plan};

use super::nesting;

/// Which measures serve which goals, in a plan that says so at all.
pub(super) struct Service<'a> {
    plan: &'a Plan,
    /// By the number of a goal, whether a measure names it or is nested in it.
    named: Vec<bool>,
    /// Whether it is one of these, or what they are part of or serve in turn.
    served: Vec<bool>,
}

impl<'a> Service<'a> {
    /// `None` if the plan has no goals or no measure says what it serves.
    pub(super) fn of(plan: &'a Plan) -> Option<Self> {
        let says = |measure: &Measure| measure.serves.origin != Origin::Missing && !measure.serves.value.is_empty();
        let nested =
            |measure: &&Measure| nesting::outward(plan, measure.holder).any(|at| matches!(at, Holder::Goal(_)));
        // Where it cannot be told what a measure serves, nothing is said of what none serves.
        let is_unknown = |measure: &Measure| {
            measure.serves.origin == Origin::Faulty
                || measure.serves.value.iter().any(|goal| goal.link == Link::Unresolved)
        };
        if plan.measures.iter().any(is_unknown) {
            return None;
        }
        if plan.goals.is_empty() || !plan.measures.iter().any(|measure| says(measure) || nested(&measure)) {
            return None;
        }
        let none = vec![false; plan.goals.len()];
        let mut this = Self { plan, named: none.clone(), served: none };
        for measure in plan.measures.iter() {
            let named = measure.serves.value.iter().filter_map(|goal| goal.target());
            let around = nesting::outward(plan, measure.holder).find_map(goal_of);
            for goal in named.chain(around) {
                this.named[goal.index()] = true;
                this.serve(goal);
            }
        }
        Some(this)
    }

    /// Marks a goal and everything that it serves or is part of.
    fn serve(&mut self, goal: Id<Goal>) {
        if self.served[goal.index()] {
            return;
        }
        let mut waiting = vec![goal];
        while let Some(goal) = waiting.pop() {
            if std::mem::replace(&mut self.served[goal.index()], true) {
                continue;
            }
            let goal = &self.plan.goals[goal];
            waiting.extend(goal.serves.value.iter().filter_map(|goal| goal.target()));
            waiting.extend(nesting::outward(self.plan, goal.holder).find_map(goal_of));
        }
    }

    /// Whether a measure serves the goal or what it is part of.
    pub(super) fn is_served(&self, goal: Id<Goal>) -> bool {
        let mut around = nesting::outward(self.plan, Holder::Goal(goal)).filter_map(goal_of);
        self.served[goal.index()] || around.any(|goal| self.named[goal.index()])
    }

    /// The measures that neither they, nor what is around them, nor a part of them says what they serve.
    pub(super) fn aimless(&self) -> Vec<Id<Measure>> {
        let plan = self.plan;
        let mut is_aimed = vec![false; plan.measures.len()];
        for (id, measure) in plan.measures.entries() {
            let in_goal = nesting::outward(plan, measure.holder).any(|holder| goal_of(holder).is_some());
            if in_goal || !measure.serves.is_missing() {
                let around = nesting::outward(plan, Holder::Measure(id)).filter_map(measure_of);
                around.for_each(|measure| is_aimed[measure.index()] = true);
            }
        }
        let is_outermost =
            |measure: &Measure| nesting::outward(plan, measure.holder).all(|holder| measure_of(holder).is_none());
        let without = plan.measures.entries().filter(|(id, _)| !is_aimed[id.index()]);
        without.filter(|(_, measure)| is_outermost(measure)).map(|(id, _)| id).collect()
    }
}

fn goal_of(holder: Holder) -> Option<Id<Goal>> {
    match holder {
        Holder::Goal(id) => Some(id),
        _ => None,
    }
}

fn measure_of(holder: Holder) -> Option<Id<Measure>> {
    match holder {
        Holder::Measure(id) => Some(id),
        _ => None,
    }
}
