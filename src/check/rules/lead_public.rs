//! 公众作牵头单位 · The public as a lead
//!
//! ## 中文
//! 家长、学生、社会是参与的一方，不能牵头、不能追责。由机关或者单位牵头。
//!
//! ## English
//! Parents, pupils and society take part; they cannot lead and cannot be held to account. Let an organ lead.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县财政局：澜平县财政局
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!     - 学校：全县义务教育学校，各
//! - 家长，公众
//!
//! ## 措施：家校共育
//! - 牵头：家长
//! - 配合：县教育局、县财政局、教研室、学校
//! - 时限：2026年12月底
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县财政局：澜平县财政局
//!   - 县教育局：澜平县教育局
//!     - 教研室：澜平县教育研究室
//!     - 学校：全县义务教育学校，各
//! - 家长，公众
//!
//! ## 措施：家校共育
//! - 牵头：县教育局
//! - 配合：家长、县财政局、教研室、学校
//! - 时限：2026年12月底
//! ```
//!
//! ## 依据 · Source
//! C157

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::OwnerKind;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R041",
    name: "lead_public",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("lead_public.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for lead in context.leads().iter().copied().flatten() {
        let Some(id) = lead.target().filter(|id| plan.owners[*id].kind == OwnerKind::Public) else { continue };
        let name = &lead.text;
        let message = text!(zh: "牵头的“{name}”是公众，不能承担责任", en: "“{name}”, the public, cannot lead");
        let found = RULE.finding(lead.span, message);
        let place = text!(zh: "在这里声明为公众", en: "declared as the public here");
        out.push(found.related(plan.owners[id].name.span, place).help(text!(
            zh: "由机关或者单位牵头，“{name}”列入配合",
            en: "let an organ lead, with “{name}” as a helper"
        )));
    }
}
