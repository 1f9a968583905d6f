//! 参数没有给值 · A parameter without a value
//!
//! ## 中文
//! 参数写作“待定”的，要在方案里或者用 `--set` 给它一个值，否则印出来只有〔参数名〕。
//!
//! ## English
//! A parameter declared with 待定 wants a value, in the plan or by `--set`; without one the paper shows 〔its name〕.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：{县名}义务教育提质方案
//! - 参数 县名：待定
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：{县名}义务教育提质方案
//! - 参数 县名：平安区
//! ```
//!
//! ## 依据 · Source
//! C145

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S210",
    name: "param_open",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("param_open.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    // The parameters of a file that only declares are given by those who use it.
    let open = context.plan.params.iter().filter(|param| param.value.is_none() && context.plan.title.is_some());
    for param in open {
        let name = &param.name.value;
        let message = text!(zh: "参数“{name}”还没有给值", en: "parameter “{name}” has no value yet");
        let finding = RULE.finding(param.at, message);
        let finding = match context.plan.is_own(param.name.span) {
            true => finding,
            false => finding.related(param.name.span, text!(zh: "在这里声明", en: "declared here")),
        };
        out.push(finding.help(text!(
            zh: "把“- 参数 {name}：”后面的“待定”改成它的值，或者用 --set {name}=… 给值",
            en: "write its value behind “- param {name}:” in the place of tbd, or give it by --set {name}=…"
        )));
    }
}
