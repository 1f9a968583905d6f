//! 清单名称里的数与项数不符 · The number in the name of a set
//!
//! ## 中文
//! “五备”“三个增长”“十三项措施”名称里就有数，列出的项数一般与它相同。
//!
//! ## English
//! 五备, 三个增长, 十三项措施 say a number in their name, which is normally that of their members.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 五备：教材、学法、教法、作业
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 五备：教材、学法、教法、问题、作业
//! ```
//!
//! ## 依据 · Source
//! C52

use crate::check::counted::number_in;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G012",
    name: "set_name_count",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("set_name_count.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for set in context.plan.sets.iter() {
        let Some((number, at)) = number_in(&set.name.value) else { continue };
        let is_whole = !set.members.is_empty() && !set.is_open && !set.members.iter().any(|member| member.is_hole);
        let listed = is_whole.then_some(set.members.len() as u64);
        // A count that differs from the members is told by the rule on counts.
        let (Some(count), is_announced) = (set.announced().or(listed), set.announced().is_some()) else { continue };
        if count == number || is_announced && listed.is_some_and(|listed| listed != count) {
            continue;
        }
        let (name, words) = (&set.name.value, &set.name.value[at.clone()]);
        let message = if is_announced {
            text!(zh: "清单“{name}”名称里是“{words}”，项数却写{count}", en: "set “{name}” says {number} in its name and announces {count}")
        } else {
            text!(zh: "清单“{name}”名称里是“{words}”，却列出{count}项", en: "set “{name}” says {number} in its name and lists {count}")
        };
        out.push(RULE.finding(context.part_of(&set.name, at), message).help(text!(
            zh: "改名称里的数，或者补上、删去相差的项",
            en: "change the number in the name, or the list"
        )));
    }
}
