//! 正文说的年数与期限不符 · A length in the text that is not that of the plan
//!
//! ## 中文
//! 正文写“行动为期三年”，期限却是四个年头，两处要一致。
//!
//! ## English
//! If the text says that the action lasts three years, the period has three.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年至2029年
//!
//! 提质行动为期三年，分步实施。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年至2028年
//!
//! 提质行动为期三年，分步实施。
//! ```
//!
//! ## 依据 · Source
//! C66；正文、期限互相印证

use std::ops::Range;

use crate::check::pattern::Pattern;
use crate::check::years;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::han_integer;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D033",
    name: "stated_length_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("stated_length_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(period) = &context.plan.period else { return };
    let Some(length) = years::length(&period.value) else { return };
    for words in context.prose_holding(&LASTING) {
        for (at, count) in lengths(words.value) {
            if !years::is_other_length(&period.value, count) {
                continue;
            }
            let (said, zh, en, when) = (&words.value[at.clone()], length.zh(), length.en(), &period.value);
            let message = text!(
                zh: "正文说“{said}”，方案的期限（{when}）是{zh}",
                en: "the text says “{said}”, but the period ({when}) has {en}"
            );
            let found = RULE.finding(context.part(words, at), message);
            let found = found.related(period.span, text!(zh: "期限在这里", en: "the period is here"));
            out.push(found.help(text!(zh: "改年数，或者改期限", en: "change the number of years, or the period")));
        }
    }
}

const LASTS: &str = "为期";

pub(in crate::check) static LASTING: Pattern = Pattern::new(&[LASTS], "为期");

/// Where the text says how many years the action has: 行动为期三年.
fn lengths(words: &str) -> Vec<(Range<usize>, u32)> {
    let found = words.match_indices(LASTS).filter_map(|(at, word)| {
        let is_own = ["行动", "攻坚", "方案", "计划", "工程"].iter().any(|own| words[..at].ends_with(own));
        let start = at + word.len();
        let length = words[start..].char_indices().take(4).find(|(_, sign)| *sign == '年')?.0;
        let number = &words[start..start + length];
        let count = number.parse().ok().or_else(|| han_integer(number).and_then(|count| u32::try_from(count).ok()))?;
        is_own.then_some((at..start + length + '年'.len_utf8(), count))
    });
    found.collect()
}
