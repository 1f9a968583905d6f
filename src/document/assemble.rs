//! One document of one plan.
//!
//! Takes the plan, gives its notices, the plan itself and the tables it asks for as attachments.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::calendar::{Run, Start, When};
use crate::plan::{Fact, Holder, Id, Measure, OutputKind, Owner, OwnerKind, Part, Plan};

use super::flow::{self, is_ended};
use super::number::Outline;
use super::said::Said;
use super::section::Extra;
use super::sentence::{group, named};
use super::tree::{self, Node};
use super::wording::Wording;
use super::{
    Attachment, Banner, Block, Body, Document, Heading, Part as Page, annex, break_title, clean, derive, minutes,
    notice, paragraph, table,
};

/// Titles under which an office names its leading groups.
const ROSTERS: [&str; 6] = ["组织领导", "组织机构", "领导机构", "组织保障", "加强领导", "领导小组"];

/// A title that may be that, or a task of its own: 组织实施迎评工作.
const CARRYING_OUT: [&str; 1] = ["组织实施"];

/// Titles of sections that they can stand in where there is none of those.
const SUPPORT: [&str; 8] =
    ["保障措施", "工作保障", "实施保障", "保障机制", "强化保障", "工作要求", "有关要求", "相关要求"];

/// What the rooms of a document share while it is written.
pub(super) struct Writer<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The numbers of its headings.
    pub outline: Outline,
    /// Where the groups are named that no measure sets up.
    pub roster: Option<Holder>,
    /// What the prose of the whole plan says, once that is asked.
    everywhere: OnceCell<Said<'p>>,
    /// The words of derived sentences.
    pub wording: &'p Wording,
    /// The first measure that sets up each owner.
    founders: BTreeMap<Id<Owner>, Id<Measure>>,
}

/// The plan as a document: the notices that issue it, the plan, its attachments.
pub fn document(plan: &Plan) -> Document {
    document_with(plan, Wording::own())
}

/// The same in the words of an office.
pub fn document_with(plan: &Plan, wording: &Wording) -> Document {
    let writer = Writer::new(plan, wording);
    let tables = table::attached(&writer);
    let pages = annex::at_end(&writer).into_iter().map(|annex| (annex.name, annex.body));
    let pages = pages.chain(tables.into_iter().map(|(name, block)| (name, vec![block]))).collect::<Vec<_>>();
    // What is named on a line of its own and also stands at the end is one.
    let mut names = plan.attachments.iter().map(|name| attachment(&name.value)).collect::<Vec<_>>();
    names.retain(|name| pages.iter().all(|(page, _)| page != name));
    let before = names.len();
    names.extend(pages.iter().map(|(name, _)| name.clone()));
    let mut parts =
        (0..plan.notices.len()).map(|index| Page::Notice(notice::notice(&writer, index))).collect::<Vec<_>>();
    parts.push(Page::Plan(writer.plan_body(names.clone())));
    for (index, (name, body)) in pages.into_iter().enumerate().filter(|(_, (_, body))| !body.is_empty()) {
        let label = label(before + index, names.len());
        parts.push(Page::Attachment(Attachment { label, title: break_title(&name), body }));
    }
    clean::document(Document { name: title(plan), parts, imprint: notice::imprint(&writer) })
}

/// The title of a plan.
pub(super) fn title(plan: &Plan) -> String {
    let title = plan.title.as_ref().map(|title| title.value.trim()).filter(|title| !title.is_empty());
    let kind = plan.kind.as_ref().map(|kind| kind.value.as_str());
    dashed(title.or(kind).unwrap_or("（题目待定）"))
}

/// A title with the dash of years that their author has typed as a hyphen: 2026—2027学年.
fn dashed(title: &str) -> String {
    let is_year = |text: &str| text.len() == 4 && text.chars().all(|sign| sign.is_ascii_digit());
    let signs = title.char_indices().map(|(at, sign)| {
        let before = title.get(at.saturating_sub(4)..at).is_some_and(is_year);
        let rest = &title[at + sign.len_utf8()..];
        let after = rest.get(..4).is_some_and(is_year) && !rest[4..].starts_with(|next: char| next.is_ascii_digit());
        if matches!(sign, '-' | '－' | '–' | '~' | '～') && before && after { '—' } else { sign }
    });
    signs.collect()
}

/// What the plan calls itself, by its kind and the end of its title: 方案, 计划, 要点.
pub(super) fn paper(plan: &Plan) -> &'static str {
    const KINDS: [&str; 10] = ["方案", "计划", "规划", "要点", "意见", "办法", "简报", "纪要", "解读", "纲要"];
    let kind = plan.kind.as_ref().map_or("", |kind| kind.value.trim());
    let of = |text: &str| KINDS.into_iter().find(|word| text.ends_with(word));
    of(kind).or_else(|| of(title(plan).trim_end_matches(['）', ')']))).unwrap_or("方案")
}

/// What a briefing or minutes call themselves: their 文种, if that says more than what they are.
fn banner_name(plan: &Plan, paper: &str) -> String {
    let kind = plan.kind.as_ref().map(|kind| kind.value.trim()).filter(|kind| kind.ends_with(paper));
    kind.unwrap_or(paper).to_owned()
}

/// 期号: the number of a briefing or of minutes.
fn issue(plan: &Plan) -> String {
    plan.number.as_ref().map(|number| number.value.trim().to_owned()).unwrap_or_default()
}

/// The name of an attachment without a number of its own: they are numbered here.
pub(super) fn attachment(name: &str) -> String {
    let label = name.trim().strip_prefix("附件").unwrap_or(name);
    let rest = label.trim_start_matches(is_digit);
    let named = rest.strip_prefix(['.', '．', '、', '：', ':']).filter(|_| rest.len() < label.len());
    named.unwrap_or(name).trim().to_owned()
}

/// A digit of either width.
pub(super) fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit() || ('０'..='９').contains(&sign)
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
    pub(super) fn new(plan: &'p Plan, wording: &'p Wording) -> Self {
        let (outline, founders) = (Outline::of(plan), founders(plan));
        let mut writer = Self { plan, outline, roster: None, everywhere: OnceCell::new(), wording, founders };
        writer.roster = writer.place_of_groups();
        writer
    }

    /// Where the groups are named that no measure sets up: under the title that says so, else where the prose speaks of
    /// one, else among what supports the work.
    fn place_of_groups(&self) -> Option<Holder> {
        // Of a plan without them nothing asks.
        self.unfounded().next()?;
        let of =
            |fits: &dyn Fn(&Node) -> bool| first(self.plan, &self.plan.body, &|node| node.is_heading && fits(node));
        let titled = |words: &'static [&str]| move |node: &Node| words.iter().any(|word| node.title.contains(word));
        let groups: Vec<&Owner> = self.unfounded().collect();
        let is_named = |words: &str| {
            groups.iter().any(|group| words.contains(&group.name.value) || words.contains(group.official_name()))
        };
        let founds = |words: &str| is_named(words) && ["成立", "组建", "设立"].iter().any(|word| words.contains(word));
        let speaks = |node: &Node| {
            let is_section = matches!(node.holder, Holder::Section(_));
            is_section && tree::paragraphs(node.body).any(|prose| founds(&self.prose_words(prose)))
        };
        // A phase of 组织实施 and a goal of 组织保障 are about something else.
        let can_name = |node: &Node| matches!(node.holder, Holder::Section(_) | Holder::Measure(_));
        let rosters = |node: &Node| can_name(node) && titled(&ROSTERS)(node);
        let carries = |node: &Node| can_name(node) && titled(&CARRYING_OUT)(node);
        let supports = |node: &Node| matches!(node.holder, Holder::Section(_)) && titled(&SUPPORT)(node);
        of(&rosters).or_else(|| of(&carries)).or_else(|| of(&speaks)).or_else(|| of(&supports))
    }

    /// What the prose of the whole plan says.
    pub(super) fn everywhere(&self) -> &Said<'p> {
        self.everywhere.get_or_init(|| {
            let mut said = Said::default();
            self.say_all(&self.plan.body, &mut said);
            said
        })
    }

    /// Takes in all the prose of a text, that of its nodes too.
    fn say_all(&self, body: &'p [Part], said: &mut Said<'p>) {
        tree::paragraphs(body).for_each(|prose| said.paragraph(self.prose_words(prose), []));
        tree::below(self.plan, body).for_each(|body| self.say_all(body, said));
    }

    /// The groups that no measure sets up.
    pub(super) fn unfounded(&self) -> impl Iterator<Item = &'p Owner> {
        let groups = self.plan.owners.entries().filter(|(_, owner)| owner.kind == OwnerKind::Group);
        groups.filter(|(id, _)| !self.founders.contains_key(id)).map(|(_, owner)| owner)
    }

    /// The anchor of the place that tells of an owner: the measure that sets it up, or where the groups are named.
    pub(super) fn founding(&self, owner: Id<Owner>) -> Option<String> {
        let is_group = self.plan.owners[owner].kind == OwnerKind::Group;
        let founder = self.founders.get(&owner).map(|measure| Holder::Measure(*measure));
        let place = self.outline.place(founder.or(self.roster.filter(|_| is_group))?);
        place.map(|place| place.anchor.clone())
    }

    fn plan_body(&self, attachments: Vec<String>) -> Body {
        let plan = self.plan;
        let title = title(plan);
        let said = self.said(&title, &plan.body);
        let text = &plan.body[..annex::text_before(self, &plan.body)];
        let mut body = self.body(text, &said, Holder::Plan, Extra::default());
        let (sentence, is_start) = self.period(&title).unzip();
        let is_start = is_start.unwrap_or_default();
        if let Some(sentence) = sentence.as_ref().filter(|_| !is_start) {
            self.open_with(&mut body, sentence);
        }
        if self.roster.is_none() {
            let groups = self.unfounded().filter_map(|group| group::sentence(self, group, &said, self.everywhere()));
            let groups = groups.collect::<String>();
            put_groups(&mut body, &groups);
        }
        // 本方案自印发之日起施行 closes the text.
        body.extend(sentence.filter(|_| is_start).map(derive::paragraph));
        let is_alone = plan.notices.is_empty();
        let signatures: Vec<String> =
            plan.issuers.iter().filter(|_| is_alone).map(|issuer| self.official(issuer)).collect();
        let date = plan.date.as_ref().filter(|_| is_alone).map(|date| date.value.to_string());
        // What the data sign with is not signed again by lines of the text.
        let declared: Vec<String> = signatures.iter().chain(&date).cloned().collect();
        let typed = self.signature(&plan.body).into_iter().filter(|line| !is_signed(line, &declared));
        body.extend(derive::signature(typed));
        match (paper(plan), signatures.is_empty(), date) {
            // The head of a briefing or of minutes says who and when.
            (paper @ ("简报" | "纪要"), false, Some(date)) if is_alone => {
                if paper == "纪要" {
                    minutes::mark(&mut body);
                }
                let banner = Some(Banner {
                    name: banner_name(plan, paper),
                    issue: issue(plan),
                    organ: signatures.join(" "),
                    date,
                });
                Body { banner, title: break_title(&title), body, attachments, signatures: Vec::new(), date: None }
            }
            (_, _, date) => Body { banner: None, title: break_title(&title), body, attachments, signatures, date },
        }
    }

    /// When the plan runs, unless its title, its opening or its phases say so; and whether it is said from when on it is
    /// in force.
    fn period(&self, title: &str) -> Option<(String, bool)> {
        let when = &self.plan.period.as_ref()?.value;
        let period = when.to_string();
        let words = tree::paragraphs(&self.plan.body).map(|prose| self.prose_words(prose)).collect::<Vec<_>>();
        let said = joined(title) + &joined(&words.concat());
        let is_told = said.contains(&joined(&period)) || words.iter().any(|words| words.split('。').any(has_ends));
        let paper = paper(self.plan);
        // What tells of a plan is not carried out.
        let is_told = is_told || matches!(paper, "解读" | "简报" | "纪要") || self.is_told_by_phases(when);
        if is_told {
            return None;
        }
        let words = self.wording;
        Some(match when {
            When::From(Start::At(first), Run::On(_)) => (words.opening_start(paper, &first.to_string()), true),
            When::From(Start::Event(event), Run::On(_)) => (words.opening_start(paper, event), true),
            When::From(Start::Event(event), Run::Lasting(count, unit)) => {
                let start = words.opening_start(paper, event);
                (format!("{}，有效期{}。", start.trim_end_matches('。'), unit.counted(*count)), true)
            }
            When::Within(count, unit) => (words.opening_period(paper, &unit.counted(*count)), false),
            _ => (words.opening_period(paper, &period), false),
        })
    }

    /// Whether the phases, each with its time in its title, begin and end with the plan.
    fn is_told_by_phases(&self, period: &When) -> bool {
        let Some(period) = period.interval() else { return false };
        let phases = self.plan.phases.iter().filter(|phase| matches!(phase.holder, Holder::Section(_)));
        let times = phases.map(|phase| phase.time.as_ref().and_then(|time| time.value.interval()));
        let Some(times) = times.collect::<Option<Vec<_>>>() else { return false };
        let first = times.iter().map(|days| days.first).min();
        times.len() > 1 && first == Some(period.first) && times.iter().map(|days| days.last).max() == Some(period.last)
    }

    /// Adds the sentence on the period to the opening paragraph, or below it if that does not end as a sentence; where
    /// there is none, it begins the first section that tells of times or aims.
    fn open_with(&self, body: &mut Vec<Block>, sentence: &str) {
        const FITTING: [&str; 6] = ["步骤", "时间", "进度", "阶段", "目标", "要求"];
        let told = || derive::paragraph(sentence.to_owned());
        let fits = |block: &Block| match block {
            Block::Heading(heading) => {
                heading.level == 1
                    && heading.run_in.is_empty()
                    && FITTING.iter().any(|word| heading.text.contains(word))
            }
            _ => false,
        };
        let place = body.iter().position(fits);
        match (body.first_mut(), place) {
            (Some(Block::Paragraph(paragraph)), _) if is_ended(&paragraph.inlines) => {
                let made = format!("{}{}。", super::sentence::basis::ENACTING, paper(self.plan));
                let is_made = super::text::words(&paragraph.inlines).ends_with(&made);
                // 制定本方案。本方案: the plan is named already.
                let after = self.plan.period.as_ref().filter(|_| is_made).map(|period| match &period.value {
                    When::Within(count, unit) => self.wording.opening_length_after(&unit.counted(*count)),
                    when => self.wording.opening_period_after(&when.to_string()),
                });
                flow::go_on(&mut paragraph.inlines, after.unwrap_or_else(|| sentence.to_owned()));
            }
            (Some(Block::Paragraph(_)), _) => body.insert(1, told()),
            (_, Some(at)) => body.insert(at + 1, told()),
            _ => body.insert(0, told()),
        }
    }

    /// The full name of an owner.
    pub(super) fn official(&self, owner: &crate::plan::OwnerRef) -> String {
        match owner.target() {
            Some(id) => self.plan.owners[id].official_name().to_owned(),
            None => named(owner).to_owned(),
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

/// Puts the groups that no part of a plan names into a section of their own, its last, as an office would; into a
/// paragraph above the sections if those have no numbers.
fn put_groups(body: &mut Vec<Block>, groups: &str) {
    if groups.is_empty() {
        return;
    }
    let paragraphs = paragraph::parted(groups).map(|words| derive::paragraph(super::text::words(&words).into_owned()));
    let tops = body.iter().filter_map(|block| match block {
        Block::Heading(heading) if heading.level == 1 => Some(heading.mark.as_str()),
        _ => None,
    });
    let tops = tops.collect::<Vec<_>>();
    if tops.is_empty() || tops.iter().any(|mark| mark.is_empty()) {
        let at = body.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(body.len());
        body.splice(at..at, paragraphs);
        return;
    }
    let mark = super::number::mark(1, tops.len() + 1);
    let heading =
        Heading { level: 1, mark, text: "组织领导".to_owned(), anchor: "groups".to_owned(), run_in: Vec::new() };
    body.push(Block::Heading(heading));
    body.extend(paragraphs);
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
                if let Some(holder) = tree::holder(part) {
                    shows(plan, tree::body(plan, holder), out, false);
                }
            }
        }
    }
}

/// A date, or what stands for it.
pub(super) fn date(date: &crate::calendar::When) -> String {
    date.to_string()
}

/// The first measure that sets up each owner.
fn founders(plan: &Plan) -> BTreeMap<Id<Owner>, Id<Measure>> {
    let mut founders = BTreeMap::new();
    for (id, measure) in plan.measures.entries() {
        for output in &measure.outputs {
            if let OutputKind::Owner(owner) = output.kind {
                founders.entry(owner).or_insert(id);
            }
        }
    }
    founders
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn an_attachment_is_named_without_its_number() {
        for written in ["分工表", "1.分工表", "１．分工表", "附件２：分工表", "附件1.分工表", "2、分工表"]
        {
            assert_eq!(attachment(written), "分工表", "{written}");
        }
        assert_eq!(attachment("2026年任务表"), "2026年任务表");
        assert_eq!(attachment("附件清单"), "附件清单");
    }
}
