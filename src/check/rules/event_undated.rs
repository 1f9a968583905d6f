//! 次数没有周期也没有时间 · A count of events without rhythm or time
//!
//! ## 中文
//! “听课30节”“反思1篇”是一学期的数还是一年的数、什么时候做完，都要写明，否则无从核对。写周期（“每学期”）或者时间
//! （“到2026年6月”）；所在措施、阶段有时限，或者方案有期限的，不再要求。写在主体下面的是经常性工作，总要有周期。
//!
//! ## English
//! Thirty lessons to be observed: in a term or in a year, and by when? Write a rhythm or a time. One that stands below a
//! measure or phase with a time, or in a plan with a period, needs none; a duty of an owner always does.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! ## 教学管理
//! - 指标：公开课 2节，由“骨干教师”
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! ## 教学管理
//! - 指标：公开课 2节，每学期，由“骨干教师”
//! ```
//!
//! ## 依据 · Source
//! C156；周期缺失

use crate::check::level::title;
use crate::check::nesting::is_dated;
use crate::check::words::{is_hole, words};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Plan, Quota};
use crate::quantity::Target;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q052",
    name: "event_undated",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("event_undated.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for quota in plan.quotas.iter().filter(|quota| is_bare(plan, quota) && !is_dated(plan, quota.holder)) {
        let Some(target) = quota.target.as_ref().filter(|target| counts_events(&target.value)) else { continue };
        let (name, (value, value_en)) = (title(quota), words(&target.value));
        let message = text!(
            zh: "“{name}”只写“{value}”，没有写明多久一次，也没有写明什么时候完成",
            en: "“{name}” says “{value_en}”, but neither how often nor by when"
        );
        out.push(RULE.finding(target.span, message).help(text!(
            zh: "写周期，如“，每学期”；只做一回的写时间，如“，到2026年6月”",
            en: "write a rhythm, such as ，每学期, or a time if it is done once"
        )));
    }
}

/// Counters of what is done at some time, one after another.
const EVENTS: [&str; 9] = ["次", "节", "堂", "场", "篇", "课时", "遍", "回", "套"];

fn counts_events(target: &Target) -> bool {
    let amount = match target {
        Target::Value(_, amount) | Target::Range(amount, _) => amount,
        _ => return false,
    };
    amount.unit.as_ref().is_some_and(|unit| EVENTS.contains(&unit.to_string().as_str()))
}

/// Whether the line itself says neither how often nor when.
fn is_bare(plan: &Plan, quota: &Quota) -> bool {
    let is_unread = plan.unread.iter().any(|line| line.span == quota.span);
    let is_silent = quota.every.is_none() && quota.when.is_none() && quota.start.is_none();
    // 每？ is a hole, which is told as such.
    let has_hole = quota.per_member.iter().any(|member| is_hole(&member.value));
    is_silent && quota.series.is_empty() && !quota.name.value.contains('每') && !is_unread && !has_hole
}
