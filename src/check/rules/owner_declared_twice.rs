//! 同一单位声明了两次 · One organ declared as two owners
//!
//! ## 中文
//! 全称相同的两个主体就是一个单位。分开写，任务也会跟着分成两处，统计时对不上。留一个，另一个简称写进“又称”。
//!
//! ## English
//! Two owners with one full name are one organ; kept apart, its tasks are counted in two places. Keep one and make the
//! other name an alias.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//!   - 县教育局：某县教育局
//!     - 教研室：某县教育研究室
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 配合：教研室
//! - 时限：2026年8月31日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 又称：县教育局
//!     - 教研室：某县教育研究室
//!     - 学校：各中小学校，各
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：县教育局
//! - 配合：教研室
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C158；平安S3-226

use std::collections::BTreeMap;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Owner;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R018",
    name: "owner_declared_twice",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("owner_declared_twice.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut seen: BTreeMap<&str, &Owner> = BTreeMap::new();
    for owner in context.plan.owners.iter() {
        let Some(full) = &owner.full_name else { continue };
        let Some(first) = seen.get(full.value.as_str()) else {
            seen.insert(&full.value, owner);
            continue;
        };
        let (name, before, full) = (&owner.name.value, &first.name.value, &full.value);
        let message = text!(
            zh: "“{name}”和“{before}”的全称都是“{full}”，是同一个单位",
            en: "“{name}” and “{before}” have one full name, “{full}”: they are the same"
        );
        let found = RULE.finding(owner.name.span, message);
        let found = found.related(first.name.span, text!(zh: "先在这里声明", en: "first declared here"));
        out.push(found.help(text!(
            zh: "留“{before}”一个，在它下面写“- 又称：{name}”",
            en: "keep “{before}” and write “- alias: {name}” below it"
        )));
    }
}
