//! “几个”与列出的个数不符 · A list that is not as long as its number
//!
//! ## 中文
//! “三个主导产业：茶叶、蔬菜、食用菌、中药材”列了四个；“基础类、提升类两类”列了两个，前后才相符。
//!
//! ## English
//! A number before a colon, or right after a list, is that of the items listed.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县产业发展行动方案
//!
//! 做强三个主导产业：茶叶、蔬菜、食用菌、中药材。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县产业发展行动方案
//!
//! 做强四个主导产业：茶叶、蔬菜、食用菌、中药材。
//! ```
//!
//! ## 依据 · Source
//! 数目、列举互相印证

use std::ops::Range;

use crate::check::clauses::sentences;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::han_integer;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W911",
    name: "list_count_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("list_count_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.prose_with(Signs::HAN_DIGIT) {
        for sentence in sentences(words.value) {
            let text = &words.value[sentence.clone()];
            let Some((number, said, count)) = after_colon(text).or_else(|| before_number(text)) else { continue };
            if count.contains(&number) {
                continue;
            }
            let (phrase, count) = (&text[said.clone()], count.end().to_owned());
            let message = text!(
                zh: "正文说“{phrase}”，列出的有{count}个",
                en: "the text says “{phrase}”, and {count} are listed"
            );
            let place = context.part(words, sentence.start + said.start..sentence.start + said.end);
            let help = text!(zh: "改数，或者补上、删去相差的项", en: "change the number, or the list");
            out.push(RULE.finding(place, message).help(help));
        }
    }
}

/// A number, where it stands, and how many items there may be.
type Counted = (u64, Range<usize>, std::ops::RangeInclusive<u64>);

const DIGITS: &str = "两二三四五六七八九十";

/// 三个主导产业：甲、乙、丙; “四个结合”：甲、乙、丙、丁.
fn after_colon(sentence: &str) -> Option<Counted> {
    let colon = sentence.find('：')?;
    let (head, list) = (&sentence[..colon], &sentence[colon + '：'.len_utf8()..]);
    let clause = head.rsplit(['，', '、', '；']).next().unwrap_or_default();
    let (number, at) = number_in(clause, &["个", "类", "种", "大"])?;
    // Between the number and the colon stands what is counted, and no verb.
    let noun = clause[at.end..].trim_end_matches('”');
    let is_name = noun.chars().count() <= 6 && !noun.contains(['“', '（', '的', '为', '是', '及', '和']);
    let start = colon - clause.len();
    // 四个方面抓好落实: what is done is no part of the name.
    let noun = if noun.starts_with("方面") { "方面" } else { noun };
    count(list).filter(|_| is_name).map(|count| (number, start + at.start..start + at.end + noun.len(), count))
}

/// 甲类、乙类、丙类三类.
fn before_number(sentence: &str) -> Option<Counted> {
    let mut start = 0;
    for clause in sentence.split(['，', '：']) {
        let from = start;
        start += clause.len() + '，'.len_utf8();
        if !clause.contains('、') {
            continue;
        }
        let Some((number, at)) = number_in(clause, &["类", "个主导产业", "个等级", "个档次", "种类型", "个类别"])
        else {
            continue;
        };
        let list = &clause[..at.start];
        let last = list.rsplit('、').next().unwrap_or_default();
        let is_list = !last.is_empty()
            && !last.ends_with(['为', '成', '设', '列', '按', '出', '到', '有', '建', '抓', '的'])
            && last.chars().count() <= 6
            && !list.contains(['（', '“', '《', '等']);
        let is_flat = !["和", "及", "与", "或"].iter().any(|word| list.contains(word));
        if is_list && is_flat {
            let count = list.matches('、').count() as u64 + 1;
            return Some((number, from + at.start..from + at.end, count..=count));
        }
    }
    None
}

/// The only number of a clause that one of these counters follows; what counts time is none.
fn number_in(clause: &str, counters: &[&str]) -> Option<(u64, Range<usize>)> {
    let is_digit = |sign: char| DIGITS.contains(sign);
    let start = clause.find(is_digit)?;
    let rest = clause[start..].trim_start_matches(is_digit);
    let end = clause.len() - rest.len();
    let counter = counters.iter().find(|counter| rest.starts_with(**counter))?;
    let is_time = ["个月", "个小时", "个工作日", "个百分点", "个学", "个年", "个半", "个多", "个以"];
    let is_begun = clause[..start].ends_with(['第', '前', '这', '另', '其', '各', '每', '余']);
    let has_more = rest.contains(is_digit);
    let number = han_integer(&clause[start..end]).filter(|number| *number >= 2)?;
    let is_counter = !is_time.iter().any(|word| rest.starts_with(word));
    (is_counter && !is_begun && !has_more).then(|| (number, start..end + counter.len()))
}

/// How many items a list has, if it is one of short words: 和 may part two of them or stand within one.
fn count(list: &str) -> Option<std::ops::RangeInclusive<u64>> {
    let items: Vec<&str> = list.split('、').collect();
    let is_word = |item: &&str| (1..=10).contains(&item.trim().chars().count());
    let is_open = list.contains(['，', '（', '：', '“', '《', '等']) || items.iter().any(|item| item.contains("一是"));
    let joined = ["和", "及", "与", "或"].iter().map(|word| list.matches(word).count() as u64).sum::<u64>();
    let count = items.len() as u64;
    (items.len() > 1 && items.iter().all(is_word) && !is_open).then_some(count..=count + joined)
}
