//! 标题末尾有标点 · A mark at the end of a heading
//!
//! ## 中文
//! 单独成行的标题，末尾不用标点。
//!
//! ## English
//! A heading on a line of its own ends without a mark.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 工作目标。
//! - 现状：学校 119所，2025年
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 工作目标
//! - 现状：学校 119所，2025年
//! ```
//!
//! ## 依据 · Source
//! C20、C47

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F051",
    name: "heading_end_mark",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("heading_end_mark.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for title in titles(context.plan) {
        let bare = title.value.trim_end().trim_end_matches(MARKS);
        let mark = title.value.trim_end()[bare.len()..].trim();
        if mark.is_empty() || bare.is_empty() {
            continue;
        }
        let span = context.part_of(title, bare.len()..bare.len() + mark.len());
        let message = text!(zh: "标题“{bare}”末尾用了“{mark}”，单独成行的标题不加标点", en: "the heading “{bare}” ends with “{mark}”; on a line of its own it takes none");
        out.push(
            RULE.finding(span, message)
                .help(text!(
                    zh: "删去：标题单独成行，末尾不用标点",
                    en: "remove it: a heading on its own line ends without a mark"
                ))
                .guess(text!(zh: "删去“{mark}”", en: "remove “{mark}”"), span, ""),
        );
    }
}

/// Marks that end no heading. ！ may, and ？ stands for what is open.
const MARKS: [char; 9] = ['。', '．', '；', ';', '，', ',', '、', '：', ':'];

/// The title of the plan and of everything that stands under a heading.
fn titles(plan: &Plan) -> impl Iterator<Item = &Spanned<String>> {
    let goals = plan.goals.iter().filter(|goal| goal.level.is_some()).map(|goal| &goal.title);
    let measures = plan.measures.iter().filter(|measure| measure.level.is_some()).map(|measure| &measure.title);
    let phases = plan.phases.iter().filter(|phase| phase.level.is_some()).map(|phase| &phase.title);
    let sections = plan.sections.iter().map(|section| &section.title);
    plan.title.iter().chain(sections).chain(goals).chain(measures).chain(phases)
}
