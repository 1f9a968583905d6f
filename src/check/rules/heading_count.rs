//! 标题说的项数与下面的不符 · A heading that promises another number
//!
//! ## 中文
//! 标题写“三项任务”，下面的小标题就要有三个；写的是节里清单的项数，也可以。小标题上面的一段写“从以下三个方面推进”的，
//! 同样。
//!
//! ## English
//! A heading that speaks of three tasks has three headings below it; so has a section whose text ends with
//! 从以下三个方面推进.
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

use std::ops::Range;

use crate::check::clauses::sentences;
use crate::check::counted::number_in;
use crate::check::enumerations::enumerations;
use crate::check::texts::prose_in;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Fact, Part, Section};
use crate::quantity::han_integer;
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
        out.extend(below_words(context, section));
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

/// What is said of a section whose words announce another number of headings: 从以下三个方面推进.
fn below_words(context: &Context, section: &Section) -> Option<Diagnostic> {
    let words = prose_in(&section.body).last()?;
    let (number, at) = announced(words.value)?;
    let (first, count) = headings(context, section);
    let first = first.filter(|_| count >= 2 && count != number)?;
    let said = &words.value[at.clone()];
    let message = text!(
        zh: "正文说“{said}”，下面有{count}个小标题",
        en: "the text announces {number}, and {count} headings follow"
    );
    let found = RULE.finding(context.part(words, at), message);
    let found = found.related(first, text!(zh: "小标题从这里起", en: "the headings below begin here"));
    Some(found.help(text!(zh: "改正文里的数，或者增减小标题", en: "change the number, or the headings")))
}

/// The number that the last sentence says is to follow, if the paragraph does not list it itself.
fn announced(words: &str) -> Option<(u64, Range<usize>)> {
    const FOLLOW: [&str; 3] = ["以下", "下列", "如下"];
    const COUNTED: [&str; 7] = ["个方面", "方面", "个环节", "个步骤", "项", "点", "条"];
    let last = sentences(words).last()?;
    let sentence = &words[last.clone()];
    let is_listed =
        !enumerations(words).is_empty() || sentence.split_once('：').is_some_and(|(_, list)| !list.is_empty());
    let start = FOLLOW.iter().find_map(|word| Some(sentence.find(word)? + word.len())).filter(|_| !is_listed)?;
    let rest = sentence[start..].trim_start_matches(|sign: char| "两二三四五六七八九十".contains(sign));
    let end = sentence.len() - rest.len();
    let number = han_integer(&sentence[start..end]).filter(|number| *number >= 2)?;
    let counted = COUNTED.iter().find(|word| rest.starts_with(**word))?;
    Some((number, last.start + start..last.start + end + counted.len()))
}
