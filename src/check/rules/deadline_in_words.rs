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
use crate::plan::undated;
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
    for slot in context.slots().iter().filter(|slot| slot.kind.is_schedule() || slot.kind == SlotKind::Period) {
        let When::Words(words) = slot.when else { continue };
        let lists = &context.options.words;
        if lists.vague_deadline(words).is_some() || lists.is_standing_deadline(words) {
            continue;
        }
        let Text { zh, en } = slot.subject();
        let message = text!(
            zh: "{zh}“{words}”不是时间，对不上日期",
            en: "{en}, “{words}”, is no time and cannot be compared with a date"
        );
        let (help, time) = undated::help(words);
        let finding = RULE.finding(slot.span, message).help(help);
        out.push(match time {
            Some(time) => finding.guess(text!(zh: "改为“{time}”", en: "change to {time}"), slot.span, time),
            None => finding,
        });
    }
}
