//! 目标与措施用了同一个标题 · A goal and a section under one title
//!
//! ## 中文
//! 目标的标题与后面一节、一项措施的标题一字不差，读的人分不清哪处写要达到什么、哪处写怎么做，两处的内容也往往重叠。
//! 改其中一个。
//!
//! ## English
//! Where the title of a goal is word for word that of a section or a measure, nobody can tell what is to be
//! reached from what is to be done, and the two mostly overlap. Change one of them.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 工作目标
//!
//! ### 目标 关爱：实施关爱工程
//! - 指标：帮扶率 100%，到2026年12月
//!
//! ## 实施关爱工程
//! 建立帮扶档案。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 工作目标
//!
//! ### 目标 关爱：留守儿童全部得到帮扶
//! - 指标：帮扶率 100%，到2026年12月
//!
//! ## 实施关爱工程
//! 建立帮扶档案。
//! ```
//!
//! ## 依据 · Source
//! C45；C51

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;
use std::collections::HashMap;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W607",
    name: "heading_shared",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("heading_shared.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut goals = HashMap::with_capacity(plan.goals.len());
    for goal in plan.goals.iter() {
        goals.entry(goal.title.value.trim()).or_insert(goal.title.span);
    }
    let sections = plan.sections.iter().map(|section| &section.title);
    let measures = plan.measures.iter().map(|measure| &measure.title);
    for title in sections.chain(measures).filter(|title| title.value.trim().chars().count() >= SHORTEST) {
        let words = title.value.trim();
        let Some(goal) = goals.get(words).filter(|goal| **goal != title.span) else { continue };
        let message = text!(zh: "“{words}”也是一个目标的标题", en: "“{words}” is the title of a goal as well");
        out.push(
            RULE.finding(title.span, message).related(*goal, text!(zh: "目标在这里", en: "the goal is here")).help(
                text!(
                    zh: "目标写要达到什么，措施写怎么做，标题分开",
                    en: "let the goal say what is reached and this what is done"
                ),
            ),
        );
    }
}

/// A shorter title is a mere label.
const SHORTEST: usize = 5;
