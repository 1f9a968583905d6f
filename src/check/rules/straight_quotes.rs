//! 直引号 · Straight quotation marks
//!
//! ## 中文
//! 引文和特定称谓用弯引号“”。直引号分不清头尾，排出来也不是中文字形。
//!
//! ## English
//! Quotations and terms take curly marks “”. Straight ones do not tell beginning from end and are not Chinese type.
//!
//! ## 错 · Wrong
//! ```plan
//! # 某县义务教育提质方案
//!
//! 落实"双减"要求。
//! ```
//!
//! ## 对 · Right
//! ```plan
//! # 某县义务教育提质方案
//!
//! 落实“双减”要求。
//! ```
//!
//! ## 依据 · Source
//! C117；GB/T 15834—2011，4.8

use crate::check::signs::Signs;
use crate::check::{Context, Rule};
use crate::diagnostic::Edit;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Span;
use crate::text;

/// The rule.
pub static RULE: Rule = Rule {
    code: "W402",
    name: "straight_quotes",
    severity: Severity::Warning,
    at_issue: Severity::Warning,
    text: include_str!("straight_quotes.rs"),
    run,
};

fn run(context: &Context, out: &mut Vec<Diagnostic>) {
    for passage in context.passages_with(Signs::HALF_WIDTH).filter(|passage| passage.is_prose) {
        let is_inch = |at: usize| passage.before(at).is_some_and(|sign| sign.is_ascii_digit());
        let at: Vec<usize> = passage.text.match_indices('"').map(|(at, _)| at).filter(|at| !is_inch(*at)).collect();
        let spans: Vec<Span> = at.iter().map(|at| passage.span(*at..at + 1)).collect();
        let Some(first) = spans.first() else { continue };
        let message = text!(zh: "用了直引号，分不出左右", en: "straight quotation marks are used, which do not show where they open");
        let help = text!(zh: "用弯引号“”", en: "use curly marks “”");
        let finding = RULE.finding(*first, message).help(help);
        let edits = spans.iter().zip(["“", "”"].into_iter().cycle());
        let edits = edits.map(|(span, mark)| Edit { span: *span, text: mark.to_owned() }).collect();
        out.push(if spans.len().is_multiple_of(2) {
            finding.edits(text!(zh: "改为弯引号", en: "make them curly"), true, edits)
        } else {
            finding
        });
    }
}
