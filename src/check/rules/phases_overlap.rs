//! 阶段时间重叠 · Phases that overlap
//!
//! ## 中文
//! 并列的阶段前后相接，一天只属于一个阶段。都只写到月的，“6月至7月”与“7月至8月”重叠一个月，看不出7月归哪个
//! 阶段。年份没填的，按同一年比较。
//!
//! ## English
//! Phases beside each other follow one another, and a day belongs to one of them only. Written by months, 6月至7月 and
//! 7月至8月 share July, and nobody can tell whose it is. Where the years are open, months and days are compared as if
//! they were of one year.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年6月至7月
//! ### 阶段：实施阶段，2018年7月至12月
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年6月1日至7月15日
//! ### 阶段：实施阶段，2018年7月16日至12月31日
//! ```
//!
//! ## 依据 · Source
//! C167

use crate::check::phases::{Meeting, meetings};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D012",
    name: "phases_overlap",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("phases_overlap.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for pair in meetings(context.plan) {
        let Meeting::Overlap(shared) = &pair.meeting else { continue };
        let (first, second) = (&pair.first.title.value, &pair.second.title.value);
        let (zh, en) = (&shared.zh, &shared.en);
        let message = text!(
            zh: "阶段“{second}”与前一阶段“{first}”重叠：{zh}同属两个阶段",
            en: "phase “{second}” overlaps the one before it, “{first}”: both have {en}"
        );
        let place = text!(zh: "“{first}”的时间在这里", en: "the time of “{first}” is here");
        out.push(RULE.finding(pair.second_time, message).related(pair.first_time, place).help(text!(
            zh: "让后一阶段从前一阶段结束的次日（次月）开始；同月交接的写到日",
            en: "let the later phase begin on the day or in the month after; within one month, write days"
        )));
    }
}
