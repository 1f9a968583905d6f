//! 阶段次序与时间不符 · Phases not in the order of their times
//!
//! ## 中文
//! 并列的阶段按时间先后写。后写的阶段反而先开始，不是时间写错，就是次序放错。
//!
//! ## English
//! Phases beside each other are written in the order of their times. If a later one begins earlier, either a time or
//! the order is wrong.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 实施步骤
//! ### 阶段：实施阶段，2018年3月至2018年12月
//! ### 阶段：动员阶段，2018年1月至2018年2月
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
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D011",
    name: "phases_out_of_order",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("phases_out_of_order.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for pair in meetings(context.plan).iter().filter(|pair| pair.meeting == Meeting::OutOfOrder) {
        let (first, second) = (&pair.first.title.value, &pair.second.title.value);
        let message = text!(
            zh: "阶段“{second}”写在“{first}”之后，却先开始",
            en: "phase “{second}” is written after “{first}” but begins earlier"
        );
        let place = text!(zh: "“{first}”的时间在这里", en: "the time of “{first}” is here");
        out.push(RULE.finding(pair.second_time, message).related(pair.first_time, place).help(text!(
            zh: "核对两个阶段的起止时间；时间无误的，把先开始的阶段移到前面",
            en: "check both times; if they are right, put the phase that begins earlier first"
        )));
    }
}
