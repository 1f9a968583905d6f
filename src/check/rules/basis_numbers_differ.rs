//! 同一份文件写了两个字号 · One document with two numbers
//!
//! ## 中文
//! 同一份文件在两处引用，字号应当相同；正文里写的字号也要和“依据”的一样。
//!
//! ## English
//! A document cited twice has the same number in both places, in the text as in the data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 依据：《澜平县教育发展规划》，澜政发〔2025〕8号，上位
//!
//! ## 工作任务
//! - 依据：《澜平县教育发展规划》，澜政发〔2025〕18号，落实
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 依据：《澜平县教育发展规划》，澜政发〔2025〕8号，上位
//!
//! ## 工作任务
//! - 依据：《澜平县教育发展规划》，澜政发〔2025〕8号，落实
//! ```
//!
//! ## 依据 · Source
//! C09

use std::collections::BTreeMap;
use std::ops::Range;

use crate::check::numbers;
use crate::check::papers::documents;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F006",
    name: "basis_numbers_differ",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("basis_numbers_differ.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut seen = BTreeMap::new();
    let of_data = context.plan.bases.iter().filter_map(|basis| {
        let written = basis.number.as_ref()?;
        Some((basis.title.value.trim(), proper(&written.value)?, written.span))
    });
    let of_text = context.prose_with(Signs::TITLE).flat_map(|words| {
        let found = in_text(words.value).into_iter();
        found.map(move |(title, number, at)| (title, number, context.part(words, at)))
    });
    for (title, number, span) in of_data.chain(of_text) {
        let (first, place) = seen.entry(title).or_insert((number.clone(), span)).clone();
        if first == number {
            continue;
        }
        let message = text!(
            zh: "《{title}》的字号这里写{number}，前面写{first}",
            en: "“{title}” is cited as {number} here and as {first} before"
        );
        let found = RULE.finding(span, message);
        let found = found.related(place, text!(zh: "前面写在这里", en: "cited before here"));
        out.push(found.help(text!(zh: "对照原件，两处写成一样", en: "compare with the original and write one number")));
    }
}

fn proper(written: &str) -> Option<String> {
    numbers::read(written).and_then(|number| number.proper())
}

/// 《…》（某政发〔2026〕3号，以下简称…）: the titles some words give a number to, and where the number stands.
fn in_text(words: &str) -> Vec<(&str, String, Range<usize>)> {
    const END: &str = "号";
    let found = documents(words).into_iter().filter_map(|at| {
        let rest = words[at.end..].strip_prefix('》')?;
        let inner = rest.strip_prefix(['（', '('])?;
        let start = words.len() - inner.len();
        let number = &inner[..inner.find(END)? + END.len()];
        let is_one = !number.contains(['，', '。', '；', '、', '《']);
        Some((words[at].trim(), proper(number).filter(|_| is_one)?, start..start + number.len()))
    });
    found.collect()
}
