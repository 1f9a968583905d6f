//! 分项晚于总项 · A part due after the whole
//!
//! ## 中文
//! 一项措施里的分项，最迟和这项措施一起完成。分项时限更晚，总项就不能按时完成。
//!
//! ## English
//! What is nested in a measure is done by the time the measure is. If a part is due later, the whole cannot be in time.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：健全教师考评机制
//! - 时限：2018年6月底前
//! - 措施：制定考评办法
//!   - 时限：2018年9月底前
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：健全教师考评机制
//! - 时限：2018年6月底前
//! - 措施：制定考评办法
//!   - 时限：2018年3月底前
//! ```
//!
//! ## 依据 · Source
//! C168；分项、总项互相印证

use crate::check::{Context, Rule, nesting, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Origin};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D021",
    name: "part_due_after_whole",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("part_due_after_whole.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for part in plan.measures.iter().filter(|part| part.due.origin == Origin::Stated) {
        let Some(due) = &part.due.value else { continue };
        let whole = nesting::outward(plan, part.holder).find_map(|holder| match holder {
            Holder::Measure(id) => Some(&plan.measures[id]),
            _ => None,
        });
        let Some((whole, limit)) = whole.and_then(|whole| Some((whole, whole.due.value.as_ref()?))) else { continue };
        let is_late = times::ending(&limit.value).is_some_and(|end| times::ends_after(&due.value, end.last));
        if !is_late || context.is_outside_plan(&due.value) {
            continue;
        }
        let (inner, outer, late, early) = (&part.name.value, &whole.name.value, &due.value, &limit.value);
        let message = text!(
            zh: "分项“{inner}”（{late}）晚于所属措施“{outer}”（{early}）",
            en: "“{inner}” ({late}) is due after the measure it belongs to, “{outer}” ({early})"
        );
        let place = text!(zh: "“{outer}”的时限在这里", en: "the deadline of “{outer}” is here");
        out.push(RULE.finding(due.span, message).related(limit.span, place).help(text!(
            zh: "提前分项的时限，或者推迟所属措施的时限",
            en: "bring the part forward, or put the whole off"
        )));
    }
}
