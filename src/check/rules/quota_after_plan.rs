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

use crate::calendar::Date;
use crate::check::late::{self, Late};
use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Point, Quota};
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
    let slots = context.slots().iter();
    let single = slots.filter(|slot| slot.kind == SlotKind::Quota && times::ends_after(slot.when, end.value));
    let single = single.map(|slot| Late { span: slot.span, subject: slot.subject(), when: slot.when.to_string() });
    let late = single.chain(context.plan.quotas.iter().filter_map(|quota| late_point(quota, end.value))).collect();
    let help = text!(
        zh: "把时间提前到期限之内，或者延长期限；远景目标写在正文里",
        en: "bring it within the period, or lengthen that; a long view belongs in the text"
    );
    out.extend(late::findings(&RULE, end, late, &help));
}

/// The first point of a series that is after `day`.
fn late_point(quota: &Quota, day: Date) -> Option<Late> {
    let is_late = |point: &&Point| point.time.interval().is_some_and(|days| days.first > day);
    let point = quota.series.iter().find(is_late)?;
    let name = quota.scoped_name();
    let subject = text!(zh: "指标“{name}”的时间", en: "the time of quota “{name}”");
    Some(Late { span: point.target.span, subject, when: point.time.to_string() })
}
