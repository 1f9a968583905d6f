//! 十二小时制与二十四小时制混用 · Two ways of telling the hour
//!
//! ## 中文
//! “下午14:30”里，“下午”是十二小时制，“14:30”是二十四小时制。用二十四小时制的不写上午、下午。
//!
//! ## English
//! 下午14:30 tells the hour in two ways. With the 24-hour clock leave 下午 out.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 下午14:30召开动员会。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 14:30召开动员会，下午4:30结束。
//! ```
//!
//! ## 依据 · Source
//! C70

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W207",
    name: "clock_hours_mixed",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("clock_hours_mixed.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::with_digit(
    &["凌晨", "早上", "上午", "中午", "下午", "傍晚", "晚"],
    "(凌晨|早上|上午|中午|下午|傍晚|晚上|晚)(1[3-9]|2[0-4])(?:[:：][0-5][0-9]|时|点)",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let (whole, word, span) = (hit.text(), hit.part(1), passage.span(hit.place(1)));
            let message = text!(zh: "“{whole}”混用十二小时制和二十四小时制", en: "“{whole}” mixes the 12-hour and the 24-hour clock");
            let help = text!(zh: "删去“{word}”", en: "take {word} away");
            let title = text!(zh: "删去“{word}”", en: "take {word} away");
            out.push(RULE.finding(passage.span(hit.at()), message).help(help).guess(title, span, ""));
        }
    }
}
