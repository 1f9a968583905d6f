//! 文种与标题不符 · A kind that the title does not name
//!
//! ## 中文
//! “文种”写的就是标题所落的文种。标题是“行动计划”，文种写“实施方案”，必有一处不对。
//!
//! ## English
//! 文种 is the kind of paper that the title names. If the title says 行动计划 and the kind 实施方案, one of them is
//! wrong.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动计划
//! - 文种：实施方案
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动计划
//! - 文种：行动计划
//! ```
//!
//! ## 依据 · Source
//! C16；C29

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F020",
    name: "kind_differs",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("kind_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let (Some(title), Some(kind)) = (&context.plan.title, &context.plan.kind) else { return };
    let (words, stated) = (title.value.trim(), kind.value.trim());
    // The years and 试行 that may follow do not say what it is.
    let bare = words.split(['（', '(']).next().unwrap_or(words);
    let named = KINDS.iter().find(|known| bare.ends_with(**known));
    let (Some(named), true) = (named, KINDS.iter().any(|known| stated.ends_with(known))) else { return };
    if stated.ends_with(named) || bare.ends_with(stated) {
        return;
    }
    let message = text!(
        zh: "文种写“{stated}”，标题落在“{named}”上",
        en: "the kind is given as {stated}, but the title says {named}"
    );
    let found = RULE.finding(kind.span, message).related(title.span, text!(zh: "标题在这里", en: "the title is here"));
    out.push(found.help(text!(zh: "两处写成同一个文种", en: "name one kind in both")));
}

/// Kinds of plans, the more precise first.
const KINDS: [&str; 21] = [
    "实施方案",
    "行动方案",
    "工作方案",
    "行动计划",
    "工作计划",
    "工作要点",
    "实施意见",
    "实施细则",
    "实施办法",
    "方案",
    "计划",
    "规划",
    "意见",
    "细则",
    "办法",
    "预案",
    "解读",
    "要点",
    "简报",
    "纪要",
    "通报",
];
