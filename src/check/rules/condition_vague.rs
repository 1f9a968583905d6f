//! 条件没有定数 · A condition of degree without a number
//!
//! ## 中文
//! “如：效果较差”“如：成绩突出”，各人判断不一，该不该办就说不准。写明到多少算，或者写明由谁按什么标准认定。条件里有
//! 数的、写了按标准认定的不算。词表在 stdlib/words/vague-conditions.txt，办公室可以增删。
//!
//! ## English
//! Whether 效果较差 or 成绩突出 holds, everyone judges for himself. Say what number is meant, or by what standard it is
//! judged; with either in it a condition is not told. The list is data, and an office may add to it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县听课工作方案
//!
//! ## 工作任务
//! - 如：课堂教学效果较差，则：再次听课
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县听课工作方案
//!
//! ## 工作任务
//! - 如：课堂教学评价低于60分，则：再次听课
//! ```
//!
//! ## 依据 · Source
//! 惯例（可执行、可检查）

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W606",
    name: "condition_vague",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("condition_vague.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for condition in context.plan.conditions.iter() {
        let when = &condition.when.value;
        if when.contains(|sign: char| sign.is_ascii_digit()) || STANDARDS.iter().any(|word| when.contains(word)) {
            continue;
        }
        let words = context.options.words.list("vague-conditions");
        let Some((at, word)) = words.filter_map(|word| Some((when.find(word)?, word))).min() else { continue };
        let span = context.part_of(&condition.when, at..at + word.len());
        let message = text!(zh: "条件“{word}”没有定数", en: "the condition “{word}” has no measure");
        out.push(RULE.finding(span, message).help(text!(
            zh: "写明到多少算，或者由谁按什么标准认定",
            en: "say what number is meant, or who judges it by what standard"
        )));
    }
}

/// What says that a degree is judged by something.
const STANDARDS: [&str; 7] = ["标准", "认定", "规定", "办法", "等次", "等级", "细则"];
