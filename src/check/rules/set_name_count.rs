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

use std::ops::Range;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::han_integer;
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

/// The words that make the number before them a count.
const COUNTERS: [&str; 17] = [
    "个", "项", "条", "大", "点", "种", "件", "类", "步", "方面", "环节", "措施", "任务", "工程", "行动", "原则",
    "制度",
];

/// What makes a number and one character something else: 三年, 二级, 一期.
const NO_COUNTERS: &str = "年月日号级期位度届区线批次轮周天等流本专中小高";

/// The number a name begins with, if it counts members: 五备, 三个增长.
fn number_in(name: &str) -> Option<(u64, Range<usize>)> {
    let is_han = |sign: char| "一二两三四五六七八九十百".contains(sign);
    let after_han = name.trim_start_matches(is_han);
    let after = if after_han.len() < name.len() {
        after_han
    } else {
        name.trim_start_matches(|sign: char| sign.is_ascii_digit())
    };
    let words = &name[..name.len() - after.len()];
    let number = words.parse().ok().or_else(|| han_integer(words)).filter(|number| *number >= 2)?;
    let is_counted = COUNTERS.iter().any(|word| after.starts_with(word));
    let is_short = after.chars().count() == 1 && !NO_COUNTERS.contains(after);
    (is_counted || is_short).then_some((number, 0..words.len()))
}

#[cfg(test)]
mod tests {
    use super::number_in;

    #[test]
    fn only_counts_are_taken() {
        let number = |name| number_in(name).map(|(number, _)| number);
        assert_eq!(number("五备"), Some(5));
        assert_eq!(number("三个增长"), Some(3));
        assert_eq!(number("十三项措施"), Some(13));
        assert_eq!(number("14条措施"), Some(14));
        for name in ["三位一体", "一岗双责", "双线", "三年", "二级学校", "五育并举", "教学环节", "三"]
        {
            assert_eq!(number(name), None, "{name}");
        }
    }
}
