//! 规划期名称没有加引号 · The name of a five-year term without quotation marks
//!
//! ## 中文
//! “十四五”这类缩略的规划期名称加引号：“十四五”期间。“第十四个五年规划”是全称，不加。
//!
//! ## English
//! The short name of a five-year term is quoted: “十四五”期间. The full name 第十四个五年规划 is not.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 十四五期间，全县新增公办园12所。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! “十四五”期间，全县新增公办园12所。
//! ```
//!
//! ## 依据 · Source
//! C72；惯例

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W208",
    name: "term_unquoted",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("term_unquoted.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(
    &["十一五", "十二五", "十三五", "十四五", "十五五", "十六五"],
    "(十[一二三四五六]五)(?:期间|时期|规划|以来|末期|期末|收官|开局)",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in
            FORM.hits(passage).filter(|hit| !hit.before().is_some_and(|sign| "第二三四五六七八九".contains(sign)))
        {
            let (term, span) = (hit.part(1), passage.span(hit.place(1)));
            let message = text!(zh: "规划期“{term}”没有加引号", en: "the term {term} is not quoted");
            let help = text!(zh: "名称加引号：“{term}”", en: "put quotation marks round it: “{term}”");
            let title = text!(zh: "加引号", en: "add quotation marks");
            out.push(RULE.finding(span, message).help(help).fix(title, span, format!("“{term}”")));
        }
    }
}
