//! What can be wrong with a line, in words.
//!
//! The codes of the syntax and the findings that several readers make; a finding made in one place only is worded
//! there.

mod keyword;
mod money;
mod slip;

use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};
use crate::text;

use super::english;
use super::keyword::{Keyword, Shape};
pub(super) use keyword::{bare_dash, unknown_keyword, unreadable_value};
pub(super) use money::{
    bare_payer, money_form, money_in_source, nameless_money, ratio_without_payers, shares_over_whole,
};
pub(super) use slip::{against_behind, stray_mark, worded_quota};

/// A data line that begins with no keyword.
pub const UNKNOWN_KEYWORD: &str = "S001";
/// A keyword where it may not stand.
pub const MISPLACED_KEYWORD: &str = "S002";
/// A value that cannot be read.
pub const UNREADABLE_VALUE: &str = "S003";
/// A clause of a quota that is none.
pub const UNKNOWN_CLAUSE: &str = "S004";
/// A day, month or school year that does not exist.
pub const NO_SUCH_DATE: &str = "S005";
/// A number with more digits than are kept exactly.
pub const NUMBER_TOO_LARGE: &str = "S006";
/// Brackets, headings or lines nested deeper than is read.
pub const TOO_DEEP: &str = "S007";
/// A line of prose that begins like a data line.
pub const MISSING_DASH: &str = "S008";
/// A table that does not fit.
pub const BAD_TABLE: &str = "S009";
/// An opening mark without its closing one.
pub const UNCLOSED: &str = "S010";
/// A heading whose level leaves one out.
pub const SKIPPED_LEVEL: &str = "S011";
/// A heading, data line or row that is longer than any is read.
pub const LINE_TOO_LONG: &str = "S015";
/// A full stop behind a value.
pub const STRAY_STOP: &str = "S016";
/// Several data on one line.
pub const SEVERAL_ON_A_LINE: &str = "S017";
/// A mark in the place of another.
pub const MISTAKEN_MARK: &str = "S018";
/// `{X}` in a heading or data line that is no parameter.
pub const UNKNOWN_PARAMETER: &str = "S020";

/// A data line indented otherwise than what it belongs to asks.
pub const WRONG_INDENT: &str = "S012";
/// A value before the name of its indicator.
pub const WRONG_ORDER: &str = "S013";
/// A unit nobody knows that is near to one.
pub const UNKNOWN_UNIT: &str = "S014";

pub(super) fn unreadable_time(span: Span) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::error(UNREADABLE_VALUE, span, text!(zh: "读不懂这个时间", en: "this is not a time I can read"))
            .help(time_form()),
    )
}

pub(super) fn time_form() -> crate::diagnostic::Text {
    text!(
        zh: "写法如“2018年5月31日”“2018年6月底前”“2017-2018学年”“2017年9月至2020年8月”“3年内”“通知下达后1个月内”“每年8月至9月”，未定的写“待定”",
        en: "write it as 2018-05-31, 2018年6月底前, 2017-2018学年, 2017-09至2020-08 or 3年内; leave it open with ?"
    )
}

pub(super) fn unreadable_quota(line: Span, at: Span) -> Box<Diagnostic> {
    let span = if at.start < at.end { at } else { line };
    Box::new(
        Diagnostic::error(
            UNREADABLE_VALUE,
            span,
            text!(zh: "这一行从标出的地方起读不懂", en: "the line cannot be read from the marked place on"),
        )
        .help(super::quota::form()),
    )
}

pub(super) fn no_indicator(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "这一行要先写指标名", en: "this line has to begin with an indicator");
    Box::new(Diagnostic::error(WRONG_ORDER, span, message).help(super::quota::form()))
}

/// A range whose ends count different things, as when a comma is left out before a time.
pub(super) fn mixed_range(span: Span) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::error(
            UNREADABLE_VALUE,
            span,
            text!(zh: "区间两头的单位不同", en: "the ends of this range have different units"),
        )
        .help(text!(
            zh: "两头写同一个单位，如“3%至5%”；后面是时间的，前面加逗号，如“100%，到2027年”",
            en: "give both ends one unit, as in 3%..5%; put a comma before a time, as in 100%, until 2027"
        )),
    )
}

/// A full stop behind a value that is no sentence.
pub(super) fn stray_stop(span: Span) -> Diagnostic {
    Diagnostic::warning(
        STRAY_STOP,
        span,
        text!(zh: "数据行末尾不用句号", en: "a data line has no full stop at its end"),
    )
    .help(text!(zh: "印出时自会加上标点", en: "the stop is set when the line is printed"))
    .fix(text!(zh: "删去句号", en: "remove the stop"), span, "")
}

/// A mark that parts a list, and nothing behind it.
pub(super) fn last_mark(span: Span) -> Diagnostic {
    let message = text!(zh: "末尾多了一个标点，后面没有名称", en: "a mark ends this list, and no name follows it");
    Diagnostic::warning(STRAY_STOP, span, message)
        .help(text!(
            zh: "删去它；还有名称的接着写，换行的缩进两格",
            en: "leave it out; if more names follow, write them, indented by two on the next line"
        ))
        .fix(text!(zh: "删去标点", en: "remove the mark"), span, "")
}

pub(super) fn unknown_clause(span: Span) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::error(UNKNOWN_CLAUSE, span, text!(zh: "逗号后面的这一段读不懂", en: "what follows this comma cannot be read")).help(text!(
            zh: "逗号后的分句要以到、在、自、每、由、对、来源、给、用于开头，或以前、以上、以下、内结尾，或是一个数值；份额写“占校舍改造资金80%”；词语里本有逗号的，用“…”括起",
            en: "a clause after a comma begins with until, in, since, per, by, of, from, to or for, or is a value or a share, as in “share of 校舍改造资金 80%”; quote words that hold a comma"
        )),
    )
}

/// `monthly` where a clause says how often.
pub(super) fn english_rhythm(rhythm: &str, span: Span) -> Diagnostic {
    unknown_clause(span).help(text!(zh: "多久一次写成“{rhythm}”", en: "how often is written “{rhythm}”")).fix(
        text!(zh: "改为“{rhythm}”", en: "change to “{rhythm}”"),
        span,
        rhythm,
    )
}

/// Months behind a value, without the year that would make them a time.
pub(super) fn months_without_year(first: &str, last: &str, span: Span) -> Diagnostic {
    unknown_clause(span).help(text!(
        zh: "时间写全年份，如“在2026年{first}月至{last}月”；每年都是这几个月的，写“每年，在{first}月至{last}月”",
        en: "a time has its year, as in “in 2026年{first}月至{last}月”; months of every year are “per year, in {first}月至{last}月”"
    ))
}

/// `3 drills per year`: the number stands before what it counts.
pub(super) fn number_first(right: &str, span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "数值写在了指标名前面", en: "the value stands before the indicator");
    let found = Diagnostic::error(WRONG_ORDER, span, message).help(text!(
        zh: "先写指标名，空一格写要求：“{right}”",
        en: "write the indicator, a blank, then what is asked: {right}"
    ));
    Box::new(found.guess(text!(zh: "改为“{right}”", en: "change to {right}"), span, right))
}

pub(super) fn number_too_large(span: Span) -> Box<Diagnostic> {
    Box::new(
        Diagnostic::error(NUMBER_TOO_LARGE, span, text!(zh: "这个数太长，无法精确保存", en: "this number is too long to be kept exactly"))
            .help(text!(zh: "最多28位数字；大数用万、亿作单位", en: "at most 28 digits; use 万 or 亿 as the unit of large numbers")),
    )
}

/// Values at several times on one line: `2026年5所，2027年10所`.
pub(super) fn several_times(span: Span) -> Diagnostic {
    let message = text!(zh: "一行里写了几个时间的数值", en: "values at several times stand on one line");
    Diagnostic::error(UNKNOWN_CLAUSE, span, message).help(text!(
        zh: "每个时间写一个数，如“2026年5所，2027年10所”；别的要求另写，或者缩进分行写“- 2026年：5所”“- 2027年：10所”",
        en: "give each time one value, as in 2026年5所，2027年10所, or an indented line of its own: “- 2026年: 5所”"
    ))
}

/// More values than the line has things for.
pub(super) fn too_many_values(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "一行里写了两组数", en: "two lists of values stand on one line");
    Box::new(Diagnostic::error(UNKNOWN_CLAUSE, span, message).help(text!(
        zh: "另起一行指标写第二组",
        en: "write the second as a quota of its own"
    )))
}

/// `1篇/2节`: the stroke says neither and nor or.
pub(super) fn slash(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "“/”看不出是“和”还是“或”", en: "“/” tells neither “and” nor “or”");
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "都要完成的写“1篇、2节”，完成一样就行的写“1篇或2节”，每一份各多少的写“20节，每学期”",
        en: "write 1篇、2节 for both, 1篇或2节 for either, and 20节, per 学期 for so many in each"
    )))
}

/// As many values as times, or else nobody knows which is which.
pub(super) fn other_number(wanted: usize, found: usize, span: Span) -> Box<Diagnostic> {
    let message = text!(
        zh: "前面有{wanted}个时间，这里有{found}个数，对不上",
        en: "there are {wanted} times and {found} values"
    );
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "一个时间一个数，如“2026年、2027年分别达到96%、97%”",
        en: "give each time its value, as in 2026年、2027年分别达到96%、97%"
    )))
}

/// `小学60所` behind a value of the whole.
pub(super) fn strange_scope(span: Span) -> Box<Diagnostic> {
    let message =
        text!(zh: "看不出这个数和前面的数是什么关系", en: "how this value is related to the one before is not clear");
    Box::new(Diagnostic::error(UNKNOWN_CLAUSE, span, message).help(text!(
        zh: "是前面的一部分，写“其中农村34所”；是几个范围，指标名后空一格写“小学98%，初中95%”；是另一项，另起一行指标",
        en: "write 其中农村34所 for a part of it, “巩固率 小学98%，初中95%” for several scopes, and anything else as a quota of its own"
    )))
}

/// Who helps: a quota has none.
pub(super) fn helper_of_quota(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "指标这一行只写由谁完成，不写谁配合", en: "a quota says who does it, not who helps");
    Box::new(Diagnostic::error(UNKNOWN_CLAUSE, span, message).help(text!(
        zh: "配合单位写在所属的措施下面，另起一行“- 配合：…”；几家一起完成的写“由县教育局、县市场监管局共同”",
        en: "name who helps below the measure, on a line of “with”; several that do it together are “by 甲＋乙”"
    )))
}

/// Two duties on one line: `每周5天，每天2小时`.
pub(super) fn several_rhythms(span: Span) -> Diagnostic {
    let message =
        text!(zh: "一行里写了两项要求，各有各的数", en: "two demands stand on one line, each with its number");
    Diagnostic::error(UNKNOWN_CLAUSE, span, message).help(text!(
        zh: "另起一行指标写第二个，如“- 指标：课后服务 不少于2小时，每天”",
        en: "write the second as a quota of its own, as in “- quota: 课后服务 >= 2小时, per day”"
    ))
}

/// Signs of numbers that make none: 一二个.
pub(super) fn no_number(words: &str, span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "“{words}”不成一个数", en: "“{words}” is no number");
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "用阿拉伯数字写，如“20名”；大概的数写“20至30名”或“约20名”",
        en: "write it in digits, such as 20名, or 20..30名 where it is rough"
    )))
}

/// Words behind a report that are neither a rhythm, a time nor owners.
pub(super) fn unknown_report_part(words: &str, span: Span) -> Box<Diagnostic> {
    let message = text!(
        zh: "“{words}”不是周期、时间，也没有写明谁报给谁",
        en: "“{words}” is no rhythm and no time, nor does it say who reports to whom"
    );
    if let Some((from, to)) = words.split_once(" to ").filter(|_| words.is_ascii()) {
        let path = format!("{} → {}", from.trim().trim_start_matches("from "), to.trim());
        return Box::new(
            Diagnostic::error(UNREADABLE_VALUE, span, message)
                .help(text!(zh: "谁报给谁写成“{path}”", en: "who reports to whom is written “{path}”"))
                .fix(text!(zh: "改为“{path}”", en: "change to “{path}”"), span, path),
        );
    }
    if let Some(rhythm) = english::rhythm(words) {
        let help = text!(zh: "多久一次写成“{rhythm}”", en: "how often is written “{rhythm}”");
        let title = text!(zh: "改为“{rhythm}”", en: "change to “{rhythm}”");
        return Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(help).fix(title, span, rhythm));
    }
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "谁报给谁写“学校 → 县教育局”；周期写“每月”“每季度末”“每周五前”“每年6月底、12月底前”，时间写“2026年6月30日前”“次月5日前”，不定时的写“随时”“一次性”；别的写在“- 附注：…”里",
        en: "write who reports to whom as 学校 → 县教育局, a rhythm as 每月, 每季度末, 每周五前 or 每年6月底、12月底前, a time as 2026-06-30; put anything else on an indented line of “note”"
    )))
}

/// A report that does not say what is reported.
pub(super) fn report_of_nothing(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "没有写明报送什么", en: "what is reported is not said");
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(keyword::form(Shape::Report)))
}

/// Who heads an office, on the line that says where it is.
pub(super) fn head_of_office(words: &str, span: Span) -> Diagnostic {
    let message = text!(
        zh: "“办公室”一行只写设在哪里，“{words}”不印出来",
        en: "the line of the office says where it is; “{words}” is not printed"
    );
    Diagnostic::warning(UNREADABLE_VALUE, span, message).help(text!(
        zh: "另写一行“- 附注：{words}”",
        en: "put it on a line of its own, “- note: {words}”"
    ))
}

/// What is to be done, behind its deadline: the time is read, the words are not printed.
pub(super) fn deed_of_deadline(when: &str, deed: &Spanned<String>) -> Diagnostic {
    let words = &deed.value;
    let message = text!(
        zh: "时限按“{when}”读，后面的“{words}”不印出来",
        en: "the deadline is read as {when}; “{words}” behind it is not printed"
    );
    Diagnostic::warning(UNREADABLE_VALUE, deed.span, message).help(text!(
        zh: "做什么写在正文里，或者另写一行“- 附注：{words}”",
        en: "put what is done in prose, or on a line of its own, “- note: {words}”"
    ))
}

/// A report in a sentence that is not read, and the line it stands for if that is known.
pub(super) fn report_in_sentence(line: Option<&str>, span: Span) -> Box<Diagnostic> {
    let message = text!(
        zh: "这句话里谁报给谁、什么时候报，读不出来",
        en: "who reports to whom, and by when, cannot be read from this sentence"
    );
    let found = Diagnostic::error(UNREADABLE_VALUE, span, message);
    Box::new(found.help(match line {
        Some(line) => text!(zh: "改成“- 报送：{line}”：先写报什么，再写谁报给谁，最后写时间", en: "write it as “- report: {line}”: what is reported, who to whom, by when"),
        None => text!(
            zh: "改成“- 报送：工作总结，学校 → 县教育局，每年6月20日、12月20日前”这样：先写报什么，再写谁报给谁，最后写时间",
            en: "write it as “- report: 工作总结, 学校 → 县教育局, 每年6月20日、12月20日前”: what is reported, who to whom, by when"
        ),
    }))
}

/// A second path, rhythm or time of one report.
pub(super) fn said_twice_of_report(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "同一项报送里，这一类写了两次", en: "this is said twice of one report");
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "谁报给谁、周期、时间各写一次；要求不同的分写两行“- 报送：…”",
        en: "say once who reports to whom, how often and by when; write two lines for two reports"
    )))
}

/// Words behind the title of a document that say nothing known of it.
pub(super) fn unknown_document_part(words: &str, span: Span) -> Box<Diagnostic> {
    let message = text!(
        zh: "“{words}”不是文号、时间、发文机关，也不是与本方案的关系",
        en: "“{words}” is no number, time, issuer or relation of a document"
    );
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "写法如“《…》（国办发〔2021〕40号），国务院办公厅，2021年，落实”；关系写上位、贯彻、落实、实施、践行、对照、学习或待出台；机关名称特别的用“…”括起",
        en: "write it as 《…》, 国办发〔2021〕40号, 国务院办公厅, 2021年, implements; put an unusual name of an issuer in “…”"
    )))
}

/// A second number, time, relation or issuer of one document.
pub(super) fn said_twice_of_document(first: Span, span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "同一个文件里，这一类写了两次", en: "this is said twice of one document");
    let found = Diagnostic::error(UNREADABLE_VALUE, span, message);
    Box::new(found.related(first, text!(zh: "第一次在这里", en: "first said here")).help(text!(
        zh: "留下一个；几个机关联合发文的，用顿号隔开，如“教育部、财政部”",
        en: "keep one; several issuers are parted by 、, as in 教育部、财政部"
    )))
}

/// A part behind several documents that can belong to one of them only.
pub(super) fn part_of_several_documents(words: &str, span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "前面有几个文件，“{words}”不知道是哪一个的", en: "which of the documents “{words}” belongs to is not said");
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "文号写在各自标题后的括号里；时间、机关不同的，一个文件写一行“- 依据：…”；几个文件共有的只能是关系，如“，贯彻”",
        en: "put each number in brackets behind its title, and write a line for each document; only the relation may be shared"
    )))
}

/// A set whose name stands after the colon, where its members belong.
pub(super) fn set_name_after_colon(key: Span, name: Span) -> Diagnostic {
    let gap = Span { start: key.end, end: name.start, ..key };
    let message = text!(zh: "清单的名称要写在冒号前面", en: "the name of a set stands before the colon");
    Diagnostic::error(WRONG_ORDER, name, message)
        .help(text!(
            zh: "关键词后面空一格写名称和件数，冒号后面写各项：“清单 五备，5项：教材、学法…”",
            en: "write a blank, the name and the count, then the colon and the members: “set 五备, 5项: 教材、学法…”"
        ))
        .fix(text!(zh: "把名称移到冒号前", en: "put the name before the colon"), gap, " ")
}

/// A part that nobody plays.
pub(super) fn role_without_owner(span: Span) -> Box<Diagnostic> {
    let message = text!(zh: "没有写明是谁的分工", en: "whose part this is is not said");
    Box::new(Diagnostic::error(UNREADABLE_VALUE, span, message).help(text!(
        zh: "谁写在冒号前：“- 分工 学校：组织集体备课”；要放一张分工表，写“- 列出：责任分工”",
        en: "name the owner before the colon: “- role 学校: …”; a table of duties is “- show: 责任分工”"
    )))
}

/// A date of each year in the place of a member: `每年年底前`.
pub(super) fn yearly_date(words: &str, span: Span) -> Diagnostic {
    let unit = ["学年", "学期", "季度", "年", "月", "季", "周"].iter().find(|unit| words.starts_with(**unit));
    let every = format!("每{}", unit.copied().unwrap_or("年"));
    let message = text!(
        zh: "“每{words}”把周期和日期写在了一起，读不懂",
        en: "“每{words}” joins a rhythm and a date, which is not read"
    );
    Diagnostic::error(UNKNOWN_CLAUSE, span, message)
        .help(text!(
            zh: "这里只写周期“{every}”；每次什么时候完成，写在正文里，或者缩进写“- 附注：…”",
            en: "write only the rhythm, {every}; put the date of each time in prose or in an indented note"
        ))
        .guess(text!(zh: "改为“{every}”", en: "change to {every}"), span, every)
}

/// A heading of declarations under another name.
pub(super) fn other_heading(title: &Spanned<String>, keyword: Keyword) -> Diagnostic {
    let (word, zh, en) = (title.value.trim(), keyword.zh(), keyword.en());
    let form = if word.is_ascii() { en } else { zh };
    let message = text!(zh: "声明要写在“# {zh}”下面，这里写的是“# {word}”", en: "declarations stand below “# {en}”, not “# {word}”");
    Diagnostic::error(UNKNOWN_KEYWORD, title.span, message)
        .help(text!(
            zh: "是不是“# {zh}”？先按它读；下面要印出来的，用“##”标题，写成正文或者“- 措施：…”",
            en: "did you mean “# {en}”? It is read so; what is to be printed stands below a heading with ##, as prose or “- measure: …”"
        ))
        .guess(text!(zh: "改为“{form}”", en: "change to “{form}”"), title.span, form)
}

/// A number typed before the keyword of a heading: `（一）措施 布局：…`.
pub(super) fn numbered_keyword(number: Span) -> Diagnostic {
    let message = text!(zh: "关键词前面写了编号", en: "a number stands before the keyword");
    Diagnostic::warning(UNKNOWN_KEYWORD, number, message)
        .help(text!(
            zh: "删去编号，编号由程序按次序排；先按后面的关键词读",
            en: "leave the number out, which the program gives; the heading is read by its keyword"
        ))
        .fix(text!(zh: "删去编号", en: "leave the number out"), number, "")
}
