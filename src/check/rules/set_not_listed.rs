//! 清单没有展开 · A set announced but not listed
//!
//! ## 中文
//! 提出“三个增长”“五项工程”，就要写明是哪几项，否则下级无从执行。起草时可以写“？”，印发前补上。
//!
//! ## English
//! A plan that speaks of 三个增长 or 五项工程 says which they are, or nobody can carry them out. A draft may put `?`;
//! before the plan is issued the members are filled in.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 两个比例，2项：？
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 两个比例，2项：财政性教育经费占生产总值比例、教育经费占财政支出比例
//! ```
//!
//! ## 依据 · Source
//! C52

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G008",
    name: "set_not_listed",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("set_not_listed.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for set in context.plan.sets.iter() {
        let hole = set.members.iter().find(|member| member.is_hole);
        let span = match hole {
            Some(hole) => hole.span,
            None if set.members.is_empty() && !set.is_unlisted => set.name.span,
            None => continue,
        };
        let name = &set.name.value;
        let message = match (set.announced(), set.members.len() > 1) {
            (_, true) => text!(zh: "清单“{name}”还有没写明的项", en: "set “{name}” has a member left open"),
            (Some(count), _) => {
                text!(zh: "清单“{name}”有{count}项，没有列出是哪几项", en: "set “{name}” announces {count} members and lists none")
            }
            (None, _) => text!(zh: "清单“{name}”没有写明是哪几项", en: "set “{name}” lists no members"),
        };
        // 清单：八个一，备课、上课: all of it was taken as the name.
        let help = match name.split_once('，').filter(|(_, rest)| rest.contains('、')) {
            Some((head, rest)) => text!(
                zh: "名称和各项之间用冒号：“- 清单 {head}：{rest}”",
                en: "put a colon between the name and its members: “- set {head}: {rest}”"
            ),
            None => text!(zh: "逐项列出，用顿号隔开", en: "list every member, parted by 、"),
        };
        out.push(RULE.finding(span, message).help(help));
    }
}
