//! 目标没有指标 · A goal without a number
//!
//! ## 中文
//! 目标只有文字，没有一项指标，期末无从考核。确实不能量化的，写成定性指标，如“指标：管理水平 明显提升，到2020年”，
//! 也算有了考核的依据。
//!
//! ## English
//! A goal in words alone cannot be judged at the end. What cannot be counted may have a quota in words, such as
//! 指标：管理水平 明显提升，到2020年, which at least says what is looked at and when.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 目标 质量：全面提升教育教学质量
//!
//! 三年内进入全市前列。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//!
//! ## 目标 质量：全面提升教育教学质量
//! - 指标：教育教学质量位次 全市前三，到2020年
//! ```
//!
//! ## 依据 · Source
//! C162、C163

use std::collections::{BTreeSet, HashSet};

use crate::check::{Context, Rule, nesting};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Goal, Holder, Id, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G007",
    name: "goal_without_quota",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("goal_without_quota.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let measured = measured(plan);
    let parents: BTreeSet<_> = plan.goals.iter().filter_map(|goal| goal_around(plan, goal.holder)).collect();
    for (id, goal) in plan.goals.entries() {
        // The goals within a goal are judged one by one; quotas written beside goals may be theirs.
        let is_measured = measured.goals.contains(&id) || parents.contains(&id);
        if is_measured || measured.holders.contains(&goal.holder) {
            continue;
        }
        let name = &goal.title.value;
        let message = text!(zh: "目标“{name}”没有指标，期末无从考核", en: "goal “{name}” has no quota to judge it by");
        out.push(RULE.finding(goal.title.span, message).help(text!(
            zh: "在它下面写“- 指标：…”；不能量化的写成定性指标，如“- 指标：管理水平 明显提升，到2020年”",
            en: "write “- quota: …” below it; if it cannot be counted, a quota in words with a time"
        )));
    }
}

/// What has quotas.
struct Measured {
    /// Goals with a quota anywhere within.
    goals: BTreeSet<Id<Goal>>,
    /// Sections and plans with quotas directly in them.
    holders: HashSet<Holder>,
}

fn measured(plan: &Plan) -> Measured {
    let mut found = Measured { goals: BTreeSet::new(), holders: HashSet::new() };
    // A quota that could not be read is told of already.
    for at in plan.quotas.iter().map(|quota| quota.holder).chain(plan.faulty.iter().copied()) {
        for holder in nesting::outward(plan, at) {
            if let Holder::Goal(id) = holder {
                found.goals.insert(id);
            }
        }
        if matches!(at, Holder::Section(_) | Holder::Plan) {
            found.holders.insert(at);
        }
    }
    found
}

/// The innermost goal around a holder.
fn goal_around(plan: &Plan, holder: Holder) -> Option<Id<Goal>> {
    nesting::outward(plan, holder).find_map(|holder| match holder {
        Holder::Goal(id) => Some(id),
        _ => None,
    })
}
