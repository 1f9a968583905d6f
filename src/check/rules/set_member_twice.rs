//! 清单同一项列了两次 · A set that lists a member twice
//!
//! ## 中文
//! 同一项列了两次，项数就虚了。多半是漏改了其中一项。
//!
//! ## English
//! A member listed twice makes the count wrong; often one of the two was meant to be another.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 四个习惯，4项：行为习惯、学习习惯、思维习惯、学习习惯
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 四个习惯，4项：行为习惯、学习习惯、思维习惯、道德习惯
//! ```
//!
//! ## 依据 · Source
//! C52

use std::collections::BTreeMap;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G011",
    name: "set_member_twice",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("set_member_twice.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for set in context.plan.sets.iter() {
        let mut first_of = BTreeMap::new();
        for member in set.members.iter().filter(|member| !member.is_hole) {
            let Some(first) = first_of.insert(member.text.as_str(), member.span) else { continue };
            let (name, text) = (&set.name.value, &member.text);
            let message = text!(zh: "清单“{name}”里“{text}”列了两次", en: "set “{name}” lists “{text}” twice");
            out.push(
                RULE.finding(member.span, message)
                    .related(first, text!(zh: "前一次在这里", en: "the other is here"))
                    .help(
                        text!(zh: "删去一处，或者改成漏写的那一项", en: "drop one, or name the member that was meant"),
                    ),
            );
        }
    }
}
