//! 书名号里面又用书名号 · 《》 within 《》
//!
//! ## 中文
//! 书名号里面还要用书名号的，里面一层用单书名号：《关于印发〈某方案〉的通知》。
//!
//! ## English
//! Within 《》 a second title takes 〈〉.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据《关于印发《澜平县教育发展规划》的通知》，制定本方案。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 根据《关于印发〈澜平县教育发展规划〉的通知》，制定本方案。
//! ```
//!
//! ## 依据 · Source
//! C21；GB/T 15834—2011，4.15

use std::ops::Range;

use crate::check::papers::documents;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::Edit;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F012",
    name: "title_names_unnested",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("title_names_unnested.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.texts_with(Signs::TITLE).chain(context.prose_with(Signs::TITLE)) {
        for outer in documents(words.value) {
            let Some(inner) = inner(words.value, &outer) else { continue };
            let (whole, name) = (&words.value[outer.clone()], &words.value[inner.start + 3..inner.end - 3]);
            let message = text!(zh: "“{whole}”里面又用了书名号", en: "“{whole}” has 《》 within 《》");
            let (open, close) = (inner.start..inner.start + 3, inner.end - 3..inner.end);
            let edits = vec![
                Edit { span: context.part(words, open), text: "〈".to_owned() },
                Edit { span: context.part(words, close), text: "〉".to_owned() },
            ];
            let help = text!(zh: "里面一层用单书名号：〈{name}〉", en: "the inner title takes 〈〉: 〈{name}〉");
            let title = text!(zh: "改为〈{name}〉", en: "change it to 〈{name}〉");
            out.push(RULE.finding(context.part(words, inner), message).help(help).edits(title, true, edits));
        }
    }
}

/// The first title within another, marks included.
fn inner(words: &str, outer: &Range<usize>) -> Option<Range<usize>> {
    let inside = &words[outer.clone()];
    let open = inside.find('《')?;
    let close = open + inside[open..].find('》')?;
    Some(outer.start + open..outer.start + close + '》'.len_utf8())
}
