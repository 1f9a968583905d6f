//! 时限超出方案期限 · A deadline after the end of the plan
//!
//! ## 中文
//! 时限按最后一天算，应当落在方案的期限之内。只写到年或学年的，与期限有一天重合就不算超出。
//!
//! ## English
//! A deadline is its last day and lies within the period of the plan. A year or a school year is within it as soon as
//! one of its days is.
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
//! - 时限：2021年6月底前
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
//! - 时限：2019-2020学年
//! ```
//!
//! ## 依据 · Source
//! C168

use crate::check::late::{self, Late};
use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D007",
    name: "deadline_after_plan",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("deadline_after_plan.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(end) = times::plan_end(context.plan) else { return };
    let (day, last) = (end.value, times::in_words(end.value));
    let deadlines = context.slots().iter();
    let deadlines = deadlines.filter(|slot| matches!(slot.kind, SlotKind::Due | SlotKind::Start));
    let late = deadlines.filter(|slot| times::ends_after(slot.when, end.value));
    let late =
        late.map(|slot| Late { span: slot.span, subject: slot.subject(), when: slot.when.to_string() }).collect();
    let help = text!(
        zh: "把时间提前到{last}以前，或者延长方案的期限",
        en: "bring it forward to {day} at the latest, or lengthen the period of the plan"
    );
    out.extend(late::findings(&RULE, end, late, &help));
}
