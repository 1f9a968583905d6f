//! 内设机构对外发文 · An inner office issues a paper
//!
//! ## 中文
//! 股、科、组等内设机构不得对外正式行文，以所在机关的名义发。
//!
//! ## English
//! An inner office of an organ does not issue papers; the organ does.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：基础教育股
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!     - 基础教育股：澜平县教育局基础教育股
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
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!     - 基础教育股：澜平县教育局基础教育股
//!
//! ## 措施：完善听课制度
//! - 牵头：基础教育股
//! - 时限：2026年12月底
//! ```
//!
//! ## 依据 · Source
//! C32；《党政机关公文处理工作条例》第十七条

use crate::check::papers;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F031",
    name: "inner_office_issues",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("inner_office_issues.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let issuers = plan.notices.iter().flat_map(|notice| &notice.issuers).chain(&plan.issuers);
    for issuer in issuers {
        let name = papers::official(plan, issuer);
        let above = issuer.target().and_then(|id| plan.owners[id].superior()).map(|id| plan.owners[id].official_name());
        // A leading group ends in 组 too; only what stands under an organ and is none is meant.
        let is_team = above.is_some() && name.ends_with('组') && !GROUPS.iter().any(|end| name.ends_with(end));
        let is_inner = is_team || ["股", "科", "股室", "科室"].iter().any(|end| name.ends_with(end));
        if !is_inner || name.chars().count() <= 2 {
            continue;
        }
        let message =
            text!(zh: "“{name}”是内设机构，不能对外发文", en: "“{name}” is an inner office and issues no papers");
        let help = match above {
            Some(above) => text!(zh: "以“{above}”的名义发文", en: "let “{above}” issue it"),
            None => text!(zh: "以所在机关的名义发文", en: "let the organ it belongs to issue it"),
        };
        out.push(RULE.finding(issuer.span, message).help(help));
    }
}

/// Groups that are set up for a task, and issue papers as far as that goes.
const GROUPS: [&str; 4] = ["小组", "工作组", "领导组", "专班组"];
