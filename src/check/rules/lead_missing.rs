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
//! ## 措施：完善听评课制度
//! - 牵头：教育局
//! ```
//!
//! ## 依据 · Source
//! C155

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
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
    for measure in context.plan.measures.iter().filter(|measure| measure.lead.is_missing()) {
        let title = &measure.title.value;
        let message = text!(zh: "措施“{title}”没有牵头单位", en: "measure “{title}” has no lead");
        out.push(RULE.finding(measure.title.span, message).help(text!(
            zh: "在它下面写“- 牵头：…”；几项措施同一个牵头的，写在上一级标题下面",
            en: "write “- lead: …” below it, or on the heading above if several measures share one"
        )));
    }
}
