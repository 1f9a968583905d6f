//! 附件列了两次 · An attachment listed twice
//!
//! ## 中文
//! 附件名称不能重复。
//!
//! ## English
//! Each attachment is listed once.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 附件：重点任务分工表
//! - 附件：重点任务分工表
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 附件：重点任务分工表
//! - 附件：年度目标表
//! ```
//!
//! ## 依据 · Source
//! C138

use std::collections::BTreeMap;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F073",
    name: "attachment_twice",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("attachment_twice.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let lists = std::iter::once(&plan.attachments).chain(plan.notices.iter().map(|notice| &notice.attachments));
    for list in lists {
        let mut seen = BTreeMap::new();
        for name in list {
            let (title, first) = (name.value.trim(), *seen.entry(name.value.trim()).or_insert(name.span));
            if first == name.span {
                continue;
            }
            let message = text!(zh: "附件“{title}”列了两次", en: "attachment “{title}” is listed twice");
            let found = RULE.finding(name.span, message);
            let found = found.related(first, text!(zh: "第一次在这里", en: "the first is here"));
            out.push(found.help(text!(zh: "删去一个，或者改名称", en: "remove one, or correct its name")));
        }
    }
}
