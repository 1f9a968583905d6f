//! 措施晚于所支撑的目标 · A measure due after the goal it serves
//!
//! ## 中文
//! 目标到期时，支撑它的措施应当已经完成。
//!
//! ## English
//! When a goal is due the measures that serve it are done.
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
//! ## 目标 学业：提高学业质量
//! - 时限：2027年8月
//! - 指标：合格率 不低于95%，到2027年8月
//!
//! ## 措施：修订教学常规
//! - 支撑：学业
//! - 牵头：县教育局
//! - 时限：2028年6月30日
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
//! ## 目标 学业：提高学业质量
//! - 时限：2027年8月
//! - 指标：合格率 不低于95%，到2027年8月
//!
//! ## 措施：修订教学常规
//! - 支撑：学业
//! - 牵头：县教育局
//! - 时限：2027年6月30日
//! ```
//!
//! ## 依据 · Source
//! C168；目标与措施互相印证

use std::collections::BTreeSet;

use crate::check::times;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Origin;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G021",
    name: "measure_after_goal",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("measure_after_goal.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut seen = BTreeSet::new();
    for measure in plan.measures.iter().filter(|measure| measure.due.origin == Origin::Stated) {
        let Some(due) = &measure.due.value else { continue };
        let goals = measure.serves.value.iter().filter_map(|goal| goal.target()).map(|id| &plan.goals[id]);
        let late = goals
            .filter_map(|goal| Some((goal, goal.due.value.as_ref()?)))
            .find(|(_, limit)| times::ending(&limit.value).is_some_and(|end| times::ends_after(&due.value, end.last)));
        let Some((goal, limit)) = late.filter(|_| !context.is_outside_plan(&due.value)) else { continue };
        if !seen.insert(due.span) {
            continue;
        }
        let (name, aim, when, end) = (&measure.title.value, &goal.title.value, &due.value, &limit.value);
        let message = text!(
            zh: "措施“{name}”（{when}）晚于它支撑的目标“{aim}”（{end}）",
            en: "measure “{name}” ({when}) is due after the goal it serves, “{aim}” ({end})"
        );
        let found = RULE.finding(due.span, message);
        let found = found.related(limit.span, text!(zh: "目标的时限在这里", en: "the deadline of the goal is here"));
        out.push(found.help(text!(
            zh: "提前措施的时限，或者推迟目标的时限",
            en: "bring the measure forward, or put the goal off"
        )));
    }
}
