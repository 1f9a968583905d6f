//! How large the box of each node is, and the lines in it.
//!
//! Takes nodes, gives lines and sizes. All boxes of one kind are equally wide, so that columns line up; every size is
//! even, so that a middle is a whole pixel.

use std::collections::BTreeMap;

use super::{DETAIL_FONT, DETAIL_LINE, LABEL_FONT, LABEL_LINE, NodeBox, Rect};
use crate::graph::{Node, lettering};

/// Twelve Chinese signs.
const ROOM: i32 = LABEL_FONT * 12;
const LEAST_ROOM: i32 = LABEL_FONT * 4;
const MOST_LABEL_LINES: usize = 4;
const MOST_DETAILS: usize = 6;
const MOST_DETAIL_LINES: usize = 2;
const PADDING_X: i32 = 14;
const PADDING_Y: i32 = 9;
/// Between the label and the details.
const DETAIL_GAP: i32 = 4;

/// The lettering of a node and the size it needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lettered {
    pub label: Vec<String>,
    pub details: Vec<String>,
    pub width: i32,
    pub height: i32,
}

impl Lettered {
    /// The box with its lettering in the middle of it.
    pub fn at(self, rect: Rect) -> NodeBox {
        let top = rect.y + (rect.height - self.text_height()) / 2;
        // Letters sit a little above the foot of their line: about a third of the blank that is left.
        let baseline = |line: i32, font: i32| line - (line - font) / 2 - font / 7;
        let below_label = top + lines(&self.label) * LABEL_LINE + DETAIL_GAP;
        NodeBox {
            rect,
            first_baseline: top + baseline(LABEL_LINE, LABEL_FONT),
            detail_baseline: below_label + baseline(DETAIL_LINE, DETAIL_FONT),
            label: self.label,
            details: self.details,
        }
    }

    fn text_height(&self) -> i32 {
        let gap = if self.details.is_empty() { 0 } else { DETAIL_GAP };
        lines(&self.label) * LABEL_LINE + gap + lines(&self.details) * DETAIL_LINE
    }
}

pub(super) fn measure(nodes: &[Node]) -> Vec<Lettered> {
    let mut all: Vec<Lettered> = nodes.iter().map(letter).collect();
    let mut widest = BTreeMap::new();
    for (node, lettered) in nodes.iter().zip(&all) {
        let width = widest.entry(node.kind).or_insert(0);
        *width = lettered.width.max(*width);
    }
    for (node, lettered) in nodes.iter().zip(&mut all) {
        lettered.width = widest.get(&node.kind).copied().unwrap_or(lettered.width);
    }
    all
}

fn letter(node: &Node) -> Lettered {
    let mut label = lettering::wrap(&node.label, LABEL_FONT, ROOM, MOST_LABEL_LINES);
    if label.is_empty() {
        label.push("—".to_owned());
    }
    let mut details: Vec<String> = (node.details.iter().take(MOST_DETAILS))
        .flat_map(|detail| lettering::wrap(detail, DETAIL_FONT, ROOM, MOST_DETAIL_LINES))
        .collect();
    if node.details.len() > MOST_DETAILS {
        details.push("……".to_owned());
    }
    let widest = |lines: &[String], font| lines.iter().map(|line| lettering::width(line, font)).max().unwrap_or(0);
    let inner = widest(&label, LABEL_FONT).max(widest(&details, DETAIL_FONT)).max(LEAST_ROOM);
    let mut lettered = Lettered { label, details, width: even(inner + 2 * PADDING_X), height: 0 };
    lettered.height = even(lettered.text_height() + 2 * PADDING_Y);
    lettered
}

fn lines(of: &[String]) -> i32 {
    // At most four labels and thirteen details.
    i32::try_from(of.len()).unwrap_or(0)
}

fn even(size: i32) -> i32 {
    size + size % 2
}
