//! 发文字号年份与成文日期不符 · The year of the number is not that of the paper
//!
//! ## 中文
//! 发文字号里的年份是编号的年份，一般就是成文日期的年份。跨年时容易沿用旧号。
//!
//! ## English
//! The year in a document’s number is the year it was numbered in, normally that of its date. Around New Year the old
//! one is easily kept.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发〔2017〕5号
//! - 主送：各中心校
//! - 成文日期：2018年1月22日
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发〔2018〕5号
//! - 主送：各中心校
//! - 成文日期：2018年1月22日
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//! ```
//!
//! ## 依据 · Source
//! C07

use crate::check::numbers::{self, Number};
use crate::check::{Context, Rule, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D017",
    name: "number_year_differs",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("number_year_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for notice in &context.plan.notices {
        let (Some(number), Some(date)) = (&notice.number, &notice.date) else { continue };
        let Some(Number { year, year_at, .. }) = numbers::read(&number.value) else { continue };
        let Some(dated) = times::beginning(&date.value).map(|days| days.first.year()) else { continue };
        if year.len() != 4 || year.parse() == Ok(dated) {
            continue;
        }
        let message = text!(
            zh: "发文字号是{year}年的，成文日期却在{dated}年",
            en: "the number is of {year}, but the paper is dated {dated}"
        );
        let finding = RULE.finding(context.part_of(number, year_at), message);
        out.push(finding.related(date.span, text!(zh: "成文日期在这里", en: "the date is here")).help(text!(
            zh: "核对发文登记，改正字号的年份或者成文日期",
            en: "look it up in the register and correct the number or the date"
        )));
    }
}
