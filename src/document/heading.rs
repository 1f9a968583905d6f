//! Headings, and the items of lists that data lines make.
//!
//! Takes the nodes that stand below one another, gives their headings and texts. Siblings look alike: they run into
//! their first paragraphs together or not at all.

use crate::calendar::When;
use crate::numbering::{Mark, MarkKind};
use crate::plan::{Fact, Holder, Part, Quota};

use super::run::merged;
use super::said::Said;
use super::sentence::{order, when};
use super::tree::{self, Node};
use super::{Block, Heading, Inline, Paragraph, Writer, derive};

impl<'p> Writer<'p> {
    /// The nodes of one place, in order.
    pub(super) fn nested(&self, nodes: &[Node<'p>], said: &Said, out: &mut Vec<Block>) {
        if nodes.is_empty() {
            return;
        }
        let (above, is_said) = self.deadline_above(nodes, said).unzip();
        let until = above.as_deref().or(said.until.as_deref());
        let texts = nodes.iter().map(|node| self.text(*node, said, until)).collect::<Vec<_>>();
        let headings = nodes.iter().zip(&texts).filter(|(node, _)| node.is_heading);
        let runs_in = headings.clone().all(|(node, text)| self.can_run_in(node, text));
        let shared = self.shared_deadline(nodes);
        let told = until.filter(|_| is_said == Some(false));
        out.reserve(nodes.len() + texts.iter().map(Vec::len).sum::<usize>());
        if let Some(until) = shared.as_deref().or(told) {
            out.push(derive::paragraph(self.wording.goals_until(until)));
        }
        for (node, text) in nodes.iter().zip(texts) {
            if node.is_heading {
                self.heading(node, text, runs_in, out);
            } else {
                self.item(node, text, shared.is_none(), said, out);
            }
        }
    }

    fn can_run_in(&self, node: &Node, text: &[Block]) -> bool {
        let is_deep = self.outline.place(node.holder).is_some_and(|place| place.level >= 2);
        let is_leaf = tree::nodes(self.plan, node.body).all(|child| !child.is_heading);
        // A paragraph with a number of its own begins a line.
        let is_plain = |paragraph: &Paragraph| match paragraph.inlines.first() {
            Some(Inline::Text { text }) => Mark::read(text).is_none_or(|(mark, _)| mark.kind == MarkKind::Ordinal),
            _ => true,
        };
        is_deep && is_leaf && matches!(text.first(), Some(Block::Paragraph(paragraph)) if is_plain(paragraph))
    }

    fn heading(&self, node: &Node, text: Vec<Block>, runs_in: bool, out: &mut Vec<Block>) {
        let place = self.outline.place(node.holder).cloned().unwrap_or_default();
        let title = titled(node, place.typed);
        let (run_in, rest) = if runs_in { first_paragraph(text) } else { (Vec::new(), text) };
        // What begins with a data line runs into nothing: the heading has a line of its own.
        let is_alone = run_in.is_empty();
        let words = if is_alone { unstopped(title) } else { stopped(title) };
        let heading = Heading { level: place.level, mark: place.mark, text: words, anchor: place.anchor, run_in };
        out.push(Block::Heading(heading));
        out.extend(rest);
    }

    /// A data line: a numbered item, or a paragraph if it stands alone.
    fn item(&self, node: &Node, text: Vec<Block>, tells_deadline: bool, outer: &Said, out: &mut Vec<Block>) {
        let place = self.outline.place(node.holder).cloned().unwrap_or_default();
        let is_numbered = !place.mark.is_empty();
        let is_bare = tree::paragraphs(node.body).next().is_none();
        let mut follows = None;
        let before = match node.holder {
            // What is a title says only what is done.
            Holder::Measure(id) if is_bare && is_numbered => {
                follows = order::order(self, &self.plan.measures[id], outer);
                String::new()
            }
            Holder::Measure(id) if is_bare => order::lead_in(self, &self.plan.measures[id], outer),
            Holder::Goal(_) if tells_deadline => {
                self.deadline_of_title(node).map(|until| format!("{until}，")).unwrap_or_default()
            }
            _ => String::new(),
        };
        let mut words = stopped(format!("{before}{}", titled(node, place.typed)));
        let (run_in, rest) = first_paragraph(text);
        if !is_numbered && is_bare && matches!(node.holder, Holder::Measure(_)) && begins_with_result(&run_in) {
            words = words.trim_end_matches('。').to_owned() + "，";
        }
        let follows = follows.map(|told| match (node.holder, order::can_begin(&super::text::words(&run_in))) {
            (Holder::Measure(id), true) => order::lead_in(self, &self.plan.measures[id], outer),
            _ => told,
        });
        let run_in = merged(follows.into_iter().map(Inline::text).chain(run_in).collect());
        if !is_numbered {
            let inlines = merged([vec![Inline::text(words)], run_in].into_iter().flatten().collect());
            out.push(Block::Paragraph(Paragraph {
                inlines,
                anchor: Some(place.anchor),
                is_signature: false,
                label: None,
            }));
        } else {
            let heading = Heading { level: place.level, mark: place.mark, text: words, anchor: place.anchor, run_in };
            out.push(Block::Heading(heading));
        }
        out.extend(rest);
    }

    /// The deadline of all values of several goals, and whether the prose above them says it: 到2028年底，实现以下目标.
    fn deadline_above(&self, nodes: &[Node], said: &Said) -> Option<(String, bool)> {
        let quotas = |node: &Node| {
            let facts = node.body.iter().filter_map(|part| match part {
                Part::Fact(Fact::Quota(id)) => Some(&self.plan.quotas[*id]),
                _ => None,
            });
            facts.filter(|quota| !quota.is_obligation()).collect::<Vec<_>>()
        };
        let until = |quota: &Quota| quota.when.as_ref().map(|deadline| when::until(&deadline.value));
        let all = nodes.iter().map(quotas).collect::<Vec<_>>();
        let first = until(all.iter().flatten().next()?)?;
        if said.has_together([first.as_str(), "以下目标"]) {
            return Some((first, true));
        }
        let is_goal = |node: &Node| node.is_heading && matches!(node.holder, Holder::Goal(_));
        let is_plain = |quota: &&Quota| {
            let is_told = quota.start.is_none() && quota.series.is_empty() && quota.table.is_none();
            is_told && until(quota).as_deref() == Some(first.as_str())
        };
        // A goal that only has duties may stand among them where the plan itself ends by then.
        let last = |when: &When| when.interval().map(|days| days.last);
        let end = all.iter().flatten().next().and_then(|quota| last(&quota.when.as_ref()?.value.when));
        let is_to_end = end.is_some() && self.plan.period.as_ref().and_then(|period| last(&period.value)) == end;
        let has_duties = |node: &Node| node.body.iter().any(|part| matches!(part, Part::Fact(Fact::Quota(_))));
        let shares = |(node, quotas): (&Node, &Vec<&Quota>)| match &quotas[..] {
            [] => is_to_end && has_duties(node),
            quotas => quotas.iter().all(is_plain),
        };
        let is_shared = nodes.iter().zip(&all).all(shares);
        (nodes.len() > 1 && nodes.iter().all(is_goal) && is_shared).then_some((first, false))
    }

    /// The deadline that all of several goals share, if their titles say all they ask for.
    fn shared_deadline(&self, nodes: &[Node]) -> Option<String> {
        let mut deadlines = nodes.iter().map(|node| self.deadline_of_title(node));
        let first = deadlines.next()??;
        let is_list = nodes.len() > 1 && deadlines.all(|deadline| deadline.as_ref() == Some(&first));
        is_list.then_some(first)
    }

    /// The deadline of a goal whose title says all its quotas.
    fn deadline_of_title(&self, node: &Node) -> Option<String> {
        let quotas = node.body.iter().filter_map(|part| match part {
            Part::Fact(Fact::Quota(id)) => Some(&self.plan.quotas[*id]),
            _ => None,
        });
        let quotas = quotas.collect::<Vec<_>>();
        let first = when::until(&quotas.first()?.when.as_ref()?.value);
        let agrees = |quota: &&crate::plan::Quota| {
            let until = quota.when.as_ref().map(|deadline| when::until(&deadline.value));
            self.is_in_title(quota) && until.as_ref() == Some(&first)
        };
        quotas.iter().all(agrees).then_some(first)
    }
}

/// Whether a text begins by saying what a measure brings about: `形成…`, `2026年6月底前制定…`.
fn begins_with_result(text: &[Inline]) -> bool {
    const MADE: [&str; 6] = ["形成", "制定", "建立", "出台", "编制", "成立"];
    let words = super::text::words(text);
    let first = words.split(['。', '，']).next().unwrap_or_default();
    let begins = |made: &str| ["前", "内"].iter().any(|end| first.contains(&format!("{end}{made}")));
    MADE.iter().any(|made| first.starts_with(made) || begins(made))
}

/// The title from a byte on, and the time of a phase after it; with room for a stop.
fn titled(node: &Node, from: usize) -> String {
    let title = node.title.get(from..).unwrap_or(node.title);
    match node.time {
        Some(time) => format!("{title}（{}）", when::unbracketed(when::dashed(time))),
        None => {
            let mut words = String::with_capacity(title.len() + '。'.len_utf8());
            words.push_str(title);
            words
        }
    }
}

/// Words without the mark at their end.
fn unstopped(mut words: String) -> String {
    words.truncate(words.trim_end_matches(['。', '；', '：', '，']).len());
    words
}

/// Words with the stop that a sentence ends in.
fn stopped(words: String) -> String {
    if words.ends_with(['。', '！', '？', '；', '：']) { words } else { words + "。" }
}

/// What runs into the heading, and the rest.
fn first_paragraph(mut text: Vec<Block>) -> (Vec<Inline>, Vec<Block>) {
    if !matches!(text.first(), Some(Block::Paragraph(Paragraph { anchor: None, .. }))) {
        return (Vec::new(), text);
    }
    match text.remove(0) {
        Block::Paragraph(paragraph) => (paragraph.inlines, text),
        other => (Vec::new(), [vec![other], text].concat()),
    }
}
