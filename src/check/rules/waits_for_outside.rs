//! 等方案外的事，又没有时限 · Waiting for something outside, with no deadline
//!
//! ## 中文
//! 措施要等上级文件出台、会议反馈这类方案以外的事，那件事什么时候有没有写，措施自己也没有时限，就可以一直等下去。写明那件
//! 事的时间，或者给措施写时限。
//!
//! ## English
//! A measure waits for what the plan does not govern, such as a paper of a higher organ, and neither has a time, so it may
//! wait for ever. Say when that is to be expected, or give the measure a deadline.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：制定绩效考核方案
//! - 前置：“省绩效考核管理办法”
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
//! ### 措施：制定绩效考核方案
//! - 前置：“省绩效考核管理办法”
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! 次序时限；悬空引用

use crate::check::nesting::is_dated;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Link, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G013",
    name: "waits_for_outside",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("waits_for_outside.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for (id, measure) in plan.measures.entries() {
        let outside = measure.after.iter().filter(|reference| reference.link == Link::Outside);
        for reference in outside.filter(|reference| !is_known(plan, &reference.text)) {
            if is_dated(plan, Holder::Measure(id)) {
                continue;
            }
            let (name, awaited) = (&measure.title.value, &reference.text);
            let message = text!(
                zh: "“{name}”要等方案以外的“{awaited}”，两样都没有时间",
                en: "“{name}” waits for “{awaited}”, which is outside the plan, and neither has a time"
            );
            out.push(RULE.finding(reference.span, message).help(text!(
                zh: "写明“{awaited}”什么时候有，或者给这项措施写时限",
                en: "say when “{awaited}” is to be expected, or give the measure a deadline"
            )));
        }
    }
}

/// Whether it is a document that the plan cites with its number or time.
fn is_known(plan: &Plan, title: &str) -> bool {
    let cited = plan.bases.iter().filter(|basis| basis.title.value == title);
    cited.into_iter().any(|basis| basis.number.is_some() || basis.time.is_some())
}
