//! 同类指标有时间，这一项没有 · One quota without a time among others that have one
//!
//! ## 中文
//! 同一处的指标写了“到哪一年”，只有这一项没有，读的人不知道它哪年要达到。方案有期限、措施有时限的，不再要求。
//!
//! ## English
//! The other quotas of this place say by when, this one does not. Where the plan has a period or the measure a deadline,
//! that holds for it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县学前教育发展方案
//! ## 工作目标
//! - 指标：普惠幼儿园覆盖率 不低于88%，到2026年
//! - 指标：新增公办学位 不少于600个，到2026年
//! - 指标：新增示范园 不少于20所
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县学前教育发展方案
//! ## 工作目标
//! - 指标：普惠幼儿园覆盖率 不低于88%，到2026年
//! - 指标：新增公办学位 不少于600个，到2026年
//! - 指标：新增示范园 不少于20所，到2026年
//! ```
//!
//! ## 依据 · Source
//! 期限缺失

use crate::check::level::title;
use crate::check::nesting::is_dated;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Plan, Quota};
use crate::quantity::Target;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q053",
    name: "quota_undated",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("quota_undated.rs"),
    run,
};

/// How many others of the place have to say when.
const OTHERS: usize = 2;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for quota in plan.quotas.iter().filter(|quota| is_timeless(plan, quota)) {
        let beside = plan.quotas.iter().filter(|other| other.holder == quota.holder && other.span != quota.span);
        let dated = beside.filter(|other| other.every.is_none() && (other.when.is_some() || !other.series.is_empty()));
        let dated: Vec<_> = dated.collect();
        let Some(first) = dated.first().filter(|_| dated.len() >= OTHERS && !is_dated(plan, quota.holder)) else {
            continue;
        };
        let name = title(quota);
        let message = text!(
            zh: "同一处的指标都写了时间，“{name}”没有写什么时候达到",
            en: "the quotas beside it have a time, but “{name}” does not say by when"
        );
        let found = RULE.finding(quota.name.span, message);
        let found = found.related(first.span, text!(zh: "这一项写了时间", en: "this one has a time"));
        out.push(found.help(text!(zh: "补上时间，如“，到2026年”", en: "add a time, such as ，到2026年")));
    }
}

/// Whether it asks for a number, or a change by one, at no time.
fn is_timeless(plan: &Plan, quota: &Quota) -> bool {
    let is_number = |target: &Target| matches!(target, Target::Value(..) | Target::Range(..));
    let asks = quota.target.as_ref().is_some_and(|target| is_number(&target.value))
        || quota.change.as_ref().is_some_and(|change| is_number(&change.value.by));
    let is_silent = quota.every.is_none() && quota.when.is_none() && quota.start.is_none() && quota.series.is_empty();
    let is_unread = plan.unread.iter().any(|line| line.span == quota.span);
    asks && is_silent && !quota.keeps && quota.part_of.is_none() && quota.sums.is_empty() && !is_unread
}
