//! 清单项数不符 · A set whose count is not that of its members
//!
//! ## 中文
//! 写明几项，就列几项。请核对是项数写错，还是漏列、多列了一项。
//!
//! ## English
//! A set lists as many members as it announces. Either the number is wrong, or a member is missing or one too many.
//!
//! ## 错 · Wrong
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 五备，5项：教材、学法、教法、问题
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 方案：某县义务教育提质方案
//! - 清单 五备，5项：教材、学法、教法、问题、作业
//! ```
//!
//! ## 依据 · Source
//! C52

use crate::check::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "G009",
    name: "set_count_differs",
    severity: Severity::Error,
    at_issue: Severity::Error,
    text: include_str!("set_count_differs.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for set in context.plan.sets.iter().filter(|set| !set.members.is_empty()) {
        let (Some(announced), listed) = (set.announced(), set.members.len() as u64) else { continue };
        let may_have_more = set.is_open || set.members.iter().any(|member| member.is_hole);
        if listed == announced || may_have_more && listed < announced {
            continue;
        }
        let name = &set.name.value;
        let message = text!(
            zh: "清单“{name}”写明{announced}项，列出{listed}项",
            en: "set “{name}” announces {announced} members and lists {listed}"
        );
        let mut finding = RULE.finding(set.count_span.unwrap_or(set.name.span), message);
        if let (Some(first), Some(last)) = (set.members.first(), set.members.last()) {
            let place = text!(zh: "列出的{listed}项在这里", en: "the {listed} members are here");
            finding = finding.related(first.span.to(last.span), place);
        }
        out.push(finding.help(text!(
            zh: "改项数，或者补上、删去相差的项；项内本来有顿号的，用“…”括起",
            en: "change the number or the list; put “…” round a member that has a 、 of its own"
        )));
    }
}
