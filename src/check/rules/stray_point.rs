//! 汉字之间多出的圆点 · A stray point between Chinese characters
//!
//! ## 中文
//! 两个汉字之间的半角圆点不是中文标点，多半是从网页粘贴时带进来的，或者是误按。删去，或者改成该用的标点；外国人名的
//! 分隔用“·”。
//!
//! ## English
//! A full stop of the Latin kind between two Chinese characters is no Chinese mark; it mostly came along from a
//! web page. Take it away, or write the mark that is meant; foreign names are divided by ·.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 明确干部和教师的.听课要求。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 明确干部和教师的听课要求。
//! ```
//!
//! ## 依据 · Source
//! C116；GB/T 15834—2011，5.1

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W411",
    name: "stray_point",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("stray_point.rs"),
    run,
};

pub(in crate::check) static FORM: Pattern = Pattern::new(&[".", "．"], "[一-鿿”》）]([.．])[一-鿿“《（]");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.holding(&FORM).filter(|passage| passage.is_prose) {
        for hit in FORM.hits(passage).filter(|hit| !is_number(&passage.text[..hit.place(1).start])) {
            let (mark, span) = (hit.part(1), passage.span(hit.place(1)));
            let message = text!(zh: "汉字之间多了一个“{mark}”", en: "a stray {mark} stands between Chinese characters");
            out.push(
                RULE.finding(span, message)
                    .help(text!(zh: "删去，或者改成该用的标点", en: "take it away, or write the mark that is meant"))
                    .guess(text!(zh: "删去“{mark}”", en: "take {mark} away"), span, ""),
            );
        }
    }
}

/// Whether what stands before a point is the number of an item: 一.
fn is_number(before: &str) -> bool {
    before.trim().chars().all(|sign| "一二三四五六七八九十".contains(sign))
}
