//! 学年起止与年数不符 · School years that are not as many as stated
//!
//! ## 中文
//! 一个学年跨两个年份。自2026—2027学年起，至2028—2029学年止，是三个学年。同一句里写的年数要与它一致。
//!
//! ## English
//! A school year has two years in its name: from 2026—2027 to 2028—2029 are three. The number in the same sentence
//! agrees.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 行动为期两年，自2026—2027学年起，至2028—2029学年止。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 行动为期三年，自2026—2027学年起，至2028—2029学年止。
//! ```
//!
//! ## 依据 · Source
//! C66；学年互相印证

use std::ops::Range;

use crate::check::years::school_years;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::han_integer;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D038",
    name: "school_years_differ",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("school_years_differ.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (words, at) in context.sentences_with_digit() {
        let sentence = &words.value[at.clone()];
        let years = school_years(sentence);
        let [(first, from), (last, to)] = years.as_slice() else { continue };
        let (Some((said_at, said)), count) = (length(sentence), to - from + 1) else { continue };
        if count < 1 || i64::from(count) == said as i64 {
            continue;
        }
        let place = |part: &Range<usize>| context.part(words, at.start + part.start..at.start + part.end);
        let (phrase, one, two) = (&sentence[said_at.clone()], &sentence[first.clone()], &sentence[last.clone()]);
        let message = text!(
            zh: "{one}到{two}是{count}个学年，正文写“{phrase}”",
            en: "from {one} to {two} are {count} school years, but the text says “{phrase}”"
        );
        let found = RULE.finding(place(&said_at), message);
        let found = found
            .related(place(&(first.start..last.end)), text!(zh: "起止学年在这里", en: "the school years are here"));
        out.push(found.help(text!(zh: "改年数，或者改起止学年", en: "change the number, or the school years")));
    }
}

/// How long the sentence says it is: 为期三年, 共三个学年.
fn length(sentence: &str) -> Option<(Range<usize>, u64)> {
    let start = ["为期", "历时", "共"].iter().find_map(|word| sentence.find(word).map(|at| at + word.len()))?;
    let rest = &sentence[start..];
    let digits = rest.len()
        - rest.trim_start_matches(|sign: char| sign.is_ascii_digit() || "一二两三四五六七八九十".contains(sign)).len();
    let number = rest[..digits].parse().ok().or_else(|| han_integer(&rest[..digits]))?;
    let unit = ["个学年", "学年", "年"].iter().find(|unit| rest[digits..].starts_with(**unit))?;
    Some((start..start + digits + unit.len(), number))
}
