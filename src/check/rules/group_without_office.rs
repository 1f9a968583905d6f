//! 领导小组没有办公室 · A leading group without an office
//!
//! ## 中文
//! 领导小组一般设办公室，日常工作才有单位承担。确实不设的，不必理会。
//!
//! ## English
//! A leading group mostly has an office, with an organ that does its daily work. Let it be if there is to be none.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! # 主体
//! - 县政府：某县人民政府
//!   - 教育局：某县教育局
//!     - 学校：各中小学校，各
//!   - 财政局：某县财政局
//!   - 县长，岗位
//!   - 副县长，岗位
//!   - 领导小组：教育质量提升工作领导小组，小组
//!     - 组长：县长
//!     - 成员：教育局、财政局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 成果：领导小组
//! - 指标：例会由县长召集 1次，每年，由县长
//! - 指标：例会由副县长召集 1次，每年，由副县长
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
//!   - 县长，岗位
//!   - 副县长，岗位
//!   - 领导小组：教育质量提升工作领导小组，小组
//!     - 组长：县长
//!     - 成员：教育局、财政局
//!     - 办公室：教育局
//! - 家长，公众
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期，由“校长”
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 成果：领导小组
//! - 指标：例会由县长召集 1次，每年，由县长
//! - 指标：例会由副县长召集 1次，每年，由副县长
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C171

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R013",
    name: "group_without_office",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("group_without_office.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for owner in context.plan.owners.iter() {
        let Some(seats) = &owner.seats else { continue };
        if seats.members.value.is_empty() || !seats.office.is_missing() {
            continue;
        }
        let name = &owner.name.value;
        let message = text!(zh: "“{name}”没有写办公室设在哪里", en: "“{name}” has no office");
        out.push(RULE.finding(owner.name.span, message).help(text!(
            zh: "在它下面写“- 办公室：…”",
            en: "write “- office: …” below it"
        )));
    }
}
