//! 阶段之间有空档 · A gap between phases
//!
//! ## 中文
//! 并列的阶段一般前后相接。中间空出的日子不属于任何阶段，可能是漏写了一个阶段，也可能是起止时间写错。周末大小
//! 的空档不报。
//!
//! ## English
//! Phases beside each other usually follow one another without a break. Days that belong to none may mean a phase left
//! out or a wrong date. A gap no longer than a weekend is let pass.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年1月至2018年2月
//! ### 阶段：实施阶段，2018年5月至2018年12月
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年1月至2018年2月
//! ### 阶段：实施阶段，2018年3月至2018年12月
//! ```
//!
//! ## 依据 · Source
//! C167

use crate::check::phases::{Meeting, meetings};
use crate::check::{Context, Rule, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D013",
    name: "phases_leave_gap",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("phases_leave_gap.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for pair in meetings(context.plan) {
        let Meeting::Gap(gap) = pair.meeting else { continue };
        let (first, second) = (&pair.first.title.value, &pair.second.title.value);
        let (from, to, days) = (times::in_words(gap.first), times::in_words(gap.last), gap.days());
        let (begin, end) = (gap.first, gap.last);
        let message = text!(
            zh: "阶段“{first}”与“{second}”之间空出{days}天（{from}至{to}）",
            en: "phases “{first}” and “{second}” leave {days} days between them ({begin} to {end})"
        );
        let place = text!(zh: "“{first}”的时间在这里", en: "the time of “{first}” is here");
        out.push(RULE.finding(pair.second_time, message).related(pair.first_time, place).help(text!(
            zh: "让两个阶段首尾相接，或者补上中间的阶段",
            en: "let the phases follow one another, or add the one between them"
        )));
    }
}
