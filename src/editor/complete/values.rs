//! What a quota is made of: its indicator, how much is asked, in what unit, on what terms.

use super::choices::Meant;
use super::offer::Offer;
use super::spot;
use crate::editor::Kind;
use crate::editor::draft::Draft;
use crate::plan::LIBRARY;
use crate::syntax::keyword::{Keyword, Place};
use crate::syntax::line::is_blank;
use crate::text;

/// Words before a number, in both tongues, and what they ask.
const ASKED: [Meant; 8] = [
    ("不低于", ">=", "至少", "at least"),
    ("不少于", ">=", "至少", "at least"),
    ("达到", ">=", "至少", "at least"),
    ("不超过", "<=", "至多", "at most"),
    ("控制在", "<=", "至多", "at most"),
    ("保持在", "keep", "已经达到，要保持", "reached already and to last"),
    ("增长", "grows by", "比基数多", "more than before"),
    ("下降", "falls by", "比基数少", "less than before"),
];
/// Clauses behind a number, in both tongues.
const CLAUSES: [Meant; 12] = [
    ("每学期", "per term", "每学期一次", "comes round each term"),
    ("每年", "per year", "每年一次", "comes round each year"),
    ("每季度", "per quarter", "每季度一次", "comes round each quarter"),
    ("每月", "per month", "每月一次", "comes round each month"),
    ("每周", "per week", "每周一次", "comes round each week"),
    ("每校", "per 学校", "每一个各要多少", "so much for each one"),
    ("约束性", "binding", "必须完成", "has to be reached"),
    ("预期性", "expected", "争取完成", "is hoped for"),
    ("由", "by ", "谁来做", "who does it"),
    ("对", "of ", "算的是谁", "whom it counts"),
    ("到", "until ", "最迟什么时候达到", "by when it is reached"),
    ("在", "in ", "在哪段时间里", "in what time"),
];
/// What clauses of money begin with besides.
const OF_FUNDS: [Meant; 4] = [
    ("来源", "from ", "谁出钱", "who pays"),
    ("给", "to ", "给谁", "who gets it"),
    ("用于", "for ", "作什么用", "what it is for"),
    ("占", "share of ", "占哪一笔的几成", "its share of something greater"),
];
/// Clauses of a report.
const OF_REPORTS: usize = 5;
/// What numbers of things are counted in most.
const COMMON: [&str; 8] = ["%", "所", "人", "名", "个", "次", "节", "万元"];

/// Money, as an indicator.
pub(super) const MONEY: &str = "金额";

impl Offer<'_> {
    /// What may stand in the value of a quota.
    pub fn quota(&mut self, keyword: Keyword, from: usize, written: &str) {
        let start = spot::after_mark(written, from, &['，', ',', '；', ';']);
        let is_first = !written.contains(['，', ',']);
        let part = self.draft.slice(&(start..self.offset));
        if let Some(unit) = behind_number(part) {
            let name = written.split([' ', '\u{3000}', '，', ',']).next().unwrap_or_default();
            let name = if keyword == Keyword::Fund { MONEY } else { name };
            return self.at(start + unit).units(name);
        }
        if !is_first {
            return self.clause(keyword, start, part);
        }
        match part.rfind(is_blank) {
            // The indicator stands; what is asked is to come.
            Some(at) => self.at(start + at + part[at..].chars().next().map_or(1, char::len_utf8)).asked(),
            None if keyword == Keyword::Meets => self.at(start).clauses(keyword),
            None if keyword == Keyword::Fund => self.at(start).names(&[Kind::Fund]),
            None => {
                self.at(start).names(&[Kind::Indicator]);
                self.library_indicators();
            }
        }
    }

    /// Units and counters; those of an indicator first.
    pub fn units(&mut self, indicator: &str) {
        if indicator == MONEY {
            ["万元", "元", "亿元"].iter().for_each(|unit| self.unit(1, unit));
        }
        if let Some(analysis) = self.analysis {
            let plan = &analysis.compiled.plan;
            let own = plan.indicators.iter().find(|known| known.name.value == indicator);
            let own = own.and_then(|own| own.unit.as_ref()).map(|unit| unit.value.to_string());
            if let Some(unit) = own {
                self.unit(1, &unit);
            }
            let thing = plan
                .units
                .things()
                .filter(|thing| indicator.trim_end_matches(['数', '量']).ends_with(thing))
                .max_by_key(|thing| thing.len());
            for counter in thing.map(|thing| plan.units.counters(thing)).unwrap_or_default() {
                self.unit(2, counter);
            }
        }
        COMMON.iter().for_each(|unit| self.unit(3, unit));
        if let Some(analysis) = self.analysis {
            analysis.compiled.plan.units.names().for_each(|unit| self.unit(4, unit));
            return;
        }
        for (_, text) in LIBRARY.iter().filter(|(name, _)| *name == "units") {
            let draft = Draft::read(text);
            draft.declared(Place::UNITS).for_each(|name| self.unit(4, draft.slice(&name)));
        }
    }

    /// Words that clauses begin with; a report has only its rhythm.
    pub fn clauses(&mut self, keyword: Keyword) {
        match keyword {
            Keyword::Fund => self.paired(&OF_FUNDS),
            Keyword::Report => return self.paired(&CLAUSES[..OF_REPORTS]),
            _ => {}
        }
        self.paired(&CLAUSES);
    }

    fn asked(&mut self) {
        self.paired(&ASKED);
    }

    /// A clause behind a comma: what it begins with tells what goes on.
    fn clause(&mut self, keyword: Keyword, start: usize, part: &str) {
        const OWNERS: [Kind; 3] = [Kind::Owner, Kind::Post, Kind::Group];
        const BY_WHOM: [&str; 6] = ["由", "by ", "给", "to ", "对", "of "];
        const FROM_WHOM: [&str; 2] = ["来源", "from "];
        const BY_WHEN: [&str; 6] = ["到", "至", "until ", "在", "in ", "自"];
        let after = |words: &[&str]| words.iter().find(|word| part.starts_with(*word)).map(|word| word.len());
        if let Some(length) = after(&FROM_WHOM) {
            let start = spot::after_mark(&part[length..], start + length, &['、']);
            return self.at(start).payers();
        }
        if let Some(length) = after(&BY_WHOM) {
            let start = spot::after_mark(&part[length..], start + length, &['、', '＋', '+']);
            return self.at(start).names(&OWNERS);
        }
        if let Some(length) = after(&["占", "share of "]) {
            return self.at(start + length).names(&[Kind::Fund]);
        }
        if let Some(length) = after(&BY_WHEN) {
            return self.at(start + length).dates(keyword);
        }
        self.at(start).clauses(keyword);
        self.at(start).dates(keyword);
    }

    fn unit(&mut self, group: u8, unit: &str) {
        self.word(group, unit, Kind::Unit, text!(zh: "计量单位", en: "unit"));
    }
}

/// Where the unit begins in a part that ends in a number with or without the beginning of one.
pub(super) fn behind_number(part: &str) -> Option<usize> {
    let is_digit = |sign: char| sign.is_ascii_digit() || ('０'..='９').contains(&sign);
    let at = part.rfind(is_digit)?;
    let end = at + part[at..].chars().next().map_or(1, char::len_utf8);
    let rest = &part[end..];
    // A year, and words behind a finished number, want no unit.
    let is_short = rest.chars().count() <= 2 && !rest.contains(is_blank);
    let is_time = rest.starts_with(['年', '月', '日', '-', '－', '.', '．']);
    let begins_time = ["到", "至", "在", "自"].iter().any(|word| part.starts_with(word));
    (is_short && !is_time && !begins_time).then_some(end)
}
