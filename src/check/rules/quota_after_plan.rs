//! 指标时间超出方案期限 · A quota after the end of the plan
//!
//! ## 中文
//! 方案结束之后才要达到的数，本方案管不了。远景目标写在正文里，或者延长期限。
//!
//! ## English
//! A value to be reached after the plan has ended is beyond it. Put a long view into the text, or lengthen the period.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2017年9月至2020年8月
//!
//! ## 目标：控辍保学
//! - 指标：九年义务教育巩固率 不低于97%，到2022年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 期限：2017年9月至2020年8月
//!
//! ## 目标：控辍保学
//! - 指标：九年义务教育巩固率 不低于97%，到2020年
//! ```
//!
//! ## 依据 · Source
//! C168

use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D020",
    name: "quota_after_plan",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("quota_after_plan.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(end) = times::plan_end(context.plan) else { return };
    let slots = times::slots(context.plan).into_iter();
    let single = slots.filter(|slot| slot.kind == SlotKind::Quota && times::ends_after(slot.when, end.value));
    let mut late: Vec<_> = single.map(|slot| (slot.span, slot.subject, slot.when.to_string())).collect();
    for quota in context.plan.quotas.iter() {
        let is_late = |days: crate::calendar::Interval| days.first > end.value;
        // One finding for a series: its first point beyond the end.
        let Some(point) = quota.series.iter().find(|point| point.time.interval().is_some_and(is_late)) else {
            continue;
        };
        let name = &quota.name.value;
        let subject = text!(zh: "指标“{name}”的时间", en: "the time of quota “{name}”");
        late.push((point.target.span, subject, point.time.to_string()));
    }
    for (span, subject, when) in late {
        let (zh, en, day, last) = (subject.zh, subject.en, end.value, times::in_words(end.value));
        let message = text!(
            zh: "{zh}（{when}）在方案期限之后，方案到{last}为止",
            en: "{en}, {when}, is after the end of the plan on {day}"
        );
        let place = text!(zh: "期限在这里", en: "the period is here");
        out.push(RULE.finding(span, message).related(end.span, place).help(text!(
            zh: "把时间提前到期限之内，或者延长期限；远景目标写在正文里",
            en: "bring it within the period, or lengthen that; a long view belongs in the text"
        )));
    }
}
