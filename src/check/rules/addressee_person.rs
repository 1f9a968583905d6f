//! 主送写到了个人 · Addressed to a person
//!
//! ## 中文
//! 公文主送机关，不主送领导者个人；也不写“各校校长”“单位领导”。
//!
//! ## English
//! A paper is addressed to organs, not to their heads.
//!
//! ## 错 · Wrong
//! ```plan
//! # 通知
//! - 发文机关：县教育局
//! - 发文字号：澜教发〔2026〕5号
//! - 主送：各中心校校长
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
//! - 主送：各中心校，县直各学校
//! - 成文日期：2026年1月22日
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//! ```
//!
//! ## 依据 · Source
//! C34、C38；《党政机关公文处理工作条例》第十五条

use crate::check::papers;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F033",
    name: "addressee_person",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("addressee_person.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for to in context.plan.notices.iter().filter_map(|notice| notice.to.as_ref()) {
        for at in papers::items(&to.value) {
            let name = &to.value[at.clone()];
            if !PERSONS.iter().any(|person| name.ends_with(person)) {
                continue;
            }
            let message = text!(zh: "主送“{name}”是个人，不是机关", en: "“{name}” is a person, not an organ");
            out.push(RULE.finding(context.part_of(to, at), message).help(text!(
                zh: "写机关或单位的全称、规范化简称或统称，如“各中心校”",
                en: "name organs, or a class of them, such as 各中心校"
            )));
        }
    }
}

/// What names of persons end in.
const PERSONS: [&str; 13] =
    ["领导", "同志", "县长", "区长", "市长", "镇长", "乡长", "局长", "校长", "园长", "书记", "负责人", "先生"];
