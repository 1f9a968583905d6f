//! 同一部门两种叫法 · One department under two names
//!
//! ## 中文
//! 主体里是“县发展改革局”，正文写“县发改委”，要用同一个规范化简称；正文的叫法也可以在主体里写成“又称”。
//!
//! ## English
//! If an owner is called 县发展改革局, the text does not call it 县发改委, unless that is declared as an alias.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!   - 县财政局：澜平县财政局
//!   - 县发展改革局：澜平县发展和改革局
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：县财政局、县发展改革局
//! - 时限：2026年12月底
//!
//! 县发改委负责项目立项。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! # 主体
//! - 县政府：澜平县人民政府
//!   - 县教育局：澜平县教育局
//!   - 县财政局：澜平县财政局
//!   - 县发展改革局：澜平县发展和改革局
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：县财政局、县发展改革局
//! - 时限：2026年12月底
//!
//! 县发展改革局负责项目立项。
//! ```
//!
//! ## 依据 · Source
//! C158

use std::collections::BTreeSet;

use crate::check::departments::{Naming, mentions};
use crate::check::texts::prose;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W907",
    name: "organ_other_spelling",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("organ_other_spelling.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let Some(naming) = Naming::of(plan, &context.options.words, 1) else { return };
    let mut seen = BTreeSet::new();
    for words in prose(plan) {
        for (at, department) in mentions(words.value, &naming) {
            let Some(id) = naming.owner(department) else { continue };
            let (owner, name) = (&plan.owners[id], &words.value[at.clone()]);
            let names = [&owner.name].into_iter().chain(&owner.full_name).chain(&owner.aliases);
            if names.into_iter().any(|known| known.value.contains(department)) || !seen.insert(name) {
                continue;
            }
            let proper = &owner.name.value;
            let message = text!(
                zh: "正文写“{name}”，主体里叫“{proper}”",
                en: "the text says “{name}”, the owner is called “{proper}”"
            );
            let found = RULE.finding(context.part(words, at), message);
            let found = found.related(owner.name.span, text!(zh: "主体在这里", en: "the owner is here"));
            out.push(found.help(text!(
                zh: "统一写“{proper}”，或者在主体里写“又称：{name}”",
                en: "write “{proper}”, or declare the other as an alias"
            )));
        }
    }
}
