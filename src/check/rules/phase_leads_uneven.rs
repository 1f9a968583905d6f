//! 有的阶段写了牵头，有的没有 · Some phases have a lead, others none
//!
//! ## 中文
//! 并列的阶段，一个写了谁牵头，其余空着，空着的阶段就没有人负责。都写上，或者在上一级写一个总的牵头单位。
//!
//! ## English
//! One of several phases says who leads it and the others do not, so nobody answers for those. Name a lead for each, or one
//! for all of them above.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质方案
//! # 主体
//! - 县教育局
//!
//! ## 实施步骤
//! ### 阶段：动员，2026年1月至2026年2月
//! - 牵头：县教育局
//! ### 阶段：实施，2026年3月至2026年11月
//! ### 阶段：总结，2026年12月
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质方案
//! # 主体
//! - 县教育局
//!
//! ## 实施步骤
//! - 牵头：县教育局
//! ### 阶段：动员，2026年1月至2026年2月
//! ### 阶段：实施，2026年3月至2026年11月
//! ### 阶段：总结，2026年12月
//! ```
//!
//! ## 依据 · Source
//! 责任缺失

use crate::check::nesting::outward;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Id, Phase, Plan};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R043",
    name: "phase_leads_uneven",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("phase_leads_uneven.rs"),
    run,
};

/// Fewer phases are no series.
const SERIES: usize = 3;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut told: Vec<Holder> = Vec::new();
    for phase in plan.phases.iter() {
        if told.contains(&phase.holder) {
            continue;
        }
        told.push(phase.holder);
        let series: Vec<_> = plan.phases.entries().filter(|(_, other)| other.holder == phase.holder).collect();
        let led = series.iter().find(|(_, phase)| !phase.lead.value.is_empty());
        let without: Vec<&Phase> =
            series.iter().filter(|(id, phase)| is_without(plan, *id, phase)).map(|(_, phase)| *phase).collect();
        let (Some((_, led)), Some(first)) = (led, without.first()) else { continue };
        if series.len() < SERIES {
            continue;
        }
        let (name, other, count) = (&first.title.value, &led.title.value, without.len());
        let message = match count {
            1 => text!(
                zh: "阶段“{other}”写了牵头单位，“{name}”没有",
                en: "phase “{other}” has a lead, “{name}” has none"
            ),
            _ => text!(
                zh: "阶段“{other}”写了牵头单位，“{name}”等{count}个阶段没有",
                en: "phase “{other}” has a lead, {count} others have none, “{name}” first among them"
            ),
        };
        out.push(RULE.finding(first.title.span, message).help(text!(
            zh: "各阶段都写“- 牵头：…”，或者在上一级标题下写一次",
            en: "write “- lead: …” below each phase, or once below the heading above"
        )));
    }
}

/// Whether it says nobody who does it: measures below it are asked for a lead of their own.
fn is_without(plan: &Plan, id: Id<Phase>, phase: &Phase) -> bool {
    let is_inside = |holder: Holder| outward(plan, holder).any(|at| at == Holder::Phase(id));
    let has_measures = plan.measures.iter().any(|measure| is_inside(measure.holder));
    let has_doer = plan.quotas.iter().any(|quota| !quota.by.is_empty() && is_inside(quota.holder));
    phase.lead.value.is_empty() && !has_measures && !has_doer
}
