//! 年份没有写全 · A year of two digits
//!
//! ## 中文
//! 年份写全四位数字：“26年底”写作“2026年底”。“20年来”“25年级”这类不是年份的不算。
//!
//! ## English
//! A year has four digits: 2026年底 rather than 26年底. What counts years is no year and is not told.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 26年底前完成校舍改造。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 2026年底前完成校舍改造。
//! ```
//!
//! ## 依据 · Source
//! C57；GB/T 15835—2011

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W203",
    name: "year_short",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("year_short.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::with_digit(
    &["年底", "年初", "年末", "年1", "年2", "年3", "年4", "年5", "年6", "年7", "年8", "年9"],
    "([0-9]{2})年(?:底(?:[前，。；、]|$)|[初末][，。；、]|(?:1[0-2]|[1-9])月(?:[^份]|$))",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let is_count = |sign: char| sign.is_ascii_digit() || "近前后约满第期共达—–-～~至.用历时经超".contains(sign);
            if hit.before().is_some_and(is_count) {
                continue;
            }
            let (year, span) = (hit.part(1), passage.span(hit.place(1)));
            let message = text!(zh: "年份“{year}年”没有写全", en: "the year {year} is not written in full");
            let help = text!(zh: "写四位数字，如“20{year}年”", en: "write four digits, such as 20{year}");
            let title = text!(zh: "改为“20{year}”", en: "make it 20{year}");
            out.push(RULE.finding(span, message).help(help).guess(title, span, format!("20{year}")));
        }
    }
}
