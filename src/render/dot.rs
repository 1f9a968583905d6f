//! A graph in the language of Graphviz.
//!
//! Takes a graph, gives text for `dot`. Labels are wrapped as in our own drawings; everything is quoted and escaped.

use std::fmt::{self, Write};

use crate::graph::layout::LABEL_FONT;
use crate::graph::{Edge, EdgeKind, Flag, Graph, Node, NodeKind, lettering};

const FONT: &str = "Noto Sans CJK SC,Microsoft YaHei,PingFang SC,sans-serif";

/// Writes a graph for Graphviz.
pub fn dot(graph: &Graph) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = print(graph, &mut out);
    out
}

fn print(graph: &Graph, out: &mut String) -> fmt::Result {
    let title = quoted(&lettering::clean(&graph.title));
    writeln!(out, "digraph {{")?;
    writeln!(out, "  graph [label={title}, labelloc=t, rankdir=LR, charset=\"utf-8\", fontname=\"{FONT}\"];")?;
    writeln!(
        out,
        "  node [shape=box, style=\"rounded,filled\", fillcolor=white, color=\"#7b8896\", fontname=\"{FONT}\"];"
    )?;
    writeln!(out, "  edge [color=\"#77838f\", fontname=\"{FONT}\"];")?;
    let (clusters, others) = graph.clustered();
    for (at, (group, members)) in graph.groups.iter().zip(clusters).enumerate() {
        writeln!(out, "  subgraph cluster_{at} {{")?;
        writeln!(out, "    label={};", quoted(&lettering::clean(&group.label)))?;
        writeln!(out, "    style=\"rounded,filled\"; color=\"#ccd4dc\"; fillcolor=\"#f5f7f9\";")?;
        for number in members {
            writeln!(out, "    {}", node_line(number, &graph.nodes[number]))?;
        }
        writeln!(out, "  }}")?;
    }
    for number in others {
        writeln!(out, "  {}", node_line(number, &graph.nodes[number]))?;
    }
    for edge in graph.edges.iter().filter(|edge| edge.from.max(edge.to) < graph.nodes.len()) {
        writeln!(out, "  n{} -> n{} [{}];", edge.from, edge.to, edge_style(edge))?;
    }
    writeln!(out, "}}")
}

fn node_line(number: usize, node: &Node) -> String {
    let mut lines = lettering::wrap(&node.label, LABEL_FONT, LABEL_FONT * 12, 4);
    lines.extend(node.details.iter().map(|detail| lettering::clean(detail)));
    let label = quoted(&lines.join("\n"));
    let mut style = match node.kind {
        NodeKind::Goal => ", fillcolor=\"#24466b\", color=\"#24466b\", fontcolor=white".to_owned(),
        NodeKind::Quota => ", fillcolor=\"#fdf6e4\", color=\"#b8923a\"".to_owned(),
        NodeKind::Phase => ", fillcolor=\"#e7f0ea\", color=\"#5d8a6d\"".to_owned(),
        NodeKind::Owner => ", fillcolor=\"#e9f0f8\", color=\"#5b82ac\"".to_owned(),
        NodeKind::Outside => ", style=\"rounded,dashed\"".to_owned(),
        NodeKind::Measure => String::new(),
    };
    if node.flag.is_some() {
        style += ", style=\"rounded,filled,dashed\", fillcolor=\"#fdf3ea\", fontcolor=\"#1b2430\", color=\"#b3541e\"";
    }
    if node.critical || node.flag == Some(Flag::Cycle) {
        style += ", color=\"#b3261e\", penwidth=2.4";
    }
    format!("n{number} [label={label}, tooltip={}{style}];", quoted(&lettering::clean(&node.hover)))
}

fn edge_style(edge: &Edge) -> String {
    let style = match edge.kind {
        EdgeKind::After => "style=solid",
        EdgeKind::BuildsOn => "style=dashed, color=\"#3c6ea5\"",
        EdgeKind::Serves => "style=dotted, color=\"#4d8060\"",
        EdgeKind::Leads => "style=bold, color=\"#24466b\"",
        EdgeKind::Commands => "style=solid, color=\"#8b98a6\", arrowhead=none",
        EdgeKind::Chain => "style=bold, color=\"#4d8060\"",
        EdgeKind::Helps => "style=dashed, color=\"#9a7a2c\", arrowhead=empty",
    };
    let critical = if edge.critical || edge.cyclic { ", color=\"#b3261e\", penwidth=2.6" } else { "" };
    format!("{style}{critical}")
}

/// A string of Graphviz: quotes and backslashes escaped, `&` too, since it reads entities everywhere.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("\\n"),
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn strings_end_where_they_should() {
        assert_eq!(quoted("甲\"乙\\\n&lt;"), r#""甲\"乙\\\n&amp;lt;""#);
    }
}
