//! The picture of responsibility: who stands under whom, who sits in which group, who leads and joins what.
//!
//! Owners are a tree of cards, and each card lists the measures its owner leads and joins, so that no line has to be
//! followed across the sheet; chains are drawn as chains. An owner with nothing to do and a measure with nobody to
//! lead it are marked. Several that act as one stand for each of them.

mod cards;
mod forest;
mod pages;
mod strips;
mod tasks;

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Holder, Id, Origin, Owner, OwnerKind, OwnerRef, Plan, Seats};

use super::picture::belongs;
use super::sheet::Sheet;
use super::{Chain, Edge, EdgeKind, Flag, Graph, Kind, Node, NodeKind, Request, words};

/// Who stands under whom and does what.
pub(super) fn graph(plan: &Plan, request: &Request) -> Graph {
    let title = format!("{}：{}", words::title(plan), Kind::Responsibility.name());
    let mut picture = People { plan, request, graph: Graph::new(title), owners: BTreeMap::new() };
    picture.owners();
    picture.measures();
    picture.phases();
    picture.chains();
    picture.mark_idle();
    picture.graph
}

/// Draws it: a tree of cards, the measures nobody leads, the chains.
pub(super) fn draw(graph: &Graph) -> Vec<Sheet> {
    pages::draw(graph)
}

struct People<'a> {
    plan: &'a Plan,
    request: &'a Request<'a>,
    graph: Graph,
    owners: BTreeMap<Id<Owner>, usize>,
}

impl People<'_> {
    fn owners(&mut self) {
        let shown = tasks::shown(self.plan);
        for (id, owner) in self.plan.owners.entries().filter(|(id, _)| shown.contains(id)) {
            let mut node = Node::new(format!("owner:{}", owner.name.value), &owner.name.value, NodeKind::Owner);
            node.details = owner.seats.as_ref().map(seat_lines).unwrap_or_default();
            let also = [(owner.duties.len(), "职责", "条"), (tasks::recurring(self.plan, id), "经常性工作", "项")];
            let also =
                also.iter().filter(|(count, ..)| *count > 0).map(|(count, what, each)| format!("{what}{count}{each}"));
            let also = also.collect::<Vec<_>>().join("，");
            node.details.extend(Some(also).filter(|also| !also.is_empty()));
            let duties = owner.duties.iter().map(|duty| duty.value.as_str());
            let hover = std::iter::once(owner.official_name()).chain(duties);
            node.hover = hover.collect::<Vec<_>>().join("\n");
            if matches!(owner.kind, OwnerKind::Public | OwnerKind::External) {
                node.kind = NodeKind::Outside;
            }
            self.owners.insert(id, self.graph.nodes.len());
            self.graph.nodes.push(node);
        }
        for (id, owner) in self.plan.owners.entries() {
            let superior = owner.superior().and_then(|superior| self.owners.get(&superior));
            if let (Some(&from), Some(&to)) = (superior, self.owners.get(&id)) {
                self.graph.edges.push(Edge::new(from, to, EdgeKind::Commands));
            }
        }
    }

    fn measures(&mut self) {
        let drawn = words::drawn_measures(self.plan);
        for (id, measure) in self.plan.measures.entries().filter(|(id, _)| drawn.contains(id)) {
            let mut node =
                Node::new(format!("measure:{}", measure.name.value), &measure.title.value, NodeKind::Measure);
            node.details = measure.due.value.iter().map(|due| due.value.to_string()).collect();
            node.link = (self.request.link)(Holder::Measure(id));
            node.belongs = belongs(self.plan, id);
            if measure.lead.value.is_empty() {
                node.flag = Some(Flag::Nobody);
            }
            let at = self.graph.nodes.len();
            self.graph.nodes.push(node);
            self.tasks(at, &measure.lead.value, EdgeKind::Leads);
            self.tasks(at, &measure.with.value, EdgeKind::Helps);
        }
    }

    /// Phases that are led by somebody in particular.
    fn phases(&mut self) {
        for (id, phase) in self.plan.phases.entries().filter(|(_, phase)| phase.lead.origin == Origin::Stated) {
            let mut node = Node::new(format!("phase:{}", phase.name.value), &phase.title.value, NodeKind::Phase);
            node.link = (self.request.link)(Holder::Phase(id));
            let at = self.graph.nodes.len();
            self.graph.nodes.push(node);
            self.tasks(at, &phase.lead.value, EdgeKind::Leads);
            self.tasks(at, &phase.with.value, EdgeKind::Helps);
        }
    }

    fn tasks(&mut self, task: usize, owners: &[OwnerRef], kind: EdgeKind) {
        let mut seen = BTreeSet::new();
        for owner in owners.iter().filter_map(OwnerRef::target).flat_map(|owner| tasks::each(self.plan, owner)) {
            if let Some(&from) = self.owners.get(&owner)
                && seen.insert(from)
            {
                self.graph.edges.push(Edge::new(from, task, kind));
            }
        }
    }

    fn chains(&mut self) {
        for chain in self.plan.chains.iter() {
            let label = chain.name.as_ref().map_or_else(|| "责任链".to_owned(), |name| name.value.clone());
            let links = chain.links.iter().map(|link| words::one(link).to_owned()).collect();
            self.graph.chains.push(Chain { label, links });
            let places: Vec<Option<usize>> =
                chain.links.iter().map(|link| link.target().and_then(|id| self.owners.get(&id)).copied()).collect();
            for pair in places.windows(2) {
                if let [Some(from), Some(to)] = pair
                    && from != to
                {
                    self.graph.edges.push(Edge::new(*from, *to, EdgeKind::Chain));
                }
            }
        }
    }

    fn mark_idle(&mut self) {
        let busy = tasks::busy(self.plan);
        for (id, &at) in &self.owners {
            let owner = &self.plan.owners[*id];
            let could_act = matches!(owner.kind, OwnerKind::Organ | OwnerKind::Group);
            if could_act && !owner.is_class && !busy.contains(id) {
                self.graph.nodes[at].flag = Some(Flag::Idle);
            }
        }
    }
}

/// The seats of a group, a line each.
fn seat_lines(seats: &Seats) -> Vec<String> {
    let all =
        [("组长", &seats.leader), ("副组长", &seats.deputy), ("成员", &seats.members), ("办公室设在", &seats.office)];
    let filled = all.into_iter().filter(|(_, seat)| !seat.value.is_empty());
    filled.map(|(name, seat)| format!("{name}：{}", words::several(&seat.value))).collect()
}
