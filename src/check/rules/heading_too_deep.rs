//! 层次超过四级 · Headings deeper than four levels
//!
//! ## 中文
//! 正文的结构层次依次用“一、”“（一）”“1.”“（1）”四级，再往下没有规定的序数。
//!
//! ## English
//! The text has four levels of headings, 一、 （一） 1. （1）; below them there are no marks.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 任务
//! ### 教学
//! #### 常规
//! ##### 备课
//! ###### 集体备课
//! 每周一次。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 任务
//! ### 教学
//! #### 常规
//! ##### 备课
//! 每周集体备课一次。
//! ```
//!
//! ## 依据 · Source
//! C50；GB/T 9704—2012，7.3.3

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Part;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F053",
    name: "heading_too_deep",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("heading_too_deep.rs"),
    run,
};

/// The number of # of a fifth level: the title has the first. More are no heading, which is told already.
const TOO_DEEP: u8 = 6;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let bodies = plan.sections.iter().flat_map(|section| &section.body);
    let bodies = bodies.chain(plan.goals.iter().flat_map(|goal| &goal.body));
    let bodies = bodies.chain(plan.measures.iter().flat_map(|measure| &measure.body));
    for part in bodies.chain(plan.phases.iter().flat_map(|phase| &phase.body)) {
        let (level, title) = match part {
            Part::Section(id) => (Some(plan.sections[*id].level), &plan.sections[*id].title),
            Part::Goal(id) => (plan.goals[*id].level, &plan.goals[*id].title),
            Part::Measure(id) => (plan.measures[*id].level, &plan.measures[*id].title),
            Part::Phase(id) => (plan.phases[*id].level, &plan.phases[*id].title),
            Part::Fact(_) | Part::Prose(_) | Part::Grid(_) => continue,
        };
        let before = &context.sources.get(title.span.source).text()[..title.span.start as usize];
        let is_heading = !before.trim_end().ends_with("#######");
        if level.is_none_or(|level| level != TOO_DEEP) || !is_heading {
            continue;
        }
        let name = &title.value;
        let message = text!(zh: "“{name}”是第五级标题，公文只有四级", en: "“{name}” is a heading of the fifth level; there are four");
        out.push(RULE.finding(title.span, message).help(text!(
            zh: "并入上一级，或者在段落里用“一是”“二是”",
            en: "join it to the level above, or count within a paragraph"
        )));
    }
}
