//! The card of an owner: its name, its seats, what it leads and what it joins.
//!
//! Takes a graph, gives the lines of each card and their shapes. A list that is too long ends in the number of what is
//! left; the whole is told to a pointer at rest.

use crate::graph::layout::{Point, Rect};
use crate::graph::sheet::{Shape, Thing};
use crate::graph::{EdgeKind, Flag, Graph, Node, NodeKind, lettering};

/// How wide every card is.
pub(super) const WIDTH: i32 = 220;
const PADDING: i32 = 12;
const NAME_FONT: i32 = 14;
const NAME_LINE: i32 = 20;
const FONT: i32 = 12;
const LINE: i32 = 17;
const BULLET: i32 = 12;
const MOST_LED: usize = 14;
const MOST_JOINED: usize = 6;
const MOST_SEAT_LINES: usize = 5;

/// A card and how high it is.
#[derive(Clone, Debug, Default)]
pub(super) struct Card {
    pub height: i32,
    node: usize,
    name: Vec<String>,
    lines: Vec<Line>,
}

#[derive(Clone, Debug)]
struct Line {
    class: &'static str,
    indent: i32,
    text: String,
    /// The measure it names.
    of: Option<usize>,
    /// Blank above it.
    gap: i32,
}

/// The cards of all owners; of other nodes empty ones.
pub(super) fn cards(graph: &Graph) -> Vec<Card> {
    let mut led = vec![Vec::new(); graph.nodes.len()];
    let mut joined = vec![Vec::new(); graph.nodes.len()];
    for edge in &graph.edges {
        match edge.kind {
            EdgeKind::Leads => led[edge.from].push(edge.to),
            EdgeKind::Helps => joined[edge.from].push(edge.to),
            _ => {}
        }
    }
    let card = |(at, node): (usize, &Node)| match node.kind {
        NodeKind::Owner | NodeKind::Outside => Card::new(graph, at, &led[at], &joined[at]),
        _ => Card::default(),
    };
    graph.nodes.iter().enumerate().map(card).collect()
}

impl Card {
    fn new(graph: &Graph, at: usize, led: &[usize], joined: &[usize]) -> Self {
        let node = &graph.nodes[at];
        let room = WIDTH - 2 * PADDING;
        let name = lettering::wrap(&node.label, NAME_FONT, room, 3);
        let mut lines = Vec::new();
        for detail in &node.details {
            let wrapped = listed(detail, room).into_iter();
            lines.extend(wrapped.map(|text| Line { class: "small", indent: 0, text, of: None, gap: 0 }));
        }
        if let Some(flag) = node.flag {
            lines.push(Line { class: "warning", indent: 0, text: flag.words().to_owned(), of: None, gap: 0 });
        }
        list(graph, led, ("牵头", "lead-count", "lead", MOST_LED), &mut lines);
        list(graph, joined, ("配合", "help-count", "help", MOST_JOINED), &mut lines);
        let names = i32::try_from(name.len()).unwrap_or(3) * NAME_LINE;
        let rest: i32 = lines.iter().map(|line| line.gap + LINE).sum();
        let height = 2 * 8 + names + rest + if lines.is_empty() { 0 } else { 4 };
        Self { height: height + height % 2, node: at, name, lines }
    }

    /// Where it is, its upper left corner given.
    pub(super) fn rect(&self, at: Point) -> Rect {
        Rect { x: at.x, y: at.y, width: WIDTH, height: self.height }
    }

    /// Its shapes, each measure it names a thing of its own.
    pub(super) fn draw(&self, graph: &Graph, at: Point) -> Vec<Thing> {
        let node = &graph.nodes[self.node];
        let rect = self.rect(at);
        let mut thing = Thing::node(self.node, class(node));
        thing.hover.clone_from(&node.hover);
        thing.link.clone_from(&node.link);
        thing = thing.with(Shape::Box { rect, radius: 6, class: "card" });
        let bar = Rect { x: at.x, y: at.y + 8, width: 4, height: NAME_LINE };
        thing = thing.with(Shape::Box { rect: bar, radius: 0, class: "bar" });
        let first = Point { x: at.x + PADDING, y: at.y + 8 + 15 };
        let mut things =
            vec![thing.lines(&self.name, first, NAME_LINE, |at, text| Shape::words(at, NAME_FONT, "node-name", text))];
        let mut y = at.y + 8 + 4 + i32::try_from(self.name.len()).unwrap_or(3) * NAME_LINE;
        for line in &self.lines {
            y += line.gap;
            let place = Point { x: at.x + PADDING + line.indent, y: y + 12 };
            let words = Shape::words(place, FONT, line.class, line.text.clone());
            let mut row = Thing::plain("row");
            if let Some(of) = line.of {
                row.hover.clone_from(&graph.nodes[of].label);
                row.link.clone_from(&graph.nodes[of].link);
            }
            things.push(row.with(words));
            y += LINE;
        }
        things
    }
}

fn list(
    graph: &Graph,
    tasks: &[usize],
    (word, head, item, most): (&str, &'static str, &'static str, usize),
    lines: &mut Vec<Line>,
) {
    if tasks.is_empty() {
        return;
    }
    lines.push(Line { class: head, indent: 0, text: format!("{word}{}项", tasks.len()), of: None, gap: 4 });
    let room = WIDTH - 2 * PADDING - BULLET;
    let shown = if tasks.len() > most + 1 { most } else { tasks.len() };
    for &task in &tasks[..shown] {
        let texts = lettering::wrap(&graph.nodes[task].label, FONT, room, 2);
        for (at, text) in texts.into_iter().enumerate() {
            let (indent, text) = if at == 0 { (0, format!("·{text}")) } else { (BULLET, text) };
            let indent = if at == 0 { indent + 4 } else { indent };
            lines.push(Line { class: item, indent, text, of: Some(task), gap: 0 });
        }
    }
    if shown < tasks.len() {
        let text = format!("……另{}项", tasks.len() - shown);
        lines.push(Line { class: item, indent: BULLET, text, of: None, gap: 0 });
    }
}

/// Words in lines that break between the names of a list, if each fits a line.
fn listed(text: &str, room: i32) -> Vec<String> {
    let names: Vec<&str> = text.split_inclusive('、').collect();
    if names.iter().any(|name| lettering::width(name, FONT) > room) {
        return lettering::wrap(text, FONT, room, 3);
    }
    let mut lines = vec![String::new()];
    for name in names {
        match lines.last_mut() {
            Some(line) if lettering::width(line, FONT) + lettering::width(name, FONT) <= room => line.push_str(name),
            _ => lines.push(name.to_owned()),
        }
    }
    if lines.len() > MOST_SEAT_LINES {
        lines.truncate(MOST_SEAT_LINES);
        lines.push("……".to_owned());
    }
    lines.iter().map(|line| lettering::clean(line)).filter(|line| !line.is_empty()).collect()
}

fn class(node: &Node) -> &'static str {
    match (node.flag, node.kind) {
        (Some(Flag::Idle), _) => "card-node idle",
        (_, NodeKind::Outside) => "card-node outside",
        _ if node.details.iter().any(|line| line.starts_with("组长") || line.starts_with("成员")) => {
            "card-node group"
        }
        _ => "card-node",
    }
}
