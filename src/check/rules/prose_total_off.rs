//! 正文里各期之和与累计不符 · Yearly figures in the text that do not make their total
//!
//! ## 中文
//! “2026年、2027年、2028年分别新建12、12、10所，累计34所”，分别的数相加要等于累计的数。
//!
//! ## English
//! Figures given one by one in the text add up to the total given after them.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 2026年、2027年、2028年分别新建12所、12所、10所，累计36所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 2026年、2027年、2028年分别新建12所、12所、10所，累计34所。
//! ```
//!
//! ## 依据 · Source
//! C164

use std::ops::Range;

use crate::check::figures::{figures, sentences};
use crate::check::texts::prose;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Decimal, plain};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q044",
    name: "prose_total_off",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_total_off.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in prose(context.plan) {
        for at in sentences(words.value) {
            let sentence = &words.value[at.clone()];
            let Some((parts, total, terms, sum)) = off_total(sentence) else { continue };
            let said = &sentence[total.clone()];
            let message = text!(
                zh: "分别的数相加是{sum}（{terms}＝{sum}），正文写{said}",
                en: "the figures add up to {sum} ({terms}＝{sum}), but the text says {said}"
            );
            let place = |part: Range<usize>| context.part(words, at.start + part.start..at.start + part.end);
            let found = RULE.finding(place(total), message);
            let found = found.related(place(parts), text!(zh: "各数在这里", en: "the figures are here"));
            out.push(
                found.help(text!(zh: "改累计数，或者改其中一个数", en: "change the total, or one of the figures")),
            );
        }
    }
}

/// Words before a total.
const TOTALS: [&str; 6] = ["累计", "共计", "合计", "总计", "一共", "共"];

/// The figures after 分别 and a total after them that is not their sum: both places, the terms and the sum.
fn off_total(sentence: &str) -> Option<(Range<usize>, Range<usize>, String, Decimal)> {
    const EACH: &str = "分别";
    let from = sentence.find(EACH)? + EACH.len();
    let end = from + sentence[from..].find('，')?;
    let all = figures(sentence);
    let parts: Vec<_> = all.iter().filter(|figure| from <= figure.at.start && figure.at.end <= end).collect();
    let (first, last) = (parts.first()?, parts.last()?);
    let rest = &sentence[end + '，'.len_utf8()..];
    let word = TOTALS.iter().find(|word| rest.starts_with(**word))?;
    let total = all.iter().find(|figure| figure.at.start >= end + '，'.len_utf8() + word.len())?;
    let near = sentence[end..total.at.start].chars().count() <= 9;
    let is_one_kind = parts.iter().all(|part| part.unit == last.unit || part.unit.word().is_empty());
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value)).map(plain)?;
    let is_count = !last.unit.is_percent() && !last.unit.is_points() && total.unit == last.unit;
    let terms = parts.iter().map(|part| part.value.to_string()).collect::<Vec<_>>().join("＋");
    (parts.len() > 1 && near && is_one_kind && is_count && sum != total.value)
        .then(|| (first.at.start..last.at.end, total.at.clone(), terms, sum))
}
