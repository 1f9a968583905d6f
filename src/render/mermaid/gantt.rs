//! The picture of time as a Gantt chart of Mermaid.
//!
//! Takes a graph whose nodes have times, gives text. Mermaid draws no lines between bars and knows no open dates: a bar
//! ends where the written time ends, and what has no date is left out and counted.

use std::fmt::{self, Write};

use crate::graph::{Days, Graph, Node, NodeKind, Time, lettering, written};

pub(super) fn gantt(graph: &Graph) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = print(graph, &mut out);
    out
}

fn print(graph: &Graph, out: &mut String) -> fmt::Result {
    writeln!(out, "gantt")?;
    let title = plain(&graph.title);
    writeln!(out, "  title {title}")?;
    writeln!(out, "  dateFormat YYYY-MM-DD")?;
    writeln!(out, "  axisFormat %Y-%m")?;
    let phases = graph.nodes.iter().enumerate().filter(|(_, node)| node.kind == NodeKind::Phase);
    section(out, "阶段", phases)?;
    for (group, label) in graph.groups.iter().enumerate() {
        section(out, &label.label, graph.nodes.iter().enumerate().filter(|(_, node)| node.group == Some(group)))?;
    }
    let undated = graph.nodes.iter().filter(|node| node.kind == NodeKind::Measure && bars(0, node).is_empty()).count();
    if undated > 0 {
        writeln!(out, "  %% 另有{undated}项没有写明日期，未画")?;
    }
    Ok(())
}

fn section<'a>(out: &mut String, label: &str, nodes: impl Iterator<Item = (usize, &'a Node)>) -> fmt::Result {
    let lines: Vec<String> = nodes.flat_map(|(at, node)| bars(at, node)).collect();
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "  section {}", plain(label))?;
    lines.iter().try_for_each(|line| writeln!(out, "    {line}"))
}

/// The bars of a node: one for its time, and a milestone for each of its marks.
fn bars(at: usize, node: &Node) -> Vec<String> {
    let Some(time) = &node.time else { return Vec::new() };
    let label = plain(&node.label);
    let mut lines = Vec::new();
    if let Some(days) = stretch(time) {
        let critical = if node.critical { "crit, " } else { "" };
        let sort = if days.count() == 1 { "milestone, " } else { "" };
        let end = if days.count() == 1 { "1d".to_owned() } else { written(days.last + 1) };
        lines.push(format!("{label} :{critical}{sort}t{at}, {}, {end}", written(days.first)));
    }
    for (number, mark) in time.marks.iter().enumerate().take(40) {
        let words = plain(&mark.words);
        lines.push(format!("{label} {words} :milestone, t{at}m{number}, {}, 1d", written(mark.days.last)));
    }
    lines
}

fn stretch(time: &Time) -> Option<Days> {
    time.start.into_iter().chain(time.end).reduce(Days::joined)
}

/// Words without the signs that Mermaid ends a name or a line at.
fn plain(text: &str) -> String {
    let clean = lettering::clean(text);
    let kept: String = clean
        .chars()
        .map(|sign| match sign {
            ':' => '：',
            ';' => '；',
            '#' => '＃',
            ',' => '，',
            '%' => '％',
            '<' => '＜',
            '>' => '＞',
            '&' => '＆',
            '"' | '`' | '\\' | '{' | '}' | '[' | ']' => ' ',
            sign => sign,
        })
        .collect();
    let kept = kept.trim();
    if kept.is_empty() { "—".to_owned() } else { kept.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn no_sign_ends_a_name() {
        assert_eq!(plain("甲: 98%; #1"), "甲： 98％； ＃1");
        assert_eq!(plain(" \u{0}"), "—");
    }
}
