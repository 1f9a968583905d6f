//! 成果的时限晚于措施 · A deliverable due after its measure
//!
//! ## 中文
//! 措施到期，成果就要交出来。成果另写时限的，不能晚于措施的时限。
//!
//! ## English
//! When a measure is due its deliverables are; one with a deadline of its own is not due later.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 措施：修订教学常规
//! - 牵头：县教育局
//! - 时限：2026年6月30日
//! - 成果：《教学常规》，2026年12月31日前
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2028年12月
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 措施：修订教学常规
//! - 牵头：县教育局
//! - 时限：2026年12月31日
//! - 成果：《教学常规》，2026年6月30日前
//! ```
//!
//! ## 依据 · Source
//! C168；成果、时限互相印证

use std::collections::BTreeSet;

use crate::check::times;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D036",
    name: "output_after_measure",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("output_after_measure.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut seen = BTreeSet::new();
    for measure in context.plan.measures.iter() {
        let Some(limit) = &measure.due.value else { continue };
        for output in &measure.outputs {
            let Some(due) = output.due.as_ref().filter(|due| due.span != limit.span) else { continue };
            let is_late = times::ending(&limit.value).is_some_and(|end| times::ends_after(&due.value, end.last));
            if !is_late || !seen.insert(due.span) {
                continue;
            }
            let (name, title, late, early) = (&output.text, &measure.title.value, &due.value, &limit.value);
            let message = text!(
                zh: "成果“{name}”（{late}）晚于措施“{title}”的时限（{early}）",
                en: "“{name}” ({late}) is due after its measure, “{title}” ({early})"
            );
            let found = RULE.finding(due.span, message);
            let found =
                found.related(limit.span, text!(zh: "措施的时限在这里", en: "the deadline of the measure is here"));
            out.push(found.help(text!(
                zh: "提前成果的时限，或者推迟措施的时限",
                en: "bring the deliverable forward, or put the measure off"
            )));
        }
    }
}
