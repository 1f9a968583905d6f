//! 经常性工作没有频次 · A recurring duty that does not say how often
//!
//! ## 中文
//! “定期”“经常”没有写明多久一次、多少次，检查时无从核对。写成“1次，每学期”。
//!
//! ## English
//! “Regularly” does not say how often, so nobody can check it. Write a count and a period.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 教学管理
//! - 指标：教学质量分析会 定期
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质三年行动方案
//! ## 教学管理
//! - 指标：教学质量分析会 1次，每学期
//! ```
//!
//! ## 依据 · Source
//! C156；模糊频次

use crate::check::level::title;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Quota;
use crate::quantity::Target;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q012",
    name: "frequency_missing",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("frequency_missing.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let duties = context.plan.quotas.iter().filter(|quota| quota.every.is_none() && quota.is_obligation());
    for quota in duties {
        let Some(target) = &quota.target else { continue };
        let Target::Soft(words) = &target.value else { continue };
        let name = title(quota);
        let message = text!(
            zh: "“{name}”只写“{words}”，没有写明多久一次、多少次",
            en: "“{name}” says only “{words}”: neither how often nor how many"
        );
        let mut found = RULE.finding(target.span, message);
        let elsewhere =
            context.plan.quotas.iter().find(|other| other.indicator == quota.indicator && is_counted(other));
        if let Some(Quota { every: Some(every), target: Some(count), .. }) = elsewhere {
            let (every, number) = (every.value, &count.value);
            found = found
                .related(count.span, text!(zh: "别处写的是{every}{number}", en: "elsewhere it is {every}{number}"));
        }
        out.push(found.help(text!(
            zh: "写出次数和周期，如“不少于1次，每学期”",
            en: "write a count and a period, such as “>= 1 次, per 学期”"
        )));
    }
}

/// Whether it says how often and how many.
fn is_counted(quota: &Quota) -> bool {
    quota.every.is_some() && quota.target.as_ref().is_some_and(|target| target.value.amount().is_some())
}
