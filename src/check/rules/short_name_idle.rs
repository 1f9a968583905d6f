//! 简称写了没有用 · A short name that is announced and not used
//!
//! ## 中文
//! “以下简称”后面的名称，下文要用。下文没有用的，不必简称；写“下称”的，规范写法是“以下简称”。
//!
//! ## English
//! A short name that is announced is used afterwards; if it is not, there is no need of it. 下称 is
//! written 以下简称.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据《澜平县教育发展规划》（以下简称《规划》），制定本方案。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据《澜平县教育发展规划》（以下简称《规划》），制定本方案。各项任务与《规划》衔接。
//! ```
//!
//! ## 依据 · Source
//! C30

use std::ops::Range;

use crate::check::pattern::Pattern;
use crate::check::texts::prose;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F021",
    name: "short_name_idle",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("short_name_idle.rs"),
    run,
};

pub(in crate::check) static ANNOUNCED: Pattern = Pattern::new(&["以下简称"], "以下简称");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    if context.holding(&ANNOUNCED).next().is_none() {
        return;
    }
    let all: Vec<_> = prose(context.plan).collect();
    let announced =
        all.iter().enumerate().flat_map(|(piece, words)| short_names(words.value).map(move |at| (piece, at)));
    for (piece, at) in announced.take(MOST) {
        let words = all[piece];
        let name = &words.value[at.clone()];
        let rest = std::iter::once(&words.value[at.end..]).chain(all[piece + 1..].iter().map(|words| words.value));
        if rest.into_iter().any(|rest| rest.contains(name)) {
            continue;
        }
        let message = text!(
            zh: "写了“以下简称‘{name}’”，下文却没有用到",
            en: "the short name “{name}” is announced and not used"
        );
        out.push(RULE.finding(context.part(words, at), message).help(text!(
            zh: "删去“以下简称”，或者下文改用简称",
            en: "remove the announcement, or use the short name"
        )));
    }
}

/// More short names than this no plan has.
const MOST: usize = 50;

/// Where short names stand that are announced, marks left out.
fn short_names(words: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    words.match_indices("以下简称").filter_map(|(at, word)| {
        let start = at + word.len();
        let open = words[start..].chars().next()?;
        let close = match open {
            '《' => '》',
            '“' => '”',
            _ => return None,
        };
        let start = start + open.len_utf8();
        let length = words[start..].char_indices().take(20).find(|(_, sign)| *sign == close)?.0;
        Some(start..start + length)
    })
}
