//! 清单里有一项下文没有展开 · A member of a set without a heading of its own
//!
//! ## 中文
//! 先列出几个环节，再按环节写标题，其中一两个没有标题：读的人以为漏了。补上这一项，或者从清单里去掉。
//!
//! ## English
//! A set is announced and unfolded heading by heading, and one or two of its members have none. Add what is missing, or
//! take it off the set.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县第一小学教学常规管理方案
//!
//! ## 教学常规
//! - 清单 教学环节，5个：备课、上课、作业、辅导、考试
//!
//! ### 认真备课
//! 备课要备学生。
//!
//! ### 上课要求
//! 上课要有互动。
//!
//! ### 作业批改
//! 作业要全批全改。
//!
//! ### 考试评价
//! 考试要有分析。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县第一小学教学常规管理方案
//!
//! ## 教学常规
//! - 清单 教学环节，5个：备课、上课、作业、辅导、考试
//!
//! ### 认真备课
//! 备课要备学生。
//!
//! ### 上课要求
//! 上课要有互动。
//!
//! ### 作业批改
//! 作业要全批全改。
//!
//! ### 个别辅导
//! 辅导要有记录。
//!
//! ### 考试评价
//! 考试要有分析。
//! ```
//!
//! ## 依据 · Source
//! C169；计数不符

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{Holder, Member, Plan, Set};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G014",
    name: "set_member_unfolded",
    severity: Severity::Info,
    at_issue: Severity::Info,
    text: include_str!("set_member_unfolded.rs"),
    run,
};

/// A shorter set does not show that it is unfolded.
const SHORT: usize = 4;

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for set in plan.sets.iter().filter(|set| is_closed(set)) {
        let headings = headings(plan, set.holder);
        let unfolded = |member: &&Member| headings.iter().any(|heading| names(heading, &member.text));
        let missing: Vec<&Member> = set.members.iter().filter(|member| !unfolded(member)).collect();
        let found = set.members.len() - missing.len();
        // Two of three show that the headings follow the set; else they have an order of their own.
        if found < SHORT - 1 || found * 3 < set.members.len() * 2 {
            continue;
        }
        let left: Vec<&Member> =
            missing.into_iter().filter(|member| !is_hinted(&headings, set, &member.text)).collect();
        let Some(first) = left.first() else { continue };
        let (name, members) =
            (&set.name.value, left.iter().map(|member| member.text.as_str()).collect::<Vec<_>>().join("、"));
        let message = text!(
            zh: "清单“{name}”的“{members}”，下面的标题里没有",
            en: "no heading below takes up “{members}” of the set “{name}”"
        );
        out.push(RULE.finding(first.span, message).help(text!(
            zh: "补上这一项，或者从清单里去掉，并改掉总数",
            en: "add what is missing, or take it off the set and mend its count"
        )));
    }
}

fn is_closed(set: &Set) -> bool {
    let is_plain = |member: &Member| !member.is_hole && member.thing.is_none() && !member.is_document;
    set.members.len() >= SHORT && !set.is_open && set.members.iter().all(is_plain)
}

/// The names and titles of what stands right below a place under a heading.
fn headings(plan: &Plan, holder: Holder) -> Vec<String> {
    let sections = plan.sections.iter().filter(|section| section.holder == holder).map(|each| each.title.value.clone());
    let measures = plan.measures.iter().filter(|measure| measure.holder == holder && measure.level.is_some());
    let measures = measures.map(|measure| format!("{}：{}", measure.name.value, measure.title.value));
    sections.chain(measures).collect()
}

fn names(heading: &str, member: &str) -> bool {
    member.chars().count() >= 2 && heading.contains(member)
}

/// Whether a heading that takes up no other member begins like it: 考试评价 for 考查.
fn is_hinted(headings: &[String], set: &Set, member: &str) -> bool {
    let free = headings.iter().filter(|heading| !set.members.iter().any(|other| names(heading, &other.text)));
    let first = member.chars().next();
    free.into_iter().any(|heading| heading.chars().next() == first)
}
