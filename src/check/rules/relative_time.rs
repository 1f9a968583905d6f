//! 相对时间 · A time told from today
//!
//! ## 中文
//! “今年”“近日”“下周”要对照成文日期才知道是哪一天，方案执行几年，读的人会看错。写明年、月、日。词表在
//! stdlib/words/relative-times.txt。
//!
//! ## English
//! 今年, 近日 and 下周 mean another day for everyone who reads them later. Name the year, month or day. The list is
//! data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 今年秋季学期起全面开展课后服务。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 2026年秋季学期起全面开展课后服务。
//! ```
//!
//! ## 依据 · Source
//! C63

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W205",
    name: "relative_time",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("relative_time.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, found) in context.listed("relative-times") {
        let word = found.wrong;
        let message =
            text!(zh: "“{word}”要对照成文日期才知道指哪天", en: "“{word}” means another time to each later reader");
        let help = text!(zh: "写明年、月、日，如“2026年”“2026年9月”", en: "name the time, such as 2026年 or 2026年9月");
        out.push(RULE.finding(passage.span(found.at), message).help(help));
    }
}
