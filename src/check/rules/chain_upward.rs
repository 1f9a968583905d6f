//! 责任链上下级颠倒 · A chain against the hierarchy
//!
//! ## 中文
//! 责任链从上级到下级。后一环是前一环的上级，次序就反了。
//!
//! ## English
//! A chain runs from superior to subordinate. A later link that stands above an earlier one is in the wrong place.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 责任链：教育局 → 县政府 → 学校
//! - 时限：2026年8月31日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 责任链：县政府 → 教育局 → 学校
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! 责任链

use std::collections::{BTreeMap, BTreeSet};

use crate::check::owners::superiors;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{OwnerKind, OwnerRef};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R010",
    name: "chain_upward",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("chain_upward.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for chain in plan.chains.iter() {
        // Whoever stands above a link met so far, with the last such link.
        let mut above: BTreeMap<_, &OwnerRef> = BTreeMap::new();
        let mut met = BTreeSet::new();
        for link in &chain.links {
            // One that comes back to itself is another rule's business.
            let Some(id) = link.target().filter(|id| met.insert(*id)) else { continue };
            if let Some(below) = above.get(&id) {
                let (name, lower) = (&link.text, &below.text);
                let message = text!(
                    zh: "责任链里“{name}”排在“{lower}”后面，却是它的上级",
                    en: "“{name}” comes after “{lower}” in the chain, but stands above it"
                );
                let found = RULE.finding(link.span, message);
                let found = found.related(below.span, text!(zh: "下级在这里", en: "the subordinate is here"));
                out.push(found.help(text!(zh: "把上级移到前面", en: "move the superior to the front")));
            }
            // The head of an organ may well come before it.
            let own = usize::from(plan.owners[id].kind == OwnerKind::Post);
            above.extend(superiors(plan, id).skip(own).map(|superior| (superior, link)));
        }
    }
}
