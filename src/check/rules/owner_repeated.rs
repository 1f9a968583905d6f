//! 同一主体列了两次 · An owner named twice in one list
//!
//! ## 中文
//! 一份名单里同一个单位只列一次；简称和全称、又称算同一个单位。
//!
//! ## English
//! A list names each owner once; a short name, a full name and an alias are the same owner.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//!   - 财政局：某县财政局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 配合：财政局、学校、财政局
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
//!   - 财政局：某县财政局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 配合：财政局、学校
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C171；C158

use crate::check::owners::{repeated, without};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R008",
    name: "owner_repeated",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("owner_repeated.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for list in context.owner_lists().iter().filter(|list| list.len() > 1) {
        for (at, first) in repeated(list) {
            let (again, first) = (&list[at], &list[first]);
            let (name, before) = (&again.text, &first.text);
            let message = if name == before {
                text!(zh: "“{name}”列了两次", en: "“{name}” is named twice")
            } else {
                text!(zh: "“{name}”就是前面的“{before}”，列了两次", en: "“{name}” is the same as “{before}”, named before")
            };
            let found = RULE.finding(again.span, message);
            let found = found.related(first.span, text!(zh: "前面列在这里", en: "named here before"));
            let found = found.help(text!(zh: "删去后一个", en: "remove the second"));
            out.push(without(context, found, list, at));
        }
    }
}
