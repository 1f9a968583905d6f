//! A graph in the language of Mermaid.
//!
//! Takes a graph, gives text for a fenced block of Markdown. Names are `n0`, `n1`, …; every sign of a label that
//! Mermaid, Markdown or HTML could take for more than a sign is written as a number.

mod gantt;

use std::collections::BTreeSet;
use std::fmt::{self, Write};

use crate::graph::layout::LABEL_FONT;
use crate::graph::{Edge, EdgeKind, Flag, Graph, Kind, Node, NodeKind, lettering};

const KINDS: [(NodeKind, &str, &str); 6] = [
    (NodeKind::Goal, "goal", "fill:#24466b,stroke:#24466b,color:#ffffff"),
    (NodeKind::Quota, "quota", "fill:#fdf6e4,stroke:#b8923a,color:#1b2430"),
    (NodeKind::Measure, "measure", "fill:#ffffff,stroke:#7b8896,color:#1b2430"),
    (NodeKind::Phase, "phase", "fill:#e7f0ea,stroke:#5d8a6d,color:#1b2430"),
    (NodeKind::Owner, "owner", "fill:#e9f0f8,stroke:#5b82ac,color:#1b2430"),
    (NodeKind::Outside, "outside", "fill:#ffffff,stroke:#7b8896,color:#1b2430,stroke-dasharray:5 3"),
];

/// Writes what a picture shows for Mermaid: what is measured by time as a Gantt chart, the rest as a flowchart.
pub fn diagram(kind: Kind, graph: &Graph) -> String {
    match kind {
        Kind::Timeline => gantt::gantt(graph),
        Kind::Dependency | Kind::Responsibility | Kind::Alignment => mermaid(graph),
    }
}

/// Writes a graph for Mermaid.
pub fn mermaid(graph: &Graph) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = print(graph, &mut out);
    let length = out.chars().count();
    if graph.edges.len() > MOST_EDGES || length > MOST_TEXT {
        // A directive in the text is not allowed to lift these limits: only the page that shows it may.
        let (edges, text) = (graph.edges.len().max(MOST_EDGES), length.max(MOST_TEXT).next_multiple_of(10_000));
        out.insert_str(0, &format!("%% mermaid.initialize: maxEdges {edges}, maxTextSize {text}\n"));
    }
    out
}

/// What Mermaid draws unless it is told otherwise.
const MOST_EDGES: usize = 500;
const MOST_TEXT: usize = 50_000;

fn print(graph: &Graph, out: &mut String) -> fmt::Result {
    writeln!(out, "flowchart LR")?;
    let title = lettering::clean(&graph.title);
    if !title.is_empty() {
        writeln!(out, "  accTitle: {}", title.replace(['#', ';', '{', '}', '%', '"'], " "))?;
    }
    let (clusters, others) = graph.clustered();
    for (at, (group, members)) in graph.groups.iter().zip(clusters).enumerate() {
        if !members.is_empty() {
            writeln!(out, "  subgraph g{at}[\"{}\"]", escaped(&lettering::clean(&group.label)))?;
            for number in members {
                writeln!(out, "    {}", node_line(number, &graph.nodes[number]))?;
            }
            writeln!(out, "  end")?;
        }
    }
    for number in others {
        writeln!(out, "  {}", node_line(number, &graph.nodes[number]))?;
    }
    let edges: Vec<&Edge> = graph.edges.iter().filter(|edge| edge.from.max(edge.to) < graph.nodes.len()).collect();
    let several = edges.iter().map(|edge| edge.kind).collect::<BTreeSet<_>>().len() > 1;
    for edge in &edges {
        writeln!(out, "  n{} {}{} n{}", edge.from, arrow(edge.kind), words(edge.kind, several), edge.to)?;
    }
    styles(graph, &edges, out)
}

fn styles(graph: &Graph, edges: &[&Edge], out: &mut String) -> fmt::Result {
    for (_, class, style) in KINDS.iter().filter(|(kind, ..)| graph.nodes.iter().any(|node| node.kind == *kind)) {
        writeln!(out, "  classDef {class} {style}")?;
    }
    let named = |is_it: &dyn Fn(&Node) -> bool| -> Vec<String> {
        (0..graph.nodes.len()).filter(|&at| is_it(&graph.nodes[at])).map(|at| format!("n{at}")).collect()
    };
    let flagged = named(&|node| node.flag.is_some_and(|flag| flag != Flag::Cycle));
    if !flagged.is_empty() {
        writeln!(out, "  classDef flagged fill:#fdf3ea,stroke:#b3541e,color:#1b2430,stroke-dasharray:5 3")?;
        writeln!(out, "  class {} flagged", flagged.join(","))?;
    }
    let critical = named(&|node| node.critical || node.flag == Some(Flag::Cycle));
    if !critical.is_empty() {
        writeln!(out, "  classDef critical stroke:#b3261e,stroke-width:3px")?;
        writeln!(out, "  class {} critical", critical.join(","))?;
    }
    let critical: Vec<String> = (edges.iter().enumerate())
        .filter(|(_, edge)| edge.critical || edge.cyclic)
        .map(|(at, _)| at.to_string())
        .collect();
    if !critical.is_empty() {
        writeln!(out, "  linkStyle {} stroke:#b3261e,stroke-width:3px", critical.join(","))?;
    }
    Ok(())
}

fn node_line(number: usize, node: &Node) -> String {
    let mut lines = lettering::wrap(&node.label, LABEL_FONT, LABEL_FONT * 12, 4);
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(node.details.iter().map(|detail| lettering::clean(detail)));
    let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
    let label = lines.join("<br/>");
    let class = KINDS.iter().find(|(kind, ..)| *kind == node.kind).map_or("measure", |(_, class, _)| class);
    if node.kind == NodeKind::Owner {
        format!("n{number}([\"{label}\"]):::{class}")
    } else {
        format!("n{number}[\"{label}\"]:::{class}")
    }
}

fn arrow(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::After => "-->",
        EdgeKind::BuildsOn | EdgeKind::Serves => "-.->",
        EdgeKind::Leads | EdgeKind::Chain => "==>",
        EdgeKind::Commands => "---",
        EdgeKind::Helps => "-.-",
    }
}

/// What is written on an arrow, where there is more than one kind.
fn words(kind: EdgeKind, several: bool) -> &'static str {
    match kind {
        _ if !several => "",
        EdgeKind::After | EdgeKind::Leads => "",
        EdgeKind::BuildsOn => "|依托|",
        EdgeKind::Serves => "|支撑|",
        EdgeKind::Helps => "|配合|",
        EdgeKind::Commands => "|隶属|",
        EdgeKind::Chain => "|责任链|",
    }
}

/// The text with every ASCII sign that is no letter, digit, blank or comma as its number; never an empty string, which
/// Mermaid does not read.
fn escaped(text: &str) -> String {
    if text.is_empty() {
        return "—".to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_ascii() && !sign.is_ascii_alphanumeric() && !matches!(sign, ' ' | ',' | '%') {
            out.push_str(&format!("#{};", u32::from(sign)));
        } else {
            out.push(sign);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_sign_means_more_than_itself() {
        assert_eq!(escaped("1. “甲”\"<b>`#"), "1#46; “甲”#34;#60;b#62;#96;#35;");
        assert_eq!(escaped(""), "—");
    }
}
