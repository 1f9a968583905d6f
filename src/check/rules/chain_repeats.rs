//! 责任链回到了自己 · A chain that comes back to itself
//!
//! ## 中文
//! 责任链从上到下，一环管一环；同一主体出现两次，就成了自己对自己负责。
//!
//! ## English
//! A chain runs from the top down, each link answering to the one before. An owner that occurs twice answers to itself.
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
//! - 责任链：教育局 → 学校 → 教育局
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
//! - 责任链：县政府 → 教育局 → 学校 → 家长
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! 责任链

use crate::check::owners::repeated;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R009",
    name: "chain_repeats",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("chain_repeats.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for chain in context.plan.chains.iter() {
        for (at, first) in repeated(&chain.links) {
            let (again, first) = (&chain.links[at], &chain.links[first]);
            let name = &again.text;
            let message = text!(zh: "责任链里“{name}”出现了两次，成了自己对自己负责", en: "“{name}” occurs twice in the chain: it answers to itself");
            let found = RULE.finding(again.span, message);
            let found = found.related(first.span, text!(zh: "前面在这里", en: "it stands here before"));
            out.push(found.help(text!(
                zh: "删去一环，或分成两条责任链",
                en: "remove one link, or write two chains"
            )));
        }
    }
}
