//! 配合单位是泛指 · A helper that could be anybody
//!
//! ## 中文
//! “各有关单位”配合，到时候谁都可以不来。能写出名称的，写名称。
//!
//! ## English
//! “The units concerned” as helpers leaves it to each whether it is meant. Name them where you can.
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
//! - 配合：“各有关单位”
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
//! - 配合：学校
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C157

use crate::check::owner_lists::helpers;
use crate::check::owners::vague;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R004",
    name: "helper_vague",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("helper_vague.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let is_vague = vague(context);
    for helper in helpers(context.plan).into_iter().flatten().filter(|helper| is_vague(helper)) {
        let name = &helper.text;
        let message =
            text!(zh: "配合写的是“{name}”，没有写明是哪些单位", en: "the helper is “{name}”: it is not said who");
        out.push(
            RULE.finding(helper.span, message).help(text!(zh: "能写出名称的，写名称", en: "name them where you can")),
        );
    }
}
