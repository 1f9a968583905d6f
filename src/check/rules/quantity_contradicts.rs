//! 数量前后限定自相矛盾 · Bounds that contradict each other
//!
//! ## 中文
//! “不超过……以上”一头封顶，一头保底，“不少于……以内”也是；“至少……左右”又是底线又是约数。按哪头考核，说不清。
//!
//! ## English
//! 不超过……以上 sets a ceiling and a floor at once, so does 不少于……以内; 至少……左右 is a floor and a guess.
//! Nobody can check it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 班额不超过45人以上。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 班额不超过45人。
//! ```
//!
//! ## 依据 · Source
//! C100、C101、C102

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W102",
    name: "quantity_contradicts",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("quantity_contradicts.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, pair) in context.bounded().filter(|(_, pair)| pair.enough.is_empty()) {
        let (first, last) = (&passage.text[pair.first.clone()], &passage.text[pair.last.clone()]);
        let whole = passage.span(pair.first.start..pair.last.end);
        let message = text!(zh: "“{first}……{last}”自相矛盾", en: "“{first}……{last}” contradicts itself");
        let help = text!(
            zh: "保底的写“不低于”或“以上”，封顶的写“不超过”或“以内”，只用一个",
            en: "a floor is 不低于 or 以上, a ceiling 不超过 or 以内; use one of them"
        );
        out.push(RULE.finding(whole, message).help(help));
    }
}
