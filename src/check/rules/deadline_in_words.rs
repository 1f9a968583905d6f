//! 时限不是时间 · A deadline that is no time
//!
//! ## 中文
//! 时限写成一句话，机器和督查都对不上日期。能写成年、月、日的写日期；“3年内”“2017—2018学年”也是时间；长期任务写
//! “长期”或“持续推进”。
//!
//! ## English
//! A deadline written as a phrase cannot be compared with any date. Write a day, month or year where there is one;
//! 3年内 and 2017—2018学年 are times as well; a task without end says 长期 or 持续推进.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：兑现质量奖
//! - 时限：中考成绩公布以后
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：兑现质量奖
//! - 时限：2018年9月10日前
//! ### 措施：加强日常教研
//! - 时限：持续推进
//! ```
//!
//! ## 依据 · Source
//! C65、C156

use crate::calendar::When;
use crate::check::times::SlotKind;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D002",
    name: "deadline_in_words",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("deadline_in_words.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for slot in context.slots.iter().filter(|slot| slot.kind.is_schedule() || slot.kind == SlotKind::Period) {
        let When::Words(words) = slot.when else { continue };
        let lists = &context.options.words;
        if lists.vague_deadline(words).is_some() || lists.is_standing_deadline(words) {
            continue;
        }
        let (zh, en) = (&slot.subject.zh, &slot.subject.en);
        let message = text!(
            zh: "{zh}“{words}”不是时间，对不上日期",
            en: "{en}, “{words}”, is no time and cannot be compared with a date"
        );
        out.push(RULE.finding(slot.span, message).help(help(words)));
    }
}

/// What to write instead; what comes round is no deadline.
fn help(words: &str) -> Text {
    match words.starts_with(['每', '隔']) {
        true => text!(
            zh: "周期性的工作写成指标，如“- 指标：自查 不少于1次，每年”，哪一天完成写在正文里；时限写最后一次的日期，或者“长期坚持”",
            en: "write what comes round as a quota, such as “- quota: 自查 >= 1次, per 年”, and its day in prose; a deadline is the date of the last time, or 长期坚持"
        ),
        false => text!(
            zh: "写成日期，如“2018年9月10日前”；长期任务写“持续推进”，还没定的写“待定”",
            en: "write a date, such as 2018年9月10日前; 持续推进 for a task without end, 待定 while it is open"
        ),
    }
}
