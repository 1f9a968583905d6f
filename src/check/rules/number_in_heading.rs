//! 标题自带编号 · A heading that brings its number
//!
//! ## 中文
//! 标题的编号由程序按次序排。自己写了“## 一、工作目标”，印出来仍是“一、”，但往后插一节、调个次序，这个编号不会跟着
//! 变。编号与次序相合的，删去不改变印出来的文字。全文只提示一次，写明有几处；与次序不合的另由 F103 逐处指出。
//!
//! ## English
//! The compiler numbers headings by their place. One that brings its own, ## 一、工作目标, prints it, but it does not
//! follow when a section is put in or moved. Where it agrees with its place, removing it changes nothing in print. It is
//! told once for a document, with how many there are; numbers that disagree with their place are told each, by F103.
//!
//! ## 错 · Wrong
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! ## 一、工作目标
//!
//! 全县教学质量稳步提升。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! ## 工作目标
//!
//! 全县教学质量稳步提升。
//! ```
//!
//! ## 依据 · Source
//! C44、C45

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::numbering::{MarkKind, Numbered};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F106",
    name: "number_in_heading",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("number_in_heading.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let is_due = |line: &&Numbered| {
        line.mark.number == line.heading && line.mark.kind != MarkKind::Ordinal && !line.hides_keyword
    };
    let lines: Vec<&Numbered> = context.plan.pasted.headings.iter().filter(is_due).collect();
    let Some(first) = lines.first() else { return };
    let form = context.sources.get(first.at.source).slice(first.at);
    let message = match lines.len() {
        1 => {
            text!(zh: "标题自带编号“{form}”，增删标题后编号就会错", en: "the heading brings its number {form}, which goes wrong once headings come or go")
        }
        count => text!(
            zh: "有{count}个标题自带编号，第一个是“{form}”，增删标题后编号就会错",
            en: "{count} headings bring their numbers, the first {form}; they go wrong once headings come or go"
        ),
    };
    let found = RULE.finding(first.at, message);
    let found = found.help(text!(zh: "删去编号，由编译器按次序排", en: "remove them; they are numbered by place"));
    // Without 第一章, 一、 is printed: that is for the author to say.
    let (chapters, plain): (Vec<&Numbered>, Vec<&Numbered>) =
        lines.iter().copied().partition(|line| line.mark.kind == MarkKind::Chapter);
    let is_sure = !plain.is_empty();
    let removed = if is_sure { plain } else { chapters };
    let edits = removed.into_iter().map(|line| Edit { span: line.lead, text: String::new() }).collect();
    out.push(found.edits(text!(zh: "删去编号", en: "remove the numbers"), is_sure, edits));
}
