//! 印发日期早于成文日期 · Printed before it is dated
//!
//! ## 中文
//! 版记里的印发日期，是文件付印的日期，不能早于成文日期。
//!
//! ## English
//! The day in the imprint is that of printing: it is not before the day of the paper.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! - 印发：澜平县教育局办公室，2026年1月20日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! - 印发：澜平县教育局办公室，2026年1月23日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C71；GB/T 9704—2012，7.4.3

use crate::check::{Context, Rule};
use crate::check::{figures, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F078",
    name: "printed_before_date",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("printed_before_date.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for notice in &context.plan.notices {
        let (Some(printed), Some(dated)) = (&notice.printed, times::day_of(notice.date.as_ref())) else { continue };
        let Some((at, day)) = figures::days(&printed.value).into_iter().next() else { continue };
        if day >= dated.value {
            continue;
        }
        let (early, late, first, last) = (times::in_words(day), times::in_words(dated.value), day, dated.value);
        let message = text!(
            zh: "印发日期{early}早于成文日期{late}",
            en: "printed on {first}, before the paper is dated, {last}"
        );
        let found = RULE.finding(context.part_of(printed, at), message);
        let found = found.related(dated.span, text!(zh: "成文日期在这里", en: "the date of the paper is here"));
        out.push(found.help(text!(
            zh: "印发日期写付印的日期，与成文日期同日或者在后",
            en: "the day of printing is that of the paper or a later one"
        )));
    }
}
