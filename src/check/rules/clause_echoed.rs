//! 一句话里两个分句意思重复 · Two clauses of one sentence say the same
//!
//! ## 中文
//! 一句话里两个分句的后半一字不差，多半是改写时新旧两句都留下了。只提示四种：相同的字有十个以上的；相邻两个分句只差
//! “全面”“稳步”这样一个状语的；同一段里两句话只差“各类”“丰富多样的”的；一样东西与它的简称并列的（教研、教学研究）。
//!
//! ## English
//! Two clauses of one sentence end in the same words; mostly an edit left both the old and the new. Told where
//! they share ten characters or more, where neighbours differ only by an adverb such as 全面 or 稳步, clauses of one
//! paragraph only by 各类 or the like, and where something stands beside its own short name (教研、教学研究).
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

use std::collections::HashMap;
use std::ops::Range;

use crate::check::clauses::{Narrow, shortened, wide};
use crate::check::passages::{Passage, VALUE};
use crate::check::pattern::Pattern;
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
    context.holding(&SEVERAL).for_each(|passage| across_sentences(passage, out));
    context.holding(&BESIDE).for_each(|passage| beside_its_short_name(passage, out));
    for passage in context.passages() {
        let sentences = passage.cut.sentences();
        out.extend(sentences.filter_map(|(_, clauses)| within_sentence(passage, &clauses[..clauses.len().min(MOST)])));
    }
}

/// The first clause of a sentence that says what one before it has said.
fn within_sentence(passage: &Passage, clauses: &[Narrow]) -> Option<Diagnostic> {
    // Mostly they have nothing in common at their ends, which their last bytes tell.
    let last = |at: &Narrow| passage.text.as_bytes().get((at.end as usize).wrapping_sub(1));
    for (second, other) in clauses.iter().enumerate() {
        let (end, other) = (last(other), wide(other));
        for (first, one) in clauses[..second].iter().enumerate() {
            if last(one) != end {
                continue;
            }
            let one = wide(one);
            let shared = shared_end(&passage.text[one.clone()], &passage.text[other.clone()]);
            if shared < SHORT {
                continue;
            }
            let length = passage.text[other.end - shared..other.end].chars().count();
            let is_neighbour = first + 1 == second && length >= SHORT;
            let differ_by_adverb = is_neighbour
                && [&one, &other].into_iter().all(|at| is_adverb(&passage.text[at.start..at.end - shared]));
            let at = other.end - shared..other.end;
            if (length >= LONG || differ_by_adverb) && passage.is_own(&at) {
                let words = &passage.text[other.clone()];
                return Some(finding(passage, words, at, one.end - shared..one.end));
            }
        }
    }
    None
}

fn finding(passage: &Passage, words: &str, at: Range<usize>, first: Range<usize>) -> Diagnostic {
    let words = shortened(words);
    let message = text!(zh: "“{words}”与前面的意思重复", en: "“{words}” says what stands before it");
    RULE.finding(passage.span(at), message)
        .related(passage.span(first), text!(zh: "前面在这里", en: "it is said here"))
        .help(text!(zh: "留一个，或者把两个合成一个", en: "keep one of them, or join the two"))
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

/// Adverbs that ask for more of the same.
const ADVERBS: [&str; 15] = [
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
];

fn is_adverb(words: &str) -> bool {
    ADVERBS.contains(&words)
}

/// Words that say only that there are several.
const MANIFOLD: [&str; 8] =
    ["丰富多样的", "丰富多彩的", "形式多样的", "多种多样的", "多种形式的", "各类", "各种", "各项"];

pub(super) static SEVERAL: Pattern =
    Pattern::new(&MANIFOLD, "丰富多样的|丰富多彩的|形式多样的|多种多样的|多种形式的|各类|各种|各项");

/// A clause without the adverb it begins with and without words for several.
fn stem(clause: &str) -> String {
    let rest = ADVERBS.iter().find_map(|adverb| clause.strip_prefix(adverb)).unwrap_or(clause);
    MANIFOLD.iter().fold(rest.to_owned(), |words, word| words.replace(word, ""))
}

/// Two clauses of one paragraph, in different sentences, that differ by 各类 or the like, and perhaps by an adverb.
fn across_sentences(passage: &Passage, out: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<String, (usize, Range<usize>)> = HashMap::new();
    for (number, (_, clauses)) in passage.cut.sentences().enumerate() {
        for clause in clauses.iter().map(wide) {
            let words = &passage.text[clause.clone()];
            let stem = stem(words);
            if stem.chars().count() < SHORT || stem.contains(VALUE) || !passage.is_own(&clause) {
                continue;
            }
            let Some((of, first)) = seen.get(&stem) else {
                seen.insert(stem, (number, clause.clone()));
                continue;
            };
            // The same words in another sentence are a refrain; within one sentence they are told above.
            let before = &passage.text[first.clone()];
            let is_several = MANIFOLD.iter().any(|word| words.contains(word) || before.contains(word));
            if *of != number && before != words && is_several {
                out.push(finding(passage, words, clause.clone(), first.clone()));
            }
        }
    }
}

/// Short names, and what they are short for.
const SHORT_FOR: [(&str, &str); 5] =
    [("教研", "教学研究"), ("教改", "教学改革"), ("课改", "课程改革"), ("科研", "科学研究"), ("德育", "道德教育")];

pub(super) static BESIDE: Pattern =
    Pattern::new(&["教研", "教改", "课改", "科研", "德育"], "(?:教研|教改|课改|科研|德育)[、，和及与]");

/// Where something is listed beside its own short name: 人人参与教研、人人参与教学研究.
fn beside_its_short_name(passage: &Passage, out: &mut Vec<Diagnostic>) {
    for (short, long) in SHORT_FOR {
        for (at, _) in passage.text.match_indices(short) {
            let Some(rest) = passage.text[at + short.len()..].strip_prefix(['、', '，', '和', '及', '与']) else {
                continue;
            };
            let second = passage.text.len() - rest.len();
            let heads = passage.text[..at].char_indices().rev().take(6).map(|(from, _)| from).chain([at]);
            let Some(first) =
                heads.into_iter().find(|from| rest.starts_with(&format!("{}{long}", &passage.text[*from..at])))
            else {
                continue;
            };
            let end = second + (at - first) + long.len();
            if passage.is_own(&(first..end)) {
                let words = &passage.text[second..end];
                out.push(finding(passage, words, second..end, first..at + short.len()));
            }
        }
    }
}
