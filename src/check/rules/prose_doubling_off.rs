//! 翻番、倍数算不对 · Doubling that does not add up
//!
//! ## 中文
//! 翻一番是2倍，翻两番是4倍，翻三番是8倍；增长2倍是原来的3倍。
//!
//! ## English
//! 翻一番 is twice, 翻两番 four times, 翻三番 eight times; growing 2倍 makes three times as much.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 标准化学校由10所翻两番达到30所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 标准化学校由10所翻两番达到40所。
//! ```
//!
//! ## 依据 · Source
//! C84

use std::ops::Range;

use crate::check::figures::{Figure, figures};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Decimal, han_integer, plain};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q043",
    name: "prose_doubling_off",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_doubling_off.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (words, at) in context.sentences_with_digit() {
        let sentence = &words.value[at.clone()];
        let Some((from, to, named, factor)) = doubling(sentence) else { continue };
        let Some(proper) = from.value.checked_mul(factor).filter(|proper| is_off(*proper, to.value)) else {
            continue;
        };
        let (phrase, unit, first) = (&sentence[named.clone()], to.unit.word(), from.value);
        let (said, proper) = (&sentence[to.at.clone()], plain(proper));
        let message = text!(
            zh: "{first}{unit}{phrase}是{proper}{unit}（{first}×{factor}），正文写{said}",
            en: "{first}{unit} {phrase} makes {proper}{unit} ({first}×{factor}), but the text says {said}"
        );
        let place = |part: Range<usize>| context.part(words, at.start + part.start..at.start + part.end);
        let found = RULE.finding(place(to.at.clone()), message);
        let found = found.related(place(named), text!(zh: "“{phrase}”在这里", en: "“{phrase}” is here"));
        out.push(found.help(text!(zh: "改结果，或者改翻番、倍数的说法", en: "change the result, or the words")));
    }
}

/// Whether a value is off by more than a twentieth: one that is nearly met is called so as well.
fn is_off(proper: Decimal, said: Decimal) -> bool {
    (proper - said).abs().checked_mul(Decimal::from(20)).is_none_or(|off| off > proper)
}

/// From one value to another, the words that say how many times it is, and the factor they mean.
fn doubling(sentence: &str) -> Option<(Figure, Figure, Range<usize>, Decimal)> {
    let (named, factor) = factor(sentence)?;
    let all = figures(sentence);
    let from = all.iter().rfind(|figure| figure.at.end <= named.start)?;
    let to = all.iter().find(|figure| figure.at.start >= named.end && figure.unit == from.unit)?;
    let before = &sentence[..from.at.start];
    let after = &sentence[named.end..to.at.start];
    let is_from =
        ["由", "从"].iter().any(|word| before.rfind(word).is_some_and(|at| before[at..].chars().count() <= 10));
    let is_to = ["到", "达", "至"].iter().any(|word| after.ends_with(word)) && after.chars().count() <= 6;
    let is_plain = !sentence[from.at.end..named.start].contains(['，', '、']) && !from.unit.word().is_empty();
    (is_from && is_to && is_plain).then(|| (from.clone(), to.clone(), named, factor))
}

/// 翻两番: 4; 增长2倍: 3.
fn factor(sentence: &str) -> Option<(Range<usize>, Decimal)> {
    let number =
        |words: &str| words.parse().ok().or_else(|| han_integer(words)).filter(|number| (1..=9).contains(number));
    if let Some(end) = sentence.find('番') {
        let start = sentence[..end].rfind('翻')?;
        let words = sentence[start + '翻'.len_utf8()..end].trim_start_matches('了');
        let times = u32::try_from(number(words)?).ok()?;
        return Some((start..end + '番'.len_utf8(), Decimal::from(2_u32.pow(times))));
    }
    let end = sentence.find('倍')?;
    let (start, word) = ["增长", "增加"].iter().find_map(|word| Some((sentence[..end].rfind(word)?, *word)))?;
    let words = sentence[start + word.len()..end].trim_start_matches('了');
    Some((start..end + '倍'.len_utf8(), Decimal::from(number(words)? + 1)))
}
