//! “几个方面”与后面列的数不符 · An enumeration that is not as long as announced
//!
//! ## 中文
//! 正文写“做到三点：一是……二是……”，后面就要列到三。
//!
//! ## English
//! If the text announces three points, three follow.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 重点抓好三项工作：一是规范教学，二是培训教师。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 重点抓好两项工作：一是规范教学，二是培训教师。
//! ```
//!
//! ## 依据 · Source
//! C52

use std::ops::Range;

use crate::check::enumerations::{BEGINNING, BEGINNINGS, Enumeration, enumerations};
use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::han_integer;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W902",
    name: "enumeration_count",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("enumeration_count.rs"),
    run,
};

pub(in crate::check) static BEGUN: Pattern = Pattern::new(&BEGINNINGS, BEGINNING);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.prose_holding(&BEGUN) {
        for list in enumerations(words.value) {
            let Some((at, announced)) = announced(words.value, &list) else { continue };
            let count = list.items.len() as u64;
            // One with a gap is told by the rule on gaps.
            if announced == count || list.gap().is_some() || count < 2 {
                continue;
            }
            let said = &words.value[at.clone()];
            let message = text!(
                zh: "正文说“{said}”，后面列了{count}项",
                en: "the text announces {announced}, and {count} follow"
            );
            let found = RULE.finding(context.part(words, at), message);
            let last = list.items.last().map(|(at, _)| context.part(words, at.clone()));
            let found = match last {
                Some(last) => found.related(last, text!(zh: "列到这里为止", en: "the last stands here")),
                None => found,
            };
            out.push(found.help(text!(zh: "改数，或者补上、删去相差的项", en: "change the number, or the list")));
        }
    }
}

/// What is counted where an enumeration is announced.
const COUNTED: [&str; 28] = [
    "个方面",
    "方面",
    "项工作",
    "项任务",
    "项措施",
    "项要求",
    "项制度",
    "项重点",
    "项",
    "点",
    "条",
    "个环节",
    "个问题",
    "个原因",
    "个需要",
    "个重点",
    "个着力点",
    "个坚持",
    "个到位",
    "个转变",
    "个原则",
    "个关键",
    "件事",
    "个步骤",
    "个条件",
    "个结合",
    "个目标",
    "个标准",
];

/// So many characters may stand between the number and the first item.
const NEAR: usize = 10;

/// The number that stands right before an enumeration.
fn announced(words: &str, list: &Enumeration) -> Option<(Range<usize>, u64)> {
    let before = &words[..list.items.first()?.0.start];
    let window = before.char_indices().rev().take(NEAR + 8).last().map_or(before, |(at, _)| &before[at..]);
    let offset = before.len() - window.len();
    let is_han = |sign: char| "两二三四五六七八九十".contains(sign);
    let mut found = None;
    for (at, _) in window.char_indices().filter(|(_, sign)| is_han(*sign)) {
        let rest = window[at..].trim_start_matches(is_han);
        let digits = &window[at..window.len() - rest.len()];
        let is_begun = window[..at].chars().next_back().is_some_and(|sign| is_han(sign) || sign == '第');
        let Some(counter) = COUNTED.iter().find(|word| rest.starts_with(**word)).filter(|_| !is_begun) else {
            continue;
        };
        let end = at + digits.len() + counter.len();
        let is_near = window[end..].chars().count() <= NEAR && !window[end..].contains('，');
        if let Some(number) = han_integer(digits).filter(|_| is_near) {
            found = Some((offset + at..offset + end, number));
        }
    }
    found
}
