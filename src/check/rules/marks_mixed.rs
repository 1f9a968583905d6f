//! 同级编号写法不一 · Marks of one level in different forms
//!
//! ## 中文
//! 一篇之中，同一级编号用同一种写法：“1.”与“1、”“1)”混用，读的人会当成两级。标准写法是“一、”“（一）”“1.”“（1）”；
//! 改成标题后由编译器统一。
//!
//! ## English
//! Marks of one level have one form in a document: 1. beside 1、 or 1) looks like two levels. The standard forms are 一、
//! （一） 1. （1）; headings get them from the compiler.
//!
//! ## 错 · Wrong
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! ## 工作要求
//!
//! 1.加强领导。各学校要成立专班。
//!
//! 2、严格考核。结果与评优挂钩。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! ## 工作要求
//!
//! 1.加强领导。各学校要成立专班。
//!
//! 2.严格考核。结果与评优挂钩。
//! ```
//!
//! ## 依据 · Source
//! C40、C41、C42、C43

use std::collections::BTreeMap;

use crate::check::{Context, Rule, pasted};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::numbering::{MarkKind, Numbered};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F104",
    name: "marks_mixed",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("marks_mixed.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    narrow(context, out);
    let mut first: BTreeMap<MarkKind, &Numbered> = BTreeMap::new();
    let mut told: Vec<MarkKind> = Vec::new();
    for line in &context.plan.pasted.lines {
        let kind = line.mark.kind;
        let other = first.entry(kind).or_insert(line);
        if other.mark.sign == line.mark.sign || told.contains(&kind) {
            continue;
        }
        told.push(kind);
        let (form, this, that) = (line.mark.form(), context.sources.slice(line.at), context.sources.slice(other.at));
        let message = text!(zh: "同级编号这里写“{this}”，前面写“{that}”，分不清层次", en: "marks of one level are written {this} here and {that} before, which blurs the levels");
        out.push(
            RULE.finding(line.at, message)
                .related(other.at, text!(zh: "前面这样写", en: "written so before"))
                .help(text!(zh: "同一级用同一种写法，标准写法是“{form}”", en: "use one form throughout; the standard one is {form}")),
        );
    }
}

/// `(一)` in brackets of half width, all of them at once: what becomes a heading loses its number.
fn narrow(context: &Context, out: &mut Vec<Diagnostic>) {
    let lines = &context.plan.pasted.lines;
    let headings: Vec<Span> = pasted::runs(lines)
        .flat_map(pasted::headings)
        .filter(|heading| !heading.keeps_mark)
        .map(|heading| heading.line.at)
        .collect();
    let is_bracket = |line: &&Numbered| matches!(line.mark.kind, MarkKind::HanBracket | MarkKind::ArabicBracket);
    let is_narrow =
        |line: &&Numbered| context.sources.slice(line.at).contains(['(', ')']) && !headings.contains(&line.at);
    let found: Vec<&Numbered> = lines.iter().filter(is_bracket).filter(is_narrow).collect();
    let Some(first) = found.first() else { return };
    let (count, written, form) = (found.len(), context.sources.slice(first.at), first.mark.form());
    let message = match count {
        1 => text!(zh: "序号“{written}”的括号是半角", en: "the brackets of {written} are half-width"),
        _ => {
            text!(zh: "有{count}个序号的括号是半角，第一个是“{written}”", en: "{count} numbers have half-width brackets, {written} first")
        }
    };
    let edits = found.iter().map(|line| Edit { span: line.at, text: line.mark.form() }).collect();
    let help = text!(zh: "用全角括号，如“{form}”", en: "use full-width ones: {form}");
    out.push(RULE.finding(first.at, message).help(help).edits(
        text!(zh: "改为全角", en: "make them full-width"),
        true,
        edits,
    ));
}
