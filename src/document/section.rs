//! The text of sections, goals, measures and phases.
//!
//! Takes a body, gives its blocks: prose as written, then what its facts add, then the line of owners, then what is
//! nested. Facts above the first paragraph of a place follow its prose; facts below a paragraph follow that one, and end
//! its sentence where that is open.

use crate::plan::{Fact, Grid, Holder, Measure, Output, OutputKind, Part, Prose};

use super::flow::{self, Open, takes_more};
use super::paragraph::{self, NEXT};
use super::run::merged;
use super::said::Said;
use super::sentence::{basis, group, order, owner_line, result, when};
use super::tree::{self, Node};
use super::{Block, Inline, Paragraph, Writer, table};

/// Some prose, the facts that stand with it and what is nested below.
#[derive(Default)]
struct Segment<'p> {
    prose: Vec<&'p Prose>,
    /// Tables for reading, below the prose.
    grids: Vec<&'p Grid>,
    facts: Vec<&'p Fact>,
    nodes: Vec<Node<'p>>,
}

/// What a noun adds to its text besides its facts.
#[derive(Default)]
pub(super) struct Extra {
    /// Sentences on the leading groups.
    pub groups: Vec<String>,
    /// What comes first: it follows the first paragraph.
    pub first: Vec<String>,
    /// The same as the beginning of a sentence, for a text without prose.
    pub lead: String,
    /// Sentences before those of the facts: who is set up, who approves.
    pub before: Vec<String>,
    /// Sentences after those of the facts: what is delivered, what is forbidden.
    pub after: Vec<String>,
    /// What closes the last paragraph.
    pub closing: Vec<Inline>,
}

impl<'p> Writer<'p> {
    /// The blocks of a node, its heading left out. Takes what is said around it and the deadline that stands above it.
    pub(super) fn text(&self, node: Node<'p>, outer: &Said, until: Option<&str>) -> Vec<Block> {
        let mut said = self.said(node.title, node.body);
        said.until = until.map(str::to_owned);
        if !node.is_heading {
            said.surround(outer);
        }
        let extra = self.extra(node, &said);
        self.body(node.body, &said, node.holder, extra)
    }

    /// What the title and the prose of a body say.
    pub(super) fn said<'t>(&self, title: &'t str, body: &'t [Part]) -> Said<'t> {
        let mut said = Said::default();
        said.title(title);
        for prose in tree::paragraphs(body) {
            said.paragraph(self.prose_words(prose), named(prose));
        }
        said
    }

    /// Whether the words stand somewhere in a place or below it.
    pub(super) fn is_said_anywhere(&self, words: &str, said: &Said, at: Holder) -> bool {
        said.has(words) || !words.is_empty() && self.is_said_below(words, tree::body(self.plan, at))
    }

    fn is_said_below(&self, words: &str, body: &[Part]) -> bool {
        tree::nodes(self.plan, body).any(|node| {
            let outputs = match node.holder {
                Holder::Measure(id) => &self.plan.measures[id].outputs[..],
                _ => &[],
            };
            node.title.contains(words)
                || outputs.iter().any(|output| output.text.contains(words))
                || tree::paragraphs(node.body).any(|prose| self.prose_words(prose).contains(words))
                || self.is_said_below(words, node.body)
        })
    }

    /// The blocks of a body.
    pub(super) fn body(&self, body: &'p [Part], said: &Said, at: Holder, extra: Extra) -> Vec<Block> {
        let mut segments = segments(self.plan, body);
        let last = segments.pop().unwrap_or_default();
        let mut blocks = Vec::new();
        let mut rest = extra;
        let mut has_nodes = false;
        let mut add = |segment: &Segment<'p>, extra| {
            let next = self.segment(segment, said, at, extra);
            // What is nested above has ended its own sentences.
            if has_nodes {
                blocks.extend(next)
            } else {
                flow::append(&mut blocks, next)
            }
            has_nodes = !segment.nodes.is_empty();
        };
        for segment in segments {
            // What comes first stands in the first of them, what closes in the last.
            let closes = Extra {
                after: std::mem::take(&mut rest.after),
                closing: std::mem::take(&mut rest.closing),
                ..Extra::default()
            };
            add(&segment, std::mem::replace(&mut rest, closes));
        }
        add(&last, rest);
        blocks
    }

    fn segment(&self, segment: &Segment<'p>, said: &Said, at: Holder, extra: Extra) -> Vec<Block> {
        let mut out = Vec::new();
        let mut paragraphs = segment.prose.iter().map(|prose| self.prose(prose, at)).collect::<Vec<_>>();
        for grid in &segment.grids {
            self.grid(grid, &mut paragraphs, at, &mut out);
        }
        let mut groups = group::put_in(extra.groups, &mut paragraphs);
        // Below lists of seats what else is to be said begins anew.
        if groups.iter().any(|group| group.contains(NEXT)) {
            groups.push(NEXT.to_string());
        }
        let is_first = groups.is_empty() && extra.first.is_empty() && extra.before.is_empty();
        let open = Open::of(paragraphs.last().filter(|_| is_first), !segment.nodes.is_empty());
        let mut derived = self.derive(&segment.facts, said, at, &open);
        let mut after = extra.after;
        let next = derived.sentences.first_mut().or(after.first_mut());
        let next = next.filter(|next| paragraphs.is_empty() && extra.before.is_empty() && order::can_begin(next));
        let first = match next {
            // 在全区性质量监测的基础上，每两周开展一次抽测.
            Some(next) if !extra.first.is_empty() => {
                next.insert_str(0, &extra.lead);
                Vec::new()
            }
            _ => put_first(extra.first, &mut paragraphs),
        };
        self.put_numbers_in(&segment.facts, &mut paragraphs);
        if at == Holder::Plan && said.has_prose {
            self.put_bases_in(&segment.facts, said, &mut paragraphs);
        }
        let mut sentences = std::mem::take(&mut derived.sentences);
        let mut kinds = derived.kinds;
        kinds.push(sentences.len());
        sentences.extend(after.into_iter().chain(derived.conditions));
        paragraph::part_by_kind(&mut sentences, &kinds);
        let sentences = [groups, first, extra.before, sentences];
        let sentences = sentences.iter().flatten().map(String::as_str).collect::<String>();
        let ends_in_line = sentences.ends_with(NEXT) && !sentences.trim_end().ends_with('。');
        let mut told = paragraph::parted(&sentences).collect::<Vec<_>>();
        let has_below = !segment.nodes.is_empty();
        if let (Some(last), Some(first)) = (paragraphs.last_mut(), told.first_mut())
            && flow::takes(last, first, has_below)
        {
            last.append(first);
            told.remove(0);
        }
        paragraphs.append(&mut told);
        let mut closing = extra.closing;
        // A measure that stands alone below has no number: after the owners it would read as a stray.
        let is_alone = |node: &Node| !node.is_heading && matches!(node.holder, Holder::Measure(_));
        let has_lone = matches!(&segment.nodes[..], [only] if is_alone(only));
        match paragraphs.last_mut() {
            _ if has_lone => {}
            // The seats of a group end in no stop: nothing follows on their line.
            Some(_) if ends_in_line => paragraphs.push(std::mem::take(&mut closing)),
            Some(last) => last.append(&mut closing),
            // One line for a whole group of headings stands below it.
            None if !segment.nodes.iter().any(|node| node.is_heading) => paragraphs.push(std::mem::take(&mut closing)),
            None => {}
        }
        out.extend(blocks(paragraphs));
        out.append(&mut derived.blocks);
        self.nested(&segment.nodes, said, &mut out);
        if !closing.is_empty() {
            out.push(Block::Paragraph(Paragraph { inlines: closing, anchor: None, is_signature: false, label: None }));
        }
        out
    }

    /// Puts the documents that no prose names into the paragraph that says that the plan is made.
    fn put_bases_in(&self, facts: &[&Fact], said: &Said, paragraphs: &mut [Vec<Inline>]) {
        let bases = self.unsaid_bases(facts, said);
        if bases.is_empty() {
            return;
        }
        let texts = paragraphs.iter_mut().flatten().filter_map(|inline| match inline {
            Inline::Text { text } => Some(text),
            Inline::Link { .. } => None,
        });
        for text in texts {
            if basis::put_in(self.wording, text, &bases) {
                return;
            }
        }
    }

    /// The lines of prose that sign a text, wherever in it they stand.
    pub(super) fn signature(&self, body: &[Part]) -> Vec<String> {
        let mut lines = Vec::new();
        self.put_signature(body, &mut lines);
        lines
    }

    fn put_signature(&self, body: &[Part], lines: &mut Vec<String>) {
        let own = tree::paragraphs(body).filter(|prose| prose.is_signature);
        lines.extend(own.map(|prose| self.prose_words(prose).into_owned()));
        tree::below(self.plan, body).for_each(|body| self.put_signature(body, lines));
    }

    /// A table for reading and the prose above it, the last of which may be its caption.
    fn grid(&self, grid: &Grid, above: &mut Vec<Vec<Inline>>, at: Holder, out: &mut Vec<Block>) {
        let caption = above.pop_if(|last| table::reading::is_caption(&super::text::words(last)));
        out.extend(blocks(std::mem::take(above)));
        let rows = grid.rows.iter().map(|row| row.iter().map(|cell| self.cell(cell, at)).collect()).collect();
        let caption = caption.map(|caption| super::text::words(&caption).into_owned());
        out.push(Block::Table(table::reading::table(rows, &grid.colons, caption)));
    }

    fn extra(&self, node: Node<'p>, said: &Said) -> Extra {
        let mut extra = match node.holder {
            Holder::Measure(id) => self.measure_extra(&self.plan.measures[id], node, said),
            Holder::Goal(id) => Extra { closing: self.goal_line(&self.plan.goals[id], said), ..Extra::default() },
            Holder::Phase(id) => Extra { closing: self.phase_line(&self.plan.phases[id], said), ..Extra::default() },
            _ => Extra::default(),
        };
        if self.roster == Some(node.holder) {
            let groups = self.unfounded().filter_map(|group| group::sentence(self, group, said, self.everywhere()));
            extra.groups.extend(groups);
        }
        extra
    }

    fn measure_extra(&self, measure: &Measure, node: Node<'p>, said: &Said) -> Extra {
        let around = match measure.holder {
            Holder::Measure(id) => Some(&self.plan.measures[id]),
            _ => None,
        };
        let (mut before, delivered) = self.founded(measure, said);
        let results = result::unsaid(&delivered, said);
        let is_bare = !node.is_heading && tree::paragraphs(node.body).next().is_none();
        let mut after = Vec::new();
        if !is_bare {
            let first = order::order(self, measure, said).into_iter().collect::<Vec<_>>();
            before.extend(order::approval(self, measure, said));
            // What has a day of its own is told in a sentence: no bracket stands in the bracket of the line.
            let (dated, others) = result::dated(&results, measure);
            let dated = dated.iter().collect::<Vec<_>>();
            after.extend((!dated.is_empty()).then(|| format!("{}。", result::clause(&dated))));
            after.extend(order::forbidden(self, measure, said));
            let others = others.iter().collect::<Vec<_>>();
            let closing = self.measure_line(measure, around, &others, true, said);
            let lead = if first.is_empty() { String::new() } else { order::lead_in(self, measure, said) };
            return Extra { first, lead, before, after, closing, ..Extra::default() };
        }
        // Without prose its sentence says what it delivers and by when; only the owners are left for the line.
        let by = owner_line::own_due(measure, around).map(when::by);
        let tells_time = by.is_none() || delivered.is_empty();
        let by = by.unwrap_or_default();
        if !results.is_empty() {
            after.push(format!("{}{}。", if tells_time { "" } else { &by }, result::clause(&results)));
        } else if !tells_time {
            after.push(format!("{by}完成。"));
        }
        before.extend(order::approval(self, measure, said));
        after.extend(order::forbidden(self, measure, said));
        let closing = self.measure_line(measure, around, &[], tells_time, said);
        Extra { before, after, closing, ..Extra::default() }
    }

    /// The sentences on the groups a measure sets up, and what else it delivers.
    fn founded(&self, measure: &Measure, said: &Said) -> (Vec<String>, Vec<Output>) {
        let (mut sentences, mut others) = (Vec::new(), Vec::new());
        for output in &measure.outputs {
            match output.kind {
                OutputKind::Owner(id) if self.plan.owners[id].seats.is_some() => {
                    sentences.extend(group::sentence(self, &self.plan.owners[id], said, self.everywhere()));
                }
                _ => others.push(output.clone()),
            }
        }
        (sentences, others)
    }
}

/// A body parted where prose begins again after facts or nested text.
fn segments<'p>(plan: &'p crate::plan::Plan, body: &'p [Part]) -> Vec<Segment<'p>> {
    let mut segments: Vec<Segment> = vec![Segment::default()];
    let mut is_closed = false;
    for part in body {
        // What signs the text stands below all of it.
        if matches!(part, Part::Prose(prose) if prose.is_signature) {
            continue;
        }
        let begins = match part {
            // Prose that begins with a mark goes on behind the data above it, even where these come first of all.
            Part::Prose(prose) => is_closed || has_facts(&segments) && resumes(prose),
            Part::Grid(_) => segments.last().is_some_and(|segment| !segment.nodes.is_empty()),
            _ => false,
        };
        if begins {
            segments.push(Segment::default());
        }
        let Some(segment) = segments.last_mut() else { break };
        match part {
            Part::Prose(prose) => segment.prose.push(prose),
            Part::Grid(grid) => segment.grids.push(grid),
            Part::Fact(fact) => segment.facts.push(fact),
            node => segment.nodes.extend(tree::node(plan, node)),
        }
        is_closed = !(matches!(part, Part::Prose(_)) || segment.prose.is_empty() && segment.grids.is_empty());
    }
    segments
}

fn has_facts(segments: &[Segment]) -> bool {
    segments.last().is_some_and(|segment| !segment.facts.is_empty())
}

/// Whether prose begins with a mark.
fn resumes(prose: &Prose) -> bool {
    matches!(prose.inlines.first(), Some(crate::plan::Inline::Text(words)) if flow::resumes(&words.value))
}

fn blocks(paragraphs: Vec<Vec<Inline>>) -> impl Iterator<Item = Block> {
    let paragraphs = paragraphs.into_iter().map(merged).filter(|inlines| !inlines.is_empty());
    paragraphs.map(|inlines| Block::Paragraph(Paragraph { inlines, anchor: None, is_signature: false, label: None }))
}

/// Puts sentences behind the first of several paragraphs; gives back what cannot stand there.
fn put_first(sentences: Vec<String>, paragraphs: &mut [Vec<Inline>]) -> Vec<String> {
    match paragraphs {
        [first, _, ..] if !sentences.is_empty() && takes_more(first) => {
            first.push(Inline::text(sentences.concat()));
            Vec::new()
        }
        _ => sentences,
    }
}

/// The values a paragraph names.
fn named(prose: &Prose) -> impl Iterator<Item = crate::plan::NamedValue> {
    prose.inlines.iter().filter_map(|piece| match piece {
        crate::plan::Inline::Value(reference) => reference.value,
        crate::plan::Inline::Text(_) => None,
    })
}
