//! The picture of time: phases as bands, measures as bars, what comes round as ticks, values to be reached as marks.
//!
//! A bar stands only where a beginning is known; its end is as sure as it was written, a day sharp, a month or a year
//! open over all its days. A deadline alone is a mark on its last day. What has no date is said to have none. There is
//! no today unless one is given.

mod axis;
mod bars;
mod rhythm;
mod rows;
mod sheets;
mod wires;

use std::collections::BTreeMap;

use crate::calendar::{Start, When};
use crate::plan::{Holder, Measure, Plan, Quota, Step};

use super::picture::{belongs, cluster};
use super::sheet::{SHEET_WIDTH, Sheet};
use super::{Days, Edge, Flag, Graph, Group, Kind, Mark, Node, NodeKind, Request, Time, dependency, words};

/// What is done when.
pub(super) fn graph(plan: &Plan, request: &Request) -> Graph {
    let title = format!("{}：{}", words::title(plan), Kind::Timeline.name());
    let mut picture = Course { plan, request, graph: Graph::new(title), at: BTreeMap::new(), groups: BTreeMap::new() };
    picture.phases();
    picture.measures();
    picture.duties();
    picture.quotas();
    picture.edges();
    picture.graph
}

/// Draws it, with a line at a day if one is given, on whole sheets or no wider than the text of a page.
pub(super) fn draw(graph: &Graph, today: Option<i32>, is_figure: bool) -> Vec<Sheet> {
    sheets::draw(graph, today, if is_figure { FIGURE_WIDTH } else { SHEET_WIDTH })
}

/// The text of a page of A4, at the size at which words can still be read.
const FIGURE_WIDTH: i32 = 940;

struct Course<'a> {
    plan: &'a Plan,
    request: &'a Request<'a>,
    graph: Graph,
    at: BTreeMap<Step, usize>,
    groups: BTreeMap<String, usize>,
}

impl Course<'_> {
    fn phases(&mut self) {
        for (id, phase) in self.plan.phases.entries() {
            let mut node = Node::new(format!("phase:{}", phase.name.value), &phase.title.value, NodeKind::Phase);
            node.time = phase.time.as_ref().map(|time| self.begun_at_issue(&time.value));
            node.hover = with_time(&node);
            node.link = (self.request.link)(Holder::Phase(id));
            self.add(Some(Step::Phase(id)), node, None);
        }
    }

    /// The time of a phase, 即日 taken as the day of the paper where that is known; its words stay as they are.
    fn begun_at_issue(&self, when: &When) -> Time {
        let dates = self.plan.notices.iter().filter_map(|notice| notice.date.as_ref()).chain(&self.plan.date);
        let issued = dates.filter_map(|date| date.value.last_day()).next();
        let dated = issued.map_or_else(|| when.clone(), |day| when.begun_on(day));
        Time { words: when.to_string(), ..of(&dated) }
    }

    fn measures(&mut self) {
        let drawn = words::drawn_measures(self.plan);
        let left_out = self.plan.measures.len() - drawn.len();
        if left_out > 0 {
            self.graph.title.push_str(&format!("（另有分项措施{left_out}项未画）"));
        }
        for (id, measure) in self.plan.measures.entries().filter(|(id, _)| drawn.contains(id)) {
            let mut node =
                Node::new(format!("measure:{}", measure.name.value), &measure.title.value, NodeKind::Measure);
            node.details =
                Some(words::several(&measure.lead.value)).into_iter().filter(|lead| !lead.is_empty()).collect();
            node.time = time_of(measure).or_else(|| self.phase_time(measure));
            node.hover = with_time(&node);
            node.link = (self.request.link)(Holder::Measure(id));
            node.belongs = belongs(self.plan, id);
            let group = cluster(self.plan, id, self.request.by);
            self.add(Some(Step::Measure(id)), node, Some(group.unwrap_or_else(|| "措施".to_owned())));
        }
    }

    /// The days of the phase that a measure stands in, for one that has no time of its own.
    fn phase_time(&self, measure: &Measure) -> Option<Time> {
        let mut at = measure.holder;
        loop {
            match at {
                Holder::Phase(id) => {
                    let phase = &self.plan.phases[id];
                    let days = phase.time.as_ref()?.value.interval()?.into();
                    let words = format!("{}阶段内", phase.title.value.trim_end_matches("阶段"));
                    return Some(Time { end: Some(days), words, ..Time::default() });
                }
                Holder::Measure(id) => at = self.plan.measures[id].holder,
                _ => return None,
            }
        }
    }

    /// What comes round, a row for each rhythm.
    fn duties(&mut self) {
        let Some(range) = self.range() else { return };
        let mut rhythms: Vec<(crate::calendar::Every, Vec<&Quota>)> = Vec::new();
        for quota in self.plan.quotas.iter().filter(|quota| quota.is_obligation()) {
            let Some(every) = quota.every.as_ref().map(|every| every.value) else { continue };
            match rhythms.iter_mut().find(|(other, _)| *other == every) {
                Some((_, quotas)) => quotas.push(quota),
                None => rhythms.push((every, vec![quota])),
            }
        }
        rhythms.sort_by_key(|(every, _)| (every.unit, every.count));
        for (every, quotas) in rhythms {
            let label = format!("{every}：{}", self.duties_of(&quotas));
            let mut node = Node::new(format!("rhythm:{every}"), label, NodeKind::Quota);
            node.details = vec![format!("{}项", quotas.len())];
            let marks = rhythm::occasions(&self.plan.calendar, every, range);
            node.time = Some(Time { words: every.to_string(), marks, ..Time::default() });
            self.add(None, node, Some("经常性工作".to_owned()));
        }
    }

    /// The names of duties with those who do them, those of the same side by side: one plan asks several for the same.
    fn duties_of(&self, quotas: &[&Quota]) -> String {
        let mut told: Vec<(String, Vec<&str>)> = Vec::new();
        for quota in quotas {
            let by = words::several(words::doers(self.plan, quota));
            match told.last_mut() {
                Some((last, names)) if *last == by => names.push(&quota.name.value),
                _ => told.push((by, vec![&quota.name.value])),
            }
        }
        let bracketed = |by: &str| if by.is_empty() { String::new() } else { format!("（{by}）") };
        told.iter().map(|(by, names)| names.join("、") + &bracketed(by)).collect::<Vec<_>>().join("；")
    }

    /// Values to be reached, with a mark for each time.
    fn quotas(&mut self) {
        for (at, quota) in self.plan.quotas.iter().enumerate().filter(|(_, quota)| !quota.is_obligation()) {
            let marks = marks(quota);
            if marks.is_empty() {
                continue;
            }
            let scope = quota.scope_words();
            let label =
                if scope.is_empty() { quota.name.value.clone() } else { format!("{}（{scope}）", quota.name.value) };
            let mut node = Node::new(format!("quota:{at}"), label, NodeKind::Quota);
            let told = marks.iter().map(|mark| mark.words.as_str());
            node.hover = std::iter::once(node.label.as_str()).chain(told).collect::<Vec<_>>().join("\n");
            node.time = Some(Time { marks, ..Time::default() });
            node.link = (self.request.link)(quota.holder);
            self.add(None, node, Some("指标".to_owned()));
        }
    }

    fn edges(&mut self) {
        for (from, to, kind) in dependency::bonds(self.plan) {
            if let (Some(&from), Some(&to)) = (self.at.get(&from), self.at.get(&to))
                && from != to
            {
                self.graph.edges.push(Edge::new(from, to, kind));
            }
        }
        self.graph.edges.sort();
        self.graph.edges.dedup();
        let pairs: Vec<_> = self.graph.edges.iter().map(|edge| (edge.from, edge.to)).collect();
        for node in super::order::cycles(self.graph.nodes.len(), &pairs).into_iter().flatten() {
            self.graph.nodes[node].flag = Some(Flag::Cycle);
        }
    }

    fn add(&mut self, step: Option<Step>, mut node: Node, group: Option<String>) {
        node.group = group.map(|label| match self.groups.get(&label) {
            Some(&group) => group,
            None => {
                self.graph.groups.push(Group { label: label.clone() });
                self.groups.insert(label, self.graph.groups.len() - 1);
                self.graph.groups.len() - 1
            }
        });
        if let Some(step) = step {
            self.at.insert(step, self.graph.nodes.len());
        }
        self.graph.nodes.push(node);
    }

    /// From the first to the last day of all that has a date.
    fn range(&self) -> Option<Days> {
        let period = self.plan.period.as_ref().and_then(|period| period.value.interval()).map(Days::from);
        let times = self.graph.nodes.iter().filter_map(|node| node.time.as_ref());
        times.flat_map(|time| [time.start, time.end]).flatten().chain(period).reduce(Days::joined)
    }
}

/// When a measure begins and is due.
fn time_of(measure: &Measure) -> Option<Time> {
    let due = measure.due.value.as_ref().map(|due| of(&due.value));
    let start = measure.start.as_ref().map(|start| &start.value);
    match (start, due) {
        (None, due) => due,
        (Some(start), due) => {
            let days = start.interval().map(Days::from);
            let mut time = due.unwrap_or_default();
            time.words =
                if time.words.is_empty() { format!("{start}起") } else { format!("{start}至{}", time.words) };
            time.start = days.or(time.start);
            Some(time)
        }
    }
}

/// A time as it is drawn.
fn of(when: &When) -> Time {
    let days = |time: &crate::calendar::Time| time.interval().map(Days::from);
    let (start, end) = match when {
        When::At(time) | When::Kept(time, _) => (None, days(time)),
        When::Steps(times, _) => (None, times.last().and_then(days)),
        When::Between(first, last) => (days(first), last.as_ref().and_then(days)),
        When::From(Start::At(first), _) => {
            (days(first), when.interval().map(|whole| Days::one(Days::from(whole).last)))
        }
        _ => (None, None),
    };
    Time { start, end, words: when.to_string(), marks: Vec::new() }
}

fn with_time(node: &Node) -> String {
    let time = node.time.iter().map(|time| time.words.as_str()).filter(|words| !words.is_empty());
    let details = node.details.iter().map(String::as_str);
    std::iter::once(node.label.as_str()).chain(details).chain(time).collect::<Vec<_>>().join("，")
}

/// The times at which a value is asked for.
fn marks(quota: &Quota) -> Vec<Mark> {
    let mut marks: Vec<Mark> = quota
        .series
        .iter()
        .filter_map(|point| {
            Some(Mark { days: point.time.interval()?.into(), words: words::target(&point.target.value) })
        })
        .collect();
    if marks.is_empty() {
        let days = quota.when.as_ref().and_then(|when| when.value.when.interval());
        let change = quota.change.as_ref().map(|change| words::change(&change.value));
        let words = quota.target.as_ref().map(|target| words::target(&target.value)).or(change);
        marks.extend(days.zip(words).map(|(days, words)| Mark { days: days.into(), words }));
    }
    marks
}
