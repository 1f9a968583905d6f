//! 一句话里两个分句意思重复 · Two clauses of one sentence say the same
//!
//! ## 中文
//! 一句话里两个分句的后半一字不差，多半是改写时新旧两句都留下了。只提示两种：相同的字有十个以上的；相邻两个分句只差
//! “全面”“稳步”这样一个状语的。
//!
//! ## English
//! Two clauses of one sentence end in the same words; mostly an edit left both the old and the new. Told where
//! they share ten characters or more, or where neighbours differ only by an adverb such as 全面 or 稳步.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 稳步提高教学质量，全面提高教学质量。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 全面提高教学质量。
//! ```
//!
//! ## 依据 · Source
//! 惯例；校对常识

use crate::check::clauses::{clauses, sentences};
use crate::check::passages::VALUE;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W602",
    name: "clause_echoed",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("clause_echoed.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.passages {
        for sentence in sentences(&passage.text) {
            let clauses: Vec<_> = clauses(&passage.text, sentence).take(MOST).collect();
            let pairs = (1..clauses.len()).flat_map(|second| (0..second).map(move |first| (first, second)));
            for (first, second) in pairs {
                let (one, other) = (&clauses[first], &clauses[second]);
                let shared = shared_end(&passage.text[one.clone()], &passage.text[other.clone()]);
                let length = passage.text[other.end - shared..other.end].chars().count();
                let is_neighbour = first + 1 == second && length >= SHORT;
                let differ_by_adverb = is_neighbour
                    && [one, other].into_iter().all(|at| is_adverb(&passage.text[at.start..at.end - shared]));
                let at = other.end - shared..other.end;
                if (length < LONG && !differ_by_adverb) || !passage.is_own(&at) {
                    continue;
                }
                let message = text!(zh: "这个分句与前面的意思重复", en: "this clause says what one before it says");
                out.push(
                    RULE.finding(passage.span(at), message)
                        .related(
                            passage.span(one.end - shared..one.end),
                            text!(zh: "前面在这里", en: "it is said here"),
                        )
                        .help(text!(zh: "留一个，或者把两个合成一个", en: "keep one of them, or join the two")),
                );
                break;
            }
        }
    }
}

/// So many characters in common are no accident.
const LONG: usize = 10;
/// So many are enough where nothing but an adverb differs.
const SHORT: usize = 6;
/// More clauses of a sentence are not compared.
const MOST: usize = 20;

/// How many bytes two clauses have in common at their end; a value may differ each time.
fn shared_end(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs.take_while(|(one, other)| one == other && *one != VALUE).map(|(sign, _)| sign.len_utf8()).sum()
}

fn is_adverb(words: &str) -> bool {
    [
        "全面",
        "稳步",
        "不断",
        "进一步",
        "切实",
        "着力",
        "大力",
        "努力",
        "逐步",
        "持续",
        "有效",
        "明显",
        "积极",
        "深入",
        "扎实",
    ]
    .contains(&words)
}
