//! 单位隐去了，又露出真名 · A name left over where others are blanked
//!
//! ## 中文
//! 单位写成“XX县”“xxx小学”，正文或标题里却还有一所学校的真名，隐名就白做了；要印发的，则是另一处没有填。两处写成一样。
//!
//! ## English
//! The organs are blanked as XX县 or xxx小学, and the name of a school still stands in the text: either it gives the place
//! away, or the blank was forgotten.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：教学质量提升活动方案
//! # 主体
//! - 学校：xxx小学
//!
//! ## 工作目标
//! 通过活动，让云溪小学的教学质量再上一层。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：教学质量提升活动方案
//! # 主体
//! - 学校：云溪小学
//!
//! ## 工作目标
//! 通过活动，让云溪小学的教学质量再上一层。
//! ```
//!
//! ## 依据 · Source
//! 泄名

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::passages::is_han;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Plan, is_blank_name};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F111",
    name: "name_unredacted",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("name_unredacted.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(blank) = blanked(context.plan) else { return };
    let mut told = BTreeSet::new();
    let mut passages: Vec<_> = context.passages.iter().collect();
    passages.sort_by_key(|passage| passage.span(0..0));
    for passage in passages {
        for at in schools(&passage.text) {
            let name = &passage.text[at.clone()];
            if !told.insert(name) {
                continue;
            }
            let message = text!(
                zh: "别处写“{blank}”，这里却有真名“{name}”",
                en: "elsewhere it is “{blank}”, and here stands a real name: “{name}”"
            );
            out.push(RULE.finding(passage.span(at), message).help(text!(
                zh: "要隐去的一起隐去；要印发的，把“{blank}”填上",
                en: "blank it as well, or fill in “{blank}”"
            )));
        }
    }
}

/// The first owner whose place or school is blanked.
fn blanked(plan: &Plan) -> Option<&str> {
    const NAMED: [&str; 8] = ["县", "市", "区", "旗", "学校", "中学", "小学", "幼儿园"];
    let names = plan.owners.iter().map(|owner| owner.official_name());
    names.into_iter().find(|name| {
        plan_blank(name).is_some_and(|rest| NAMED.iter().any(|word| rest.starts_with(word)))
    })
}

/// What follows the blank of a name.
fn plan_blank(name: &str) -> Option<&str> {
    crate::plan::blank(name).map(|at| &name[at.end..])
}

/// What the name of a school ends in.
const ENDS: [&str; 5] = ["小学", "中学", "学校", "幼儿园", "学区"];

/// What may stand before a name without being a part of it.
const BEFORE: &str = "让使把将对向与和及在到由为是给从";

/// Signs of words that say what kind of school is meant: none of them is taken for a name.
const GENERIC: &str = "各全本我该县市区乡镇村农城中完初高级类办公民义务普通薄弱优质大小所个每等试点示范实验特殊师生教育年龄\
贫困边远寄宿附属九制帮扶对口结受援支联盟集团牵头成员幼新老旧两三多部分他其有此主讲听端内外进修培训职业技术专";

/// Where single schools are named: two or three characters that say no kind, with nothing before them.
fn schools(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for end in ENDS {
        for (at, word) in text.match_indices(end) {
            let own: Vec<(usize, char)> = text[..at].char_indices().rev().take_while(|(_, sign)| is_han(*sign)).collect();
            let length = [2, 3].into_iter().find(|length| {
                let stops = own.get(*length).is_none_or(|(_, before)| BEFORE.contains(*before));
                let is_name = own.get(..*length).is_some_and(|own| own.iter().all(|(_, sign)| is_of_name(*sign)));
                stops && is_name
            });
            let Some(start) = length.map(|length| own[length - 1].0) else { continue };
            if !is_blank_name(&text[start..at]) {
                found.push(start..at + word.len());
            }
        }
    }
    found.sort_by_key(|at| at.start);
    found
}

fn is_of_name(sign: char) -> bool {
    !GENERIC.contains(sign) && !BEFORE.contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_kinds() {
        let found = |text: &str| schools(text).into_iter().map(|at| text[at].to_owned()).collect::<Vec<_>>();
        assert_eq!(found("让关公小学的质量提升"), ["关公小学"]);
        assert_eq!(found("学习先进，云溪小学、西南岔学校都有"), ["云溪小学", "西南岔学校"]);
        for text in ["各小学", "农村小学", "全县中小学校", "学习云溪小学", "提高学校质量", "小学", "到学校去"] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
