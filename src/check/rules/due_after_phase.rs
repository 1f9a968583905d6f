//! 时限晚于所在阶段 · A deadline after its phase
//!
//! ## 中文
//! 写在某个阶段里的措施，应当在这个阶段结束以前完成。
//!
//! ## English
//! A measure written in a phase is done by the end of that phase.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年1月至2018年2月
//! - 措施：召开动员会
//!   - 牵头：教育局
//!   - 时限：2018年3月15日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 实施步骤
//! ### 阶段：动员阶段，2018年1月至2018年2月
//! - 措施：召开动员会
//!   - 牵头：教育局
//!   - 时限：2018年2月15日
//! ```
//!
//! ## 依据 · Source
//! C168

use crate::calendar::{Time, When};
use crate::check::{Context, Rule, nesting, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Origin};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D022",
    name: "due_after_phase",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("due_after_phase.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for measure in plan.measures.iter().filter(|measure| measure.due.origin == Origin::Stated) {
        let Some(due) = &measure.due.value else { continue };
        let phase = nesting::outward(plan, measure.holder).find_map(|holder| match holder {
            Holder::Phase(id) => Some(&plan.phases[id]),
            _ => None,
        });
        let Some((phase, time)) = phase.and_then(|phase| Some((phase, phase.time.as_ref()?))) else { continue };
        let is_late = times::ending(&time.value).is_some_and(|end| times::ends_after(&due.value, end.last))
            || is_late_in_any_year(&due.value, &time.value);
        if !is_late || context.is_outside_plan(&due.value) {
            continue;
        }
        let (name, outer, late, when) = (&measure.title.value, &phase.title.value, &due.value, &time.value);
        let message = text!(
            zh: "措施“{name}”的时限（{late}）晚于所在阶段“{outer}”（{when}）",
            en: "measure “{name}” is due ({late}) after the phase it is in, “{outer}” ({when})"
        );
        let place = text!(zh: "“{outer}”的时间在这里", en: "the time of “{outer}” is here");
        out.push(RULE.finding(due.span, message).related(time.span, place).help(text!(
            zh: "提前时限，延长阶段，或者把措施移到相应的阶段",
            en: "bring the deadline forward, lengthen the phase, or move the measure to its phase"
        )));
    }
}

/// Whether years are open on both sides and the months alone tell: 年底 lies in no February.
fn is_late_in_any_year(due: &When, phase: &When) -> bool {
    let (When::At(due), When::At(phase)) = (due, phase) else { return false };
    let in_one_year = |time: &Time| time.in_year(LEAP);
    due.year.is_none() && phase.year.is_none() && in_one_year(due).first > in_one_year(phase).last
}

/// A year that has every day.
const LEAP: i16 = 2000;
