//! What stands below the tree: measures that nobody leads, and chains.
//!
//! Takes a graph and a width, gives shapes and the height they take.

use crate::graph::layout::{Axis, Point, Rect};
use crate::graph::sheet::{Shape, Thing};
use crate::graph::{Flag, Graph, lettering};

const FONT: i32 = 12;
const LINE: i32 = 20;
const TITLE: i32 = 13;
const HEAD: i32 = 30;
const LINK_HEIGHT: i32 = 28;
const ARROW: i32 = 30;
const GAP: i32 = 10;
const LABEL: i32 = 150;
/// Between one thing below the tree and the next.
const BELOW: i32 = 22;

/// All of it, its upper left corner at nought.
pub(super) fn strips(graph: &Graph, width: i32) -> (Vec<Thing>, i32) {
    let mut things = Vec::new();
    let mut y = 0;
    nobody(graph, width, &mut y, &mut things);
    chains(graph, width, &mut y, &mut things);
    (things, y)
}

fn nobody(graph: &Graph, width: i32, y: &mut i32, things: &mut Vec<Thing>) {
    let free: Vec<usize> = (0..graph.nodes.len()).filter(|&at| graph.nodes[at].flag == Some(Flag::Nobody)).collect();
    if free.is_empty() {
        return;
    }
    let column = 300;
    let across = (width - 24).max(column) / column;
    let count = i32::try_from(free.len()).unwrap_or(i32::MAX / LINE);
    let rows = (count + across - 1) / across;
    let height = HEAD + rows * LINE + 10;
    let rect = Rect { x: 0, y: *y, width: width.max(column + 24), height };
    let title = format!("无人牵头的措施（{}项）", free.len());
    let frame = Thing::plain("nobody").with(Shape::Box { rect, radius: 6, class: "card" });
    things.push(frame.with(Shape::words(Point { x: 14, y: *y + 20 }, TITLE, "warning-title", title)));
    for (at, node) in free.into_iter().enumerate() {
        let at = i32::try_from(at).unwrap_or(0);
        let place = Point { x: 14 + at / rows * column, y: *y + HEAD + at % rows * LINE + 13 };
        let lines = lettering::wrap(&graph.nodes[node].label, FONT, column - 40, 1);
        let mut row = Thing::node(node, "row");
        row.hover.clone_from(&graph.nodes[node].label);
        row.link.clone_from(&graph.nodes[node].link);
        let words = lines.first().map(String::as_str).unwrap_or("—");
        things.push(row.with(Shape::words(place, FONT, "lead", format!("·{words}"))));
    }
    *y += height + BELOW;
}

fn chains(graph: &Graph, width: i32, y: &mut i32, things: &mut Vec<Thing>) {
    for chain in &graph.chains {
        let label = lettering::wrap(&chain.label, TITLE, LABEL - 14, 1);
        let title = label.first().map(String::as_str).unwrap_or("责任链");
        let mut thing = Thing::plain("chain");
        thing.hover = format!("{}：{}", chain.label, chain.links.join(" → "));
        thing.shapes.push(Shape::words(Point { x: 0, y: *y + 19 }, TITLE, "chain-title", title));
        let mut x = LABEL;
        let mut before: Option<i32> = None;
        for link in &chain.links {
            let words = lettering::wrap(link, FONT, 240, 1).into_iter().next().unwrap_or_else(|| "—".to_owned());
            let wide = lettering::width(&words, FONT) + 24;
            if x > LABEL && x + wide > width.max(LABEL + wide) {
                (x, before) = (LABEL + ARROW, None);
                *y += LINK_HEIGHT + GAP;
                let arrow = [LABEL, LABEL + ARROW - 2].map(|x| Point { x, y: *y + LINK_HEIGHT / 2 });
                thing.shapes.push(line(arrow.to_vec()));
            }
            if let Some(before) = before {
                let arrow = [before, x].map(|x| Point { x, y: *y + LINK_HEIGHT / 2 });
                thing.shapes.push(line(arrow.to_vec()));
            }
            let rect = Rect { x, y: *y, width: wide, height: LINK_HEIGHT };
            thing.shapes.push(Shape::Box { rect, radius: 14, class: "link" });
            thing.shapes.push(Shape::centered(Point { x: x + wide / 2, y: *y + 18 }, FONT, "link-name", words));
            before = Some(x + wide);
            x += wide + ARROW;
        }
        things.push(thing);
        *y += LINK_HEIGHT + GAP;
    }
}

fn line(points: Vec<Point>) -> Shape {
    Shape::Line { points, curve: Some(Axis::Across), head: true, class: "chain-line" }
}
