//! 措施没有牵头单位 · A measure without a lead
//!
//! ## 中文
//! 每项措施要有一个牵头单位，督查时才找得到人。牵头写在上一级标题下面，对其中各项措施都有效。
//!
//! ## English
//! Each measure needs one owner who leads it, so that somebody can be asked. A lead written on an enclosing heading
//! holds for every measure below it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! ## 措施：完善听评课制度
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 目标 提质：提升课堂教学质量
//! - 指标：听课 不少于20节，每学期
//!
//! ## 措施：完善听评课制度
//! - 支撑：提质
//! - 牵头：教育局
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C155

use crate::check::measures::lacking;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "R001",
    name: "lead_missing",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("lead_missing.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for lack in lacking(context.plan, |_, measure| measure.lead.is_missing()) {
        let (Text { zh, en }, place) = (lack.subject(), lack.place());
        let message = text!(zh: "{zh}没有牵头单位", en: "{en} has no lead");
        let (zh, en) = (place.zh, place.en);
        let help = text!(zh: "{zh}写“- 牵头：…”", en: "write “- lead: …” {en}");
        out.push(RULE.finding(lack.span(), message).help(help));
    }
}
