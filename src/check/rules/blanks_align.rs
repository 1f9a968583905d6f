//! 用空格对齐 · Blanks used to align
//!
//! ## 中文
//! “组  长：”中间的空格是为了对齐，换一台机器就不齐，查找“组长”也找不到。字间不加空格，对齐由版式处理。
//!
//! ## English
//! The blanks in 组  长： are there to align; elsewhere they do not, and a search for 组长 fails. Leave them out.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 组　长：由县教育局主要负责同志担任。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 组长：由县教育局主要负责同志担任。
//! ```
//!
//! ## 依据 · Source
//! C131

use crate::check::passages::is_han;
use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W407",
    name: "blanks_align",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("blanks_align.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern =
    Pattern::new(&[" ", "\u{3000}"], "([一-龥])([ \\x{3000}]{1,6})[一-龥](?:[：:])");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage).filter(|hit| !hit.before().is_some_and(is_han)) {
            let span = passage.span(hit.place(2));
            let word: String = hit.text().chars().filter(|sign| is_han(*sign)).collect();
            let message = text!(zh: "“{word}”中间用空格对齐", en: "“{word}” is spread with blanks");
            let title = text!(zh: "删去空格", en: "take the blanks away");
            out.push(
                RULE.finding(span, message).help(text!(zh: "写作“{word}”", en: "write {word}")).guess(title, span, ""),
            );
        }
    }
}
