//! 正文里还有没填的空 · A blank left in the prose
//!
//! ## 中文
//! “XX县”“20XX年”“某某学校”“____元”是留着待填的。起草时可以有，印发前都要填上。每段只提示一次。
//!
//! ## English
//! XX县, 20XX年, 某某学校 and ____元 wait to be filled in. A draft may have them, the paper that is issued may not.
//! Told once a paragraph.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 20XX年，XX县新增公办园12所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 2026年，全县新增公办园12所。
//! ```
//!
//! ## 依据 · Source
//! C145、C146、C149

use crate::check::pattern::Pattern;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::blank;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W501",
    name: "blank_in_prose",
    severity: Severity::Info,
    at_issue: Severity::Error,
    text: include_str!("blank_in_prose.rs"),
    run,
};

static SINGLE: Pattern = Pattern::new(&["X", "x", "×", "Ｘ"], "[年月]([Xx×Ｘ])[月日]");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let signs = Signs::LETTER.or(Signs::HALF_WIDTH).or(Signs::BLANK).or(Signs::ODD);
    for passage in context.passages_with(signs).filter(|passage| passage.is_prose) {
        let single = || SINGLE.all_hits(passage).next().map(|hit| hit.place(1));
        let Some(at) = blank(&passage.text).filter(|at| !is_emphasis(&passage.text[at.start..])).or_else(single) else {
            continue;
        };
        let sign = &passage.text[at.clone()];
        let message = text!(zh: "正文里的“{sign}”还没有填上", en: "“{sign}” in the prose is a blank to be filled in");
        let help = text!(zh: "印发前写出真实的内容", en: "write what belongs here before the plan is issued");
        out.push(RULE.finding(passage.span(at), message).help(help));
    }
}

/// Whether a text begins with signs of emphasis: __words__.
fn is_emphasis(text: &str) -> bool {
    text.strip_prefix("__").is_some_and(|rest| !rest.starts_with('_') && rest.contains("__"))
}
