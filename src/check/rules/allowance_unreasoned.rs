//! 不查没有写理由 · An allowance without a reason
//!
//! ## 中文
//! “不查”让一条规则放过下面的语句，别人看到时要知道为什么。理由写在冒号后面：`// 不查 R001：牵头单位待机构改革后确定`。没有理由的照样不查，
//! 但在这里列出。
//!
//! ## English
//! An allowance lets the statement below it off a rule; whoever meets it must learn why. The reason follows the colon:
//! `// allow R001: the lead is named after the reform`. Without one it holds all the same, but is listed here.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 责任：教育局
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! // 不查 R001
//! ### 措施：完善听评课制度
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
//! // 不查 R001：牵头单位待机构改革后确定
//! ### 措施：完善听评课制度
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
    code: "S301",
    name: "allowance_unreasoned",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("allowance_unreasoned.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let bare = plan.allowances.iter().filter(|allowance| !allowance.has_reason && plan.is_own(allowance.span));
    for allowance in bare {
        let message = text!(zh: "不查没有写理由，日后看不出为什么放过", en: "the allowance gives no reason: later nobody knows why it was made");
        out.push(RULE.finding(allowance.span, message).help(text!(
            zh: "在冒号后面写明理由，如“// 不查 R001：牵头单位待机构改革后确定”",
            en: "say why after a colon: “// allow R001: the lead is named after the reform”"
        )));
    }
}
