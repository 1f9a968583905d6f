//! 时限早于成文日期 · A deadline before the day of the paper
//!
//! ## 中文
//! 文件印发时任务已经过期，执行单位无法照办。期限可以从成文之前算起（如学年），时限不行。
//!
//! ## English
//! The task is overdue on the day the paper is issued, so nobody can carry it out. A period may begin before that day,
//! as school years do; a deadline may not lie before it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发〔2017〕5号
//! - 主送：各中心校
//! - 成文日期：2017年11月22日
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：完善听评课制度
//! - 时限：2017年10月31日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发〔2017〕5号
//! - 主送：各中心校
//! - 成文日期：2017年11月22日
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：完善听评课制度
//! - 时限：2017年12月31日
//! ```
//!
//! ## 依据 · Source
//! C66

use crate::check::papers;
use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D009",
    name: "deadline_before_issue",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("deadline_before_issue.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(issued) = papers::first_issue(context.plan) else { return };
    let start = times::plan_start(context.plan);
    for slot in context.slots().iter().filter(|slot| slot.kind == SlotKind::Due) {
        let is_told_already = start.is_some_and(|start| times::is_over_before(slot.when, start.value));
        if is_told_already || !times::is_over_before(slot.when, issued.value) {
            continue;
        }
        let Text { zh, en } = slot.subject();
        let (when, day) = (slot.when, issued.value);
        let date = times::in_words(day);
        let message = text!(
            zh: "{zh}（{when}）早于成文日期{date}，印发时已经过期",
            en: "{en}, {when}, is before the paper is dated, {day}: it is overdue when issued"
        );
        let finding = RULE.finding(slot.span, message);
        out.push(finding.related(issued.span, text!(zh: "成文日期在这里", en: "the date of the paper is here")).help(
            text!(
                zh: "核对年份，或者把时限改到成文之后；已经做完的事写进“现状”",
                en: "check the year, or set a later deadline; what is done already belongs under 现状"
            ),
        ));
    }
}
