//! 开始晚于时限 · A start after the deadline
//!
//! ## 中文
//! 措施还没开始就已到期，两个时间必有一个写错。
//!
//! ## English
//! A measure that is due before it starts has one of its two times wrong.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：开展大讨论
//! - 始于：2018年3月1日
//! - 时限：2018年1月31日
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
//! ### 措施：开展大讨论
//! - 始于：2017年12月1日
//! - 时限：2018年1月31日
//! ```
//!
//! ## 依据 · Source
//! C66

use crate::check::{Context, Rule, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D006",
    name: "start_after_due",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("start_after_due.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for measure in context.plan.measures.iter() {
        let (Some(start), Some(due)) = (&measure.start, &measure.due.value) else { continue };
        let Some(begin) = times::beginning(&start.value) else { continue };
        if !times::is_over_before(&due.value, begin.first) {
            continue;
        }
        let (name, from, until) = (&measure.title.value, &start.value, &due.value);
        let message = text!(
            zh: "措施“{name}”{from}才开始，时限却是{until}",
            en: "measure “{name}” starts {from} and is due {until}"
        );
        let finding = RULE.finding(start.span, message);
        out.push(finding.related(due.span, text!(zh: "时限在这里", en: "the deadline is here")).help(text!(
            zh: "开始时间不能晚于时限，核对两处",
            en: "a start cannot be later than the deadline; check both"
        )));
    }
}
