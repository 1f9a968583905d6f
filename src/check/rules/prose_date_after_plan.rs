//! 正文的时限在方案期限之后 · A deadline in the text after the plan
//!
//! ## 中文
//! 正文写“2030年底前完成”，方案2028年就到期，做不到方案期内。远景展望不算。
//!
//! ## English
//! A deadline in the text lies within the plan. A long view is not meant.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! 2030年底前全面完成校舍改造。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! 2028年底前全面完成校舍改造。
//! ```
//!
//! ## 依据 · Source
//! C168；正文、期限互相印证

use std::ops::Range;

use crate::check::figures::{deadline, years};
use crate::check::papers::documents;
use crate::check::times;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W905",
    name: "prose_date_after_plan",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("prose_date_after_plan.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(end) = times::plan_end(context.plan) else { return };
    // The documents that a text cites, sought once for all its sentences, which come one after the other.
    let mut cited: (&str, Vec<Range<usize>>) = ("", Vec::new());
    for (words, at) in context.sentences_with_digit() {
        let sentence = &words.value[at.clone()];
        if LONG_VIEW.iter().any(|word| sentence.contains(word)) {
            continue;
        }
        for (year_at, year) in years(sentence).into_iter().filter(|(_, year)| *year > end.value.year()) {
            let (start, stop) = (at.start + year_at.start, at.start + year_at.end);
            let Some(phrase) = deadline(&words.value[stop..]) else { continue };
            if !std::ptr::eq(cited.0, words.value) {
                cited = (words.value, documents(words.value));
            }
            let next = cited.1.partition_point(|document| document.end <= start);
            if cited.1.get(next).is_some_and(|document| document.contains(&start)) {
                continue;
            }
            let (when, last, day) = (&words.value[start..stop + phrase], times::in_words(end.value), end.value);
            let message = text!(
                zh: "正文写“{when}”，方案到{last}为止",
                en: "the text sets {year} as a deadline, but the plan ends on {day}"
            );
            let found = RULE.finding(context.part(words, start..stop + phrase), message);
            let found = found.related(end.span, text!(zh: "期限在这里", en: "the period is here"));
            out.push(found.help(text!(
                zh: "提前到期限之内，或者延长期限；远景目标写明“展望”",
                en: "bring it within the period; if it is a long view, say so"
            )));
        }
    }
}

/// Words of a sentence that looks beyond the plan.
const LONG_VIEW: [&str; 6] = ["展望", "远景", "长远", "中长期", "2035", "第二个百年"];
