//! 省略号、破折号写法 · The form of an ellipsis or a dash
//!
//! ## 中文
//! 省略号是六个点“……”，占两个字；破折号是“——”，占两个字。三个句点、三个句号、两个短横线都不是。
//!
//! ## English
//! An ellipsis is six dots ……, a dash is ——, each two characters wide. Three full stops or two hyphens are
//! neither.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 校园里有读书声、歌声...这是共同的追求--让每个孩子成长。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 校园里有读书声、歌声……这是共同的追求——让每个孩子成长。
//! ```
//!
//! ## 依据 · Source
//! C123、C124；GB/T 15834—2011，4.10、4.11

use crate::check::passages::is_han;
use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W405",
    name: "long_marks",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("long_marks.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern =
    Pattern::new(&["...", "。。。", "…", "--", "－－"], "(\\.{3,}|。{3,}|…+)|-{2,}|－{2,}");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage) {
            let written = hit.text();
            let is_ellipsis = !hit.part(1).is_empty();
            let is_right = written.starts_with('…') && written.chars().count() % 2 == 0;
            let (before, after) = (hit.before().is_some_and(is_word), hit.after().is_some_and(is_word));
            let stands_in_words = if is_ellipsis { before } else { before && after };
            if is_right || !stands_in_words {
                continue;
            }
            let (zh, en, right) =
                if is_ellipsis { ("省略号", "ellipsis", "……") } else { ("破折号", "dash", "——") };
            let span = passage.span(hit.at());
            let message = text!(zh: "{zh}写成了“{written}”", en: "the {en} is written {written}");
            let help = text!(zh: "写作“{right}”", en: "write {right}");
            let title = text!(zh: "改为“{right}”", en: "make it {right}");
            out.push(RULE.finding(span, message).help(help).fix(title, span, right));
        }
    }
}

fn is_word(sign: char) -> bool {
    is_han(sign) || "”》）“《（，、".contains(sign)
}
