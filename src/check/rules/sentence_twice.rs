//! 同一句话写了两遍 · One sentence written twice
//!
//! ## 中文
//! 同一段里两句话一字不差，多半是复制后忘了删。八个字以下的不看。
//!
//! ## English
//! Two sentences of one paragraph are the same word for word; one of them was mostly copied and not taken out.
//! Those of fewer than eight characters are left alone.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 建立教师发展评价体系，帮助教师成长。建立教师发展评价体系，帮助教师成长。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 建立教师发展评价体系，帮助教师成长。
//! ```
//!
//! ## 依据 · Source
//! 惯例；校对常识

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::clauses::shortened;
use crate::check::passages::{Passage, VALUE};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W601",
    name: "sentence_twice",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("sentence_twice.rs"),
    run,
};

/// A shorter sentence may well be said twice.
const SHORTEST: usize = 8;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let prose = context.passages().iter().filter(|passage| passage.is_prose);
    for passage in prose.filter(|passage| has_equal_sentences(passage)) {
        let mut seen: BTreeMap<&str, Range<usize>> = BTreeMap::new();
        for (at, _) in passage.cut.sentences() {
            let sentence = &passage.text[at.clone()];
            // A value may differ each time.
            if sentence.chars().count() < SHORTEST || sentence.contains(VALUE) {
                continue;
            }
            let Some(first) = seen.get(sentence).cloned() else {
                seen.insert(sentence, at.clone());
                continue;
            };
            let words = shortened(sentence);
            let message = text!(zh: "“{words}”在本段里写了两遍", en: "“{words}” stands twice in its paragraph");
            out.push(
                RULE.finding(passage.span(at.clone()), message)
                    .related(passage.span(first), text!(zh: "第一遍在这里", en: "the first is here"))
                    .help(text!(zh: "删去一句", en: "take one of them out")),
            );
        }
    }
}

/// Whether two sentences of a passage are equal, which few passages have: mostly no two are even of one length.
fn has_equal_sentences(passage: &Passage) -> bool {
    let mut lengths = 0_u64;
    let mut is_of_other_length = |(at, _): (Range<usize>, _)| {
        let bit = 1 << (at.len() % 64);
        let is_other = lengths & bit == 0;
        lengths |= bit;
        is_other
    };
    if passage.cut.sentences().all(&mut is_of_other_length) {
        return false;
    }
    let mut all: Vec<&str> = passage.cut.sentences().map(|(at, _)| &passage.text[at]).collect();
    all.sort_unstable_by_key(|sentence| (sentence.len(), *sentence));
    all.windows(2).any(|pair| pair[0] == pair[1])
}
