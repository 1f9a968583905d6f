//! 时限已过 · A time that is over
//!
//! ## 中文
//! 用 `--as-of 日期` 检查时，列出到那天已经过去的措施时限和阶段：做完了没有，要不要延期。不给日期就不查。
//! 程序从不看今天是哪天：同一份方案，今天检查和明年检查结果一样。
//!
//! ## English
//! With `--as-of DATE`, the deadlines of measures and the phases that are over by that day are listed: is it done, or is
//! it to be put off? Without a date nothing is said. The program never asks what day it is, so a plan is judged next year
//! as it is today.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! - 牵头：教育局
//! ### 措施：完善听评课制度
//! - 时限：2018年6月底前
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
//! ### 措施：完善听评课制度
//! - 时限：2030年6月底前
//! ```
//!
//! ## 依据 · Source
//! 督查时逐项核对时限

use std::collections::BTreeSet;

use crate::check::times::{self, SlotKind};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D023",
    name: "overdue",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("overdue.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(day) = context.options.as_of else { return };
    let dues = context.plan.measures.iter().filter_map(|measure| measure.due.value.as_ref());
    let of_measures: BTreeSet<Span> = dues.map(|due| due.span).collect();
    for slot in context.slots() {
        let is_meant = slot.kind == SlotKind::Phase || of_measures.contains(&slot.span);
        if !is_meant || !times::is_over_before(slot.when, day) {
            continue;
        }
        let Text { zh, en } = slot.subject();
        let (when, date) = (slot.when, times::in_words(day));
        let message = text!(
            zh: "截至{date}，已超过{zh}{when}",
            en: "as of {day}, {en}, {when}, is past"
        );
        out.push(RULE.finding(slot.span, message).help(text!(
            zh: "核对是否已经完成；没有完成的，改期并说明",
            en: "check whether it is done; if it is not, put it off and say so"
        )));
    }
}
