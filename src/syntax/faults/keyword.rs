//! What can be wrong with the keyword of a line and the value behind it.

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::text;

use super::super::keyword::{Keyword, Place, Shape};
use super::super::{advice, recover};
use super::{MISPLACED_KEYWORD, UNKNOWN_KEYWORD, UNREADABLE_VALUE, time_form};

/// A value that the rule of its keyword does not match.
pub(in crate::syntax) fn unreadable_value(keyword: Keyword, line: Span, at: Span) -> Box<Diagnostic> {
    let span = if at.start < at.end { at } else { line };
    let (zh, en) = (keyword.zh(), keyword.en());
    let message = text!(zh: "读不懂“{zh}”后面的内容", en: "what follows “{en}” cannot be read");
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(form(keyword.shape())))
}

/// Words for a person of what the value of a keyword looks like.
pub(super) fn form(shape: Shape) -> crate::diagnostic::Text {
    match shape {
        Shape::List => text!(
            zh: "写一个或几个名称，用顿号隔开，如“教育局、财政局”；未定的写“待定”，没有的写“无”",
            en: "write one or several names parted by 、, such as 教育局、财政局; ? leaves it open, none says there is none"
        ),
        Shape::Outputs => text!(
            zh: "写法如“《考核办法》、工作台账，2018年3月底前”",
            en: "write it as 《考核办法》、工作台账, until 2018-03"
        ),
        Shape::Chain => text!(
            zh: "自上而下写各级，用箭头连接，如“区政府 → 乡镇政府 → 家长”",
            en: "write the links from the top down, joined by arrows: 区政府 → 乡镇政府 → 家长"
        ),
        Shape::Report => text!(
            zh: "写法如“质量分析报告，教研组长 → 学校，每学期，6月30日前”",
            en: "write it as 质量分析报告, 教研组长 → 学校, per 学期, until 6月30日"
        ),
        Shape::Condition => text!(
            zh: "写法如“- 如：连续两年末位，则：待岗”，“如”后面写什么情形，“则”后面写怎样处理",
            en: "write it as “- if: 连续两年末位, then: 待岗”"
        ),
        Shape::Set => text!(
            zh: "写法如“清单 五备，5项：教材、学法、教法、问题、作业”，成员用顿号隔开；有先后的全部用箭头“→”连接；不逐项列出的写“未列”",
            en: "write it as “- set 五备, 5项: 教材、学法、教法、问题、作业”, members parted by 、, or all by → if they follow one another; unlisted says that they stand nowhere"
        ),
        Shape::Document => text!(
            zh: "写法如“《六年行动计划》（国办发〔2021〕40号），2016年至2021年，上位”；几个文件用顿号隔开",
            en: "write it as 《六年行动计划》, 国办发〔2021〕40号, 2016年至2021年, 上位; several documents are parted by 、"
        ),
        Shape::When => time_form(),
        Shape::Duration => {
            text!(zh: "写一段时间，如“1个月”“3年”", en: "write a length of time, such as 1 month or 3 year")
        }
        Shape::Quota => super::super::quota::form(),
        Shape::Demand => text!(zh: "写法如“每年不少于1次”", en: "write it as >= 1次, per 年"),
        Shape::Range => text!(zh: "写法如“0%—100%”", en: "write it as 0%..100%"),
        Shape::Text | Shape::Title | Shape::Body | Shape::Direction => text!(
            zh: "写法如“关键词：内容”",
            en: "write it as “- keyword: value”"
        ),
    }
}

/// A data line whose first word is no keyword, or none that may stand here.
pub(in crate::syntax) fn unknown_keyword(word: &str, span: Span, place: Place) -> Diagnostic {
    if let Some(keyword) = Keyword::find(word) {
        return misplaced_keyword(word, keyword, span, place);
    }
    if word.starts_with([':', '：']) || word.is_empty() {
        let message = text!(zh: "冒号前面没有写关键词", en: "no keyword stands before the colon");
        return Diagnostic::error(UNKNOWN_KEYWORD, span, message).help(advice::forms(place));
    }
    let message = text!(zh: "没有“{word}”这个关键词", en: "“{word}” is no keyword");
    let diagnostic = Diagnostic::error(UNKNOWN_KEYWORD, span, message);
    if let Some((keyword, is_certain)) = recover::official(word, place) {
        return other_word(diagnostic, word, keyword, is_certain, span);
    }
    if let Some(help) = recover::hint(word, place) {
        return diagnostic.help(help);
    }
    if let Some(keyword) = recover::elsewhere(word) {
        let (name, (zh, en)) = (keyword.zh(), homes(keyword));
        return diagnostic.help(text!(
            zh: "公文里的“{word}”，这里叫“{name}”，写在{zh}",
            en: "what documents call “{word}” is “{name}” here, and belongs {en}"
        ));
    }
    if let Some(form) = advice::instead(word) {
        return diagnostic.help(form);
    }
    match recover::likely(word, place) {
        Some(near) => {
            let form = if word.is_ascii() { near.en() } else { near.zh() };
            diagnostic.help(text!(zh: "是不是“{form}”？先按它读", en: "did you mean “{form}”? It is read so")).guess(
                text!(zh: "改为“{form}”", en: "change to “{form}”"),
                span,
                form,
            )
        }
        None => diagnostic.help(sentence_help(word, place).unwrap_or_else(|| advice::forms(place))),
    }
}

/// What to write in the place of a line that names an indicator or tells a piece of work.
fn sentence_help(word: &str, place: Place) -> Option<crate::diagnostic::Text> {
    let title = word.split(['(', '（']).next().unwrap_or(word).trim();
    let holds_number = title.contains(|sign: char| sign.is_ascii_digit());
    let is_rate = ["率", "比例", "比重", "覆盖面", "人数", "数量"].iter().any(|end| word.ends_with(end));
    if word.is_ascii() || !place.is_in(Keyword::Measure.places()) {
        return None;
    }
    if holds_number || is_rate {
        let name = word.trim_end_matches(|sign: char| sign.is_ascii_digit() || "%％.达到至".contains(sign));
        let name = if is_rate || name.ends_with('率') { name } else { "巩固率" };
        return Some(text!(
            zh: "有数的要求写成“- 指标：{name} 不低于98%，到2028年底”：先写指标名，空一格写数，时间放在逗号后面；只是说明的话写成正文，去掉“- ”",
            en: "what is a number is a quota, “- quota: {name} >= 98%, until 2028年底”: the indicator, a blank, the number, and the time behind a comma; what only explains is prose, without “- ”"
        ));
    }
    (title.chars().count() > 3 && (title.len() < word.len() || word.chars().count() > 6)).then(|| {
        text!(
            zh: "行首的“- ”只用于数据。一项工作写成“- 措施：{title}…”，谁牵头、何时完成各写一行，缩进在它下面；只是说明的话写成正文，去掉“- ”",
            en: "only data begin with “- ”. A piece of work is “- measure: {title}…”, with who leads and by when on lines indented below it; what only explains is prose, without “- ”"
        )
    })
}

/// A keyword that may not stand here.
fn misplaced_keyword(word: &str, keyword: Keyword, span: Span, place: Place) -> Diagnostic {
    let (zh, en) = homes(keyword);
    let message = text!(zh: "“{word}”不能写在这里", en: "“{word}” cannot stand here");
    let help = advice::mistaken(keyword, place);
    let home = || match place == Place::SECTION && Place::MEASURE.is_in(keyword.places()) {
        true => text!(
            zh: "它写在{zh}；这一节就是一项措施的，标题写成“措施：题目”",
            en: "it belongs {en}; if the section is a measure, write its heading as “measure: title”"
        ),
        false => text!(zh: "它写在{zh}", en: "it belongs {en}"),
    };
    Diagnostic::error(MISPLACED_KEYWORD, span, message).help(help.unwrap_or_else(home))
}

/// A dash with nothing behind it.
pub(in crate::syntax) fn bare_dash(span: Span) -> Diagnostic {
    let message = text!(zh: "横线后面没有内容，这一行不算数", en: "nothing follows the dash: the line says nothing");
    Diagnostic::warning(UNKNOWN_KEYWORD, span, message)
        .help(text!(
            zh: "补上内容，如“- 指标：巩固率 不低于95%”；没有要写的，删去这一行",
            en: "write what belongs here, as in “- quota: 巩固率 >= 95%”, or remove the line"
        ))
        .fix(text!(zh: "删去横线", en: "remove the dash"), span, "")
}

/// What official usage calls by another word.
fn other_word(found: Diagnostic, word: &str, keyword: Keyword, is_certain: bool, span: Span) -> Diagnostic {
    let form = if word.is_ascii() { keyword.en() } else { keyword.zh() };
    let found = found.help(match is_certain {
        true => text!(zh: "公文里的“{word}”，这里写“{form}”", en: "“{word}” is “{form}” here"),
        false => text!(
            zh: "公文里的“{word}”，这里多半是“{form}”，先按它读",
            en: "“{word}” is mostly “{form}” here, and is read so"
        ),
    });
    let title = text!(zh: "改为“{form}”", en: "change to “{form}”");
    if is_certain { found.fix(title, span, form) } else { found.guess(title, span, form) }
}

/// Where a keyword may stand, in both languages.
pub(super) fn homes(keyword: Keyword) -> (String, String) {
    const BELOW: [(Place, &str, &str); 12] = [
        (Place::NOTICE, "通知", "a notice"),
        (Place::PLAN, "方案", "the plan"),
        (Place::SECTION, "章节", "a section"),
        (Place::GOAL, "目标", "a goal"),
        (Place::MEASURE, "措施", "a measure"),
        (Place::PHASE, "阶段", "a phase"),
        (Place::OWNER, "“主体”里的一个单位或岗位", "an owner"),
        (Place::GROUP, "标有“小组”的主体", "an owner marked as a group"),
        (Place::INDICATOR, "“口径”里的一个指标", "a declared indicator"),
        (Place::UNIT, "“计量单位”里的一个单位", "a declared unit"),
        (Place::SERIES, "“指标”“现状”“经费”行", "a quota, baseline or fund"),
        (Place::CONDITION, "“如”行", "an “if”"),
    ];
    let is_home = |place: Place| place.is_in(keyword.places());
    let below: Vec<_> = BELOW.iter().filter(|(place, ..)| is_home(*place)).collect();
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if is_home(Place::HEADING) {
        zh.push("标题行（以“#”开头）".to_owned());
        en.push("in a heading (#)".to_owned());
    }
    if is_home(Place::FILE) {
        zh.push("文件开头".to_owned());
        en.push("at the top of a file".to_owned());
    }
    if !below.is_empty() {
        zh.push(format!("{}下面", below.iter().map(|(_, zh, _)| *zh).collect::<Vec<_>>().join("、")));
        en.push(format!("below {}", below.iter().map(|(.., en)| *en).collect::<Vec<_>>().join(", ")));
    }
    (zh.join("，或者"), en.join(", or "))
}
