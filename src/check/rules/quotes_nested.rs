//! 引号里面又用双引号 · Double quotation marks within double ones
//!
//! ## 中文
//! 引号里面还要用引号的，外面用双引号“”，里面用单引号‘’。
//!
//! ## English
//! Within quotation marks, the inner ones are single: “……‘……’……”.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 会议强调：“深入推进“双减”工作。”
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 会议强调：“深入推进‘双减’工作。”
//! ```
//!
//! ## 依据 · Source
//! C117；GB/T 15834—2011，4.8.3.4

use crate::check::passages::Passage;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::Edit;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W410",
    name: "quotes_nested",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("quotes_nested.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.passages_with(Signs::QUOTE).filter(|passage| passage.is_prose) {
        for (from, to) in inner(passage) {
            let (open, close) = (passage.span(from..from + '“'.len_utf8()), passage.span(to..to + '”'.len_utf8()));
            let edits = vec![Edit { span: open, text: "‘".to_owned() }, Edit { span: close, text: "’".to_owned() }];
            let message = text!(zh: "引号里面又用了双引号，分不出内外层", en: "double quotation marks stand within double ones: which close which cannot be told");
            out.push(
                RULE.finding(open, message)
                    .help(text!(zh: "里面用单引号‘’", en: "the inner ones are single: ‘’"))
                    .edits(text!(zh: "改为单引号", en: "make them single"), true, edits),
            );
        }
    }
}

/// The pairs of double marks right within a pair of double marks; none where the marks do not balance.
fn inner(passage: &Passage) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut found = Vec::new();
    for (at, sign) in passage.text.char_indices() {
        match sign {
            '“' => open.push(at),
            '”' => match open.pop() {
                Some(from) if open.len() == 1 => found.push((from, at)),
                Some(_) => {}
                None => return Vec::new(),
            },
            _ => {}
        }
    }
    if open.is_empty() { found } else { Vec::new() }
}
