//! 字词重复 · A word typed twice
//!
//! ## 中文
//! “的的”“和和”“加强加强”是键入时的重复；连打两遍的双字词，如“教学教学”，也是。“目的的”“以及及时”“研究研究”
//! 这类本来就对的不算。词表在 stdlib/words/doubled-words.txt。
//!
//! ## English
//! 的的, 和和 and 加强加强 are typed twice, and so is any word of two characters that stands twice, such as 教学教学.
//! What only looks so, such as 目的的 or 研究研究, is not told. The list is data.
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

use std::ops::Range;

use crate::check::passages::{Passage, is_han};
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
    for (passage, word) in context.listed(LIST) {
        out.push(finding(passage, word.at, word.wrong, word.right));
    }
    let is_listed = |rest: &str| context.options.words.list(LIST).any(|line| rest.starts_with(stem(line)));
    for passage in context.passages().iter().filter(|passage| comes_back(passage.text.as_bytes())) {
        for at in twice(&passage.text) {
            if passage.is_own(&at) && !is_listed(&passage.text[at.start..]) {
                let wrong = &passage.text[at.clone()];
                out.push(finding(passage, at, wrong, &wrong[..wrong.len() / 2]));
            }
        }
    }
}

/// Words typed twice, and words that are right.
const LIST: &str = "doubled-words";

/// What a line of the list looks for.
fn stem(line: &str) -> &str {
    line.split_once('→').map_or(line, |(wrong, _)| wrong.trim())
}

fn finding(passage: &Passage, at: Range<usize>, wrong: &str, right: &str) -> Diagnostic {
    let span = passage.span(at);
    let message = text!(zh: "“{wrong}”重复", en: "“{wrong}” is typed twice");
    let help = text!(zh: "留一个“{right}”", en: "keep {right} once");
    let title = text!(zh: "改为“{right}”", en: "make it {right}");
    RULE.finding(span, message).help(help).guess(title, span, right)
}

/// Bytes of a word of two characters, which has three for each.
const WORD: usize = 6;

/// Whether four bytes come back where they would if a whole word stood twice. Few words are followed by themselves, and
/// to tell that none is, every third byte is enough: four equal bytes from there on lie in any six that come back.
fn comes_back(mut text: &[u8]) -> bool {
    const SOME: usize = 4;
    while let Some(at) = text.first_chunk::<{ WORD + SOME }>() {
        if at[..SOME] == at[WORD..] {
            return true;
        }
        text = &text[3..];
    }
    false
}

/// Where a word of two characters stands twice. 一步一步 and the like are right.
fn twice(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_again = |at: &usize| bytes[*at..*at + WORD] == bytes[*at + WORD..*at + 2 * WORD];
    let again = (0..(bytes.len() + 1).saturating_sub(2 * WORD)).filter(is_again);
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in again.filter(|at| text.is_char_boundary(*at)) {
        let mut signs = text[start..].chars();
        let (Some(one), Some(two)) = (signs.next(), signs.next()) else { continue };
        let is_word = is_han(one) && is_han(two) && one != two && !"一二两三四五六七八九十半几每逐".contains(one);
        if is_word && found.last().is_none_or(|before| before.end <= start) {
            found.push(start..start + 2 * WORD);
        }
    }
    found
}
