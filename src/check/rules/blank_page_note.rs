//! 用了“此页无正文” · A page without text is explained
//!
//! ## 中文
//! 落款不能单独一页，要调整行距、字距，不再写“此页无正文”。
//!
//! ## English
//! A signature does not stand on a page alone: the lines are set anew, and 此页无正文 is not written.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 为提高质量，制定本方案。
//!
//! （此页无正文）
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 为提高质量，制定本方案。
//! ```
//!
//! ## 依据 · Source
//! C143；GB/T 9704—2012，7.3.5.5

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F080",
    name: "blank_page_note",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("blank_page_note.rs"),
    run,
};

const WORDS: &str = "此页无正文";

pub(in crate::check) static NOTE: Pattern = Pattern::new(&[WORDS], "此页无正文");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.prose_holding(&NOTE) {
        for (at, note) in words.value.match_indices(WORDS) {
            let message = text!(zh: "正文里写了“{note}”", en: "the text says {note}");
            out.push(RULE.finding(context.part(words, at..at + note.len()), message).help(text!(
                zh: "删去；落款与正文同页，由排版调整",
                en: "remove it; the program keeps the signature with the text"
            )));
        }
    }
}
