//! 落款日期与成文日期不一致 · The date under the signature differs
//!
//! ## 中文
//! 落款处写的就是成文日期，一份公文只有一个。以会议通过或者负责人签发的日期为准，把两处统一。
//!
//! ## English
//! What stands under the signature is the date of the paper, and a paper has one: the day of the decision or of the
//! signature. Make both the same.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知：某县教育局关于印发提质方案的通知
//! - 发文机关：教育局
//! - 发文字号：某教发〔2017〕5号
//! - 主送：各中心校
//! - 成文日期：2017年11月22日
//! - 落款日期：2017年12月22日
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
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局
//! ```
//!
//! ## 依据 · Source
//! C71

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "D019",
    name: "signature_date_differs",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("signature_date_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for notice in &context.plan.notices {
        let (Some(date), Some(signed)) = (&notice.date, &notice.signed) else { continue };
        let (Some(dated), Some(under)) = (date.value.interval(), signed.value.interval()) else { continue };
        if dated.meets(under) {
            continue;
        }
        let (below, above) = (&signed.value, &date.value);
        let message = text!(
            zh: "落款日期{below}与成文日期{above}不一致",
            en: "the date under the signature, {below}, is not that of the paper, {above}"
        );
        let finding = RULE.finding(signed.span, message);
        out.push(finding.related(date.span, text!(zh: "成文日期在这里", en: "the date is here")).help(text!(
            zh: "以签发或者会议通过的日期为准，统一两处；一致的不必另写落款日期",
            en: "keep the day of the signature or the decision in both; if they agree, leave 落款日期 out"
        )));
    }
}
