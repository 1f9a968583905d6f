//! 领导小组向下级政府行文 · A leading group directs lower governments
//!
//! ## 中文
//! 领导小组、专班、指挥部及其办公室，不得向下级党委、政府发布指令性公文。由政府或政府办公室发文。
//!
//! ## English
//! A leading group, a task force or its office may not direct lower governments; the government or its office does.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：提质专班
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各乡镇人民政府，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 提质专班：义务教育提质工作专班
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 通知
//! - 发文机关：县政府
//! - 发文字号：澜政发〔2026〕5号
//! - 主送：各乡镇人民政府，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//! ```
//!
//! ## 依据 · Source
//! C33；《整治形式主义为基层减负若干规定》

use crate::check::papers;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::OwnerKind;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F032",
    name: "group_to_governments",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("group_to_governments.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for notice in plan.notices.iter().filter(|notice| notice.approved.is_empty()) {
        let Some((to, at)) = notice.to.as_ref().and_then(|to| Some((to, papers::government_in(&to.value)?))) else {
            continue;
        };
        let group = notice.issuers.iter().find(|issuer| {
            let kind = issuer.target().map(|id| plan.owners[id].kind);
            let is_group = matches!(kind, Some(OwnerKind::Group | OwnerKind::GroupOffice));
            let name = papers::official(plan, issuer);
            is_group || GROUPS.iter().any(|word| name.contains(word))
        });
        let Some(group) = group.filter(|_| notice.issuers.len() == 1) else { continue };
        let (name, government) = (papers::official(plan, group), &to.value[at.clone()]);
        let message = text!(
            zh: "“{name}”是议事协调机构，不能直接向“{government}”发文",
            en: "“{name}” coordinates and cannot direct “{government}”"
        );
        let found = RULE.finding(context.part_of(to, at), message);
        let found = found.related(group.span, text!(zh: "发文机关在这里", en: "the issuer is here"));
        out.push(found.help(text!(
            zh: "由政府或政府办公室发文",
            en: "let the government or its office issue it"
        )));
    }
}

/// What a body that coordinates is called.
const GROUPS: [&str; 4] = ["领导小组", "专班", "指挥部", "联席会议"];
