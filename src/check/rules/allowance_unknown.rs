//! 不查的规则没有 · An allowance of a rule that there is not
//!
//! ## 中文
//! 代号写错的“不查”不起作用。`fangan rules` 列出全部规则。文字本身的错误（S0、S1 开头的）不是规则，不能放过。
//!
//! ## English
//! An allowance with a wrong code lets nothing off. `fangan rules` lists every rule. Faults of the text itself, S0 and S1,
//! are no rules and cannot be let off.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 责任：教育局
//! # 主体
//! - 教育局
//!
//! ## 主要任务
//! // 不查 R01：牵头单位待机构改革后确定
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
//! // 不查 R001：牵头单位待机构改革后确定
//! ### 措施：完善听评课制度
//! - 时限：2018年6月底前
//! ```
//!
//! ## 依据 · Source
//! 检查的约定

use crate::check::{Context, Rule, code, near};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S302",
    name: "allowance_unknown",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("allowance_unknown.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for allowance in plan.allowances.iter().filter(|allowance| plan.is_own(allowance.span)) {
        if allowance.codes.is_empty() {
            let message = text!(zh: "不查没有说是哪条规则", en: "the allowance names no rule");
            out.push(RULE.finding(allowance.span, message).help(text!(
                zh: "写明代号，如“// 不查 R001：理由”",
                en: "give the code: “// allow R001: reason”"
            )));
        }
        for written in &allowance.codes {
            let Err(message) = code(&written.value) else { continue };
            let finding = RULE.finding(written.span, message);
            out.push(match near(&written.value) {
                Some(near) => finding.guess(text!(zh: "改为“{near}”", en: "write “{near}”"), written.span, near),
                None => finding.help(text!(
                    zh: "删去这一行，改正它指的那处文字",
                    en: "remove this line, and mend what it was meant for"
                )),
            });
        }
    }
}
