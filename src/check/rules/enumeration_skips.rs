//! “一是、二是”跳号或重号 · An enumeration that skips or repeats
//!
//! ## 中文
//! 一是、二是、三是要连着，不能跳，不能重；“一要、二要”“第一，第二，”“其一，其二，”同样。
//!
//! ## English
//! 一是, 二是, 三是 follow one another without a gap and without repeating; so do 一要, 第一 and 其一 before a comma.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 要抓好三项工作：一是规范教学，二是培训教师，四是改造校舍。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 要抓好三项工作：一是规范教学，二是培训教师，三是改造校舍。
//! ```
//!
//! ## 依据 · Source
//! C45；C49

use crate::check::enumerations::{BEGINNING, BEGINNINGS, enumerations};
use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W903",
    name: "enumeration_skips",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("enumeration_skips.rs"),
    run,
};

pub(in crate::check) static BEGUN: Pattern = Pattern::new(&BEGINNINGS, BEGINNING);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.prose_holding(&BEGUN) {
        for list in enumerations(words.value) {
            let Some(index) = list.gap() else { continue };
            let (at, number) = list.items[index].clone();
            let (before, last) = list.items[index - 1].clone();
            let said = &words.value[at.clone()];
            let said_before = &words.value[before.clone()];
            let next = last + 1;
            let message = if number <= last {
                text!(zh: "“{said_before}”后面又是“{said}”", en: "{number} follows {last} in the enumeration")
            } else {
                text!(zh: "“{said_before}”后面是“{said}”，少了第{next}项", en: "{number} follows {last}; {next} is missing")
            };
            let found = RULE.finding(context.part(words, at), message);
            let found =
                found.related(context.part(words, before), text!(zh: "前一项在这里", en: "the one before is here"));
            out.push(
                found.help(text!(zh: "重新编号，核对有没有漏项", en: "number them anew, and look for one left out")),
            );
        }
    }
}
