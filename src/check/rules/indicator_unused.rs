//! 口径里的指标没有用到 · An indicator declared and never used
//!
//! ## 中文
//! 口径里写了这个指标，方案里却没有一项指标、现状或者公式用到它。可能是指标名称前后写法不一，也可能是漏写了指标。
//!
//! ## English
//! The indicator is declared under 口径, but no quota, baseline or formula uses it. Either it is called differently
//! elsewhere, or a quota is missing.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 口径
//! - 九年义务教育巩固率，率
//!   - 单位：%
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 口径
//! - 九年义务教育巩固率，率
//!   - 单位：%
//!
//! ## 目标：控辍保学
//! - 指标：九年义务教育巩固率 不低于97%，到2020年
//! ```
//!
//! ## 依据 · Source
//! 声明与使用互相印证

use std::collections::BTreeSet;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S201",
    name: "indicator_unused",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("indicator_unused.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let quotas = plan.quotas.iter().map(|quota| quota.indicator);
    let used: BTreeSet<_> = quotas.chain(plan.baselines.iter().map(|baseline| baseline.indicator)).collect();
    let formulas = formulas(plan);
    for (id, indicator) in plan.indicators.entries() {
        // What a library declares is there for everyone.
        let is_own = indicator.is_declared && plan.is_own(indicator.name.span) && plan.title.is_some();
        let name = &indicator.name.value;
        if !is_own || used.contains(&id) || formulas.iter().any(|formula| formula.contains(name.as_str())) {
            continue;
        }
        let message = text!(zh: "口径里的“{name}”没有用到", en: "indicator “{name}” is declared and never used");
        out.push(RULE.finding(indicator.name.span, message).help(text!(
            zh: "核对指标名称是否前后一致；确实不用的，从口径里删去",
            en: "check that it is called the same everywhere; if it is not needed, drop it"
        )));
    }
}

/// The words in which indicators speak of others.
fn formulas(plan: &Plan) -> Vec<&str> {
    let formulas = plan.indicators.iter().filter_map(|indicator| indicator.formula.as_ref());
    let defined = plan.indicators.iter().filter_map(|indicator| indicator.definition.as_ref());
    let words = formulas.chain(defined.map(|definition| &definition.what));
    words.map(|words| words.value.as_str()).collect()
}
