//! 还有内容待定 · Something left open
//!
//! ## 中文
//! 起草时可以写“待定”“?”，名称可以写“XX县”“××学校”“某某局”，印发前都要定下来。时间、领导小组的席位和清单的各项另有规则，不在这里重报。
//!
//! ## English
//! A draft may leave anything open with `?` or 待定, or with a blank such as `XX县` in a name; the paper that is issued
//! may not. Times, seats of a leading group and members of a set have rules of their own and are not told twice.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局：XX县教育局
//! - 中心校：××中心学校
//!
//! ## 措施：完善听评课制度
//! - 牵头：待定
//! - 时限：2026年8月31日
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! # 主体
//! - 教育局：某县教育局
//!
//! ## 措施：完善听评课制度
//! - 牵头：教育局
//! - 时限：2026年8月31日
//! ```
//!
//! ## 依据 · Source
//! C145、C148

use crate::check::holes::holes;
use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::blank;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "S202",
    name: "hole_open",
    severity: Severity::Info,
    at_issue: Severity::Error,
    text: include_str!("hole_open.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for (span, subject) in holes(context.plan, context.texts()) {
        let (zh, en) = (subject.zh, subject.en);
        let message = text!(zh: "{zh}待定", en: "{en} is left open");
        let is_name = context.plan.quotas.iter().any(|quota| quota.name.span == span);
        let help = match is_name {
            true => text!(
                zh: "指标名后面空一格写要求，如“不低于95%”；不能用数说的写成正文，行首不加“- ”",
                en: "write what is asked behind the name and a blank, as in >= 95%; what no number can say is prose, without “- ”"
            ),
            false => text!(zh: "印发前定下来", en: "settle it before the plan is issued"),
        };
        out.push(RULE.finding(span, message).help(help));
    }
    let signs = Signs::LETTER.or(Signs::HALF_WIDTH).or(Signs::BLANK).or(Signs::ODD);
    for words in context.texts_with(signs) {
        let Some(at) = blank(words.value) else { continue };
        let (whole, sign) = (words.value, &words.value[at.clone()]);
        let message =
            text!(zh: "“{whole}”里的“{sign}”还没有填上", en: "“{sign}” in “{whole}” is a blank to be filled in");
        let help = text!(zh: "印发前写出真实的名称", en: "write the real name before the plan is issued");
        out.push(RULE.finding(context.part(words, at), message).help(help));
    }
}
