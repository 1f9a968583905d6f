//! 标题说的项数与下面的不符 · A heading that promises another number
//!
//! ## 中文
//! 标题写“三项任务”，下面的小标题就要有三个；写的是节里清单的项数，也可以。
//!
//! ## English
//! A heading that speaks of three tasks has three headings below it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 三项重点任务
//! ### 规范教学
//! 落实常规。
//! ### 培训教师
//! 分层培训。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 两项重点任务
//! ### 规范教学
//! 落实常规。
//! ### 培训教师
//! 分层培训。
//! ```
//!
//! ## 依据 · Source
//! C52

use crate::check::counted::number_in;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Fact, Part, Section};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F054",
    name: "heading_count",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("heading_count.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for section in context.plan.sections.iter() {
        let Some((number, at)) = number_in(&section.title.value) else { continue };
        let (first, count) = headings(context, section);
        let counts = |part: &Part| match part {
            Part::Fact(Fact::Set(id)) => {
                let set = &context.plan.sets[*id];
                set.is_open || set.announced() == Some(number) || set.members.len() as u64 == number
            }
            _ => false,
        };
        // Where a set is listed, the number may be that of the set.
        let is_counted = section.body.iter().any(counts);
        let (Some(first), false) = (first, is_counted || count < 2 || count == number) else { continue };
        let words = &section.title.value[at.clone()];
        let title = &section.title.value;
        let message = text!(
            zh: "标题“{title}”说的是“{words}”，下面有{count}个小标题",
            en: "the heading “{title}” speaks of {number}, but has {count} headings below it"
        );
        let found = RULE.finding(context.part_of(&section.title, at), message);
        let found = found.related(first, text!(zh: "小标题从这里起", en: "the headings below begin here"));
        out.push(found.help(text!(zh: "改标题里的数，或者增减小标题", en: "change the number, or the headings")));
    }
}

/// The first heading right below a section, and how many there are.
fn headings(context: &Context, section: &Section) -> (Option<crate::source::Span>, u64) {
    let plan = context.plan;
    let mut below = section.body.iter().filter_map(|part| match part {
        Part::Section(id) => Some(plan.sections[*id].title.span),
        Part::Goal(id) => Some(plan.goals[*id].title.span),
        Part::Measure(id) => Some(plan.measures[*id].title.span),
        Part::Phase(id) => Some(plan.phases[*id].title.span),
        Part::Fact(_) | Part::Prose(_) | Part::Grid(_) => None,
    });
    let first = below.next();
    (first, u64::from(first.is_some()) + below.count() as u64)
}
