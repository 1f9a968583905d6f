//! 动词前后重复 · One verb on both sides of its object
//!
//! ## 中文
//! “落实监管责任落实”“提升质量提升的办法”：一个动词在宾语前后各写了一遍，多半是改写时没有删净。留一个。
//!
//! ## English
//! In 落实监管责任落实 and 提升质量提升的办法 one verb stands on both sides of its object; an edit mostly left it there. Keep one.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 一是落实各部门的监管责任落实，让部门协同起来。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 一是落实各部门的监管责任，让部门协同起来。
//! ```
//!
//! ## 依据 · Source
//! 惯例；校对常识

use std::ops::Range;

use crate::check::clauses::wide;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W603",
    name: "verb_round_object",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("verb_round_object.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.passages() {
        let has_of = passage.signs.hold(Signs::OF);
        for clause in passage.cut.sentences().flat_map(|(_, clauses)| clauses.iter().map(wide)) {
            let words = &passage.text[clause.clone()];
            // Few clauses end like this, and only those are searched.
            if !(ends_with_verb(words) || has_of && stands_before_of(words)) {
                continue;
            }
            let Some((verb, at)) = doubled(words) else { continue };
            let at = clause.start + at.start..clause.start + at.end;
            if !passage.is_own(&at) {
                continue;
            }
            let message = text!(zh: "“{verb}”在宾语前后各写了一遍", en: "{verb} stands on both sides of its object");
            out.push(RULE.finding(passage.span(at), message).help(text!(zh: "留一个“{verb}”", en: "keep one {verb}")));
        }
    }
}

/// Verbs that take an object and are no noun at the end of one.
const VERBS: [&str; 13] =
    ["落实", "提升", "提高", "加强", "强化", "推进", "完善", "改善", "增强", "健全", "促进", "优化", "深化"];

/// What makes the second verb one of its own: 落实责任推动工作落实, 提升后质量明显提升.
const BETWEEN: [&str; 30] = [
    "促",
    "推",
    "带动",
    "使",
    "让",
    "以",
    "把",
    "将",
    "抓",
    "得到",
    "实现",
    "确保",
    "保证",
    "督",
    "获得",
    "全面",
    "稳步",
    "持续",
    "不断",
    "明显",
    "进一步",
    "后",
    "时",
    "大力",
    "大幅",
    "有所",
    "为",
    "逐",
    "并",
    "向",
];

/// The verb that ends a clause, or stands before 的, and has stood in it before; and the stretch from one to the other.
fn doubled(clause: &str) -> Option<(&'static str, Range<usize>)> {
    VERBS.iter().find_map(|verb| {
        let first = clause.find(verb)?;
        let from = first + verb.len();
        let last = clause.rfind(verb).filter(|last| *last > from)?;
        let (object, rest) = (&clause[from..last], &clause[last + verb.len()..]);
        let ends = rest.is_empty() || rest.starts_with('的');
        let is_plain = object.chars().count() >= 2 && !BETWEEN.iter().any(|word| object.contains(word));
        (ends && is_plain).then_some((*verb, first..last + verb.len()))
    })
}

fn stands_before_of(clause: &str) -> bool {
    clause.match_indices('的').any(|(at, _)| ends_with_verb(&clause[..at]))
}

fn ends_with_verb(words: &str) -> bool {
    let may_end = |sign| matches!(sign, '实' | '升' | '高' | '强' | '化' | '进' | '善' | '全');
    words.chars().next_back().is_some_and(may_end) && VERBS.iter().any(|verb| words.ends_with(verb))
}
