//! 段落之间没有空行 · Paragraphs without a blank line between them
//!
//! ## 中文
//! 从文字处理软件里粘来的文字一行一段，段间没有空行。全文还没有标题时，编译器按一行一段印；一旦加了标题，相连的几行就
//! 合成一段。在段间加空行，段落就定了下来。
//!
//! ## English
//! Text from a word processor has a paragraph on each line and no blank lines. While the file has no headings each line
//! prints as a paragraph; once it has, lines one below another are one. Blank lines between them settle it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! （一）加强领导。各学校要成立专班。
//! 专班由校长负责。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 清溪县中小学提质增效实施方案
//!
//! （一）加强领导。各学校要成立专班。
//!
//! 专班由校长负责。
//! ```
//!
//! ## 依据 · Source
//! 惯例（粘贴即用）

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F105",
    name: "lines_run_on",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("lines_run_on.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let pasted = &context.plan.pasted;
    let Some(first) = pasted.run_on.first() else { return };
    let count = pasted.run_on.len();
    let message = text!(
        zh: "有{count}处两段之间没有空行，加了标题会连成一段",
        en: "paragraphs without a blank line between them in {count} places will run together once there are headings"
    );
    let edits = pasted.run_on.iter().map(|at| Edit { span: *at, text: pasted.line_break.to_owned() });
    out.push(
        RULE.finding(*first, message)
            .help(text!(zh: "段与段之间空一行", en: "leave a blank line between paragraphs"))
            .edits(text!(zh: "在段间加空行", en: "add the blank lines"), true, edits.collect()),
    );
}
