//! Pictures of a plan as nodes and edges.
//!
//! Takes the resolved plan, gives a [`Graph`]: sorted, plain strings and numbers, no id of the plan and no type of
//! the graph library. Order, cycles and the critical chain are found here; so are the positions of a drawing.

mod dependency;
pub mod layout;
pub(crate) mod lettering;
pub mod order;

pub use dependency::dependency;

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
}

impl Graph {
    /// A picture with nothing in it.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), nodes: Vec::new(), edges: Vec::new(), groups: Vec::new() }
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
    /// 隶属, 牵头, 责任链: the first answers for, or commands, the second.
    Leads,
    /// 配合.
    Helps,
}

/// A cluster of nodes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// Its name.
    pub label: String,
}
