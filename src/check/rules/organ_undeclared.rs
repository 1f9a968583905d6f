//! 正文提到的部门没有列入主体 · An organ in the text that no owner declares
//!
//! ## 中文
//! 正文写“县住建局负责……”，主体里没有县住建局，分工表、责任清单就不会有它。只看本级常见部门，主体里列了三个以上单位
//! 的方案才查。
//!
//! ## English
//! If the text gives work to an organ that is no owner, it is missing from every table. Only usual departments of
//! the plan’s own level are looked for, and only in plans that declare three organs or more.
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
//! 县住建局负责工程质量监督。
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
//!   - 县住建局：澜平县住房和城乡建设局
//!
//! ## 措施：改造校舍
//! - 牵头：县教育局
//! - 配合：县财政局、县发展改革局、县住建局
//! - 时限：2026年12月底
//!
//! 县住建局负责工程质量监督。
//! ```
//!
//! ## 依据 · Source
//! C157；C169；正文、主体互相印证

use std::collections::BTreeSet;

use crate::check::departments::{ENOUGH, Naming, mentions};
use crate::check::texts::prose;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W906",
    name: "organ_undeclared",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("organ_undeclared.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(naming) = Naming::of(context.plan, &context.options.words, ENOUGH) else { return };
    let mut seen = BTreeSet::new();
    for words in prose(context.plan) {
        for (at, department) in mentions(words.value, &naming) {
            let is_known = naming.owner(department).is_some();
            let name = &words.value[at.clone()];
            if is_known || !seen.insert(name) {
                continue;
            }
            let message = text!(
                zh: "正文提到“{name}”，主体里没有这个单位",
                en: "the text names “{name}”, which no owner declares"
            );
            out.push(RULE.finding(context.part(words, at), message).help(text!(
                zh: "在主体里声明，并列入有关措施的配合；不承担任务的，正文删去",
                en: "declare it and make it a helper, or take it out of the text"
            )));
        }
    }
}
