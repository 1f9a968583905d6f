//! 不查的问题并没有 · An allowance that lets nothing off
//!
//! ## 中文
//! “不查”放过的语句没有这个问题：多半是早已改好，或者放错了地方。留着它，以后真出了问题也看不见。“不查”只管紧挨在下面的一条数据、一个标题或者一段话。
//!
//! ## English
//! The statement has no such fault: it was mended long ago, or the comment stands in the wrong place. Left there it would
//! hide the fault when it comes. An allowance holds for the data line, the heading or the paragraph right below it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 责任：教育局
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! // 不查 R001：牵头单位待机构改革后确定
//! ### 措施：完善听评课制度
//! - 牵头：教育局
//! - 时限：2018年6月底前
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 责任：教育局
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! ### 措施：完善听评课制度
//! - 牵头：教育局
//! - 时限：2018年6月底前
//! ```
//!
//! ## 依据 · Source
//! 检查的约定

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S303",
    name: "allowance_idle",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("allowance_idle.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for idle in context.idle {
        let code = idle.code.value;
        let message = match idle.is_alone {
            true => text!(
                zh: "“不查 {code}”下面没有紧挨着的语句",
                en: "no statement stands right below “allow {code}”"
            ),
            false => text!(
                zh: "“不查 {code}”没有用处，下面的语句没有这个问题",
                en: "“allow {code}” lets nothing off: the statement below has no such fault"
            ),
        };
        out.push(RULE.finding(idle.code.span, message).help(text!(
            zh: "删去它，或者移到有这个问题的语句的上一行",
            en: "remove it, or put it right above the statement that has the fault"
        )));
    }
}
