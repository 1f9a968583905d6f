//! 时长超过方案期限 · A length longer than the plan
//!
//! ## 中文
//! 时限写“5年内”，方案一共三年，期限之内做不完。
//!
//! ## English
//! A task due within five years is not done within a plan of three.
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
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 时限：5年内
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
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 时限：3年内
//! ```
//!
//! ## 依据 · Source
//! C168

use crate::calendar::{Unit, When};
use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D032",
    name: "length_exceeds_plan",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("length_exceeds_plan.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let (Some(first), Some(last)) = (times::plan_start(plan), times::plan_end(plan)) else { return };
    let days = (crate::calendar::Interval { first: first.value, last: last.value }).days();
    for slot in context.slots().iter().filter(|slot| slot.kind == SlotKind::Due) {
        let (When::Within(count, unit) | When::After(_, count, unit)) = slot.when else { continue };
        let Some(least) = least_days(*unit).checked_mul(i32::try_from(*count).unwrap_or(i32::MAX)) else { continue };
        if least <= days {
            continue;
        }
        let Text { zh, en } = slot.subject();
        let length = unit.counted(*count);
        let period = plan.period.as_ref().map(|period| period.value.to_string()).unwrap_or_default();
        let message = text!(
            zh: "{zh}是{length}，方案的期限（{period}）没有这么长",
            en: "{en} is {length}, longer than the plan lasts ({period})"
        );
        let found = RULE.finding(slot.span, message);
        let found = found.related(last.span, text!(zh: "期限在这里", en: "the period is here"));
        out.push(found.help(text!(zh: "缩短时长，或者延长期限", en: "shorten it, or lengthen the period")));
    }
}

/// How many days a unit has at least.
fn least_days(unit: Unit) -> i32 {
    match unit {
        Unit::Day | Unit::WorkingDay => 1,
        Unit::Week => 7,
        Unit::Month => 28,
        Unit::Quarter => 90,
        Unit::Term => 120,
        Unit::HalfYear => 181,
        Unit::SchoolYear => 300,
        Unit::Year => 365,
    }
}
