//! Names: those that the text declares as it stands, then those that the last analysis knows of all files.

use super::offer::{Entry, Offer, escaped};
use super::spot;
use crate::diagnostic::Text;
use crate::editor::Kind;
use crate::editor::draft::{Draft, Row};
use crate::editor::index::{Thing, kind};
use crate::editor::rename::called;
use crate::plan::{LIBRARY, Owner};
use crate::source::Spanned;
use crate::syntax::keyword::{Keyword, Place};
use crate::text;

impl Offer<'_> {
    /// What has a name and is of one of these kinds.
    pub fn names(&mut self, wanted: &[Kind]) {
        self.understood(wanted);
        self.typed(wanted);
    }

    /// What stands for what is left open, and for nothing.
    pub fn holes(&mut self) {
        let (open, none) = (self.form("待定", "?"), self.form("无", "none"));
        self.word(8, open, Kind::Word, text!(zh: "还没有定", en: "still to be decided"));
        self.word(8, none, Kind::Word, text!(zh: "没有，也不从上面继承", en: "nobody, and nothing is inherited"));
    }

    /// Indicators of the standard library, whether it is used or not.
    pub fn library_indicators(&mut self) {
        let library = LIBRARY.iter().filter(|(name, _)| *name == "education");
        for (_, text) in library {
            let draft = Draft::read(text);
            for (index, row) in
                draft.rows.iter().enumerate().filter(|(_, row)| row.place == Place::INDICATORS && row.declares())
            {
                let unit = draft.below(index).find(|below| below.keyword == Some(Keyword::Unit));
                let unit = unit.map_or("%", |unit| draft.slice(&unit.value));
                let detail = text!(zh: "标准库 std.education · {unit}", en: "std.education · {unit}");
                self.word(5, draft.slice(&row.key), Kind::Indicator, detail);
            }
        }
    }

    /// What stands in `{…}`: parameters and the values that prose names.
    pub fn braces(&mut self) {
        let close = match self.draft.text.get(self.offset..).unwrap_or_default().chars().next() {
            Some('}' | '｝') => "",
            _ => "}",
        };
        let wanted = [Kind::Param, Kind::Indicator, Kind::Fund, Kind::Set];
        let mut names: Vec<(String, Kind, Text)> = Vec::new();
        if let Some(analysis) = self.analysis {
            let plan = &analysis.compiled.plan;
            for thing in analysis.index.things(plan) {
                let kind = kind(plan, thing);
                let name = analysis.index.names(plan, thing).first().map(|name| name.value.clone());
                names.extend(name.filter(|_| wanted.contains(&kind)).map(|name| (name, kind, self.detail(thing))));
            }
        }
        for row in &self.draft.rows {
            if let Some(name) = row.name.as_ref().filter(|_| row.keyword == Some(Keyword::Param)) {
                names.push((self.draft.slice(name).to_owned(), Kind::Param, said(Kind::Param)));
            }
        }
        for (name, kind, detail) in names {
            let plain = format!("{name}{close}");
            self.add(1, Entry { label: &name, kind, detail, snippet: escaped(&plain), plain, also: String::new() });
        }
    }

    /// What the last analysis knows, in the order of what is wanted.
    fn understood(&mut self, wanted: &[Kind]) {
        let Some(analysis) = self.analysis else { return };
        let plan = &analysis.compiled.plan;
        let rank = |thing: &Thing| wanted.iter().position(|wanted| *wanted == kind(plan, *thing));
        let mut things: Vec<(usize, Thing)> =
            analysis.index.things(plan).into_iter().filter_map(|thing| Some((rank(&thing)?, thing))).collect();
        things.sort_by_key(|(rank, _)| *rank);
        for (_, thing) in things {
            // What is only made of others where it is named, such as 甲＋乙, is written anew.
            if matches!(thing, Thing::Owner(id) if plan.owners[id].made.is_some()) {
                continue;
            }
            let names = analysis.index.names(plan, thing);
            let Some((first, others)) = names.split_first() else { continue };
            let also = others.iter().map(|name| name.value.as_str()).collect::<Vec<_>>().join(" ");
            let name = quoted(&first.value);
            let (kind, detail) = (kind(plan, thing), self.detail(thing));
            let group = if plan.is_own(first.span) { 2 } else { 4 };
            self.add(group, Entry { label: &first.value, kind, detail, snippet: escaped(&name), plain: name, also });
        }
    }

    /// Leaves out what is named in the line already, and of steps and goals what the line belongs to.
    pub fn without_named(&mut self, keyword: Keyword, written: &str) {
        written.split(spot::LIST).for_each(|name| self.leave_out(name));
        let draft = self.draft;
        let row = draft.row_at(self.offset).and_then(|index| draft.rows.get(index));
        // No group sits in itself, and nobody is above himself.
        let sits = [Keyword::Leader, Keyword::Deputy, Keyword::Members, Keyword::Office, Keyword::Under];
        if let Some(group) = row.and_then(|row| draft.rows.get(row.parent?)).filter(|_| sits.contains(&keyword)) {
            self.leave_out(draft.slice(&group.key));
        }
        if !matches!(keyword, Keyword::Serves | Keyword::After | Keyword::BuildsOn) {
            return;
        }
        let mut at = row;
        while let Some(row) = at {
            row.name.iter().chain([&row.value]).for_each(|name| self.leave_out(draft.slice(name)));
            at = row.parent.and_then(|parent| draft.rows.get(parent));
        }
        if keyword == Keyword::After {
            self.later().iter().for_each(|name| self.leave_out(name));
        }
    }

    /// What the text declares, be it newer than the analysis.
    fn typed(&mut self, wanted: &[Kind]) {
        let draft = self.draft;
        let here = draft.row_at(self.offset);
        for (_, row) in draft.rows.iter().enumerate().filter(|(index, _)| Some(*index) != here) {
            let Some((kind, name)) = declared(draft, row).filter(|(kind, _)| wanted.contains(kind)) else { continue };
            let name = name.trim_matches(['“', '”', '"']);
            let written = quoted(name);
            let entry = Entry {
                label: name,
                kind,
                detail: said(kind),
                snippet: escaped(&written),
                plain: written,
                also: String::new(),
            };
            self.add(3, entry);
        }
    }

    /// What a thing is, in a few words.
    fn detail(&self, thing: Thing) -> Text {
        let Some(analysis) = self.analysis else { return text!(zh: "", en: "") };
        let plan = &analysis.compiled.plan;
        let of = |words: &str| {
            let (zh, en) = called(kind(plan, thing));
            let en = en.trim_start_matches("an ").trim_start_matches("a ");
            if words.is_empty() {
                text!(zh: "{zh}", en: "{en}")
            } else {
                text!(zh: "{zh} · {words}", en: "{en} · {words}")
            }
        };
        match thing {
            Thing::Owner(id) => of(full_name(&plan.owners[id])),
            Thing::Goal(id) => of(title(&plan.goals[id].name, &plan.goals[id].title)),
            Thing::Measure(id) => of(title(&plan.measures[id].name, &plan.measures[id].title)),
            Thing::Phase(id) => of(title(&plan.phases[id].name, &plan.phases[id].title)),
            Thing::Indicator(id) => {
                let unit = plan.indicators[id].unit.as_ref().map(|unit| unit.value.to_string());
                of(unit.as_deref().unwrap_or_default())
            }
            Thing::Param(id) => of(plan.params[id].value.as_deref().unwrap_or_default()),
            Thing::Fund(id) => {
                of(&plan.funds[id].amount.as_ref().map(|amount| amount.value.to_string()).unwrap_or_default())
            }
            Thing::Set(_) | Thing::Chain(_) | Thing::Unit(_) => of(""),
        }
    }
}

/// A title, unless the name is one already.
fn title<'a>(name: &Spanned<String>, title: &'a Spanned<String>) -> &'a str {
    if name.value == title.value { "" } else { &title.value }
}

fn full_name(owner: &Owner) -> &str {
    owner.full_name.as_ref().map_or("", |name| name.value.as_str())
}

fn said(kind: Kind) -> Text {
    let (zh, en) = called(kind);
    let en = en.trim_start_matches("an ").trim_start_matches("a ");
    text!(zh: "{zh}", en: "{en}")
}

/// What a row of a text declares.
fn declared<'d>(draft: &Draft<'d>, row: &Row) -> Option<(Kind, &'d str)> {
    let named = |kind| {
        let name = row.name.as_ref().unwrap_or(&row.value);
        (!name.is_empty()).then(|| (kind, draft.slice(name)))
    };
    match row.keyword {
        Some(Keyword::Goal) => named(Kind::Goal),
        Some(Keyword::Measure) => named(Kind::Measure),
        Some(Keyword::Phase) => named(Kind::Phase).filter(|_| row.name.is_some()),
        None if row.declares() => {
            let kind = match row.place {
                Place::INDICATORS => Kind::Indicator,
                Place::UNITS => Kind::Unit,
                Place::CALENDAR => return None,
                _ if row.opens == Place::GROUP => Kind::Group,
                _ => Kind::Owner,
            };
            // The name ends where its declaration goes on, and is none if it is being typed.
            Some((kind, draft.slice(&row.key))).filter(|(_, name)| !name.is_empty())
        }
        _ => None,
    }
}

/// A name as a list has it: in quotation marks if it holds what parts names.
fn quoted(name: &str) -> String {
    let parts = ['，', ',', '；', ';', '：', ':'];
    let mut depth = 0_usize;
    let is_open = name.chars().any(|sign| {
        match sign {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && parts.contains(&sign)
    });
    if is_open { format!("“{name}”") } else { name.to_owned() }
}
