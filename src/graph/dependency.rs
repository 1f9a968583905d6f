//! The dependency graph: what must be finished, or exist, before what.
//!
//! Measures and phases are nodes, clustered by the heading they stand below, each with who leads it, by when, and the
//! goals it serves; arrows are order alone, so that they can be followed. A nested measure is drawn only if it has an
//! order or a lead of its own. The critical chain is the longest run of steps by their days.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Holder, Id, Link, Measure, Origin, Plan, Reference, Step};

use super::order;
use super::{Edge, EdgeKind, Graph, Group, Node, NodeKind};

/// Draws what comes before what.
pub fn dependency(plan: &Plan) -> Graph {
    let title = plan.title.as_ref().map_or("", |title| &title.value);
    let mut drawing = Drawing { plan, graph: Graph::new(format!("{title}：措施依赖图")), at: BTreeMap::new() };
    drawing.phases();
    drawing.measures();
    drawing.goals();
    drawing.edges();
    drawing.mark_critical();
    drawing.graph
}

struct Drawing<'a> {
    plan: &'a Plan,
    graph: Graph,
    at: BTreeMap<Step, usize>,
}

impl Drawing<'_> {
    fn phases(&mut self) {
        for (id, phase) in self.plan.phases.entries() {
            let details = phase.time.iter().map(|time| time.value.to_string()).collect();
            let step = Step::Phase(id);
            self.node(step, NodeKind::Phase, &phase.name.value, &phase.title.value, details, None);
        }
    }

    fn measures(&mut self) {
        let drawn = self.drawn_measures();
        let left_out = self.plan.measures.len() - drawn.len();
        if left_out > 0 {
            self.graph.title.push_str(&format!("（另有分项措施{left_out}项未画）"));
        }
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        for (id, measure) in self.plan.measures.entries().filter(|(id, _)| drawn.contains(id)) {
            let group = enclosing_title(self.plan, measure.holder).map(|label| match groups.get(&label) {
                Some(index) => *index,
                None => {
                    self.graph.groups.push(Group { label: label.clone() });
                    groups.insert(label, self.graph.groups.len() - 1);
                    self.graph.groups.len() - 1
                }
            });
            let mut details = Vec::new();
            if !measure.lead.value.is_empty() {
                details.push(words(&measure.lead.value));
            }
            details.extend(measure.due.value.iter().map(|due| due.value.to_string()));
            if measure.serves.origin == Origin::Stated {
                details.push(format!("支撑：{}", words(&measure.serves.value)));
            }
            let step = Step::Measure(id);
            self.node(step, NodeKind::Measure, &measure.name.value, &measure.title.value, details, group);
        }
    }

    /// Measures with an order or a lead of their own, and those that others wait for.
    fn drawn_measures(&self) -> BTreeSet<Id<Measure>> {
        let mut drawn = BTreeSet::new();
        for (id, measure) in self.plan.measures.entries() {
            let is_nested = matches!(measure.holder, Holder::Measure(_));
            let waits = measure.after.iter().chain(&measure.builds_on);
            if !is_nested || waits.clone().next().is_some() || measure.lead.origin == Origin::Stated {
                drawn.insert(id);
            }
            for reference in waits {
                if let Some(Step::Measure(first)) = reference.target() {
                    drawn.insert(first);
                }
            }
        }
        drawn
    }

    /// Goals that some step waits for.
    fn goals(&mut self) {
        let phases = self.plan.phases.iter().flat_map(|phase| phase.after.iter().chain(&phase.builds_on));
        let measures = self.plan.measures.iter().flat_map(|measure| measure.after.iter().chain(&measure.builds_on));
        let awaited: BTreeSet<_> = phases.chain(measures).filter_map(Reference::target).collect();
        for (id, goal) in self.plan.goals.entries().filter(|(id, _)| awaited.contains(&Step::Goal(*id))) {
            self.node(Step::Goal(id), NodeKind::Goal, &goal.name.value, &goal.title.value, Vec::new(), None);
        }
    }

    fn node(
        &mut self,
        step: Step,
        kind: NodeKind,
        name: &str,
        title: &str,
        details: Vec<String>,
        group: Option<usize>,
    ) {
        let word = match kind {
            NodeKind::Phase => "phase",
            NodeKind::Goal => "goal",
            _ => "measure",
        };
        let hover = std::iter::once(title).chain(details.iter().map(String::as_str)).collect::<Vec<_>>().join("，");
        self.at.insert(step, self.graph.nodes.len());
        self.graph.nodes.push(Node {
            id: format!("{word}:{name}"),
            label: title.to_owned(),
            details,
            hover,
            kind,
            group,
            critical: false,
        });
    }

    fn edges(&mut self) {
        let mut edges = BTreeSet::new();
        let mut join = |from: Option<Step>, to: Step, kind: EdgeKind| {
            let from = from.and_then(|from| self.at.get(&from));
            if let (Some(from), Some(to)) = (from, self.at.get(&to))
                && from != to
            {
                edges.insert(Edge { from: *from, to: *to, kind, critical: false });
            }
        };
        for (id, phase) in self.plan.phases.entries() {
            phase.after.iter().for_each(|first| join(first.target(), Step::Phase(id), EdgeKind::After));
            phase.builds_on.iter().for_each(|first| join(first.target(), Step::Phase(id), EdgeKind::BuildsOn));
        }
        for (id, measure) in self.plan.measures.entries() {
            let this = Step::Measure(id);
            measure.after.iter().for_each(|first| join(first.target(), this, EdgeKind::After));
            measure.builds_on.iter().for_each(|first| join(first.target(), this, EdgeKind::BuildsOn));
        }
        self.graph.edges = edges.into_iter().collect();
    }

    /// Marks the longest chain of steps, if any step waits for another.
    fn mark_critical(&mut self) {
        let is_order = |edge: &Edge| matches!(edge.kind, EdgeKind::After | EdgeKind::BuildsOn);
        let order: Vec<_> = self.graph.edges.iter().filter(|edge| is_order(edge)).map(|e| (e.from, e.to)).collect();
        let mut weight = vec![0; self.graph.nodes.len()];
        for (step, index) in &self.at {
            weight[*index] = days(self.plan, *step);
        }
        let chain = order::critical_chain(self.graph.nodes.len(), &order, &weight);
        if chain.len() < 2 {
            return;
        }
        for index in &chain {
            self.graph.nodes[*index].critical = true;
        }
        for edge in self.graph.edges.iter_mut().filter(|edge| is_order(edge)) {
            edge.critical = chain.windows(2).any(|pair| pair == [edge.from, edge.to]);
        }
    }
}

/// The days a step takes, one if they are not known.
fn days(plan: &Plan, step: Step) -> u64 {
    let span = match step {
        Step::Phase(id) => plan.phases[id].time.as_ref().and_then(|time| time.value.interval()),
        Step::Measure(id) => {
            let measure = &plan.measures[id];
            let first = measure.start.as_ref().and_then(|start| start.value.interval());
            let last = measure.due.value.as_ref().and_then(|due| due.value.interval());
            first.zip(last).map(|(first, last)| crate::calendar::Interval::spanning(first, last))
        }
        Step::Goal(_) => None,
    };
    span.map_or(1, |span| u64::try_from(span.days()).unwrap_or(0).max(1))
}

/// The title of the nearest section or goal above; a nested measure stands with the one that encloses it.
fn enclosing_title(plan: &Plan, holder: Holder) -> Option<String> {
    let mut at = holder;
    loop {
        match at {
            Holder::Section(id) => return Some(plan.sections[id].title.value.clone()),
            Holder::Goal(id) => return Some(plan.goals[id].title.value.clone()),
            Holder::Phase(id) => return Some(plan.phases[id].title.value.clone()),
            Holder::Measure(id) => at = plan.measures[id].holder,
            Holder::Plan | Holder::Notice(_) | Holder::Owner(_) => return None,
        }
    }
}

/// The words of several references; a hole without words is said to be one.
fn words<T>(references: &[Reference<T>]) -> String {
    let words = references.iter().map(|reference| match reference.text.trim() {
        "" | "?" | "？" | "tbd" if matches!(reference.link, Link::Hole) => "待定",
        words => words,
    });
    words.collect::<Vec<_>>().join("、")
}
