//! The picture of alignment: goal ← quota ← measure ← owner.
//!
//! Goals with the values they are measured by, the measures that serve them, the owners that lead these. What serves
//! nothing, what nothing serves and what nobody leads is marked.

mod blocks;
mod columns;
mod crossing;
mod sift;
mod spread;

use std::collections::BTreeMap;

use crate::plan::{Holder, Id, Measure, Owner, OwnerRef, Plan, Quota};

use super::picture::belongs;
use super::sheet::Sheet;
use super::{Edge, EdgeKind, Flag, Graph, Kind, Node, NodeKind, Request, words};

/// What serves what.
pub(super) fn graph(plan: &Plan, request: &Request) -> Graph {
    let title = format!("{}：{}", words::title(plan), Kind::Alignment.name());
    let mut picture = Services { plan, request, graph: Graph::new(title), goals: Vec::new(), owners: BTreeMap::new() };
    picture.goals();
    picture.quotas();
    picture.measures();
    picture.flag_goals();
    picture.graph
}

/// Draws it in four columns.
pub(super) fn draw(graph: &Graph) -> Vec<Sheet> {
    columns::draw(graph)
}

struct Services<'a> {
    plan: &'a Plan,
    request: &'a Request<'a>,
    graph: Graph,
    /// The node of each goal.
    goals: Vec<usize>,
    owners: BTreeMap<String, usize>,
}

impl Services<'_> {
    fn goals(&mut self) {
        for (id, goal) in self.plan.goals.entries() {
            let mut node = Node::new(format!("goal:{}", goal.name.value), &goal.title.value, NodeKind::Goal);
            node.details = goal.due.value.iter().map(|due| due.value.to_string()).collect();
            node.link = (self.request.link)(Holder::Goal(id));
            self.goals.push(self.graph.nodes.len());
            self.graph.nodes.push(node);
        }
        for (id, goal) in self.plan.goals.entries() {
            for upper in goal.serves.value.iter().filter_map(|upper| upper.target()).filter(|upper| *upper != id) {
                let edge = Edge::new(self.goals[id.index()], self.goals[upper.index()], EdgeKind::Serves);
                self.graph.edges.push(edge);
            }
        }
    }

    /// The values to be reached; those of one indicator and scope once.
    fn quotas(&mut self) {
        let mut seen = BTreeMap::new();
        for quota in self.plan.quotas.iter().filter(|quota| !quota.is_obligation()) {
            let Holder::Goal(goal) = quota.holder else { continue };
            let name = quota.scoped_name();
            let at = *seen.entry((goal, name.clone())).or_insert_with(|| {
                let mut node =
                    Node::new(format!("quota:{}:{name}", self.plan.goals[goal].name.value), &name, NodeKind::Quota);
                node.link = (self.request.link)(Holder::Goal(goal));
                self.graph.nodes.push(node);
                let at = self.graph.nodes.len() - 1;
                self.graph.edges.push(Edge::new(at, self.goals[goal.index()], EdgeKind::Serves));
                at
            });
            for words in values(quota) {
                let node = &mut self.graph.nodes[at];
                node.hover.push_str(&format!("\n{words}"));
                // The last of a series is what is aimed at; the way there is told on hover.
                node.details = vec![words];
            }
        }
    }

    fn measures(&mut self) {
        let drawn = words::drawn_measures(self.plan);
        for (id, measure) in self.plan.measures.entries().filter(|(id, _)| drawn.contains(id)) {
            let at = self.graph.nodes.len();
            let node = self.measure(id, measure);
            self.graph.nodes.push(node);
            let mut goals: Vec<usize> =
                measure.serves.value.iter().filter_map(|goal| goal.target()).map(Id::index).collect();
            goals.sort_unstable();
            goals.dedup();
            self.graph.edges.extend(goals.iter().map(|&goal| Edge::new(at, self.goals[goal], EdgeKind::Serves)));
            for owner in &measure.lead.value {
                let from = self.owner(owner);
                if !self.graph.edges.iter().rev().take_while(|edge| edge.to == at).any(|edge| edge.from == from) {
                    self.graph.edges.push(Edge::new(from, at, EdgeKind::Leads));
                }
            }
        }
    }

    fn measure(&self, id: Id<Measure>, measure: &Measure) -> Node {
        let mut node = Node::new(format!("measure:{}", measure.name.value), &measure.title.value, NodeKind::Measure);
        node.link = (self.request.link)(Holder::Measure(id));
        node.belongs = belongs(self.plan, id);
        node.details = measure.due.value.iter().map(|due| due.value.to_string()).collect();
        if measure.serves.value.is_empty() {
            node.flag = Some(Flag::ServesNothing);
        } else if measure.lead.value.is_empty() {
            node.flag = Some(Flag::Nobody);
        }
        node
    }

    /// The node of an owner, made at its first use.
    fn owner(&mut self, reference: &OwnerRef) -> usize {
        let owner = reference.target().map(|id: Id<Owner>| &self.plan.owners[id]);
        let name = owner.map_or_else(|| words::one(reference).to_owned(), |owner| owner.name.value.clone());
        if let Some(&at) = self.owners.get(&name) {
            return at;
        }
        let kind = if owner.is_some() { NodeKind::Owner } else { NodeKind::Outside };
        let mut node = Node::new(format!("owner:{name}"), &name, kind);
        if let Some(owner) = owner {
            owner.official_name().clone_into(&mut node.hover);
        }
        self.graph.nodes.push(node);
        self.owners.insert(name, self.graph.nodes.len() - 1);
        self.graph.nodes.len() - 1
    }

    fn flag_goals(&mut self) {
        let mut served = vec![false; self.graph.nodes.len()];
        for edge in self.graph.edges.iter().filter(|edge| edge.kind == EdgeKind::Serves) {
            // A goal that another serves is served through it.
            served[edge.to] |= self.graph.nodes[edge.from].kind != NodeKind::Quota;
        }
        for &goal in self.goals.iter().filter(|goal| !served[**goal]) {
            self.graph.nodes[goal].flag = Some(Flag::Unserved);
        }
    }
}

/// The values asked for, each with its time.
fn values(quota: &Quota) -> Vec<String> {
    let mut told: Vec<String> =
        quota.series.iter().map(|point| format!("{}：{}", point.time, words::target(&point.target.value))).collect();
    if told.is_empty() {
        let target = quota.target.iter().map(|target| words::target(&target.value));
        let change = quota.change.iter().map(|change| {
            let every = quota.every.as_ref().map_or_else(String::new, |every| every.value.to_string());
            format!("{every}{}", words::change(&change.value))
        });
        let value = target.chain(change).next();
        let when = quota.when.as_ref().map(|when| when.value.when.to_string());
        told.extend(value.map(|value| when.map_or(value.clone(), |when| format!("{when}：{value}"))));
    }
    told
}
