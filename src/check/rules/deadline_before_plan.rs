//! 时限早于方案期限 · A deadline before the plan begins
//!
//! ## 中文
//! 方案还没开始，任务就已到期。已经做完的事写进“现状”，还要做的改时限。
//!
//! ## English
//! The task is due before the plan begins. What is done already belongs under 现状; what is still to do needs another
//! deadline.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2017年9月至2020年8月
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：完善听评课制度
//! - 时限：2017年6月底前
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2017年9月至2020年8月
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：完善听评课制度
//! - 时限：2018年6月底前
//! ```
//!
//! ## 依据 · Source
//! C66、C168

use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D008",
    name: "deadline_before_plan",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("deadline_before_plan.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(start) = times::plan_start(context.plan) else { return };
    for slot in context.slots().iter().filter(|slot| slot.kind == SlotKind::Due) {
        if !times::is_over_before(slot.when, start.value) {
            continue;
        }
        let Text { zh, en } = slot.subject();
        let (when, day) = (slot.when, start.value);
        let first = times::in_words(day);
        let message = text!(
            zh: "{zh}（{when}）在方案期限之前，方案从{first}开始",
            en: "{en}, {when}, is before the plan begins on {day}"
        );
        let finding = RULE.finding(slot.span, message);
        out.push(finding.related(start.span, text!(zh: "期限在这里", en: "the period is here")).help(text!(
            zh: "核对年份；已经做完的事写进“现状”",
            en: "check the year; what is done already belongs under 现状"
        )));
    }
}
