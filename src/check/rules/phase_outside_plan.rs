//! 阶段超出方案期限 · A phase outside the period of the plan
//!
//! ## 中文
//! 各阶段合起来就是方案的期限，起止都应当落在期限之内。只写到年或月的一端，与期限有一天重合就不算超出。
//!
//! ## English
//! The phases make up the period of the plan, so both ends of each lie within it. An end written as a year or a month
//! is within it as soon as one of its days is.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2017年9月至2020年8月
//!
//! ## 实施步骤
//! ### 阶段：总结阶段，2020年7月至2020年10月
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2017年9月至2020年8月
//!
//! ## 实施步骤
//! ### 阶段：总结阶段，2020年7月至2020年8月
//! ```
//!
//! ## 依据 · Source
//! C167

use crate::check::{Context, Rule, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D010",
    name: "phase_outside_plan",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("phase_outside_plan.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let (start, end) = (times::plan_start(context.plan), times::plan_end(context.plan));
    for phase in context.plan.phases.iter() {
        let Some(time) = &phase.time else { continue };
        let (name, when) = (&phase.name.value, &time.value);
        let late = end.filter(|end| times::ends_after(when, end.value));
        let early = start.filter(|start| times::begins_before(when, start.value));
        let (limit, message) = match (late, early) {
            (Some(end), _) => {
                let (day, last) = (end.value, times::in_words(end.value));
                (
                    end.span,
                    text!(
                        zh: "阶段“{name}”（{when}）超出方案期限，方案到{last}为止",
                        en: "phase “{name}” ({when}) runs past the end of the plan on {day}"
                    ),
                )
            }
            (None, Some(start)) => {
                let (day, first) = (start.value, times::in_words(start.value));
                (
                    start.span,
                    text!(
                        zh: "阶段“{name}”（{when}）早于方案期限，方案从{first}开始",
                        en: "phase “{name}” ({when}) begins before the plan does on {day}"
                    ),
                )
            }
            (None, None) => continue,
        };
        let finding = RULE.finding(time.span, message);
        out.push(finding.related(limit, text!(zh: "期限在这里", en: "the period is here")).help(text!(
            zh: "改阶段的起止时间，或者改方案的期限，使各阶段都在期限之内",
            en: "change the time of the phase or the period of the plan, so that every phase lies within it"
        )));
    }
}
