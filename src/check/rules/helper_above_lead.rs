//! 上级列为下级的配合单位 · A superior as helper of its subordinate
//!
//! ## 中文
//! 下级单位不能给上级派任务。需要上级做的，由上级牵头，或写成“先经”上级同意。
//!
//! ## English
//! A subordinate cannot set tasks to its superior. Let the superior lead, or write that it approves beforehand.
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
//! - 配合：县政府、财政局
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
//! - 配合：财政局
//! - 先经：县政府
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C157；权责错位

use crate::check::owners::{Led, led, superiors};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R016",
    name: "helper_above_lead",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("helper_above_lead.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for Led { lead, organ, helpers } in led(plan) {
        for superior in superiors(plan, organ) {
            let Some(helper) = helpers.iter().find(|helper| helper.target() == Some(superior)) else {
                continue;
            };
            let (name, lead_name) = (&helper.text, &lead.text);
            let message = text!(
                zh: "“{name}”是牵头单位“{lead_name}”的上级，不宜列为配合",
                en: "“{name}” stands above “{lead_name}”, which leads: it cannot be made a helper"
            );
            let found = RULE.finding(helper.span, message);
            let found = found.related(lead.span, text!(zh: "牵头单位", en: "the lead"));
            out.push(found.help(text!(
                zh: "由上级牵头，或改为“先经”",
                en: "let the superior lead, or write that it approves beforehand"
            )));
        }
    }
}
