//! Pictures of a plan as nodes and edges.
//!
//! Takes the resolved plan, gives a [`Graph`]: sorted, plain strings and numbers, no id of the plan and no type of
//! the graph library. Order, cycles and the critical chain are found here; so are the positions of a drawing.

mod alignment;
mod analysis;
mod days;
mod dependency;
mod focus;
pub mod layout;
pub(crate) mod lettering;
pub mod measure;
pub mod order;
mod picture;
mod responsibility;
pub mod sheet;
mod slack;
mod timeline;
mod words;

pub use analysis::{Analysis, ChainStep, Load, Month, Slack, analysis};
pub use days::{Days, written};
pub use dependency::dependency;
pub use picture::{Cluster, Drawing, Kind, Picture, Request, picture, shown};

use serde::Serialize;

/// A picture to draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Graph {
    /// What it shows, for its title.
    pub title: String,
    /// The nodes, in the order of the plan.
    pub nodes: Vec<Node>,
    /// The edges, by their ends.
    pub edges: Vec<Edge>,
    /// The clusters that nodes may belong to.
    pub groups: Vec<Group>,
    /// Runs of names that are drawn as such: 责任链.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chains: Vec<Chain>,
}

impl Graph {
    /// A picture with nothing in it.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), nodes: Vec::new(), edges: Vec::new(), groups: Vec::new(), chains: Vec::new() }
    }

    /// The nodes of each cluster, and those of none.
    pub(crate) fn clustered(&self) -> (Vec<Vec<usize>>, Vec<usize>) {
        let (mut clusters, mut others) = (vec![Vec::new(); self.groups.len()], Vec::new());
        for (at, node) in self.nodes.iter().enumerate() {
            let cluster = node.group.and_then(|group| clusters.get_mut(group));
            cluster.unwrap_or(&mut others).push(at);
        }
        (clusters, others)
    }
}

/// A node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Node {
    /// A stable name of the node, unique in the graph: any characters.
    pub id: String,
    /// What to write in the box.
    pub label: String,
    /// Smaller lines below it: who leads, by when.
    pub details: Vec<String>,
    /// The whole of what it stands for, shown on hover.
    pub hover: String,
    /// What it stands for.
    pub kind: NodeKind,
    /// The cluster it belongs to: an index into [`Graph::groups`].
    pub group: Option<usize>,
    /// Whether it lies on the critical chain.
    pub critical: bool,
    /// What is amiss with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<Flag>,
    /// When it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Where links to it lead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The owners, goals and phase that a measure belongs to, by any of their names: what a focus may ask for where these
    /// are no nodes.
    #[serde(skip)]
    pub belongs: Vec<String>,
}

impl Node {
    /// A node with a name and nothing else.
    pub fn new(id: impl Into<String>, label: impl Into<String>, kind: NodeKind) -> Self {
        let label = label.into();
        Self {
            id: id.into(),
            hover: label.clone(),
            label,
            details: Vec::new(),
            kind,
            group: None,
            critical: false,
            flag: None,
            time: None,
            link: None,
            belongs: Vec::new(),
        }
    }
}

/// What is amiss with a node, for all to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flag {
    /// It waits for itself.
    Cycle,
    /// An owner with nothing to do.
    Idle,
    /// A measure that nobody leads.
    Nobody,
    /// A measure that serves no goal.
    ServesNothing,
    /// A goal that no measure serves.
    Unserved,
}

impl Flag {
    /// What to write beside it.
    pub fn words(self) -> &'static str {
        match self {
            Flag::Cycle => "循环等待",
            Flag::Idle => "没有任务",
            Flag::Nobody => "无人牵头",
            Flag::ServesNothing => "不支撑目标",
            Flag::Unserved => "没有措施",
        }
    }
}

/// When something is, at the precision it was written with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Time {
    /// The days in which it may begin.
    pub start: Option<Days>,
    /// The days in which it may end: one day if that is certain.
    pub end: Option<Days>,
    /// The time in words.
    pub words: String,
    /// The days on which something falls due: duties that come round, values to be reached.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// Something that falls on some days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// The days.
    pub days: Days,
    /// What it is.
    pub words: String,
}

/// What a node stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NodeKind {
    /// 目标.
    Goal,
    /// 指标.
    Quota,
    /// 措施.
    Measure,
    /// 阶段.
    Phase,
    /// 主体.
    Owner,
    /// Something outside the plan.
    Outside,
}

/// An arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Edge {
    /// Index of the node it leaves.
    pub from: usize,
    /// Index of the node it enters.
    pub to: usize,
    /// What it means.
    pub kind: EdgeKind,
    /// Whether it lies on the critical chain.
    pub critical: bool,
    /// Whether it is a part of a circle.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cyclic: bool,
}

impl Edge {
    /// An arrow with nothing to be said of it.
    pub fn new(from: usize, to: usize, kind: EdgeKind) -> Self {
        Self { from, to, kind, critical: false, cyclic: false }
    }
}

/// What an arrow means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EdgeKind {
    /// 前置: the first is finished before the second begins.
    After,
    /// 依托: the second stands on the first.
    BuildsOn,
    /// 支撑: the first serves the second.
    Serves,
    /// 牵头: the first leads the second.
    Leads,
    /// 配合.
    Helps,
    /// 隶属: the second stands under the first.
    Commands,
    /// 责任链: the first answers to the second.
    Chain,
}

/// A run of names, from first to last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chain {
    /// Its name.
    pub label: String,
    /// The names.
    pub links: Vec<String>,
}

/// A cluster of nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Its name.
    pub label: String,
}
