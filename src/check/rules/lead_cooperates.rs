//! 牵头单位又列为配合单位 · A lead that also helps
//!
//! ## 中文
//! 同一项措施里，一个单位不能既牵头又配合。从配合单位中删去。
//!
//! ## English
//! Within one measure an owner either leads or helps. Take it out of the helpers.
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
//! - 配合：财政局、教育局
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
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C159

use crate::check::owners::{are_same, without};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Measure, Origin};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R007",
    name: "lead_cooperates",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("lead_cooperates.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for measure in context.plan.measures.iter().filter(|measure| is_said_together(measure)) {
        for (at, helper) in measure.with.value.iter().enumerate() {
            let Some(lead) = measure.lead.value.iter().find(|lead| are_same(lead, helper)) else { continue };
            let name = &helper.text;
            let message = text!(zh: "“{name}”既牵头又配合，配合等于没有写", en: "“{name}” both leads and helps: to help itself says nothing");
            let found = RULE.finding(helper.span, message);
            let found = found.related(lead.span, text!(zh: "在这里牵头", en: "it leads here"));
            let found = found.help(text!(zh: "从配合单位中删去", en: "take it out of the helpers"));
            out.push(without(context, found, &measure.with.value, at));
        }
    }
}

/// A lead of its own among helpers taken over from above is no slip: there the others are meant.
fn is_said_together(measure: &Measure) -> bool {
    measure.with.origin == Origin::Stated || measure.with.origin == measure.lead.origin
}
