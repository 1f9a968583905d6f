//! 标题还是正文 · A heading that is still prose
//!
//! ## 中文
//! 粘进来的“一、工作目标”独占一行，是标题；在编译器看来还是一段正文，印出来一字不差，但牵头、时限写在它下面挂不上去，
//! 目录和编号也不认它。改成“## 工作目标”，编号由编译器按次序排。
//!
//! 只有独占一行、不超过40字、不成句的才算标题：“一、”对“##”，“（一）”对“###”，“1.”对“####”，“（1）”对“#####”；
//! 中间缺一级的依次上移。“（一）健全机制。各校要……”这样接排的仍是正文。同级几行须都是标题，其中有接排的就都不动；
//! “1.”“（1）”下面没有正文的是列举，也不动。编号与次序不合，或去掉编号会被读成关键词（如“一、措施”）的，编号留在
//! 标题里照印。标题后面写有数据行的只提示、不自动改，免得数据换了归属。
//!
//! ## English
//! A pasted line such as 一、工作目标 that stands alone is a heading; to the compiler it is a paragraph still. It prints
//! as it is, but no lead or deadline can hang below it. Written ## 工作目标 it is numbered by its place.
//!
//! A heading is a line alone, of at most 40 characters, that is no sentence: 一、 becomes ##, （一） ###, 1. ####, （1）
//! #####, and moves up where a level is left out. A line that runs on, （一）健全机制。各校要…, stays a paragraph, and so
//! do its siblings; so do 1. and （1） without text below them, which are lists. A number out of order, or before words
//! that would be read as a keyword, stays in the heading and prints. Where data lines follow, the edit is only shown.
//!
//! ## 错 · Wrong
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! 一、工作目标
//!
//! 　　全县教学质量稳步提升。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! ## 工作目标
//!
//! 　　全县教学质量稳步提升。
//! ```
//!
//! ## 依据 · Source
//! C40、C41、C42、C43、C44、C48；GB/T 9704—2012，7.3.3

use crate::check::pasted::{self, Heading};
use crate::check::{Context, Rule, Stage};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::numbering::Numbered;
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F102",
    name: "heading_as_prose",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("heading_as_prose.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let headings: Vec<Heading> = pasted::runs(&context.plan.pasted.lines).flat_map(pasted::headings).collect();
    match (context.options.stage, headings.as_slice()) {
        (Stage::Issue, [first, _, ..]) => out.push(all_at_once(first, &headings)),
        _ => out.extend(headings.iter().map(finding)),
    }
    let doubtful = pasted::runs(&context.plan.pasted.lines).flat_map(pasted::doubtful);
    out.extend(doubtful.map(|(line, level)| in_doubt(line, level)));
}

/// A line among siblings that run on: a heading, or the beginning of what stands below it.
fn in_doubt(line: &Numbered, level: usize) -> Diagnostic {
    let signs = "#".repeat(level);
    let message = text!(
        zh: "这一行独占一行，同级的却接着写正文，没有当作标题",
        en: "this line stands alone while others of its level run on into their text; it is not taken as a heading"
    );
    let help = text!(
        zh: "同级用一种写法：都是标题的，每一行写成“{signs} ”；都接排的，把下面的文字接在它后面，中间用句号",
        en: "use one form for a level: “{signs} ” before each of them, or join the text below to it after a 。"
    );
    let place = Span { start: line.at.start, ..line.words };
    let title = text!(zh: "改为{signs}标题", en: "make it a {signs} heading");
    let edit = Edit { span: line.lead, text: format!("{signs} ") };
    RULE.finding(place, message).help(help).edits(title, false, vec![edit])
}

/// What is to be issued is told once how much of it is not laid out.
fn all_at_once(first: &Heading, headings: &[Heading]) -> Diagnostic {
    let count = headings.len();
    let message = text!(
        zh: "有{count}行像是标题，却写成了正文，排不出标题的样子，这是第一行",
        en: "{count} lines are headings, written as prose; this is the first"
    );
    let is_sure = |heading: &&Heading| !heading.line.is_before_data;
    let edits = headings.iter().filter(is_sure).map(edit).collect();
    let help = text!(zh: "行首加“#”，有几级加几个，编号由程序排", en: "put # before them, one for each level, in place of their numbers");
    let title = text!(zh: "把这些行改为标题", en: "make them headings");
    RULE.finding(place(first), message).help(help).edits(title, true, edits)
}

fn place(heading: &Heading) -> Span {
    Span { start: heading.line.at.start, ..heading.line.words }
}

fn edit(heading: &Heading) -> Edit {
    let (line, signs) = (heading.line, "#".repeat(heading.level));
    let end = if heading.keeps_mark { line.at.start } else { line.lead.end };
    Edit { span: Span { end, ..line.lead }, text: format!("{signs} ") }
}

fn finding(heading: &Heading) -> Diagnostic {
    let line = heading.line;
    let signs = "#".repeat(heading.level);
    let message = text!(
        zh: "这一行像是标题，却写成了正文，排不出标题的样子",
        en: "this line is a heading, written as prose"
    );
    let help = match (line.is_before_data, heading.keeps_mark) {
        (true, _) => text!(
            zh: "把编号换成“{signs} ”；改后它下面的数据行归它所有，请先看清",
            en: "write “{signs} ” in place of its number; the data lines below will then belong to it"
        ),
        (false, true) => text!(
            zh: "行首加“{signs} ”；编号与次序不合或紧接关键词，留在标题里照印",
            en: "put “{signs} ” before it; its number, out of order or before a keyword, stays and prints"
        ),
        (false, false) => {
            text!(zh: "把编号换成“{signs} ”，编号由程序排", en: "write “{signs} ” in place of its number")
        }
    };
    let title = text!(zh: "改为{signs}标题", en: "make it a {signs} heading");
    RULE.finding(place(heading), message).help(help).edits(title, !line.is_before_data, vec![edit(heading)])
}
