//! 用词自相矛盾 · Words that contradict each other
//!
//! ## 中文
//! “原则上”留有余地，“一律”“必须”不留余地；“基本”不是全部。放在一起，执行的人不知道照哪个办。词表在
//! stdlib/words/contradicting-words.txt。
//!
//! ## English
//! 原则上 (as a rule) leaves room, 一律 and 必须 leave none; 基本 (mostly) is not 全部 (all). Side by side nobody
//! knows which holds. The list is data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 各校原则上一律不得布置书面家庭作业。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 小学一、二年级一律不布置书面家庭作业。
//! ```
//!
//! ## 依据 · Source
//! C110

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W004",
    name: "words_contradict",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("words_contradict.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, word) in context.listed("contradicting-words") {
        let wrong = word.wrong;
        let span = passage.span(word.at);
        let message = text!(zh: "“{wrong}”自相矛盾", en: "“{wrong}” contradicts itself");
        out.push(RULE.finding(span, message).help(text!(
            zh: "两个词留一个：允许例外的留前一个，没有例外的留后一个",
            en: "keep one of the two, by whether there may be exceptions"
        )));
    }
}
