//! 多半用错的词 · A word that is mostly a slip
//!
//! ## 中文
//! “做出决定”“反应情况”“台帐”多半应是“作出决定”“反映情况”“台账”。要看上下文，所以只提示，改不改由人定。词
//! 表在 stdlib/words/suspect-words.txt。
//!
//! ## English
//! 做出决定, 反应情况 and 台帐 are mostly slips for 作出决定, 反映情况 and 台账. It depends on what is meant, so
//! this only asks; the list is data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 建立问题台帐，如实反应情况。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 建立问题台账，如实反映情况。
//! ```
//!
//! ## 依据 · Source
//! C186；《现代汉语词典》《通用规范汉字表》

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W002",
    name: "suspect_word",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("suspect_word.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, word) in context.listed("suspect-words") {
        let (wrong, right) = (word.wrong, word.right);
        let span = passage.span(word.at);
        let message = text!(zh: "“{wrong}”多半应是“{right}”", en: "“{wrong}” is mostly a slip for {right}");
        let help = text!(zh: "意思没有出入的，写作“{right}”", en: "write {right} unless something else is meant");
        let title = text!(zh: "改为“{right}”", en: "change it to {right}");
        out.push(RULE.finding(span, message).help(help).guess(title, span, right));
    }
}
