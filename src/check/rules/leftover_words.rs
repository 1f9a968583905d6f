//! 粘贴带进来的话 · Words that came along with a paste
//!
//! ## 中文
//! “责任编辑：”“打印本页”“以上内容仅供参考”是网页、范文或聊天软件里的，不是公文的内容。词表在
//! stdlib/words/leftovers.txt。
//!
//! ## English
//! 责任编辑：, 打印本页 and 以上内容仅供参考 belong to a web page, a model text or a chat, not to the paper. The
//! list is data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 落实责任，抓好考核。
//!
//! 以上内容仅供参考，请根据实际情况调整。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 落实责任，抓好考核。
//! ```
//!
//! ## 依据 · Source
//! C152

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W504",
    name: "leftover_words",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("leftover_words.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let mut last = None;
    for (passage, found) in context.listed("leftovers") {
        // One of a paragraph is enough: all of it came along.
        if last.replace(passage.whole) != Some(passage.whole) {
            let words = found.wrong;
            let message = text!(zh: "“{words}”是粘贴带进来的", en: "“{words}” came along with a paste");
            let help = text!(zh: "不是公文内容的整句删去", en: "remove what does not belong to the paper");
            out.push(RULE.finding(passage.span(found.at), message).help(help));
        }
    }
}
