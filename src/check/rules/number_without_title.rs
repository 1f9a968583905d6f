//! 引用文件只有字号，没有标题 · A document cited by its number alone
//!
//! ## 中文
//! 引用公文，先写标题，后写发文字号，字号加圆括号：《某县……的意见》（某政发〔2025〕8号）。只写字号，读的人不知道是
//! 什么文件。
//!
//! ## English
//! A document is cited by its title, with the number in brackets after it. A number alone does not say what is
//! cited.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据澜政发〔2025〕8号文件要求，制定本方案。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据《澜平县教育发展规划》（澜政发〔2025〕8号）要求，制定本方案。
//! ```
//!
//! ## 依据 · Source
//! C09；《党政机关公文处理工作条例》第十九条

use std::ops::Range;

use crate::check::numbers;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F004",
    name: "number_without_title",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("number_without_title.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for words in context.prose_with(Signs::BRACKET) {
        for at in bare_numbers(words.value) {
            out.push(finding(&words.value[at.clone()], context.part(words, at)));
        }
    }
    for basis in plan.bases.iter().filter(|basis| numbers::read(&basis.title.value).is_some()) {
        out.push(finding(&basis.title.value, basis.title.span));
    }
}

fn finding(number: &str, span: crate::source::Span) -> Diagnostic {
    let message = text!(
        zh: "引用“{number}”只有发文字号，没有文件标题",
        en: "“{number}” is cited by its number alone, without a title"
    );
    RULE.finding(span, message).help(text!(
        zh: "先写标题，后写字号：《文件标题》（{number}）",
        en: "write the title first: 《…》（{number}）"
    ))
}

/// What may stand before the sign of an organ without belonging to it.
const BEFORE: [&str; 13] =
    ["根据", "按照", "依据", "依照", "遵照", "贯彻", "落实", "执行", "对照", "以及", "和", "及", "按"];

/// Where numbers stand that no bracket encloses.
fn bare_numbers(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for (at, sign) in words.char_indices() {
        match sign {
            '（' | '(' | '《' => depth += 1,
            '）' | ')' | '》' => depth = depth.saturating_sub(1),
            // A line that is nothing but a number is that of the paper itself.
            '〔' if depth == 0 => found.extend(number_around(words, at).filter(|number| !is_a_line(words, number))),
            _ => {}
        }
    }
    found
}

/// Whether nothing else stands in the line.
fn is_a_line(words: &str, at: &Range<usize>) -> bool {
    let (before, after) = (&words[..at.start], &words[at.end..]);
    let is_end = |rest: Option<char>| rest.is_none_or(|sign| sign == '\n');
    is_end(before.trim_end_matches([' ', '\u{3000}']).chars().next_back())
        && is_end(after.trim_start_matches([' ', '\u{3000}']).chars().next())
}

/// The number whose year begins with the bracket at `open`.
fn number_around(words: &str, open: usize) -> Option<Range<usize>> {
    let is_sign = |sign: char| ('\u{4e00}'..='\u{9fff}').contains(&sign) && !"的在由据".contains(sign);
    let sign = words[..open].char_indices().rev().take(9).take_while(|(_, sign)| is_sign(*sign)).last();
    let mut start = sign?.0;
    for word in BEFORE {
        start = words[start..open].rfind(word).map_or(start, |at| start + at + word.len());
    }
    let tail = &words[open..];
    let length = tail.char_indices().take(16).find(|(_, sign)| *sign == '号')?.0 + '号'.len_utf8();
    // 某政发〔2025〕8号《…》 has its title, if at the wrong end.
    let has_title = tail[length..].starts_with('《');
    let at = start..open + length;
    numbers::read(&words[at.clone()]).filter(|_| !has_title).map(|_| at)
}
