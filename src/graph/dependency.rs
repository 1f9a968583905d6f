//! The dependency graph: what must be finished, or exist, before what.
//!
//! Measures and phases are nodes, clustered by the heading they stand below unless asked otherwise, each with who
//! leads it, by when, the goals it serves, and how many days it may slip; arrows are order alone, so that they can be
//! followed. A nested measure is drawn only if it has an order or a lead of its own. The critical chain is the longest
//! run of steps by their days; what waits for itself is marked, and then there is no such chain.

mod drawn;
mod sheets;

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Origin, Plan, Reference, Step};

use super::layout::layout;
use super::picture::{belongs, cluster};
use super::sheet::{SHEET_HEIGHT, SHEET_WIDTH};
use super::{Drawing, Edge, EdgeKind, Flag, Graph, Group, Kind, Node, NodeKind, Request, order, slack, words};

/// Draws what comes before what.
pub fn dependency(plan: &Plan) -> Graph {
    graph(plan, &Request::new(Kind::Dependency))
}

pub(super) fn graph(plan: &Plan, request: &Request) -> Graph {
    let title = format!("{}：{}", words::title(plan), Kind::Dependency.name());
    let mut drawing = Steps { plan, request, graph: Graph::new(title), at: BTreeMap::new() };
    drawing.phases();
    drawing.measures();
    drawing.goals();
    drawing.edges();
    drawing.mark_cycles();
    drawing.mark_critical();
    drawing.tell_slack();
    drawing.graph
}

/// More steps than these never fit a sheet.
const MOST_ON_ONE: usize = 200;
/// How much larger than a sheet a drawing may be before it is cut, in percent.
const MOST: i32 = 150;

/// Draws it in one piece if that can be read on a sheet, else cut into sheets.
pub(super) fn draw(graph: &Graph) -> Drawing {
    if graph.nodes.len() <= MOST_ON_ONE {
        let whole = layout(graph);
        if whole.width <= SHEET_WIDTH * MOST / 100 && whole.height <= SHEET_HEIGHT * MOST / 100 {
            return Drawing::Layers(whole);
        }
    }
    Drawing::Sheets(sheets::sheets(graph))
}

struct Steps<'a> {
    plan: &'a Plan,
    request: &'a Request<'a>,
    graph: Graph,
    at: BTreeMap<Step, usize>,
}

impl Steps<'_> {
    fn phases(&mut self) {
        for (id, phase) in self.plan.phases.entries() {
            let node = Node::new(format!("phase:{}", phase.name.value), &phase.title.value, NodeKind::Phase);
            let details = phase.time.iter().map(|time| time.value.to_string()).collect();
            self.node(Step::Phase(id), Node { details, ..node });
        }
    }

    fn measures(&mut self) {
        let drawn = words::drawn_measures(self.plan);
        let left_out = self.plan.measures.len() - drawn.len();
        if left_out > 0 {
            self.graph.title.push_str(&format!("（另有分项措施{left_out}项未画）"));
        }
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        for (id, measure) in self.plan.measures.entries().filter(|(id, _)| drawn.contains(id)) {
            let group = cluster(self.plan, id, self.request.by).map(|label| match groups.get(&label) {
                Some(index) => *index,
                None => {
                    self.graph.groups.push(Group { label: label.clone() });
                    groups.insert(label, self.graph.groups.len() - 1);
                    self.graph.groups.len() - 1
                }
            });
            let mut details = Vec::new();
            if !measure.lead.value.is_empty() {
                details.push(words::several(&measure.lead.value));
            }
            details.extend(measure.due.value.iter().map(|due| due.value.to_string()));
            if measure.serves.origin == Origin::Stated {
                details.push(format!("支撑：{}", words::several(&measure.serves.value)));
            }
            let node = Node::new(format!("measure:{}", measure.name.value), &measure.title.value, NodeKind::Measure);
            let belongs = belongs(self.plan, id);
            self.node(Step::Measure(id), Node { details, group, belongs, ..node });
        }
    }

    /// Goals that some step waits for.
    fn goals(&mut self) {
        let phases = self.plan.phases.iter().flat_map(|phase| phase.after.iter().chain(&phase.builds_on));
        let measures = self.plan.measures.iter().flat_map(|measure| measure.after.iter().chain(&measure.builds_on));
        let awaited: BTreeSet<_> = phases.chain(measures).filter_map(Reference::target).collect();
        for (id, goal) in self.plan.goals.entries().filter(|(id, _)| awaited.contains(&Step::Goal(*id))) {
            let node = Node::new(format!("goal:{}", goal.name.value), &goal.title.value, NodeKind::Goal);
            self.node(Step::Goal(id), node);
        }
    }

    fn node(&mut self, step: Step, mut node: Node) {
        let cluster = node.group.and_then(|group| self.graph.groups.get(group)).map(|group| &group.label);
        let words = std::iter::once(&node.label).chain(&node.details).chain(cluster);
        node.hover = words.map(String::as_str).collect::<Vec<_>>().join("，");
        node.link = (self.request.link)(step.holder());
        self.at.insert(step, self.graph.nodes.len());
        self.graph.nodes.push(node);
    }

    fn edges(&mut self) {
        let mut edges = BTreeSet::new();
        for (from, to, kind) in bonds(self.plan) {
            if let (Some(from), Some(to)) = (self.at.get(&from), self.at.get(&to))
                && from != to
            {
                edges.insert(Edge::new(*from, *to, kind));
            }
        }
        self.graph.edges = edges.into_iter().collect();
    }

    /// Marks what waits for itself, the steps and the arrows.
    fn mark_cycles(&mut self) {
        let edges: Vec<_> = self.graph.edges.iter().map(|edge| (edge.from, edge.to)).collect();
        let mut steps = BTreeSet::new();
        for cycle in order::cycles(self.graph.nodes.len(), &edges) {
            for (at, &node) in cycle.iter().enumerate() {
                self.graph.nodes[node].flag = Some(Flag::Cycle);
                steps.insert((node, cycle[(at + 1) % cycle.len()]));
            }
        }
        for edge in &mut self.graph.edges {
            edge.cyclic |= steps.contains(&(edge.from, edge.to));
        }
    }

    /// The longest chain of steps, if any step waits for another.
    fn chain(&self) -> Vec<usize> {
        let order: Vec<_> = self.graph.edges.iter().map(|e| (e.from, e.to)).collect();
        let mut weight = vec![0; self.graph.nodes.len()];
        let joined: BTreeSet<usize> = order.iter().flat_map(|&(from, to)| [from, to]).collect();
        // A step that waits for none and none waits for is no chain, however long it takes.
        for (step, index) in self.at.iter().filter(|(_, index)| joined.contains(index)) {
            weight[*index] = slack::length(self.plan, *step);
        }
        let chain = order::critical_chain(self.graph.nodes.len(), &order, &weight);
        if chain.len() < 2 { Vec::new() } else { chain }
    }

    fn mark_critical(&mut self) {
        let chain = self.chain();
        for index in &chain {
            self.graph.nodes[*index].critical = true;
        }
        let steps: BTreeSet<(usize, usize)> = chain.iter().copied().zip(chain.iter().copied().skip(1)).collect();
        for edge in &mut self.graph.edges {
            edge.critical = steps.contains(&(edge.from, edge.to));
        }
    }

    /// Says how far a step may slip before one that waits for it is touched.
    fn tell_slack(&mut self) {
        for (step, days) in slack::between(self.plan) {
            if let Some(&at) = self.at.get(&step) {
                let words = slack::words(days);
                self.graph.nodes[at].hover.push_str(&format!("，{words}"));
                self.graph.nodes[at].details.push(words);
            }
        }
    }
}

/// The longest chain of steps, in order; empty if there is none.
pub(super) fn critical(plan: &Plan) -> Vec<Step> {
    let request = Request::new(Kind::Dependency);
    let mut steps = Steps { plan, request: &request, graph: Graph::new(""), at: BTreeMap::new() };
    steps.phases();
    steps.measures();
    steps.goals();
    steps.edges();
    let of_index: BTreeMap<usize, Step> = steps.at.iter().map(|(step, at)| (*at, *step)).collect();
    steps.chain().into_iter().filter_map(|at| of_index.get(&at).copied()).collect()
}

/// What waits for what, each pair the first first.
pub(super) fn bonds(plan: &Plan) -> Vec<(Step, Step, EdgeKind)> {
    let mut bonds = Vec::new();
    let mut join = |firsts: &[crate::plan::StepRef], to: Step, kind: EdgeKind| {
        bonds.extend(firsts.iter().filter_map(Reference::target).map(|from| (from, to, kind)));
    };
    for (id, phase) in plan.phases.entries() {
        join(&phase.after, Step::Phase(id), EdgeKind::After);
        join(&phase.builds_on, Step::Phase(id), EdgeKind::BuildsOn);
    }
    for (id, measure) in plan.measures.entries() {
        join(&measure.after, Step::Measure(id), EdgeKind::After);
        join(&measure.builds_on, Step::Measure(id), EdgeKind::BuildsOn);
    }
    bonds
}
