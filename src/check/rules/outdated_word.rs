//! 已经不用的名称 · A name no longer in use
//!
//! ## 中文
//! “教学大纲”“品德与社会”“民工子女”这些名称早已换了新的，写进新方案多半是从旧材料里抄来的。词表在 stdlib/words/outd
//! ated-words.txt，办公室可以增删。
//!
//! ## English
//! Names such as 教学大纲 and 品德与社会 have long been replaced; in a new plan they mostly come from an old paper. The
//! list is data, and an office may add to it.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 教师要吃透教学大纲。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 教师要吃透课程标准。
//! ```
//!
//! ## 依据 · Source
//! 义务教育课程方案和课程标准（2022年版）

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W007",
    name: "outdated_word",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("outdated_word.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, word) in context.listed("outdated-words") {
        let (old, now) = (word.wrong, word.right);
        let span = passage.span(word.at);
        let message = text!(zh: "“{old}”是已经不用的名称", en: "{old} is a name no longer in use");
        let help = text!(zh: "现在的名称是“{now}”", en: "what it is called now is {now}");
        let title = text!(zh: "改为“{now}”", en: "change it to {now}");
        out.push(RULE.finding(span, message).help(help).guess(title, span, now));
    }
}
