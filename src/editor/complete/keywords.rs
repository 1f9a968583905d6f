//! Keywords: at the beginning of a data line those of its place, in a heading those that open a noun.

use super::offer::{Entry, Offer, escaped};
use crate::editor::Kind;
use crate::editor::meaning::{form, meaning, plain};
use crate::syntax::keyword::{Keyword, Place, Shape};
use crate::syntax::line::is_blank;
use crate::syntax::word::Tongue;
use crate::text;

/// The titles that the parts of a plan usually have.
const TITLES: [&str; 8] =
    ["指导思想", "基本原则", "工作目标", "主要任务", "重点任务", "实施步骤", "保障措施", "工作要求"];

/// What titles of measures and of goals begin with most, and those that phases have.
const DEEDS: [&str; 10] = ["加强", "完善", "健全", "建立", "开展", "推进", "实施", "落实", "优化", "强化"];
const AIMS: [&str; 5] = ["提高", "巩固", "完善", "优化", "扩大"];
const STAGES: [&str; 4] = ["动员部署", "组织实施", "督导检查", "总结验收"];

impl Offer<'_> {
    /// What the title of a goal, a measure or a phase may begin with.
    pub fn openings(&mut self, keyword: Keyword) {
        let (words, detail) = match keyword {
            _ if self.tongue != Tongue::Zh => return,
            Keyword::Goal => (&AIMS[..], text!(zh: "目标常用的开头", en: "titles of goals begin so")),
            Keyword::Measure => (&DEEDS[..], text!(zh: "措施常用的开头", en: "titles of measures begin so")),
            Keyword::Phase => (&STAGES[..], text!(zh: "阶段常用的标题", en: "a usual title of a phase")),
            _ => return,
        };
        words.iter().for_each(|word| self.word(1, word, Kind::Word, detail.clone()));
    }

    /// The keywords that may stand at a place, the commonest first.
    pub fn keywords(&mut self, place: Place) {
        let fits = |keyword: &&Keyword| place != Place::ANY && place.is_in(keyword.places());
        Keyword::ALL.iter().filter(fits).for_each(|keyword| self.keyword(*keyword, group(*keyword, place)));
    }

    /// The keywords that a heading may begin with, and the titles that are usual.
    pub fn headings(&mut self, level: usize) {
        let at_top =
            [Keyword::Plan, Keyword::Notice, Keyword::Owners, Keyword::Indicators, Keyword::Units, Keyword::Calendar];
        let nouns = [Keyword::Goal, Keyword::Measure, Keyword::Phase];
        let (first, then) = if level <= 1 { (&at_top[..], &nouns[..]) } else { (&nouns[..], &at_top[..0]) };
        let draft = self.draft;
        // A file is one plan, and no two of its headings are called alike.
        let others = draft.rows.iter().filter(|row| row.is_heading() && !row.line.whole.contains(&self.start()));
        let (written, has_plan) = others.fold((Vec::new(), false), |(mut titles, has_plan), row| {
            titles.extend(row.keyword.is_none().then(|| draft.slice(&row.key)));
            (titles, has_plan || row.keyword == Some(Keyword::Plan))
        });
        written.iter().for_each(|title| self.leave_out(title));
        let first = first.iter().filter(|keyword| !has_plan || **keyword != Keyword::Plan);
        first.for_each(|keyword| self.keyword(*keyword, 1));
        then.iter().for_each(|keyword| self.keyword(*keyword, 2));
        if level > 1 && self.tongue == Tongue::Zh {
            for title in TITLES {
                self.word(3, title, Kind::Section, text!(zh: "常用的标题", en: "a usual title"));
            }
        }
    }

    fn keyword(&mut self, keyword: Keyword, group: u8) {
        let word = self.form(keyword.zh(), keyword.en());
        let has_colon = {
            let rest = self.draft.text.get(self.offset..).unwrap_or_default();
            rest.trim_start_matches(is_blank).starts_with(['：', ':'])
        };
        // What is there already is not put in twice.
        let form = if has_colon { "" } else { form(keyword, self.tongue) };
        let stop = if keyword.shape() == Shape::Body || has_colon { "" } else { "$0" };
        let colon = match (form.is_empty(), self.tongue) {
            (true, _) => "",
            (false, Tongue::Zh) => "：",
            (false, Tongue::En) => ": ",
        };
        let entry = Entry {
            label: word,
            kind: Kind::Keyword,
            detail: meaning(keyword),
            snippet: format!("{}{form}{stop}", escaped(word)),
            plain: if keyword.is_named() {
                format!("{word}{}", if form.is_empty() { "" } else { " " })
            } else {
                format!("{word}{colon}")
            },
            also: format!("{} {}", keyword.en(), plain(form).trim()),
        };
        self.add(group, entry);
    }
}

/// What is written at a place more often comes before what is written seldom.
fn group(keyword: Keyword, place: Place) -> u8 {
    let is_common = match keyword {
        Keyword::Lead | Keyword::With | Keyword::Due | Keyword::Serves | Keyword::Quota => true,
        Keyword::After | Keyword::Output | Keyword::Start => place.is_in(Place::MEASURE),
        Keyword::Period | Keyword::Accountable | Keyword::Basis | Keyword::Use => {
            place == Place::PLAN || place == Place::FILE
        }
        Keyword::Issuer | Keyword::To | Keyword::Date => place == Place::NOTICE,
        Keyword::Total | Keyword::Part => place == Place::SERIES,
        Keyword::Leader | Keyword::Deputy | Keyword::Members | Keyword::Office | Keyword::Meets => true,
        Keyword::Alias | Keyword::Duty | Keyword::Unit | Keyword::Better | Keyword::Bounds => true,
        Keyword::Note | Keyword::Attachment | Keyword::Levels | Keyword::Alliance => false,
        _ => return 2,
    };
    if is_common { 1 } else { 3 }
}
