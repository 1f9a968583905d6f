//! 前置没有时限 · Waiting for something undated
//!
//! ## 中文
//! 后项有时限，前置却没有，就看不出后项能不能按时完成。
//!
//! ## English
//! A step has a deadline, but what it waits for has none, so nobody can tell whether it can be in time.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施 学校方案：各校制定实施方案
//! ### 措施 逐年目标：各校明确逐年目标
//! - 前置：学校方案
//! - 时限：2018年2月28日
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
//! ### 措施 学校方案：各校制定实施方案
//! - 时限：2018年1月31日
//! ### 措施 逐年目标：各校明确逐年目标
//! - 前置：学校方案
//! - 时限：2018年2月28日
//! ```
//!
//! ## 依据 · Source
//! 前置与时限互相印证

use crate::check::steps::{self, Bond};
use crate::check::{Context, Rule, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Step;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G004",
    name: "waits_for_undated",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("waits_for_undated.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for edge in context.edges().iter().filter(|edge| edge.bond == Bond::After && edge.from != edge.to) {
        let is_dated = steps::due(plan, edge.from).is_some_and(|(when, _)| times::ending(when).is_some());
        let is_open = match edge.to {
            Step::Measure(id) => plan.measures[id].due.is_missing(),
            Step::Phase(id) => plan.phases[id].time.is_none(),
            Step::Goal(id) => plan.goals[id].due.is_missing(),
        };
        if !is_dated || !is_open {
            continue;
        }
        let (later, earlier) = (steps::name(plan, edge.from), steps::name(plan, edge.to));
        let (name, awaited) = (&later.value, &earlier.value);
        let message = text!(
            zh: "“{name}”有时限，它的前置“{awaited}”却没有",
            en: "“{name}” has a deadline, but “{awaited}”, which it waits for, has none"
        );
        let place = text!(zh: "“{awaited}”在这里", en: "“{awaited}” is here");
        out.push(RULE.finding(edge.reference.span, message).related(earlier.span, place).help(text!(
            zh: "给“{awaited}”写上时限",
            en: "give “{awaited}” a deadline"
        )));
    }
}
