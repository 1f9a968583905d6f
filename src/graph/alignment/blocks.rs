//! The boxes of the columns: what is written in each and how large it is.

use crate::graph::layout::{Point, Rect};
use crate::graph::sheet::{Shape, Thing};
use crate::graph::{Node, NodeKind, lettering};

const PADDING: i32 = 10;
const FONT: i32 = 13;
const LINE: i32 = 18;
const SMALL: i32 = 12;
const SMALL_LINE: i32 = 16;

/// How wide the boxes of a kind are.
pub(super) fn width(kind: NodeKind) -> i32 {
    match kind {
        NodeKind::Goal => 208,
        NodeKind::Quota => 226,
        NodeKind::Owner | NodeKind::Outside => 156,
        _ => 250,
    }
}

/// What is written in a box.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    pub height: i32,
    label: Vec<String>,
    small: Vec<(String, &'static str)>,
}

impl Block {
    /// The words of a node, with what is said of it beyond its own details.
    pub(super) fn new(node: &Node, more: Option<String>) -> Self {
        let room = width(node.kind) - 2 * PADDING;
        let font = if node.kind == NodeKind::Quota { SMALL } else { FONT };
        let label = lettering::wrap(&node.label, font, room, 3);
        let mut small: Vec<(String, &'static str)> = Vec::new();
        for detail in node.details.iter().chain(&more) {
            small.extend(lettering::wrap(detail, SMALL, room, 2).into_iter().map(|text| (text, "small")));
        }
        small.extend(node.flag.map(|flag| (flag.words().to_owned(), "warning")));
        let lines = |count: usize, line: i32| i32::try_from(count).unwrap_or(8) * line;
        let height = 12 + lines(label.len().max(1), LINE) + lines(small.len(), SMALL_LINE);
        Self { height: height + height % 2, label, small }
    }

    /// Its shapes.
    pub(super) fn draw(&self, at: usize, node: &Node, corner: Point) -> Thing {
        let kind = match node.kind {
            NodeKind::Goal => "a-goal",
            NodeKind::Quota => "a-quota",
            NodeKind::Owner => "a-owner",
            NodeKind::Outside => "a-owner outside",
            _ => "a-measure",
        };
        let class = if node.flag.is_some() { format!("{kind} flagged") } else { kind.to_owned() };
        let mut thing = Thing::node(at, class);
        thing.hover.clone_from(&node.hover);
        thing.link.clone_from(&node.link);
        let rect = Rect { x: corner.x, y: corner.y, width: width(node.kind), height: self.height };
        let radius = if matches!(node.kind, NodeKind::Owner | NodeKind::Outside) { 14 } else { 6 };
        thing = thing.with(Shape::Box { rect, radius, class: "card" });
        let font = if node.kind == NodeKind::Quota { SMALL } else { FONT };
        let first = Point { x: corner.x + PADDING, y: corner.y + 6 + 14 };
        thing = thing.lines(&self.label, first, LINE, |at, text| Shape::words(at, font, "node-name", text));
        let mut y = corner.y + 6 + i32::try_from(self.label.len().max(1)).unwrap_or(8) * LINE + 12;
        for (text, class) in &self.small {
            thing = thing.with(Shape::words(Point { x: corner.x + PADDING, y }, SMALL, class, text.clone()));
            y += SMALL_LINE;
        }
        thing
    }
}
