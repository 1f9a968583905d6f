//! What fits behind a keyword that takes more than one kind of thing: deliverables, who pays, what follows from a
//! condition, measures that a goal names, documents, rules.

use std::collections::{BTreeMap, BTreeSet};

use super::choices::{Meant, RELATIONS};
use super::offer::{Entry, Offer, escaped};
use super::spot;
use crate::check::{RULES, pages};
use crate::editor::Kind;
use crate::editor::index::{Thing, expected};
use crate::plan::{Id, Measure, OwnerKind, Step};
use crate::syntax::keyword::Keyword;
use crate::text;

/// What befalls whoever the condition means, as plans say it most.
const THEN: [&str; 8] = [
    "约谈主要负责人",
    "限期整改",
    "通报批评",
    "取消当年评优资格",
    "年度考核不得评为优秀",
    "待岗培训",
    "予以表彰",
    "予以奖励",
];
const DURATIONS: [(&str, &str); 7] = [
    ("5个工作日", "5 working days"),
    ("15日", "15 days"),
    ("1个月", "1 month"),
    ("3个月", "3 months"),
    ("半年", "6 months"),
    ("1年", "1 year"),
    ("3年", "3 years"),
];
const THEN_MARK: [Meant; 1] = [("则：", "then: ", "怎样处理", "what follows")];

/// What kinds of things are offered behind a keyword: fewer than it takes, where the rest is seldom meant.
pub(super) fn kinds(keyword: Keyword) -> &'static [Kind] {
    match keyword {
        Keyword::After | Keyword::BuildsOn => &[Kind::Measure, Kind::Phase],
        _ => expected(keyword),
    }
}

impl Offer<'_> {
    /// What a measure delivers: a document, or a group that it founds.
    pub fn outputs(&mut self) {
        let entry = Entry {
            label: "《》",
            kind: Kind::Basis,
            detail: text!(zh: "文件，写在书名号里", en: "a document, in title marks"),
            snippet: "《${1}》".to_owned(),
            plain: "《》".to_owned(),
            also: String::new(),
        };
        self.add(1, entry);
        self.names(&[Kind::Group]);
    }

    /// Who pays: what the plan names as a source, then its organs.
    pub fn payers(&mut self) {
        let Some(analysis) = self.analysis else { return self.names(&[Kind::Owner]) };
        let plan = &analysis.compiled.plan;
        let sources =
            plan.funds.iter().flat_map(|fund| fund.source.iter().chain(fund.payers.iter().map(|each| &each.name)));
        let known: BTreeSet<&str> = sources.map(|source| source.value.as_str()).collect();
        for source in known {
            self.word(1, source, Kind::Fund, text!(zh: "方案里的经费来源", en: "pays for something in the plan"));
        }
        for owner in
            plan.owners.iter().filter(|owner| owner.kind == OwnerKind::Organ && !owner.is_class && owner.made.is_none())
        {
            let pays = ["财政", "政府"].iter().any(|word| owner.name.value.contains(word));
            let detail = match owner.full_name.as_ref().map(|name| name.value.as_str()) {
                Some(full) => text!(zh: "主体 · {full}", en: "owner · {full}"),
                None => text!(zh: "主体", en: "owner"),
            };
            self.word(if pays { 2 } else { 3 }, &owner.name.value, Kind::Owner, detail);
        }
    }

    /// Whom a condition means: whoever the plan names, classes and posts before single organs.
    pub fn meant(&mut self) {
        self.names(&[Kind::Post, Kind::Owner, Kind::Group]);
    }

    /// Usual lengths of time.
    pub fn durations(&mut self) {
        for (zh, en) in DURATIONS {
            let word = self.form(zh, en);
            self.word(1, word, Kind::Date, text!(zh: "时长", en: "a length of time"));
        }
    }

    /// 如…，则：…: the mark between the two, and what follows in other conditions.
    pub fn condition(&mut self, from: usize, written: &str) {
        let mark = ["则", "then"].iter().find_map(|word| Some((written.rfind(word)?, word.len())));
        let Some((at, length)) = mark else {
            if written.contains(['，', ',']) {
                self.at(spot::after_mark(written, from, &['，', ','])).paired(&THEN_MARK);
            }
            return;
        };
        let start = spot::after_mark(&written[at + length..], from + at + length, &['：', ':']);
        self.at(start);
        if let Some(analysis) = self.analysis {
            let used: BTreeSet<&str> =
                analysis.compiled.plan.conditions.iter().map(|condition| condition.then.value.as_str()).collect();
            for then in used {
                self.word(1, then, Kind::Word, text!(zh: "方案里的处理", en: "what follows elsewhere in the plan"));
            }
        }
        THEN.iter().for_each(|then| self.word(2, then, Kind::Word, text!(zh: "常用的处理", en: "a usual consequence")));
    }

    /// Measures that stand elsewhere, below a goal that they serve.
    pub fn measures(&mut self, from: usize, written: &str) {
        let start = spot::after_mark(written, from, spot::LIST);
        written.split(spot::LIST).for_each(|name| self.leave_out(name));
        self.at(start).names(&[Kind::Measure]);
    }

    /// Whether the line is data right below a goal.
    pub fn is_below_goal(&self) -> bool {
        let rows = &self.draft.rows;
        let row = self.draft.row_at(self.offset).and_then(|at| rows.get(at)).filter(|row| row.is_data());
        let parent = row.and_then(|row| rows.get(row.parent?));
        parent.is_some_and(|parent| parent.keyword == Some(Keyword::Goal))
    }

    /// Documents that the plan cites, and what it has to do with them.
    pub fn documents(&mut self, from: usize, written: &str) {
        if written.contains('》') && written.contains(['，', ',']) {
            return self.at(spot::after_mark(written, from, &['，', ','])).paired(&RELATIONS);
        }
        let start = spot::after_mark(written, from, &['、']);
        self.at(start);
        if let Some(analysis) = self.analysis {
            for basis in analysis.compiled.plan.bases.iter().filter(|basis| basis.is_titled) {
                let title = format!("《{}》", basis.title.value);
                let number = basis.number.as_ref().map(|number| format!("，{}", number.value)).unwrap_or_default();
                let plain = format!("{title}{number}");
                let detail = text!(zh: "方案里的依据", en: "cited in the plan");
                let entry =
                    Entry { label: &title, kind: Kind::Basis, detail, snippet: escaped(&plain), plain, also: number };
                self.add(1, entry);
            }
        }
        let detail = text!(zh: "文件和文号", en: "a document and its number");
        let snippet = match self.form("zh", "en") {
            "zh" => "《${1:文件}》，${2:文号}",
            _ => "《${1:document}》, ${2:number}",
        };
        let plain = "《》".to_owned();
        self.add(
            2,
            Entry {
                label: "《》", kind: Kind::Basis, detail, snippet: snippet.to_owned(), plain, also: String::new()
            },
        );
    }

    /// The rules that a comment may let something off: those with findings right below first.
    pub fn codes(&mut self) {
        let below = self.offset;
        let near = |start: u32| (start as usize) >= below && (start as usize) < below + 2000;
        let findings = self.analysis.into_iter().flat_map(|analysis| &analysis.compiled.findings);
        let source = self.analysis.map(|analysis| analysis.compiled.plan.span.source);
        let found: BTreeSet<&str> = findings
            .filter(|found| Some(found.span.source) == source && near(found.span.start))
            .map(|found| found.code)
            .collect();
        let rules: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
        for page in pages().into_iter().filter(|page| rules.contains(page.code)) {
            let manual = page.manual();
            let (zh, en) = manual.title();
            let group = if found.contains(page.code) { 1 } else { 2 };
            self.word(group, page.code, Kind::Word, text!(zh: "{zh}", en: "{en}"));
        }
    }

    /// What comes after the measure that the line belongs to, and so cannot come before it.
    pub fn later(&self) -> Vec<String> {
        let Some(analysis) = self.analysis else { return Vec::new() };
        let plan = &analysis.compiled.plan;
        let draft = self.draft;
        let mut at = draft.row_at(self.offset).and_then(|index| draft.rows.get(index));
        while let Some(row) = at.filter(|row| row.keyword != Some(Keyword::Measure)) {
            at = row.parent.and_then(|parent| draft.rows.get(parent));
        }
        let Some(row) = at else { return Vec::new() };
        let name = draft.slice(row.name.as_ref().unwrap_or(&row.value));
        let own = plan.measures.entries().find(|(_, measure)| measure.name.value == name);
        let mut open: Vec<Id<Measure>> = own.map(|(id, _)| id).into_iter().collect();
        let mut seen: BTreeSet<Id<Measure>> = BTreeSet::new();
        let mut waiting: BTreeMap<Id<Measure>, Vec<Id<Measure>>> = BTreeMap::new();
        for (id, measure) in plan.measures.entries() {
            for step in &measure.after {
                if let Some(Step::Measure(before)) = step.target() {
                    waiting.entry(before).or_default().push(id);
                }
            }
        }
        while let Some(id) = open.pop() {
            let next = waiting.get(&id).into_iter().flatten().copied();
            let next: Vec<_> = next.filter(|id| seen.insert(*id)).collect();
            open.extend(next);
        }
        let names = |id: &Id<Measure>| analysis.index.names(plan, Thing::Measure(*id));
        seen.iter().flat_map(names).map(|name| name.value.clone()).collect::<Vec<_>>()
    }
}
