//! The table of keywords as the reference shows it.

use fangan::diagnostic::Lang;
use fangan::syntax::keyword::{Keyword, Place, Shape};

use super::markdown::Block;

/// The table in one language; examples are the first lines of `blocks` that begin with each keyword.
pub fn table(lang: Lang, blocks: &[Block]) -> String {
    let mut table = match lang {
        Lang::Zh => "| 中文 | 英文 | 写在哪里 | 后面写什么 | 例 |\n|---|---|---|---|---|\n".to_owned(),
        Lang::En => "| English | 中文 | Stands below | Followed by | Example |\n|---|---|---|---|---|\n".to_owned(),
    };
    for keyword in Keyword::ALL.iter().copied() {
        let (first, second) = match lang {
            Lang::Zh => (keyword.zh(), keyword.en()),
            Lang::En => (keyword.en(), keyword.zh()),
        };
        let (places, value, example) = (places(keyword, lang), value(keyword, lang), example(keyword, blocks));
        table.push_str(&format!("| `{first}` | `{second}` | {places} | {value} | `{example}` |\n"));
    }
    table
}

/// Where a keyword may stand, in words.
fn places(keyword: Keyword, lang: Lang) -> String {
    let may = |place: Place| place.is_in(keyword.places());
    let parts = [
        (Place::PLAN, "方案", "plan"),
        (Place::SECTION, "章节", "section"),
        (Place::GOAL, "目标", "goal"),
        (Place::MEASURE, "措施", "measure"),
        (Place::PHASE, "阶段", "phase"),
    ];
    let mut found = Vec::new();
    let mut take = |holds: bool, zh: &'static str, en: &'static str| {
        if holds {
            found.push(if lang == Lang::Zh { zh } else { en });
        }
    };
    take(may(Place::HEADING), "标题", "(a heading)");
    take(may(Place::NOTICE), "通知", "notice");
    take(may(Place::FILE), "文件开头", "top of a file");
    let is_everywhere = parts.iter().all(|(place, ..)| may(*place));
    take(is_everywhere, "正文各处", "all parts");
    for (place, zh, en) in parts {
        take(!is_everywhere && may(place), zh, en);
    }
    take(may(Place::OWNER), "主体", "owner");
    take(may(Place::GROUP) && !may(Place::OWNER), "小组", "leading group");
    take(may(Place::INDICATOR), "口径", "indicator");
    take(may(Place::UNIT), "计量单位", "unit");
    take(may(Place::SERIES), "指标、现状、经费", "quota, baseline, fund");
    take(may(Place::CONDITION), "如", "if");
    take(may(Place::LEAF), "其他数据行", "any other data line");
    assert!(!found.is_empty(), "no words for where {} stands", keyword.en());
    found.join(if lang == Lang::Zh { "、" } else { ", " })
}

/// What follows a keyword, in words.
fn value(keyword: Keyword, lang: Lang) -> String {
    let (zh, en) = match keyword.shape() {
        Shape::Text => ("文字", "words"),
        Shape::Direction => ("升或降", "up or down"),
        Shape::Title if keyword == Keyword::Phase => ("题目，起止时间", "title, time"),
        Shape::Title => ("题目", "title"),
        Shape::Body => ("下面写声明", "declarations below"),
        Shape::List => ("名称，用、隔开", "names parted by 、"),
        Shape::Outputs => ("名称，时限", "names parted by 、, by when"),
        Shape::When => ("时间", "a time"),
        Shape::Duration => ("时长", "a length of time"),
        Shape::Quota => ("指标名 要求，分句", "indicator, what is asked, clauses"),
        Shape::Demand => ("要求，分句", "what is asked, clauses"),
        Shape::Range => ("区间", "a range"),
        Shape::Chain => ("名称，用→连接", "names joined by →"),
        Shape::Report => ("事项，路径，周期", "what, who → whom, how often"),
        Shape::Document => ("文件名，文号、年份、关系", "title, number, years, relation"),
        Shape::Condition => ("条件，则：处理", "this, then: that"),
        Shape::Set => ("名称，件数：各项", "name, count: members"),
    };
    let is_named = keyword.is_named() && keyword.shape() != Shape::Set;
    match (lang, is_named) {
        (Lang::Zh, true) => format!("[名称：]{zh}"),
        (Lang::Zh, false) => zh.to_owned(),
        (Lang::En, true) => format!("[name:] {en}"),
        (Lang::En, false) => en.to_owned(),
    }
}

/// The first line of the reference that begins with a keyword, in either language.
fn example<'a>(keyword: Keyword, blocks: &[Block<'a>]) -> &'a str {
    let plans = blocks.iter().filter(|block| block.info == "plan");
    let mut lines = plans.flat_map(|block| block.text.lines()).map(str::trim);
    let begins = |line: &&str| {
        let words = line.trim_start_matches(['#', '-', ' ']);
        let word = words.split([' ', '：', ':', '，']).next();
        words.len() < line.len() && (word == Some(keyword.zh()) || word == Some(keyword.en()))
    };
    lines.find(begins).unwrap_or_else(|| panic!("the reference has no example of {}", keyword.zh()))
}
