//! 清单写了项数又以“等”收尾 · A counted set that is not closed
//!
//! ## 中文
//! 写明5项，只列3项加“等”，其余两项没有着落。列全，或者不写项数。列全以后加“等”收尾是通行写法，不报。
//!
//! ## English
//! A set of five that lists three and 等 leaves two unsaid. List all, or leave the number out. 等 after the full list is
//! common style and let pass.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 特色课程，5门：语文、数学、美术等
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 特色课程，3门：语文、数学、美术
//! - 清单 小课间科目：语文、数学、英语等
//! ```
//!
//! ## 依据 · Source
//! C52

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G010",
    name: "set_not_closed",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("set_not_closed.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for set in context.plan.sets.iter().filter(|set| set.is_open && !set.members.iter().any(|member| member.is_hole)) {
        let (Some(announced), listed) = (set.announced(), set.members.len() as u64) else { continue };
        if listed == 0 || listed >= announced {
            continue;
        }
        let name = &set.name.value;
        let left = announced - listed;
        let message = text!(
            zh: "清单“{name}”写明{announced}项，只列{listed}项就以“等”收尾，还有{left}项没有写明",
            en: "set “{name}” announces {announced} members, lists {listed} and 等: {left} are not said"
        );
        out.push(RULE.finding(set.count_span.unwrap_or(set.name.span), message).help(text!(
            zh: "把{announced}项列全，或者不写项数",
            en: "list all {announced}, or leave the number out"
        )));
    }
}
