//! A picture of a plan: what it shows, and where everything stands.
//!
//! Takes the plan and what is asked for, gives the graph and its drawing. Each kind of picture is drawn its own way;
//! what is left out by a focus is left out before anything is placed.

use crate::calendar::Date;
use crate::plan::{Holder, Id, Measure, Owner, Phase, Plan};

use super::layout::Layout;
use super::sheet::Sheet;
use super::{Graph, alignment, days, dependency, focus, responsibility, timeline, words};

/// A picture that a plan has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What comes before what.
    Dependency,
    /// Who stands under whom, and does what.
    Responsibility,
    /// What serves what.
    Alignment,
    /// What is done when.
    Timeline,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 4] = [Kind::Dependency, Kind::Responsibility, Kind::Alignment, Kind::Timeline];

    /// Its name in Chinese, as in a caption.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Dependency => "措施依赖图",
            Kind::Responsibility => "责任关系图",
            Kind::Alignment => "目标支撑图",
            Kind::Timeline => "进度安排图",
        }
    }

    /// Its name in English, as in a file name.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Dependency => "dependency",
            Kind::Responsibility => "responsibility",
            Kind::Alignment => "alignment",
            Kind::Timeline => "timeline",
        }
    }
}

/// By what measures are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cluster {
    /// The phase they fall in.
    Phase,
    /// The first goal they serve.
    Goal,
    /// The first owner that leads them.
    Owner,
}

/// What is asked of a picture.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// Which one.
    pub kind: Kind,
    /// Only what lies around this name.
    pub focus: Option<&'a str>,
    /// How many steps around it.
    pub depth: usize,
    /// By what measures are put together; by their headings unless said.
    pub by: Option<Cluster>,
    /// The day to mark as today.
    pub as_of: Option<Date>,
    /// Whether it stands in the text of a document: no wider than its page, and without a heading of its own.
    pub is_figure: bool,
    /// Where links to a part of the plan lead.
    pub link: &'a dyn Fn(Holder) -> Option<String>,
}

impl Request<'_> {
    /// The whole of a picture, without links.
    pub fn new(kind: Kind) -> Self {
        Self { kind, focus: None, depth: 1, by: None, as_of: None, is_figure: false, link: &|_| None }
    }
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Which one.
    pub kind: Kind,
    /// Whether a heading stands above it.
    pub has_heading: bool,
    /// What it shows.
    pub graph: Graph,
    /// Where everything stands.
    pub drawing: Drawing,
}

/// Where everything stands.
#[derive(Clone, Debug)]
pub enum Drawing {
    /// Boxes and arrows in layers.
    Layers(Layout),
    /// Shapes on sheets.
    Sheets(Vec<Sheet>),
}

/// What a picture shows, before anything of it is placed; nothing if nothing has the name to focus on.
pub fn shown(plan: &Plan, request: &Request) -> Option<Graph> {
    let graph = match request.kind {
        Kind::Dependency => dependency::graph(plan, request),
        Kind::Responsibility => responsibility::graph(plan, request),
        Kind::Alignment => alignment::graph(plan, request),
        Kind::Timeline => timeline::graph(plan, request),
    };
    match request.focus {
        None => Some(graph),
        Some(name) => focus::around(graph, name, request.depth),
    }
}

/// Draws a picture; nothing if nothing has the name to focus on.
pub fn picture(plan: &Plan, request: &Request) -> Option<Picture> {
    let graph = shown(plan, request)?;
    let drawing = match request.kind {
        Kind::Dependency => dependency::draw(&graph),
        Kind::Responsibility => Drawing::Sheets(responsibility::draw(&graph)),
        Kind::Alignment => Drawing::Sheets(alignment::draw(&graph)),
        Kind::Timeline => Drawing::Sheets(timeline::draw(&graph, request.as_of.map(days::number), request.is_figure)),
    };
    Some(Picture { kind: request.kind, has_heading: !request.is_figure, graph, drawing })
}

/// The name of the cluster that a measure belongs to.
pub(super) fn cluster(plan: &Plan, id: Id<Measure>, by: Option<Cluster>) -> Option<String> {
    let measure = &plan.measures[id];
    match by {
        None => words::enclosing_title(plan, measure.holder),
        Some(Cluster::Goal) => Some(match measure.serves.value.first() {
            Some(goal) => {
                goal.target().map_or_else(|| words::one(goal).to_owned(), |id| plan.goals[id].title.value.clone())
            }
            None => "不支撑目标".to_owned(),
        }),
        Some(Cluster::Owner) => Some(match measure.lead.value.first() {
            Some(owner) => words::one(owner).to_owned(),
            None => "无人牵头".to_owned(),
        }),
        Some(Cluster::Phase) => Some(match phase_of(plan, measure) {
            Some(phase) => phase.title.value.clone(),
            None => "不在哪个阶段".to_owned(),
        }),
    }
}

/// The names of the owners, goals and phase of a measure.
pub(super) fn belongs(plan: &Plan, id: Id<Measure>) -> Vec<String> {
    let measure = &plan.measures[id];
    let mut names = Vec::new();
    for owner in measure.lead.value.iter().chain(&measure.with.value) {
        names.push(words::one(owner).to_owned());
        names.extend(
            owner
                .target()
                .into_iter()
                .map(|id: Id<Owner>| &plan.owners[id])
                .flat_map(|owner| [owner.name.value.clone(), owner.official_name().to_owned()]),
        );
    }
    for goal in measure.serves.value.iter().filter_map(|goal| goal.target()) {
        names.extend([plan.goals[goal].name.value.clone(), plan.goals[goal].title.value.clone()]);
    }
    if let Some(phase) = phase_of(plan, measure) {
        names.extend([phase.name.value.clone(), phase.title.value.clone()]);
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// The phase that encloses a measure, or else that its deadline falls in.
fn phase_of<'a>(plan: &'a Plan, measure: &Measure) -> Option<&'a Phase> {
    let mut at = measure.holder;
    loop {
        match at {
            Holder::Phase(id) => return Some(&plan.phases[id]),
            Holder::Measure(id) => at = plan.measures[id].holder,
            _ => break,
        }
    }
    let due = measure.due.value.as_ref()?.value.interval()?;
    let is_in = |time: &crate::calendar::When| {
        time.interval().is_some_and(|time| time.first <= due.last && due.last <= time.last)
    };
    plan.phases.iter().find(|phase| phase.time.as_ref().is_some_and(|time| is_in(&time.value)))
}
