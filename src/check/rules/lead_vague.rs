//! 牵头单位是泛指 · A lead that could be anybody
//!
//! ## 中文
//! “有关部门”“相关单位”牵头，等于没有人牵头。写出单位名称。
//!
//! ## English
//! “The departments concerned” as a lead means that nobody leads. Name one.
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
//! - 牵头：“县直有关部门”
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
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C157

use crate::check::owners::vague;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R003",
    name: "lead_vague",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("lead_vague.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let is_vague = vague(context);
    for lead in context.leads().iter().copied().flatten().filter(|lead| is_vague(lead)) {
        let name = &lead.text;
        let message =
            text!(zh: "牵头写的是“{name}”，没有写明是哪个单位", en: "the lead is “{name}”: it is not said who");
        out.push(RULE.finding(lead.span, message).help(text!(
            zh: "写出牵头单位的名称；还没有定的写“待定”",
            en: "name the lead, or write ? if it is still open"
        )));
    }
}
