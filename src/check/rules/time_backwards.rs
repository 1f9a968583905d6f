//! 起止时间颠倒 · A stretch of time that ends before it begins
//!
//! ## 中文
//! 一段时间的止期早于起期，必有一处写错。跨年的写明两个年份，如“2017年9月至2018年1月”。
//!
//! ## English
//! A stretch that ends before it begins has one end wrong. Across a new year both years are written: 2017年9月至2018年1月.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2018年9月至2017年8月
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2017年9月至2019年8月
//! ```
//!
//! ## 依据 · Source
//! C66

use crate::calendar::When;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D005",
    name: "time_backwards",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("time_backwards.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for slot in context.slots() {
        let When::Between(first, Some(last)) = slot.when else { continue };
        let (Some(begin), Some(end)) = (first.interval(), last.interval()) else { continue };
        if end.last >= begin.first {
            continue;
        }
        let Text { zh, en } = slot.subject();
        let message = text!(
            zh: "{zh}前后倒置：止于{last}，早于起始的{first}",
            en: "{en} ends before it begins: {last} is earlier than {first}"
        );
        out.push(RULE.finding(slot.span, message).help(text!(
            zh: "核对两端；跨年的把两个年份都写上，如“2018年9月至2019年1月”",
            en: "check both ends; across a new year write both years, such as 2018年9月至2019年1月"
        )));
    }
}
