//! 成对的标点缺一半 · Half of a pair is missing
//!
//! ## 中文
//! 括号、书名号、引号成对使用。缺了一半，读的人不知道引到哪里为止。编号“1）”的半个括号不算。
//!
//! ## English
//! Brackets, title marks and quotation marks come in pairs. With one missing, nobody can tell where the quotation
//! ends. The bracket of an item 1） is none.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 贯彻《义务教育课程方案，开齐开足课程。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 贯彻《义务教育课程方案》，开齐开足课程。
//! ```
//!
//! ## 依据 · Source
//! C118；GB/T 15834—2011

use crate::check::passages::Passage;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W403",
    name: "pair_unclosed",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("pair_unclosed.rs"),
    run,
};

const PAIRS: [(&str, &str, char, char); 6] = [
    ("（(", "）)", '（', '）'),
    ("《", "》", '《', '》'),
    ("“", "”", '“', '”'),
    ("【", "】", '【', '】'),
    ("〔", "〕", '〔', '〕'),
    ("〈", "〉", '〈', '〉'),
];

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let marks = Signs::BRACKET.or(Signs::TITLE).or(Signs::QUOTE).or(Signs::HALF_WIDTH).or(Signs::ODD);
    for passage in context.passages_with(marks).filter(|passage| passage.is_prose) {
        for (at, partner) in single(passage) {
            let sign = passage.after(at).unwrap_or(partner);
            let message = text!(zh: "标点 {sign} 没有与它成对的 {partner}", en: "{sign} has no {partner} to match it");
            let help = text!(zh:"补上 {partner}，或者删去 {sign}", en: "add {partner}, or take {sign} away");
            out.push(RULE.finding(passage.span(at..at + sign.len_utf8()), message).help(help));
        }
    }
}

/// The marks without a partner, and the partner each would have.
fn single(passage: &Passage) -> Vec<(usize, char)> {
    let mut open: [Vec<usize>; PAIRS.len()] = Default::default();
    let mut found = Vec::new();
    // Most characters are no marks: it is quicker to pass them over than to ask for each mark.
    let may_be = |sign: char| matches!(sign, '(' | ')' | '（' | '）' | '“' | '”' | '〈'..='〕');
    for (at, sign) in passage.text.char_indices().filter(|(_, sign)| may_be(*sign)) {
        for ((openers, closers, opener, _), open) in PAIRS.iter().zip(&mut open) {
            if openers.contains(sign) {
                open.push(at);
            } else if closers.contains(sign) && open.pop().is_none() && !is_item(&passage.text[..at]) {
                found.push((at, *opener));
            }
        }
    }
    for ((_, _, _, closer), open) in PAIRS.iter().zip(open) {
        found.extend(open.into_iter().map(|at| (at, *closer)));
    }
    found.sort_unstable();
    found
}

/// Whether what stands before a bracket is the number of an item: 1）, a) or 一）.
fn is_item(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next().is_some_and(|sign| sign.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(sign))
}
