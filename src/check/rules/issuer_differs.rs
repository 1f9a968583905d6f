//! 方案与通知的发文机关不一致 · Two issuers for one plan
//!
//! ## 中文
//! 有通知的，发文机关写在通知下面。方案下面又写的，要与通知一致。
//!
//! ## English
//! A plan that a notice issues has the issuer of the notice; if it names one itself, it is the same.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//! - 发文机关：县政府
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
//! # 方案：澜平县义务教育提质行动方案
//! - 发文机关：县教育局
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C141；《党政机关公文处理工作条例》第九条（十一）

use crate::check::owners::are_same;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Link;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F077",
    name: "issuer_differs",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("issuer_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let noticed: Vec<_> = plan.notices.iter().flat_map(|notice| &notice.issuers).collect();
    let is_known = |link| matches!(link, Link::To(_) | Link::Outside);
    if noticed.iter().any(|issuer| !is_known(issuer.link)) {
        return;
    }
    let Some(first) = noticed.first() else { return };
    for issuer in plan.issuers.iter().filter(|issuer| is_known(issuer.link)) {
        if noticed.iter().any(|other| are_same(issuer, other)) {
            continue;
        }
        let (name, other) = (&issuer.text, &first.text);
        let message = text!(
            zh: "方案的发文机关写“{name}”，通知由“{other}”印发",
            en: "the plan names “{name}” as its issuer, but “{other}” issues the notice"
        );
        let found = RULE.finding(issuer.span, message);
        let found =
            found.related(first.span, text!(zh: "通知的发文机关在这里", en: "the issuer of the notice is here"));
        out.push(found.help(text!(
            zh: "两处写成一致，或者只留通知的发文机关",
            en: "name the same organ, or leave it to the notice"
        )));
    }
}
