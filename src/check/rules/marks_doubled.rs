//! 标点重复 · Marks side by side
//!
//! ## 中文
//! 逗号、句号、顿号、分号、冒号不连用。多半是改稿时留下的，留一个。
//!
//! ## English
//! Commas, full stops and the like do not stand side by side. Mostly one was left over from an edit; keep one.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 完善制度，，落实责任。。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 完善制度，落实责任。
//! ```
//!
//! ## 依据 · Source
//! C126、C127；GB/T 15834—2011

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W406",
    name: "marks_doubled",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("marks_doubled.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(
    &[
        "，，", "，。", "，、", "，；", "，：", "。，", "。。", "。、", "。；", "。：", "、，", "、。", "、、", "、；",
        "、：", "；，", "；。", "；、", "；；", "；：", "：，", "：。", "：、", "：；", "：：",
    ],
    "[，。、；：][，。、；：]+",
);

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM) {
        for hit in FORM.hits(passage) {
            let written = hit.text();
            let Some(first) = written.chars().next() else { continue };
            let are_same = written.chars().all(|mark| mark == first);
            // Three full stops are meant for an ellipsis.
            if are_same && first == '。' && written.chars().count() > 2 {
                continue;
            }
            let span = passage.span(hit.at());
            let message = text!(zh: "标点“{written}”连用", en: "the marks {written} stand side by side");
            let finding = RULE.finding(span, message).help(text!(zh: "留一个", en: "keep one"));
            let title = text!(zh: "改为“{first}”", en: "make it {first}");
            out.push(if are_same { finding.fix(title, span, first.to_string()) } else { finding });
        }
    }
}
