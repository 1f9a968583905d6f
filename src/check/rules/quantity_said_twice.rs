//! 数量前后重复限定 · A quantity bounded twice
//!
//! ## 中文
//! “不低于”已经包括本数和更高，“以上”也是；“约”和“左右”都是约数。前后各用一个，意思重复，留一个就够。成对的词
//! 在 stdlib/words/paired-bounds.txt。
//!
//! ## English
//! 不低于 already means that much or more, and so does 以上; 约 and 左右 both say about. One of the two is enough.
//! The pairs are data.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 小学生体质健康优良率不低于60%以上，新建学校约5所左右。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 小学生体质健康优良率不低于60%，新建学校约5所。
//! ```
//!
//! ## 依据 · Source
//! C100、C101、C102、C104；民法典第一千二百五十九条

use crate::check::bounds::Bounded;
use crate::check::level::stated_values;
use crate::check::passages::{Passage, single};
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Spanned;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W101",
    name: "quantity_said_twice",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("quantity_said_twice.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    out.extend(context.bounded().filter_map(|(passage, pair)| finding(passage, pair)));
    // What the data ask for is written with the same words.
    for (_, target) in stated_values(context.plan) {
        let written = Spanned::new(context.sources.slice(target.span), target.span);
        let passage = single(written, context.sources);
        out.extend(context.options.words.bounded(&passage).filter_map(|pair| finding(&passage, pair)));
    }
}

fn finding(passage: &Passage, pair: Bounded) -> Option<Diagnostic> {
    let Bounded { first, last, enough: keep } = pair;
    if keep.is_empty() {
        return None;
    }
    let (before, after) = (&passage.text[first.clone()], &passage.text[last.clone()]);
    let whole = passage.span(first.start..last.end);
    let message = text!(zh: "“{before}……{after}”重复限定", en: "“{before}……{after}” bounds the quantity twice");
    let help = text!(zh: "留“{keep}”，删去“{after}”", en: "keep {keep} and take away {after}");
    let title = text!(zh: "删去“{after}”", en: "take away {after}");
    Some(RULE.finding(whole, message).help(help).guess(title, passage.span(last), ""))
}
