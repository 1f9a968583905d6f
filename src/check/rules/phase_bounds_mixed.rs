//! 一个阶段的起止精度不一 · A phase from a month to a day
//!
//! ## 中文
//! 阶段从“5月”到“6月10日”，一头到月、一头到日，开始那天是哪天说不清。两头写到同样细。
//!
//! ## English
//! A phase that begins in a month and ends on a day does not say on which day it begins. Write both alike.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年5月至2018年6月10日
//! ### 阶段：实施阶段，2018年6月11日至2018年12月31日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年5月1日至2018年6月10日
//! ### 阶段：实施阶段，2018年6月11日至2018年12月31日
//! ```
//!
//! ## 依据 · Source
//! 次序时限

use crate::calendar::{Part, Time, When};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D041",
    name: "phase_bounds_mixed",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("phase_bounds_mixed.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut told = Vec::new();
    for phase in context.plan.phases.iter() {
        let Some(time) = &phase.time else { continue };
        let When::Between(first, Some(last)) = &time.value else { continue };
        // One series is written in one way: the first that is not shows it.
        if is_day(*first) == is_day(*last) || !is_month_or_day(*first, *last) || told.contains(&phase.holder) {
            continue;
        }
        told.push(phase.holder);
        let (name, when) = (&phase.title.value, &time.value);
        let message = text!(
            zh: "阶段“{name}”的起止（{when}）一头写到日，一头只写到月",
            en: "phase “{name}” ({when}) has a day at one end and a month at the other"
        );
        out.push(RULE.finding(time.span, message).help(text!(
            zh: "两头都写到日，或者都写到月，各阶段一致",
            en: "write days at both ends, or months, in all phases alike"
        )));
    }
}

fn is_day(time: Time) -> bool {
    matches!(time.part, Part::Day(..))
}

fn is_month_or_day(first: Time, last: Time) -> bool {
    [first, last].iter().all(|time| matches!(time.part, Part::Day(..) | Part::Month(_)))
}
