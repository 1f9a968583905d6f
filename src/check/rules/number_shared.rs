//! 两份文件用了同一个字号 · One number for two documents
//!
//! ## 中文
//! 一个发文字号只对应一份文件。两处引用标题不同、字号相同，必有一处抄错；所引文件的字号与本文件的字号相同，也是抄错。
//!
//! ## English
//! A number belongs to one document. If two titles have the same number, one of them was copied wrongly; so was the
//! number of a cited document that is the number of this paper.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 依据：《澜平县教育发展规划》，澜政发〔2025〕8号，上位
//! - 依据：《澜平县教师队伍建设意见》，澜政发〔2025〕8号，落实
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：澜平县义务教育提质行动方案
//! - 依据：《澜平县教育发展规划》，澜政发〔2025〕8号，上位
//! - 依据：《澜平县教师队伍建设意见》，澜政发〔2025〕9号，落实
//! ```
//!
//! ## 依据 · Source
//! C09；平安S0（两份附件同号）

use std::collections::BTreeMap;

use crate::check::numbers;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "F005",
    name: "number_shared",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("number_shared.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let mut seen = BTreeMap::new();
    for notice in &plan.notices {
        let number = notice.number.as_ref().and_then(|number| Some((proper(&number.value)?, number.span)));
        if let Some((number, span)) = number {
            seen.entry(number).or_insert(("本文件", span));
        }
    }
    for basis in plan.bases.iter() {
        let (Some(written), title) = (&basis.number, basis.title.value.trim()) else { continue };
        let Some(number) = proper(&written.value) else { continue };
        let (other, place) = *seen.entry(number.clone()).or_insert((title, written.span));
        // A title may be cited in short.
        if other.contains(title) || title.contains(other) {
            continue;
        }
        let message = text!(
            zh: "“{number}”是《{title}》的字号，又是“{other}”的字号",
            en: "{number} is the number of “{title}” and of “{other}”"
        );
        let found = RULE.finding(written.span, message);
        let found = found.related(place, text!(zh: "同一个字号已经用在这里", en: "the same number is used here"));
        out.push(found.help(text!(
            zh: "一个字号只对应一份文件，对照原件核对这两处",
            en: "a number belongs to one document: compare both with the originals"
        )));
    }
}

fn proper(number: &str) -> Option<String> {
    numbers::read(number)?.proper()
}
