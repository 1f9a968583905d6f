//! 正文里发文字号的括号 · The brackets of a document number in prose
//!
//! ## 中文
//! 发文字号的年份用六角括号〔〕，正文里也一样：教基〔2023〕8号。用圆括号、方括号的改过来。
//!
//! ## English
//! The year of a document number stands in 〔〕, in prose as well: 教基〔2023〕8号. Round and square brackets are mended.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 按照《作业管理办法》（澜教发(2023)8号）执行。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 按照《作业管理办法》（澜教发〔2023〕8号）执行。
//! ```
//!
//! ## 依据 · Source
//! C5；GB/T 9704—2012，7.2.5

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W417",
    name: "number_brackets",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("number_brackets.rs"),
    run,
};

static FORM: Pattern =
    Pattern::new("[发函办字规通委政教党基][(（\\[【［]((?:19|20)(?:[0-9]{2}|[Xx×]{2}))[)）\\]】］]第?[0-9Xx×]+号");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.passages.iter().filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage) {
            let (year, at) = (hit.part(1), hit.place(1));
            let before = passage.before(at.start).map_or(0, char::len_utf8);
            let after = passage.after(at.end).map_or(0, char::len_utf8);
            let span = passage.span(at.start - before..at.end + after);
            let message = text!(zh: "发文字号的年份没有用六角括号", en: "the year of a document number is not in 〔〕");
            let right = format!("〔{year}〕");
            let help = text!(zh: "写作“{right}”", en: "write {right}");
            let title = text!(zh: "改为“{right}”", en: "make it {right}");
            out.push(RULE.finding(span, message).help(help).fix(title, span, right));
        }
    }
}
