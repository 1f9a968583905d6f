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
//! - 责任：学校
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
//! - 责任：学校
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
    let mut passages: Vec<_> = context.passages().iter().collect();
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
    names.into_iter().find(|name| plan_blank(name).is_some_and(|rest| NAMED.iter().any(|word| rest.starts_with(word))))
}

/// What follows the blank of a name.
fn plan_blank(name: &str) -> Option<&str> {
    crate::plan::blank(name).map(|at| &name[at.end..])
}

/// What the name of a school ends in.
const ENDS: [&str; 4] = ["小学", "中学", "学区", "学校"];

/// What may stand before a name without being a part of it.
const BEFORE: &str = "让使把将对向与和及在到由为是给从";

/// Signs that no name of a single school has.
const NO_NAME: &str = "各全本我该县市区乡镇村所个每等两三多其的了大集";

/// Words that say what kind of school is meant, or what is done to schools.
const KINDS: [&str; 63] = [
    "农村", "城镇", "城区", "中心", "完全", "初级", "高级", "公办", "民办", "义务", "普通", "薄弱", "优质", "试点",
    "示范", "实验", "特殊", "师范", "教育", "偏远", "贫困", "边远", "寄宿", "附属", "九年", "帮扶", "对口", "结对",
    "受援", "支援", "联盟", "集团", "牵头", "成员", "部分", "有关", "相关", "进修", "培训", "职业", "技术", "专门",
    "规模", "标准", "新建", "改建", "基层", "片区", "所有", "一贯", "民族", "加强", "推动", "推进", "促进", "提高",
    "支持", "指导", "组织", "规范", "督促", "聘请", "建设",
];

/// Where single schools are named: two or three characters that say no kind, with nothing before them. 学校 follows so many
/// words that only one of three characters within a list is taken for a name.
fn schools(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for end in ENDS {
        for (at, word) in text.match_indices(end) {
            let own: Vec<(usize, char)> =
                text[..at].char_indices().rev().take_while(|(_, sign)| is_han(*sign)).collect();
            let lengths = if end == "学校" { 3..=3 } else { 2..=3 };
            let start = lengths.into_iter().find_map(|length| {
                let start = own.get(length - 1)?.0;
                let stops = own.get(length).is_none_or(|(_, before)| BEFORE.contains(*before));
                let is_listed = end != "学校" || text[..start].ends_with('、');
                (stops && is_listed && is_name(&text[start..at])).then_some(start)
            });
            found.extend(start.map(|start| start..at + word.len()));
        }
    }
    found.sort_by_key(|at| at.start);
    found
}

fn is_name(words: &str) -> bool {
    !words.contains(|sign| NO_NAME.contains(sign) || BEFORE.contains(sign))
        && !KINDS.iter().any(|kind| words.contains(kind))
        && !is_blank_name(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_kinds() {
        let found = |text: &str| schools(text).into_iter().map(|at| text[at].to_owned()).collect::<Vec<_>>();
        assert_eq!(found("让关公小学的质量提升"), ["关公小学"]);
        assert_eq!(found("学习先进，云溪小学、西南岔学校都有"), ["云溪小学", "西南岔学校"]);
        for text in [
            "各小学",
            "农村小学",
            "全县中小学校",
            "学习云溪小学",
            "提高学校质量",
            "小学",
            "到学校去",
            "通过集中学习",
            "统筹大学区",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
