//! 部门向下级政府行文 · A department writes to lower governments
//!
//! ## 中文
//! 部门不得向下级党委、政府发布指令性公文，经本级政府批准或者授权的除外。经政府同意的，在通知里写明“经县政府同意”，
//! 或者写“- 先经：县政府”。请示、报告是上行文，不查。
//!
//! ## English
//! A department may not direct lower governments or Party committees, unless its own government has agreed, and the
//! notice says so. A paper that asks or reports (请示, 报告) goes up.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各乡镇人民政府，县直各学校
//! - 成文日期：2026年1月22日
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
//! - 主送：各乡镇人民政府，县直各学校
//! - 成文日期：2026年1月22日
//! - 先经：县政府
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C31；《党政机关公文处理工作条例》第十六条（二）

use crate::check::papers;
use crate::check::texts::prose_in;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Link, Notice};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F030",
    name: "department_to_governments",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("department_to_governments.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for notice in plan.notices.iter().filter(|notice| !has_consent(notice) && !asks(notice)) {
        let Some(to) = &notice.to else { continue };
        let Some(at) = papers::government_in(&to.value) else { continue };
        let is_known = |link| matches!(link, Link::To(_) | Link::Outside);
        let are_departments = notice
            .issuers
            .iter()
            .all(|issuer| is_known(issuer.link) && papers::is_department(papers::official(plan, issuer)));
        let Some(issuer) = notice.issuers.first().filter(|_| are_departments) else { continue };
        let (name, government) = (papers::official(plan, issuer), &to.value[at.clone()]);
        let message = text!(
            zh: "“{name}”是部门，不能直接向“{government}”发文",
            en: "“{name}” is a department and cannot direct “{government}”"
        );
        let found = RULE.finding(context.part_of(to, at), message);
        let found = found.related(issuer.span, text!(zh: "发文机关在这里", en: "the issuer is here"));
        out.push(found.help(text!(
            zh: "经政府同意的，写“- 先经：”并在通知里写明；否则由政府或政府办公室发文",
            en: "if the government agreed, write 先经; else let the government or its office issue it"
        )));
    }
}

/// Whether the paper goes up: it asks or reports.
fn asks(notice: &Notice) -> bool {
    let is_upward = |title: &str| ["请示", "报告"].iter().any(|kind| title.trim_end().ends_with(kind));
    notice.signers.is_some() || notice.title.as_ref().is_some_and(|title| is_upward(&title.value))
}

/// Whether the notice says that somebody above agreed.
fn has_consent(notice: &Notice) -> bool {
    let says = |words: &str| CONSENT.iter().any(|word| words.contains(word));
    !notice.approved.is_empty() || prose_in(&notice.body).any(|words| says(words.value))
}

/// Words with which a notice says so.
const CONSENT: [&str; 5] = ["同意", "批准", "授权", "审定", "审议通过"];
