//! 用了文件简称，没有交代全称 · A short title that is never introduced
//!
//! ## 中文
//! 正文用“《方案》”“《意见》”指一份文件，第一次出现全称时要写“（以下简称《方案》）”，不然读的人不知道是哪一份。
//!
//! ## English
//! Where the text calls a paper 《方案》 or 《意见》, its full title is followed by （以下简称《方案》） where it first stands; or
//! nobody can tell which is meant.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 《方案》由四个部分组成。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 《澜平县提质行动方案》（以下简称《方案》）由四个部分组成。《方案》印发后执行。
//! ```
//!
//! ## 依据 · Source
//! C30

use crate::check::pattern::Pattern;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W609",
    name: "short_title_unknown",
    severity: Severity::Info,
    at_issue: Severity::Warning,
    text: include_str!("short_title_unknown.rs"),
    run,
};

static FORM: Pattern =
    Pattern::new("《((?:实施|行动|工作|指导)?(?:方案|意见|办法|通知|规划|纲要|计划|条例|细则|决定|规定))》");

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    let prose = || context.passages.iter().filter(|passage| passage.is_prose);
    let is_named =
        |name: &str| context.plan.bases.iter().any(|basis| basis.name.as_ref().is_some_and(|it| it.value == name));
    let mut told: Vec<&str> = Vec::new();
    for passage in prose() {
        for hit in FORM.all_hits(passage) {
            let name = hit.part(1);
            let announced = [format!("简称《{name}》"), format!("简称“{name}”"), format!("简称{name}")];
            let is_announced = prose().any(|other| announced.iter().any(|words| other.text.contains(words.as_str())));
            if told.contains(&name) || is_announced || is_named(name) {
                continue;
            }
            told.push(name);
            let message = text!(zh: "简称《{name}》没有交代全称", en: "《{name}》 is never said in full");
            out.push(RULE.finding(passage.span(hit.at()), message).help(text!(
                zh: "第一次写全称，后加“（以下简称《{name}》）”",
                en: "say the full title first, with （以下简称《{name}》） after it"
            )));
        }
    }
}
