//! 同一份文件写了两个字号 · One document with two numbers
//!
//! ## 中文
//! 同一份文件在两处引用，字号应当相同。
//!
//! ## English
//! A document cited twice has the same number in both places.
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

use crate::check::numbers;
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
    for basis in context.plan.bases.iter() {
        let Some(written) = &basis.number else { continue };
        let Some(number) = numbers::read(&written.value).and_then(|number| number.proper()) else { continue };
        let title = basis.title.value.trim();
        let (first, place) = seen.entry(title).or_insert((number.clone(), written.span)).clone();
        if first == number {
            continue;
        }
        let message = text!(
            zh: "《{title}》的字号这里写{number}，前面写{first}",
            en: "“{title}” is cited as {number} here and as {first} before"
        );
        let found = RULE.finding(written.span, message);
        let found = found.related(place, text!(zh: "前面写在这里", en: "cited before here"));
        out.push(found.help(text!(zh: "对照原件，两处写成一样", en: "compare with the original and write one number")));
    }
}
