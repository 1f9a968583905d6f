//! 字词重复 · A word typed twice
//!
//! ## 中文
//! “的的”“和和”“加强加强”是键入时的重复。“目的的”“以及及时”这类本来就对的不算。词表在
//! stdlib/words/doubled-words.txt。
//!
//! ## English
//! 的的, 和和 and 加强加强 are typed twice. What only looks so, such as 目的的, is not told. The list is data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 提高课堂教学的的质量。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 提高课堂教学的质量，达到提质的目的的学校予以表扬。
//! ```
//!
//! ## 依据 · Source
//! 惯例；校对常识

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W005",
    name: "word_doubled",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("word_doubled.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, word) in context.listed("doubled-words") {
        let (wrong, right) = (word.wrong, word.right);
        let span = passage.span(word.at);
        let message = text!(zh: "“{wrong}”重复", en: "“{wrong}” is typed twice");
        let help = text!(zh: "留一个“{right}”", en: "keep {right} once");
        let title = text!(zh: "改为“{right}”", en: "make it {right}");
        out.push(RULE.finding(span, message).help(help).guess(title, span, right));
    }
}
