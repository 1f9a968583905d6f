//! 标题自带编号 · A heading that brings its number
//!
//! ## 中文
//! 标题的编号由编译器按次序排。自己写了“## 一、工作目标”，印出来仍是“一、”，但往后插一节、调个次序，这个编号不会跟着
//! 变。编号与次序相合的，删去不改变印出来的文字。
//!
//! ## English
//! The compiler numbers headings by their place. One that brings its own, ## 一、工作目标, prints it, but it does not
//! follow when a section is put in or moved. Where it agrees with its place, removing it changes nothing in print.
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
use crate::diagnostic::{Diagnostic, Severity};
use crate::numbering::MarkKind;
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
    for line in &context.plan.pasted.headings {
        let is_due = line.mark.number == line.heading && line.mark.kind != MarkKind::Ordinal;
        if !is_due || line.hides_keyword {
            continue;
        }
        let form = context.sources.get(line.at.source).slice(line.at);
        let message = text!(zh: "标题自带编号“{form}”，增删标题后编号就会错", en: "the heading brings its number {form}, which goes wrong once headings come or go");
        let found = RULE
            .finding(line.at, message)
            .help(text!(zh: "删去编号，由编译器按次序排", en: "remove it; the compiler numbers by place"));
        let title = text!(zh: "删去编号", en: "remove the number");
        // Without 第一章, 一、 is printed: that is for the author to say.
        out.push(match line.mark.kind {
            MarkKind::Chapter => found.guess(title, line.lead, ""),
            _ => found.fix(title, line.lead, ""),
        });
    }
}
