//! 错别字 · A wrong character
//!
//! ## 中文
//! “布署”“惯彻”“学藉”一类，换什么上下文都是错的。词表在 stdlib/words/wrong-words.txt，只收一定错的；可改可不改
//! 的由 W002 提示。书名号和引号里的是引文，不查。
//!
//! ## English
//! Words such as 布署 or 学藉 are wrong wherever they stand. The list holds only what is certainly wrong; doubtful
//! words belong to W002. What is quoted is left alone.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 全面布署义务教育提质工作，健全学藉管理制度。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 全面部署义务教育提质工作，健全学籍管理制度。
//! ```
//!
//! ## 依据 · Source
//! C185

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W001",
    name: "wrong_character",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("wrong_character.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, word) in context.listed("wrong-words") {
        let (wrong, right) = (word.wrong, word.right);
        let span = passage.span(word.at);
        let message = text!(zh: "“{wrong}”是错别字", en: "“{wrong}” holds a wrong character");
        let help = text!(zh: "写作“{right}”", en: "write {right}");
        let title = text!(zh: "改为“{right}”", en: "change it to {right}");
        out.push(RULE.finding(span, message).help(help).fix(title, span, right));
    }
}
