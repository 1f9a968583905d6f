//! 正文里清单的数与清单名不符 · A set called by another number
//!
//! ## 中文
//! 清单叫“四项配套措施”，正文写“五项配套措施”，必有一处不对。“四个环节”一类短的，要前面列了清单里的
//! 项目才算。
//!
//! ## English
//! If a set is called 四项配套措施, the text does not speak of five.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 保障
//! - 清单 四项配套措施：教师队伍、绩效考核、质量监测、课堂改革
//!
//! 抓紧出台五项配套措施。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! ## 保障
//! - 清单 四项配套措施：教师队伍、绩效考核、质量监测、课堂改革
//!
//! 抓紧出台四项配套措施。
//! ```
//!
//! ## 依据 · Source
//! C52；C169

use std::collections::BTreeSet;

use crate::check::counted::number_in;
use crate::check::texts::prose;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Set;
use crate::quantity::han_integer;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W904",
    name: "set_named_otherwise",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("set_named_otherwise.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let known: BTreeSet<&str> = plan.sets.iter().map(|set| set.name.value.as_str()).collect();
    let counted = plan.sets.iter().filter_map(|set| Some((set, number_in(&set.name.value)?)));
    let counted: Vec<_> = counted.take(MOST).collect();
    for words in prose(plan) {
        // Words that are no name of several sets are told once.
        let mut told = BTreeSet::new();
        for (set, (number, at)) in &counted {
            let name = &set.name;
            let rest = &name.value[at.end..];
            for (found_at, _) in words.value.match_indices(rest) {
                let head = &words.value[..found_at];
                let start = head.trim_end_matches(|sign: char| "一两二三四五六七八九十".contains(sign)).len();
                let Some(other) = han_integer(&head[start..]).filter(|other| other != number) else { continue };
                let said = &words.value[start..found_at + rest.len()];
                if known.contains(said) || head[..start].ends_with('第') || !is_told(set, rest, head) {
                    continue;
                }
                if !told.insert(start) {
                    continue;
                }
                let proper = &name.value;
                let message = text!(
                    zh: "正文写“{said}”，清单叫“{proper}”",
                    en: "the text speaks of {other}, the set “{proper}” of {number}"
                );
                let found = RULE.finding(context.part(words, start..found_at), message);
                let found = found.related(name.span, text!(zh: "清单在这里", en: "the set is here"));
                out.push(found.help(text!(zh: "两处写成一样；正文可以写{{{proper}}}引用", en: "make them agree")));
            }
        }
    }
}

/// Whether the words can only be about the set: 五备 and 五个方面 are too short, unless its members stand before them.
fn is_told(set: &Set, rest: &str, head: &str) -> bool {
    let sentence = head.rsplit(['。', '；', '！', '？']).next().unwrap_or_default();
    let are_listed = set.members.iter().filter(|member| sentence.contains(member.text.as_str())).count() > 1;
    // 三大工程 is what a plan calls its own.
    rest.chars().count() >= 5 || are_listed || rest.starts_with('大') && rest.chars().count() >= 3
}

/// More sets than this are not looked for, so that the cost stays linear.
const MOST: usize = 100;
