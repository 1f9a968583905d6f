//! 文件名称写错 · A known document under a wrong title
//!
//! ## 中文
//! 法律、文件的名称要照原文写。“县域”写成“县城”、“中小学生日常行为规范”漏了“生”字，查不到这份文件。表在
//! stdlib/words/document-titles.txt，只在书名号、引号里和“依据”行里找；单位可以换成自己的表。
//!
//! ## English
//! A document is cited by the title it has: with 县城 for 县域, or a character left out, nobody finds it. The list is
//! stdlib/words/document-titles.txt; only titles, in 《》 or quotation marks or after 依据, are looked at.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 贯彻《县城义务教育均衡发展督导评估暂行办法》，认真开展自查。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 贯彻《县域义务教育均衡发展督导评估暂行办法》，认真开展自查。
//! ```
//!
//! ## 依据 · Source
//! C09、C183

use std::ops::Range;

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F112",
    name: "title_misquoted",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("title_misquoted.rs"),
    run,
};

/// The list of titles that are often written wrong.
const TITLES: &str = "document-titles";

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let lines = context.options.words.list(TITLES);
    let known: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once('→')).collect();
    for passage in context.of_list(TITLES) {
        let mut told: Vec<Range<usize>> = Vec::new();
        for (wrong, right) in known.iter().map(|(wrong, right)| (wrong.trim(), right.trim())) {
            for (at, _) in passage.text.match_indices(wrong) {
                let place = at..at + wrong.len();
                // A title is somebody else's wording: what the author says in his own words is no title.
                let is_title =
                    !passage.is_own(&place) || context.plan.bases.iter().any(|basis| basis.title.span == passage.whole);
                if !is_title || told.iter().any(|other| place.start < other.end && other.start < place.end) {
                    continue;
                }
                told.push(place.clone());
                let span = passage.span(place);
                let message = text!(
                    zh: "文件名称写错：“{wrong}”，应为“{right}”",
                    en: "the title of a known document is wrong: {wrong} for {right}"
                );
                let help =
                    text!(zh: "照原文核对，改为“{right}”", en: "check it against the original, and write {right}");
                let title = text!(zh: "改为“{right}”", en: "make it {right}");
                out.push(RULE.finding(span, message).help(help).guess(title, span, right));
            }
        }
    }
}
