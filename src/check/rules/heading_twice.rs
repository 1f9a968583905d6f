//! 同级标题重复 · Two headings of one level alike
//!
//! ## 中文
//! 同一层次的两个标题不能一样，多半是复制后忘了改。
//!
//! ## English
//! Two headings of one level are not alike; one of them was mostly copied and not changed.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 工作任务
//! 规范教学。
//!
//! ## 工作任务
//! 培训教师。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 工作任务
//! 规范教学。
//!
//! ## 保障措施
//! 培训教师。
//! ```
//!
//! ## 依据 · Source
//! C45；C51

use std::collections::HashMap;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F056",
    name: "heading_twice",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("heading_twice.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut seen = HashMap::new();
    for section in context.plan.sections.iter() {
        let title = section.title.value.trim();
        let Some(first) = seen.insert((section.holder, title), section.title.span) else { continue };
        seen.insert((section.holder, title), first);
        let message = text!(zh: "同级标题“{title}”出现了两次", en: "two headings of one level are “{title}”");
        let found = RULE.finding(section.title.span, message);
        let found = found.related(first, text!(zh: "第一次在这里", en: "the first is here"));
        out.push(found.help(text!(zh: "改其中一个，或者把两处合并", en: "change one of them, or join the two")));
    }
}
