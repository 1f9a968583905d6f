//! The findings of the report tests: each case a plan of this folder and what might be found in it.
//!
//! The findings are made up here, place by place, so that reports are tested without any rule.

use std::fs;
use std::path::{Path, PathBuf};

use fangan::diagnostic::{Diagnostic, Lang, Severity};
use fangan::report::{Format, Options, report};
use fangan::source::{SourceId, Sources, Span};
use fangan::text;

/// The plans of one case and what is found in them.
pub struct Case {
    pub name: &'static str,
    pub sources: Sources,
    pub findings: Vec<Diagnostic>,
}

impl Case {
    /// A case over one plan; `second` names another under the path a finding shows.
    fn new(name: &'static str, second: Option<&str>) -> Self {
        let mut sources = Sources::default();
        let plan = format!("{name}.plan");
        sources.add(plan.clone(), fs::read_to_string(folder().join(plan)).unwrap());
        if let Some(path) = second {
            sources.add(path, fs::read_to_string(folder().join(format!("{name}.second.plan"))).unwrap());
        }
        Self { name, sources, findings: Vec::new() }
    }

    fn id(&self, file: usize) -> SourceId {
        self.sources.iter().nth(file).unwrap().id()
    }

    fn text(&self, file: usize) -> &str {
        self.sources.get(self.id(file)).text()
    }

    /// The first place of `words` in a file.
    fn at(&self, file: usize, words: &str) -> Span {
        let start = self.text(file).find(words).unwrap();
        Span::new(self.id(file), start, start + words.len())
    }

    /// The bytes of the first file.
    fn bytes(&self, start: usize, end: usize) -> Span {
        Span::new(self.id(0), start, end)
    }

    fn with(mut self, finding: Diagnostic) -> Self {
        self.findings.push(finding);
        self
    }

    /// The findings in one format.
    pub fn report(&self, format: Format, options: Options) -> String {
        report(format, &self.findings, &self.sources, &options)
    }
}

/// Where the plans and the expected texts are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/report")
}

/// The options every expected text was made with.
pub fn in_lang(lang: Lang) -> Options {
    Options { lang, color: false, width: 80 }
}

fn dates() -> Case {
    let case = Case::new("dates", None);
    let day = case.at(0, "2018年2月30日");
    let impossible = Diagnostic::error(
        "D003",
        day,
        text!(zh: "“2018年2月30日”不是日历上有的日子", en: "“2018年2月30日” is not a day of the calendar"),
    )
    .label(text!(zh: "2018年2月只有28天", en: "February 2018 has 28 days"))
    .help(text!(zh: "写成当月最后一天，或只写到月", en: "write the last day of the month, or only the month"))
    .fix(text!(zh: "改为2018年2月28日", en: "change to 2018年2月28日"), day, "2018年2月28日");
    let keyword = Diagnostic::warning(
        "P004",
        case.at(0, "牵投"),
        text!(zh: "没有“牵投”这个关键词，这一行当作正文", en: "“牵投” is no keyword; the line is taken as prose"),
    )
    .help(text!(zh: "是不是“牵头”？", en: "did you mean “牵头”?"));
    let late = Diagnostic::error(
        "D011",
        case.at(0, "2021年12月31日"),
        text!(
            zh: "措施“督导”的完成时间晚于方案的期限，方案到期时这项措施还没有做完，考核也就无从谈起",
            en: "measure “督导” is due after the plan has ended, so nobody can be held to it within the plan"
        ),
    )
    .related(case.at(0, "2020年8月31日"), text!(zh: "方案到这一天为止", en: "the plan ends on this day"));
    case.with(impossible).with(keyword).with(late)
}

fn two_files() -> Case {
    let case = Case::new("two_files", Some("方案 库/教育,50%.plan"));
    let renamed = Diagnostic::new(
        "N007",
        Severity::Info,
        case.at(0, "区教育局"),
        text!(zh: "“区教育局”是简称", en: "“区教育局” is a short name"),
    )
    .label(text!(zh: "印发稿写全称", en: "the issued text gives the full name"))
    .related(case.at(1, "区教育和科技局"), text!(zh: "全称在这里", en: "the full name is here"))
    .related(case.at(0, "控辍保学"), text!(zh: "方案名称\n也用简称", en: "the title too"));
    case.with(renamed)
}

fn long_line() -> Case {
    let case = Case::new("long_line", None);
    let words = Diagnostic::warning(
        "Q009",
        case.at(0, "九十五个百分点左右"),
        text!(zh: "目标值不确定", en: "the target value is not definite"),
    )
    .label(text!(zh: "“左右”无法考核", en: "“左右” cannot be assessed"))
    .related(case.at(0, "三年左右"), text!(zh: "这里也是", en: "here as well"))
    .related(case.at(0, "期限"), text!(zh: "期限已有明确的终点", en: "the term has a definite end"))
    .help(text!(
        zh: "指标写成可以核对的数：“高中阶段毛入学率 不低于95%”；确实只能估计的，写明估计的依据和核定的时间，由谁核定",
        en: "give a number that can be checked, such as “高中阶段毛入学率 不低于95%”, or say who settles it and when"
    ));
    let whole = case.text(0).lines().nth(2).unwrap().to_owned();
    let paragraph = Diagnostic::warning(
        "C001",
        case.at(0, &whole),
        text!(zh: "这一段超过200字", en: "this paragraph has more than 200 characters"),
    );
    case.with(words).with(paragraph)
}

fn many_lines() -> Case {
    let case = Case::new("many_lines", None);
    let second = case.text(0).rfind("- 区政府").unwrap();
    let end = case.text(0).len();
    let first = case.text(0).find("- 区政府").unwrap();
    let twice = Diagnostic::error(
        "N002",
        case.bytes(first, second),
        text!(zh: "主体“区政府”写了两次", en: "owner “区政府” is written twice"),
    )
    .label(text!(zh: "第一次", en: "the first"))
    .related(case.bytes(second, end), text!(zh: "第二次", en: "the second"));
    let mut crowd = Diagnostic::warning("N003", case.at(0, "主体"), text!(zh: "主体太多", en: "too many owners"));
    for name in ["教育局", "教研室", "财政局", "人社局", "民政局", "公安局", "区民政局", "区公安局"]
    {
        crowd = crowd.related(case.at(0, name), text!(zh: "主体", en: "an owner"));
    }
    case.with(twice).with(crowd)
}

fn edges() -> Case {
    let case = Case::new("edges", None);
    let end = case.text(0).len();
    let wrong = |span, zh: &str, en: &str| Diagnostic::error("X001", span, text!(zh: "{zh}", en: "{en}"));
    let after = case.at(0, "期限：").end as usize;
    let found = [
        wrong(case.bytes(after, after), "行尾缺值", "a value is missing at the end of the line"),
        wrong(case.bytes(end, end), "文末", "the end of the text"),
        wrong(case.bytes(end + 7, end + 90), "文外", "outside the text"),
        wrong(case.bytes(3, 4), "半个字", "half a character"),
        wrong(case.bytes(9, 2), "倒置", "reversed"),
        wrong(case.at(0, "区政府"), "制表符之后", "after tabs"),
        wrong(case.at(0, "≥92%"), "增补汉字之后", "after astral characters"),
        wrong(case.at(0, "té"), "组合字符之后", "after a combining mark"),
        wrong(case.at(0, "\u{301}"), "组合字符", "a combining mark"),
    ];
    found.into_iter().fold(case, Case::with)
}

/// Every case.
pub fn cases() -> Vec<Case> {
    vec![dates(), two_files(), long_line(), many_lines(), edges()]
}
