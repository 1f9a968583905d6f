//! 报送的方向是从上到下 · A report that goes downward
//!
//! ## 中文
//! 报送是下级报上级。上级发给下级的，叫通报、下达，不叫报送。
//!
//! ## English
//! A report goes up, from a subordinate to its superior. What comes down is no report.
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
//! - 报送：质量分析报告，教育局 → 学校，每学期
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
//! - 报送：质量分析报告，学校 → 教育局，每学期
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! S0-152；汇报对象

use crate::check::owners::{Step, report_steps};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::OwnerKind;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R017",
    name: "report_downward",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("report_downward.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for step in report_steps(plan) {
        let Step { what, pair, from, to } = step;
        // A report to one's own head goes up, wherever the head is listed.
        let is_head = plan.owners[to].kind == OwnerKind::Post;
        if from == to || is_head || !plan.is_under(to, from) {
            continue;
        }
        let (sender, receiver) = (&pair[0].text, &pair[1].text);
        let message = text!(
            zh: "“{what}”由“{sender}”报给下级“{receiver}”，方向反了",
            en: "“{sender}” reports “{what}” to its subordinate “{receiver}”"
        );
        out.push(RULE.finding(step.span(), message).help(text!(
            zh: "对调两方；上级发给下级的，写成一项措施",
            en: "swap the two; what is sent down is a measure, not a report"
        )));
    }
}
