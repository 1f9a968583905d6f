//! 阶段在成文以前就结束了 · A phase that is over when the paper is dated
//!
//! ## 中文
//! 文件成文时已经过完的阶段，安排不了工作。
//!
//! ## English
//! A phase that is over when the paper is dated plans nothing.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2025年9月至2027年8月
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 实施步骤
//! ### 阶段：动员部署，2025年9月至10月
//! ### 阶段：全面实施，2025年11月至2027年8月
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//! - 期限：2026年1月至2027年8月
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!
//! ## 实施步骤
//! ### 阶段：动员部署，2026年1月至2月
//! ### 阶段：全面实施，2026年3月至2027年8月
//! ```
//!
//! ## 依据 · Source
//! C66；C167

use crate::check::papers;
use crate::check::times;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D037",
    name: "phase_before_issue",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("phase_before_issue.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(issued) = papers::first_issue(context.plan) else { return };
    for phase in context.plan.phases.iter() {
        let Some(time) = phase.time.as_ref().filter(|time| times::is_over_before(&time.value, issued.value)) else {
            continue;
        };
        let (name, when, date, day) = (&phase.title.value, &time.value, times::in_words(issued.value), issued.value);
        let message = text!(
            zh: "阶段“{name}”（{when}）在成文日期{date}以前就结束了",
            en: "phase “{name}” ({when}) is over before the paper is dated, {day}"
        );
        let found = RULE.finding(time.span, message);
        let found = found.related(issued.span, text!(zh: "成文日期在这里", en: "the date of the paper is here"));
        out.push(found.help(text!(
            zh: "核对年份，或者把阶段往后推；已经做完的写进工作基础",
            en: "check the year, or move the phase; what is done already is no phase"
        )));
    }
}
