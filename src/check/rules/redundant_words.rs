//! 意思重复 · A thing said twice
//!
//! ## 中文
//! “涉及到”“目的是为了”“原因是因为”“全部都”，两个词说的是一件事，留一个就够。词表在
//! stdlib/words/redundant-words.txt。
//!
//! ## English
//! 涉及到, 目的是为了, 原因是因为 and 全部都 say one thing with two words; one is enough. The list is data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 本方案涉及到学校全部都要执行，目的是为了减轻学生负担。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 本方案涉及的学校全部执行，目的是减轻学生负担。
//! ```
//!
//! ## 依据 · Source
//! C106、C108

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W003",
    name: "redundant_words",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("redundant_words.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, word) in context.listed("redundant-words") {
        let (wrong, right) = (word.wrong, word.right);
        let span = passage.span(word.at);
        let message = text!(zh: "“{wrong}”意思重复", en: "“{wrong}” says one thing twice");
        let help = text!(zh: "写作“{right}”，意思不变", en: "write {right}; it means the same");
        let title = text!(zh: "改为“{right}”", en: "change it to {right}");
        out.push(RULE.finding(span, message).help(help).guess(title, span, right));
    }
}
