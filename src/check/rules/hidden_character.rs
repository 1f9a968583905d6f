//! 文字里有看不见的字符 · An invisible character in the text
//!
//! ## 中文
//! 改变书写方向的字符、控制字符、零宽字符和别的系统的换行符看不见，却能让屏幕上的文字和文件里的不一样，多半是从别处粘贴带来的。删去重打。
//!
//! ## English
//! Characters that turn the direction of writing, control characters, those without width and line ends of other systems
//! cannot be seen, yet what is
//! shown may then differ from what the file holds. They mostly come with pasted text: remove them.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育​提质方案
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! ```
//!
//! ## 依据 · Source
//! Unicode UAX #9

use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S203",
    name: "hidden_character",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("hidden_character.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.texts_with(Signs::ODD).chain(context.prose_with(Signs::ODD)) {
        let mut hidden = words.value.char_indices().filter(|(_, sign)| is_hidden(*sign));
        let Some((at, sign)) = hidden.next() else { continue };
        let point = format!("U+{:04X}", u32::from(sign));
        let message = match hidden.count() {
            0 => text!(zh: "文字里有看不见的字符 {point}", en: "the text holds the invisible character {point}"),
            more => {
                let count = more + 1;
                text!(zh: "文字里有{count}个看不见的字符，第一个是 {point}", en: "the text holds {count} invisible characters, the first {point}")
            }
        };
        out.push(RULE.finding(context.part(words, at..at + sign.len_utf8()), message).help(text!(
            zh: "删去它，或把这几个字重打一遍",
            en: "remove it, or type these words anew"
        )));
    }
}

/// Whether a character cannot be seen: direction marks, controls, spaces without width.
fn is_hidden(sign: char) -> bool {
    let is_direction =
        matches!(sign, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let has_no_width = matches!(sign, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    // The ends of lines that are none here: a text of them is one line.
    let ends_a_line = matches!(sign, '\r' | '\u{2028}' | '\u{2029}');
    is_direction || has_no_width || ends_a_line || (sign.is_control() && !matches!(sign, '\t' | '\n'))
}
