//! 发布早于成文 · Published before it is dated
//!
//! ## 中文
//! 公文先签发成文，后发布。发布时间早于成文日期，必有一处写错。
//!
//! ## English
//! A paper is signed and dated before it is published. If it was published earlier, one of the two dates is wrong.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发〔2017〕5号
//! - 主送：各中心校
//! - 成文日期：2017年11月22日
//! - 发布时间：2017年11月12日
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发〔2017〕5号
//! - 主送：各中心校
//! - 成文日期：2017年11月22日
//! - 发布时间：2017年11月23日
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//! ```
//!
//! ## 依据 · Source
//! C71

use crate::check::{Context, Rule, times};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D018",
    name: "published_before_date",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("published_before_date.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for notice in &context.plan.notices {
        let (Some(date), Some(published)) = (&notice.date, &notice.published) else { continue };
        let Some(dated) = times::beginning(&date.value) else { continue };
        if !times::is_over_before(&published.value, dated.first) {
            continue;
        }
        let (earlier, later) = (&published.value, &date.value);
        let message = text!(
            zh: "发布时间{earlier}早于成文日期{later}",
            en: "published {earlier}, before the paper is dated, {later}"
        );
        let finding = RULE.finding(published.span, message);
        out.push(finding.related(date.span, text!(zh: "成文日期在这里", en: "the date is here")).help(text!(
            zh: "先成文后发布，核对两个日期",
            en: "a paper is dated first and published after; check both dates"
        )));
    }
}
