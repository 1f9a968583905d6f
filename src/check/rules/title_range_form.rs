//! 标题里的年份起止写法不规范 · The years in a title
//!
//! ## 中文
//! 标题里的起止年份用一字线连接，“年”只写一次：（2023—2027年）。
//!
//! ## English
//! Two years in a title are joined by a long dash, with one 年 after the second: （2023—2027年）.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县教育发展规划（2023年-2027年）
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县教育发展规划（2023—2027年）
//! ```
//!
//! ## 依据 · Source
//! C25；GB/T 15834—2011，4.13

use crate::calendar::{Part, When};
use crate::check::years::year_range;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F015",
    name: "title_range_form",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("title_range_form.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let Some(title) = &context.plan.title else { return };
    let Some(range) = year_range(&title.value) else { return };
    let When::Between(first, Some(last)) = range.when else { return };
    let (Some(from), Some(to), Part::Year, Part::Year) = (first.year, last.year, first.part, last.part) else { return };
    let (written, proper) = (&title.value[range.at.clone()], format!("{from}—{to}年"));
    let is_words = written.contains(['至', '到']);
    if *written == proper || is_words {
        return;
    }
    let span = context.part_of(title, range.at.clone());
    let message = text!(zh: "标题里的“{written}”写法不规范", en: "“{written}” in the title is not in form");
    let help = text!(
        zh: "用一字线，“年”只写一次：{proper}",
        en: "join the years with a long dash and write 年 once: {proper}"
    );
    let found = RULE.finding(span, message).help(help);
    out.push(found.fix(text!(zh: "改为“{proper}”", en: "change it to {proper}"), span, proper));
}
