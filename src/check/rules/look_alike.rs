//! 形近字符 · A look-alike character
//!
//! ## 中文
//! 从 PDF 或别的输入法带来的字符，看着一样，码位不同：部首“⼀”不是“一”，间隔号“・”不是“·”。查找、比对、排版都
//! 会出错。对照表在 stdlib/words/look-alikes.txt。
//!
//! ## English
//! Characters out of a PDF file or another input method look the same and are others: the radical ⼀ is not 一.
//! Searching and comparing fail. The list is data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 全县⼀盘棋推进。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 全县一盘棋推进。
//! ```
//!
//! ## 依据 · Source
//! C132；Unicode NFKC；《通用规范汉字表》

use crate::check::passages::is_han;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W408",
    name: "look_alike",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("look_alike.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (passage, word) in context.listed("look-alikes") {
        let (wrong, right, span) = (word.wrong, word.right, passage.span(word.at));
        let point = wrong.chars().next().map_or(0, u32::from);
        let message = text!(
            zh: "“{wrong}”（U+{point:04X}）是形近字符",
            en: "{wrong} (U+{point:04X}) is a look-alike of {right}"
        );
        let finding = RULE.finding(span, message).help(text!(zh: "用“{right}”", en: "use {right}"));
        let title = text!(zh: "改为“{right}”", en: "make it {right}");
        // Another form of a character may be part of a name.
        out.push(if wrong.chars().all(is_han) {
            finding.guess(title, span, right)
        } else {
            finding.fix(title, span, right)
        });
    }
}
