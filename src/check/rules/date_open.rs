//! 时间待定 · A time left open
//!
//! ## 中文
//! 起草时可以先写“待定”或“?”，印发前必须填上。
//!
//! ## English
//! A draft may leave a time open with 待定 or `?`; before the plan is issued it has to be filled in.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：待定
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2018年9月至2021年8月
//! ```
//!
//! ## 依据 · Source
//! C145、C147

use crate::calendar::When;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D003",
    name: "date_open",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("date_open.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for slot in context.slots() {
        let When::Hole(words) = slot.when else { continue };
        // What waits for a parameter is told where the parameter is.
        if context.plan.waits_in(slot.span) {
            continue;
        }
        let Text { zh, en } = slot.subject();
        if let Some(words) = words.as_ref().filter(|_| !is_left_open(context.sources.slice(slot.span))) {
            let message = text!(
                zh: "{zh}“{words}”没有写明年份，定不下是哪一天",
                en: "{en}, “{words}”, does not say which year"
            );
            out.push(RULE.finding(slot.span, message).help(text!(
                zh: "写上年份，如“2026年9月至2027年6月”",
                en: "write the year, as in 2026年9月至2027年6月"
            )));
            continue;
        }
        let message = match words {
            Some(words) => {
                text!(zh: "{zh}待定（原稿写“{words}”）", en: "{en} is open (the draft says “{words}”)")
            }
            None => text!(zh: "{zh}待定", en: "{en} is open"),
        };
        out.push(RULE.finding(slot.span, message).help(text!(
            zh: "印发前填上，如“2018年6月30日”或“2017-2018学年”",
            en: "fill it in before the plan is issued, such as 2018年6月30日 or 2017-2018学年"
        )));
    }
}

/// Whether words leave something open by a sign of it.
fn is_left_open(words: &str) -> bool {
    words.contains(['?', '？', 'x', 'X', 'ｘ', 'Ｘ', '×', '…']) || words.contains("待定") || words.contains("tbd")
}
