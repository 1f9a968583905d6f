//! Goals and their quotas, measures, owners: columns side by side, lines only between them.
//!
//! Takes a graph, gives sheets. A line never passes a column, so it never passes through a box. What does not fit one
//! sheet is cut between goals, and what a measure serves on another sheet is named in its box.

use std::collections::BTreeMap;

use crate::graph::layout::{Axis, Point, Rect};
use crate::graph::sheet::{SHEET_HEIGHT, Shape, Sheet, Thing};
use crate::graph::{EdgeKind, Graph, NodeKind};

use super::blocks::{Block, width};
use super::crossing::Columns;
use super::spread::spread;

const MARGIN: i32 = 24;
const GAP: i32 = 10;
const GOAL_GAP: i32 = 20;
const QUOTA_GAP: i32 = 6;
/// Between a goal and its quotas.
const SHORT: i32 = 30;
/// Between columns that many lines join.
const CHANNEL: i32 = 120;
const HEAD: i32 = 30;
/// How many times higher than a sheet a drawing may be before it is split, in percent.
const MOST: i32 = 150;
const MOST_ON_ONE: usize = 200;
/// Between the points of arrows that end at the same side, and for how many of them there is always room.
const APART: i32 = 10;
const MOST_APART: i32 = 40;
/// How often an order of columns is looked for, times the nodes of the plan.
const TRIES: usize = 16_000;
const MOST_TRIES: usize = 40;
const HUES: usize = 6;
const HUE: [&str; HUES] = ["hue-0", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5"];

/// What stands on one sheet.
#[derive(Clone, Debug, Default)]
struct Part {
    goals: Vec<usize>,
    measures: Vec<usize>,
}

pub(super) fn draw(graph: &Graph) -> Vec<Sheet> {
    let services = Services::of(graph);
    let whole = Part { goals: of_kind(graph, NodeKind::Goal), measures: of_kind(graph, NodeKind::Measure) };
    // Of a thousand measures the one sheet is not even tried.
    if whole.measures.len() < MOST_ON_ONE {
        let sheet = services.sheet(&whole);
        if sheet.height <= SHEET_HEIGHT * MOST / 100 {
            return vec![sheet];
        }
    }
    services.parts(&whole).iter().map(|part| services.sheet(part)).collect()
}

fn of_kind(graph: &Graph, kind: NodeKind) -> Vec<usize> {
    (0..graph.nodes.len()).filter(|&at| graph.nodes[at].kind == kind).collect()
}

struct Services<'a> {
    graph: &'a Graph,
    /// Quotas of each goal, goals of each measure, owners of each measure, each with the edge.
    quotas: Vec<Vec<(usize, usize)>>,
    goals: Vec<Vec<(usize, usize)>>,
    owners: Vec<Vec<(usize, usize)>>,
}

impl<'a> Services<'a> {
    fn of(graph: &'a Graph) -> Self {
        let none = || vec![Vec::new(); graph.nodes.len()];
        let (mut quotas, mut goals, mut owners) = (none(), none(), none());
        for (at, edge) in graph.edges.iter().enumerate() {
            match (edge.kind, graph.nodes[edge.from].kind) {
                (EdgeKind::Serves, NodeKind::Quota) => quotas[edge.to].push((edge.from, at)),
                (EdgeKind::Serves, NodeKind::Measure) => goals[edge.from].push((edge.to, at)),
                (EdgeKind::Leads, _) => owners[edge.to].push((edge.from, at)),
                _ => {}
            }
        }
        Self { graph, quotas, goals, owners }
    }

    /// What each sheet holds: goals in order with the measures that serve these first of all.
    fn parts(&self, whole: &Part) -> Vec<Part> {
        let mut of_goal: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for &measure in &whole.measures {
            of_goal.entry(self.goals[measure].first().map(|(goal, _)| *goal)).or_default().push(measure);
        }
        let mut parts = vec![Part::default()];
        let mut used = 0;
        for goal in whole.goals.iter().map(|&goal| Some(goal)).chain([None]) {
            let measures = of_goal.remove(&goal).unwrap_or_default();
            let heights: Vec<i32> = measures.iter().map(|&at| self.block(at, None).height + GAP).collect();
            let own = goal.map_or(0, |goal| self.goal_height(goal, measures.len()) + GOAL_GAP);
            let whole_height = own.max(heights.iter().sum());
            if used > 0 && used + whole_height > SHEET_HEIGHT {
                parts.push(Part::default());
                used = 0;
            }
            let mut fresh = true;
            for (measure, height) in measures.into_iter().zip(heights) {
                if used + height > SHEET_HEIGHT {
                    parts.push(Part::default());
                    (used, fresh) = (0, true);
                }
                let Some(part) = parts.last_mut() else { continue };
                if std::mem::take(&mut fresh) {
                    part.goals.extend(goal);
                }
                part.measures.push(measure);
                used += height;
            }
            if let Some(part) = parts.last_mut().filter(|_| fresh) {
                part.goals.extend(goal);
                used += own;
            }
        }
        parts.retain(|part| !part.goals.is_empty() || !part.measures.is_empty());
        parts
    }

    fn block(&self, at: usize, part: Option<&Part>) -> Block {
        let elsewhere: Vec<&str> = match part {
            None => Vec::new(),
            Some(part) => (self.goals[at].iter().filter(|(goal, _)| !part.goals.contains(goal)))
                .map(|(goal, _)| self.graph.nodes[*goal].label.as_str())
                .collect(),
        };
        let more = (!elsewhere.is_empty()).then(|| format!("另支撑：{}", elsewhere.join("、")));
        Block::new(&self.graph.nodes[at], more)
    }

    /// How high a goal is with its quotas, so many arrows ending at it.
    fn goal_height(&self, goal: usize, served: usize) -> i32 {
        let quotas: i32 = self.quotas[goal].iter().map(|(at, _)| self.block(*at, None).height + QUOTA_GAP).sum();
        let arrows = i32::try_from(served).unwrap_or(0).min(MOST_APART) * APART + APART;
        Block::new(&self.graph.nodes[goal], None).height.max(quotas - QUOTA_GAP).max(arrows)
    }

    fn sheet(&self, part: &Part) -> Sheet {
        let mut owners: Vec<usize> =
            part.measures.iter().flat_map(|&at| &self.owners[at]).map(|(owner, _)| *owner).collect();
        owners.sort_unstable();
        owners.dedup();
        let order = self.ordered(part, &owners);
        let mut placing = Placing { services: self, part, sheet: Sheet::default(), at: BTreeMap::new() };
        placing.place(&order);
        placing.sheet.fitted(MARGIN)
    }

    /// The columns in an order with few crossings.
    fn ordered(&self, part: &Part, owners: &[usize]) -> [Vec<usize>; 3] {
        let places = |nodes: &[usize]| -> BTreeMap<usize, usize> {
            nodes.iter().enumerate().map(|(place, &node)| (node, place)).collect()
        };
        let (goal_at, owner_at) = (places(&part.goals), places(owners));
        let mut columns = Columns {
            sizes: vec![part.goals.len(), part.measures.len(), owners.len()],
            pairs: vec![Vec::new(), Vec::new()],
        };
        for (place, &measure) in part.measures.iter().enumerate() {
            let goals = self.goals[measure].iter().filter_map(|(goal, _)| goal_at.get(goal));
            columns.pairs[0].extend(goals.map(|&goal| (goal, place)));
            let owners = self.owners[measure].iter().filter_map(|(owner, _)| owner_at.get(owner));
            columns.pairs[1].extend(owners.map(|&owner| (place, owner)));
        }
        // Of very many sheets none is worth much time.
        let tries = (TRIES / self.graph.nodes.len().max(1)).clamp(2, MOST_TRIES);
        let ordered = columns.ordered(tries);
        let named = |column: usize, nodes: &[usize]| ordered[column].iter().map(|&place| nodes[place]).collect();
        [named(0, &part.goals), named(1, &part.measures), named(2, owners)]
    }
}

/// A sheet being filled.
struct Placing<'a> {
    services: &'a Services<'a>,
    part: &'a Part,
    sheet: Sheet,
    /// Where each box stands.
    at: BTreeMap<usize, Rect>,
}

impl Placing<'_> {
    fn place(&mut self, [goals, measures, owners]: &[Vec<usize>; 3]) {
        let quota_x = MARGIN + width(NodeKind::Goal) + SHORT;
        let measure_x = quota_x + width(NodeKind::Quota) + CHANNEL;
        let owner_x = measure_x + width(NodeKind::Measure) + CHANNEL;
        let heads = [(MARGIN, "目标"), (quota_x, "指标"), (measure_x, "措施"), (owner_x, "牵头")];
        let mut head = Thing::plain("heads");
        for (x, word) in heads {
            head.shapes.push(Shape::words(Point { x, y: MARGIN + 10 }, 13, "column", word));
        }
        self.sheet.things.push(head);
        let services = self.services;
        let blocks: BTreeMap<usize, Block> =
            measures.iter().chain(owners).map(|&at| (at, services.block(at, Some(self.part)))).collect();
        let heights = |nodes: &[usize]| nodes.iter().map(|at| blocks[at].height).collect::<Vec<_>>();
        let top = MARGIN + HEAD;
        // The measures stand close; the rest goes where they are.
        let measure_heights = heights(measures);
        let mut y = top;
        let mut middles = BTreeMap::new();
        for (&at, height) in measures.iter().zip(&measure_heights) {
            middles.insert(at, y + height / 2);
            y += height + GAP;
        }
        let serving =
            |goal: usize| measures.iter().filter(move |at| services.goals[**at].iter().any(|(to, _)| *to == goal));
        let leading =
            |owner: usize| measures.iter().filter(move |at| services.owners[**at].iter().any(|(by, _)| *by == owner));
        let goal_heights: Vec<i32> =
            goals.iter().map(|&goal| services.goal_height(goal, serving(goal).count())).collect();
        let goal_tops = spread(&goal_heights, &wishes(goals, serving, &middles), GOAL_GAP);
        let owner_tops = spread(&heights(owners), &wishes(owners, leading, &middles), GAP);
        let lift = goal_tops.iter().chain(&owner_tops).map(|&at| top - at).max().unwrap_or(0).max(0);
        for (&at, &middle) in &middles {
            self.block(at, &blocks[&at], Point { x: measure_x, y: middle - blocks[&at].height / 2 + lift });
        }
        for (&at, owner_top) in owners.iter().zip(owner_tops) {
            self.block(at, &blocks[&at], Point { x: owner_x, y: owner_top + lift });
        }
        for ((&goal, goal_top), height) in goals.iter().zip(goal_tops).zip(goal_heights) {
            self.goal(goal, Rect { x: quota_x, y: goal_top + lift, width: width(NodeKind::Quota), height });
        }
        self.lines(goals, measures, owners);
    }

    fn block(&mut self, at: usize, block: &Block, corner: Point) {
        let node = &self.services.graph.nodes[at];
        self.at.insert(at, Rect { x: corner.x, y: corner.y, width: width(node.kind), height: block.height });
        self.sheet.things.push(block.draw(at, node, corner));
    }

    /// A goal, its quotas at the right, and the bar that what serves it leads to.
    fn goal(&mut self, goal: usize, room: Rect) {
        let services = self.services;
        let hue = HUE[goal % HUES];
        let block = Block::new(&services.graph.nodes[goal], None);
        let corner = Point { x: MARGIN, y: room.y + (room.height - block.height) / 2 };
        self.block(goal, &block, corner);
        let entry = Point { x: MARGIN + width(NodeKind::Goal), y: corner.y + block.height / 2 };
        let quotas = &services.quotas[goal];
        let blocks: Vec<Block> = quotas.iter().map(|(at, _)| services.block(*at, None)).collect();
        let total = blocks.iter().map(|block| block.height + QUOTA_GAP).sum::<i32>() - QUOTA_GAP;
        let mut y = room.y + (room.height - total) / 2;
        for ((at, edge), block) in quotas.iter().zip(&blocks) {
            self.block(*at, block, Point { x: room.x, y });
            let points = vec![Point { x: room.x, y: y + block.height / 2 }, entry];
            let line = Shape::Line { points, curve: Some(Axis::Across), head: false, class: "serves-line" };
            self.sheet.things.insert(0, Thing::edge(*edge, format!("service {hue}"), line));
            y += block.height + QUOTA_GAP;
        }
        if quotas.is_empty() {
            let points = vec![Point { x: room.right(), y: entry.y }, entry];
            let line = Shape::Line { points, curve: None, head: false, class: "bare-line" };
            self.sheet.things.insert(0, Thing::plain(format!("service {hue}")).with(line));
        }
        let bar = Rect { x: room.right() + 6, y: room.y, width: 4, height: room.height };
        self.sheet.things.push(Thing::plain(format!("bracket {hue}")).with(Shape::Box {
            rect: bar,
            radius: 2,
            class: "bar",
        }));
        self.at.insert(goal, Rect { x: bar.x, width: bar.width, ..room });
    }

    /// The lines between the columns; where several meet at a side they share it in the order they come.
    fn lines(&mut self, goals: &[usize], measures: &[usize], owners: &[usize]) {
        let mut joined: Vec<(usize, usize, usize, String)> = Vec::new();
        for &measure in measures {
            for &(goal, edge) in self.services.goals[measure].iter().filter(|(goal, _)| goals.contains(goal)) {
                joined.push((measure, goal, edge, format!("service {}", HUE[goal % HUES])));
            }
            for &(owner, edge) in self.services.owners[measure].iter().filter(|(owner, _)| owners.contains(owner)) {
                joined.push((owner, measure, edge, "lead-edge".to_owned()));
            }
        }
        let mut ports: BTreeMap<(usize, bool), Vec<(i32, usize)>> = BTreeMap::new();
        for (from, to, edge, _) in &joined {
            let (Some(a), Some(b)) = (self.at.get(from), self.at.get(to)) else { continue };
            ports.entry((*from, true)).or_default().push((b.center().y, *edge));
            ports.entry((*to, false)).or_default().push((a.center().y, *edge));
        }
        ports.values_mut().for_each(|ends| ends.sort_unstable());
        let port = |node: usize, leaving: bool, edge: usize, rect: &Rect| {
            let ends = ports.get(&(node, leaving)).map(Vec::as_slice).unwrap_or_default();
            let place = ends.iter().position(|(_, of)| *of == edge).unwrap_or(0);
            let (place, count) = (i32::try_from(place).unwrap_or(0), i32::try_from(ends.len()).unwrap_or(1));
            let used = (rect.height - 8).min(count * APART);
            rect.center().y - used / 2 + used * (2 * place + 1) / (2 * count.max(1))
        };
        let mut lines = Vec::new();
        for (from, to, edge, class) in joined {
            let (Some(a), Some(b)) = (self.at.get(&from), self.at.get(&to)) else { continue };
            let points = vec![
                Point { x: a.x, y: port(from, true, edge, a) },
                Point { x: b.right(), y: port(to, false, edge, b) },
            ];
            let line = Shape::Line { points, curve: Some(Axis::Across), head: true, class: "serves-line" };
            lines.push(Thing::edge(edge, class, line));
        }
        self.sheet.things.splice(0..0, lines);
    }
}

/// The mean middle of what each thing is joined to; below everything for what is joined to nothing.
fn wishes<'a, I: Iterator<Item = &'a usize>>(
    nodes: &[usize],
    joined: impl Fn(usize) -> I,
    middles: &BTreeMap<usize, i32>,
) -> Vec<i32> {
    let mut last = 0;
    nodes
        .iter()
        .map(|&node| {
            let (mut sum, mut count) = (0i64, 0i64);
            for middle in joined(node).filter_map(|at| middles.get(at)) {
                (sum, count) = (sum + i64::from(*middle), count + 1);
            }
            // One that is joined to nothing stays where it comes.
            last = if count > 0 { i32::try_from(sum / count).unwrap_or(0) } else { last };
            last
        })
        .collect()
}
