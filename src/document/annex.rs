//! Annexes that were written as the last sections of a plan: `## 附件`, `## 附件：主要指标表`.
//!
//! Takes the body of a plan, gives the text without them, their names, and what stands in them. A section that holds
//! values, measures or headings stays one: links may lead there.

use crate::numbering::Mark;
use crate::plan::{Fact, Holder, Part};

use super::section::Extra;
use super::tree::{self, Node};
use super::{Block, Writer, assemble};

/// An annex.
pub(super) struct Annex {
    /// Its title.
    pub name: String,
    /// What stands in it; none where only its name is given.
    pub body: Vec<Block>,
}

/// How many pieces of the text are no annexes: those stand at its end.
pub(super) fn text_before(writer: &Writer, body: &[Part]) -> usize {
    let is_annex = |part: &Part| tree::node(writer.plan, part).is_some_and(|node| annexes(writer, node).is_some());
    body.len() - body.iter().rev().take_while(|part| is_annex(part)).count()
}

/// The annexes at the end of the text, in order.
pub(super) fn at_end(writer: &Writer) -> Vec<Annex> {
    let body = &writer.plan.body;
    let nodes = tree::nodes(writer.plan, &body[text_before(writer, body)..]);
    nodes.filter_map(|node| annexes(writer, node)).flatten().collect()
}

/// What a section annexes; none if it is no such section.
fn annexes<'p>(writer: &Writer<'p>, node: Node<'p>) -> Option<Vec<Annex>> {
    if !matches!(node.holder, Holder::Section(_)) {
        return None;
    }
    let rest = node.words().strip_prefix("附件")?.trim_start_matches(assemble::is_digit);
    let name = match rest.strip_prefix(['：', ':', ' ', '　', '.', '．', '、']) {
        Some(name) => name.trim(),
        None if rest.is_empty() => "",
        None => return None,
    };
    if !node.body.iter().all(|part| matches!(part, Part::Prose(_) | Part::Grid(_) | Part::Fact(Fact::Show(_)))) {
        return None;
    }
    if name.is_empty() {
        return names(writer, node.body);
    }
    let said = writer.said(node.title, node.body);
    let mut body = writer.body(node.body, &said, node.holder, Extra::default());
    // Its title is that of the only table in it.
    if let [Block::Table(table)] = &mut body[..] {
        table.caption = None;
    }
    Some(vec![Annex { name: name.to_owned(), body }])
}

/// The names that the lines of a list give: `1. 任务分解表`.
fn names(writer: &Writer, body: &[Part]) -> Option<Vec<Annex>> {
    let name = |part: &Part| {
        let Part::Prose(prose) = part else { return None };
        let line = writer.prose_words(prose);
        let is_name = Mark::read(&line).is_some() && !line.contains('。');
        is_name.then(|| Annex { name: assemble::attachment(&line), body: Vec::new() })
    };
    body.iter().filter(|part| !is_signature(part)).map(name).collect()
}

fn is_signature(part: &Part) -> bool {
    matches!(part, Part::Prose(prose) if prose.is_signature)
}
