//! 责任链跳过了一级 · A chain that leaves a level out
//!
//! ## 中文
//! 责任链一级对一级。甲直接连到丙，而丙的上级是乙、乙的上级是甲的，乙就没有了责任。
//!
//! ## English
//! A chain goes from level to level. If it goes from a superior to a subordinate’s subordinate, the one between has
//! no part in it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县财政局：澜平县财政局
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!     - 学校：全县义务教育学校，各
//!
//! ## 措施：控辍保学
//! - 牵头：县教育局
//! - 配合：教研室、县财政局
//! - 时限：2026年12月底
//! - 责任链：县政府 → 学校
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县财政局：澜平县财政局
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!     - 学校：全县义务教育学校，各
//!
//! ## 措施：控辍保学
//! - 牵头：县教育局
//! - 配合：教研室、县财政局
//! - 时限：2026年12月底
//! - 责任链：县政府 → 县教育局 → 学校
//! ```
//!
//! ## 依据 · Source
//! 责任链

use crate::check::owners::superiors;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::OwnerKind;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R033",
    name: "chain_gap",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("chain_gap.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for chain in plan.chains.iter() {
        for pair in chain.links.windows(2) {
            let (Some(from), Some(to)) = (pair[0].target(), pair[1].target()) else { continue };
            let between: Vec<_> = superiors(plan, to).take_while(|id| *id != from).collect();
            let is_above = superiors(plan, to).any(|id| id == from);
            let organ = between.iter().rev().find(|id| plan.owners[**id].kind == OwnerKind::Organ);
            let is_listed = |id| chain.links.iter().any(|link| link.target() == Some(id));
            let Some(organ) = organ.filter(|organ| is_above && !is_listed(**organ)) else { continue };
            let (one, other, left) = (&pair[0].text, &pair[1].text, &plan.owners[*organ].name.value);
            let message = text!(
                zh: "责任链从“{one}”直接到“{other}”，中间跳过了“{left}”",
                en: "the chain goes from “{one}” to “{other}” and leaves “{left}” out"
            );
            let found = RULE.finding(pair[0].span.to(pair[1].span), message);
            let found = found.related(
                plan.owners[*organ].name.span,
                text!(zh: "“{left}”在这里声明", en: "“{left}” is declared here"),
            );
            out.push(found.help(text!(
                zh: "写成：{one} → {left} → {other}",
                en: "write {one} → {left} → {other}"
            )));
        }
    }
}
