//! One document of one plan.
//!
//! Takes the plan, gives its notices, the plan itself and the tables it asks for as attachments.

use crate::plan::{Fact, Holder, OutputKind, Owner, OwnerKind, Part, Plan};

use super::number::Outline;
use super::section::Extra;
use super::sentence::named;
use super::tree::{self, Node};
use super::{Attachment, Block, Body, Document, Part as Page, break_title, clean, derive, notice, table};

/// Titles of the section in which an office names its leading groups.
const ROSTERS: [&str; 5] = ["组织领导", "组织机构", "组织保障", "加强领导", "领导小组"];

/// What the rooms of a document share while it is written.
pub(super) struct Writer<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The numbers of its headings.
    pub outline: Outline,
    /// Where the groups are named that no measure sets up.
    pub roster: Option<Holder>,
}

/// The plan as a document: the notices that issue it, the plan, its attachments.
pub fn document(plan: &Plan) -> Document {
    let writer = Writer::new(plan);
    let tables = table::attached(&writer);
    let names = plan.attachments.iter().map(|name| attachment(&name.value));
    let names = names.chain(tables.iter().map(|(name, _)| (*name).to_owned())).collect::<Vec<_>>();
    let mut parts =
        (0..plan.notices.len()).map(|index| Page::Notice(notice::notice(&writer, index))).collect::<Vec<_>>();
    parts.push(Page::Plan(writer.plan_body(&names)));
    for (index, (name, table)) in tables.into_iter().enumerate() {
        let label = label(plan.attachments.len() + index, names.len());
        parts.push(Page::Attachment(Attachment { label, title: break_title(name), body: vec![Block::Table(table)] }));
    }
    clean::document(Document { name: title(plan), parts, imprint: notice::imprint(&writer) })
}

/// The title of a plan.
pub(super) fn title(plan: &Plan) -> String {
    let title = plan.title.as_ref().map(|title| title.value.trim()).filter(|title| !title.is_empty());
    let kind = plan.kind.as_ref().map(|kind| kind.value.as_str());
    title.or(kind).unwrap_or("方案").to_owned()
}

/// What the plan calls itself, by its kind and the end of its title: 方案, 计划, 要点.
pub(super) fn paper(plan: &Plan) -> &'static str {
    const KINDS: [&str; 9] = ["方案", "计划", "规划", "要点", "意见", "办法", "简报", "解读", "纲要"];
    let kind = plan.kind.as_ref().map_or("", |kind| kind.value.trim());
    let of = |text: &str| KINDS.into_iter().find(|word| text.ends_with(word));
    of(kind).or_else(|| of(title(plan).trim_end_matches(['）', ')']))).unwrap_or("方案")
}

/// The name of an attachment without a number of its own: they are numbered here.
pub(super) fn attachment(name: &str) -> String {
    let rest = name.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let named = rest.strip_prefix(['.', '．', '、']).filter(|_| rest.len() < name.len());
    named.unwrap_or(name).trim().to_owned()
}

/// `附件`, or `附件2` if there are several.
fn label(index: usize, count: usize) -> String {
    if count == 1 { "附件".to_owned() } else { format!("附件{}", index + 1) }
}

/// Whether a line typed below a text repeats what the data print there.
pub(super) fn is_signed(line: &str, declared: &[String]) -> bool {
    let bare = |words: &str| words.chars().filter(|sign| !sign.is_whitespace()).collect::<String>();
    let (line, all) = (bare(line), bare(&declared.concat()));
    declared.iter().any(|words| bare(words) == line) || !line.is_empty() && all.starts_with(&line)
}

impl<'p> Writer<'p> {
    /// Numbers the plan, so that its parts can be written in any order.
    pub(super) fn new(plan: &'p Plan) -> Self {
        let roster = first(plan, &plan.body, &|node| ROSTERS.iter().any(|word| node.title.contains(word)));
        Self { plan, outline: Outline::of(plan), roster }
    }

    /// The groups that no measure sets up.
    pub(super) fn unfounded(&self) -> impl Iterator<Item = &'p Owner> {
        let plan = self.plan;
        let groups = plan.owners.entries().filter(|(_, owner)| owner.kind == OwnerKind::Group);
        let founded = move |id| {
            let outputs = plan.measures.iter().flat_map(|measure| &measure.outputs);
            outputs.into_iter().any(|output| output.kind == OutputKind::Owner(id))
        };
        groups.filter(move |(id, _)| !founded(*id)).map(|(_, owner)| owner)
    }

    /// The anchor of the measure that sets up an owner.
    pub(super) fn founding(&self, owner: crate::plan::Id<Owner>) -> Option<String> {
        let founds = |kind: OutputKind| kind == OutputKind::Owner(owner);
        let mut measures = self.plan.measures.entries();
        let (id, _) = measures.find(|(_, measure)| measure.outputs.iter().any(|output| founds(output.kind)))?;
        self.outline.place(Holder::Measure(id)).map(|place| place.anchor.clone())
    }

    fn plan_body(&self, attachments: &[String]) -> Body {
        let plan = self.plan;
        let title = title(plan);
        let said = self.said(&title, &plan.body);
        let mut body = self.body(&plan.body, &said, Holder::Plan, Extra::default());
        if let Some(sentence) = self.period(&title) {
            open_with(&mut body, sentence);
        }
        for (index, name) in attachments.iter().enumerate() {
            let label = if index == 0 { "附件：" } else { "" };
            let number = if attachments.len() == 1 { String::new() } else { format!("{}.", index + 1) };
            body.push(derive::paragraph(format!("{label}{number}{name}")));
        }
        let mut lines = self.signature(&plan.body);
        if plan.notices.is_empty() {
            let issuers = plan.issuers.iter().map(|issuer| self.official(issuer));
            let date = plan.date.as_ref().map(|date| date.value.to_string());
            let declared: Vec<String> = issuers.chain(date).collect();
            lines.retain(|line| !is_signed(line, &declared));
            lines.splice(0..0, declared);
        }
        body.extend(derive::signature(lines));
        Body { title: break_title(&title), body }
    }

    /// When the plan runs, unless its title or opening says so.
    fn period(&self, title: &str) -> Option<String> {
        let period = self.plan.period.as_ref()?.value.to_string();
        let words = tree::paragraphs(&self.plan.body).map(|prose| self.prose_words(prose)).collect::<Vec<_>>();
        let said = joined(title) + &joined(&words.concat());
        let is_told = said.contains(&joined(&period)) || words.iter().any(|words| words.split('。').any(has_ends));
        (!is_told).then(|| format!("本{}实施期限为{period}。", paper(self.plan)))
    }

    /// The full name of an owner.
    pub(super) fn official(&self, owner: &crate::plan::OwnerRef) -> String {
        match owner.target() {
            Some(id) => self.plan.owners[id].official_name().to_owned(),
            None => named(owner),
        }
    }
}

/// Whether a sentence tells from when to when: `自2017年9月起，至2020年8月止`.
fn has_ends(sentence: &str) -> bool {
    let years = sentence.match_indices("20").filter(|(at, _)| !sentence[..*at].ends_with(|c: char| c.is_ascii_digit()));
    years.count() > 1 && sentence.contains('起') && sentence.contains('至') && sentence.contains('止')
}

/// A time without the marks that may stand between its ends.
fn joined(text: &str) -> String {
    text.replace(['至', '—', '－', '-', '–', '~', '～', ' '], "")
}

/// Adds a sentence to the opening paragraph.
fn open_with(body: &mut Vec<Block>, sentence: String) {
    match body.first_mut() {
        Some(Block::Paragraph(paragraph)) => paragraph.inlines.push(super::Inline::Text { text: sentence }),
        _ => body.insert(0, derive::paragraph(sentence)),
    }
}

/// The first node of a text, from the top down, that fits.
fn first(plan: &Plan, body: &[Part], fits: &dyn Fn(&Node) -> bool) -> Option<Holder> {
    tree::nodes(plan, body).find_map(|node| if fits(&node) { Some(node.holder) } else { first(plan, node.body, fits) })
}

/// Every table that a text asks for, from the top down.
pub(super) fn shows<'p>(plan: &'p Plan, body: &'p [Part], out: &mut Vec<(&'p str, bool)>, is_plan: bool) {
    for part in body {
        match part {
            Part::Fact(Fact::Show(words)) => out.push((words.value.as_str(), is_plan)),
            part => {
                if let Some(node) = tree::node(plan, part) {
                    shows(plan, node.body, out, false);
                }
            }
        }
    }
}

/// A date, or what stands for it.
pub(super) fn date(date: &crate::calendar::When) -> String {
    date.to_string()
}
