//! Values of which there are few: kinds of documents, ways of publication, tables, relations, files of the library.

use std::path::Path;

use super::offer::Offer;
use super::spot;
use crate::diagnostic::Text;
use crate::editor::Kind;
use crate::plan::{LIBRARY, URGENCIES, is_library};
use crate::syntax::keyword::{Keyword, Place};
use crate::text;

const KINDS: [&str; 9] =
    ["实施方案", "行动方案", "工作方案", "行动计划", "工作计划", "工作要点", "实施意见", "实施细则", "实施办法"];
const PUBLICITY: [&str; 3] = ["主动公开", "依申请公开", "不予公开"];
const SHOWN: [&str; 11] = [
    "责任分工",
    "指标",
    "经常性",
    "进度",
    "台账",
    "项目清单",
    "成员名单",
    "责任关系图",
    "目标支撑图",
    "进度安排图",
    "措施依赖图",
];
/// Words of the language in both tongues, and what they mean in both.
pub(super) type Meant = (&'static str, &'static str, &'static str, &'static str);
const BETTER: [Meant; 2] =
    [("升", "up", "数值变大是变好", "more is better"), ("降", "down", "数值变小是变好", "less is better")];
pub(super) const RELATIONS: [Meant; 6] = [
    ("上位", "parent", "上级的规划、方案", "the plan above this one"),
    ("贯彻", "follows", "贯彻它的要求", "follows what it asks"),
    ("落实", "implements", "落实它的任务", "does what it sets"),
    ("实施", "carries out", "就是为实施它", "exists to carry it out"),
    ("对照", "compared", "用来对照", "is held against it"),
    ("待出台", "pending", "还没有印发", "is not issued yet"),
];
const OWNER_MARKS: [Meant; 6] = [
    ("各", "every", "一类主体，不是一个", "a class of owners, not one"),
    ("岗位", "post", "由人担任的岗位", "a post that a person holds"),
    ("小组", "group", "有组长、成员的领导小组", "a leading group"),
    ("公众", "public", "家长、学生、社会", "parents, pupils, the public"),
    ("系统外", "external", "不归本方案的发文机关指挥", "outside the issuer's command"),
    ("属于", "part of ", "是哪一类的一部分", "the class it is a part of"),
];
const INDICATOR_MARKS: [Meant; 4] = [
    ("率", "rate", "份额，单位%", "a share, in %"),
    ("增量", "flow", "一段时间里增加的", "what comes in over a time"),
    ("存量", "stock", "某一时点有的", "what is there at a time"),
    ("属于", "part of ", "是哪个指标的一部分", "the indicator it is a part of"),
];

impl Offer<'_> {
    /// What may follow a keyword that has few values.
    pub fn choices(&mut self, keyword: Keyword) {
        match keyword {
            Keyword::Kind => self.plain(&KINDS, text!(zh: "文种", en: "kind of document")),
            Keyword::Urgency => self.plain(&URGENCIES, text!(zh: "紧急程度", en: "urgency")),
            Keyword::Publicity => self.plain(&PUBLICITY, text!(zh: "公开方式", en: "publicity")),
            Keyword::Show => self.plain(&SHOWN, text!(zh: "由数据生成", en: "made from the data")),
            Keyword::Better => self.paired(&BETTER),
            _ => {}
        }
    }

    /// What may follow the name in a declaration; `from` is where its colon or comma stands.
    pub fn marks(mut self, place: Place, from: usize) -> Vec<super::Completion> {
        let written = self.draft.slice(&(from..self.offset)).to_owned();
        let start = spot::after_mark(&written, from, &['，', ',', '：', ':']);
        let part = self.draft.slice(&(start..self.offset));
        let is_counted = place == Place::INDICATORS;
        if let Some(of) = ["属于", "part of "].iter().find(|word| part.starts_with(**word)) {
            let wanted: &[Kind] = if is_counted { &[Kind::Indicator] } else { &[Kind::Owner, Kind::Post, Kind::Group] };
            self.at(start + of.len()).names(wanted);
            return self.done();
        }
        // Behind the colon stands the full name, which nobody else can know.
        if written.contains(['，', ',']) && place != Place::UNITS && place != Place::CALENDAR {
            let marks = if is_counted { &INDICATOR_MARKS[..] } else { &OWNER_MARKS[..] };
            self.at(start).paired(marks);
        }
        self.done()
    }

    /// Files that 引用 may name.
    pub fn files(&mut self, from: usize) {
        let written = self.draft.slice(&(from..self.offset)).to_owned();
        let start = spot::after_mark(&written, from, &['、', '，', ',']);
        for (name, _) in LIBRARY {
            let (zh, en) = match *name {
                "calendar" => ("学年、学期和季度的起止", "when school years, terms and quarters run"),
                "education" => ("教育类指标", "indicators of education"),
                "leading-group" => ("工作领导小组", "a leading group"),
                "organs" => ("县级机关、部门和单位", "organs and offices of a county"),
                _ => ("计量单位", "units"),
            };
            let word = format!("std.{name}");
            self.at(start).word(1, &word, Kind::File, text!(zh: "{zh}", en: "{en}"));
        }
        let Some(analysis) = self.analysis else { return };
        let sources: Vec<&Path> = analysis.compiled.sources.iter().skip(1).map(|source| source.path()).collect();
        for name in sources.into_iter().filter(|path| !is_library(path)).filter_map(|path| path.file_name()?.to_str()) {
            self.at(start).word(2, name, Kind::File, text!(zh: "方案用到的文件", en: "a file of the plan"));
        }
    }

    fn plain(&mut self, words: &[&str], detail: Text) {
        words.iter().for_each(|word| self.word(1, word, Kind::Word, detail.clone()));
    }

    /// Words of the language, with what they mean.
    pub fn paired(&mut self, words: &[Meant]) {
        for (zh, en, means_zh, means_en) in words {
            let word = self.form(zh, en);
            self.word(1, word, Kind::Word, text!(zh: "{means_zh}", en: "{means_en}"));
        }
    }
}
