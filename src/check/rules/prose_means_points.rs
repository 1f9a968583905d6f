//! 正文里百分点写成了百分数 · Percentage points written as per cent in the text
//!
//! ## 中文
//! 两个百分数的差是百分点。“由90%提高到95%，提高5%”应为“提高5个百分点”；5%是相对增长，90%的5%只有4.5个百分点。
//!
//! ## English
//! The difference of two percentages is in percentage points: from 90% to 95% is five points, and 5.6% of 90%.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 巩固率由90%提高到95%，提高5%。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//!
//! 巩固率由90%提高到95%，提高5个百分点。
//! ```
//!
//! ## 依据 · Source
//! C81

use crate::check::changes::changes;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::quantity::{Decimal, rounded};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "Q040",
    name: "prose_means_points",
    severity: Severity::Warning,
    at_issue: Severity::Error,
    text: include_str!("prose_means_points.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for words in context.prose_with(Signs::DIGIT) {
        for change in changes(words.value) {
            let are_percents = [&change.from, &change.to, &change.by].iter().all(|figure| figure.unit.is_percent());
            let (from, to, by) = (change.from.value, change.to.value, change.by.value);
            let Some(difference) = to.checked_sub(from).map(|difference| difference.abs()) else { continue };
            if !are_percents || difference != by {
                continue;
            }
            let relative = difference.checked_mul(Decimal::ONE_HUNDRED).and_then(|share| share.checked_div(from));
            let Some(relative) = relative.map(|share| rounded(share, 1)) else { continue };
            let (more, less) = if to > from { (to, from) } else { (from, to) };
            let message = text!(
                zh: "{more}%－{less}%＝{by}个百分点，不是{by}%；相对变化是{relative}%",
                en: "{more}% － {less}% ＝ {by} percentage points, not {by}%; as a share it is {relative}%"
            );
            let span = context.part(words, change.by.at.clone());
            let found = RULE.finding(span, message);
            let place = context.part(words, change.from.at.start..change.to.at.end);
            let found = found.related(place, text!(zh: "两个数在这里", en: "the two values are here"));
            let title = text!(zh: "改为“{by}个百分点”", en: "change it to {by} percentage points");
            let help = text!(zh: "写“{by}个百分点”", en: "write {by}个百分点");
            out.push(found.help(help).guess(title, span, format!("{by}个百分点")));
        }
    }
}
