//! One line for each finding: `path:line:column: 错误[D003] message`.
//!
//! The form that editors and terminals make clickable. Gives no advice, no related places and no colour.

use super::{place, words};
use crate::diagnostic::{Diagnostic, Lang};
use crate::source::Sources;

/// The lines of all findings, each with its line break.
pub(super) fn report(diagnostics: &[Diagnostic], sources: &Sources, lang: Lang) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&line(diagnostic, sources, lang));
        text.push('\n');
    }
    text
}

/// The line of one finding.
pub(super) fn line(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let source = sources.get(diagnostic.span.source);
    let start = place::place(source, diagnostic.span).start;
    let severity = words::severity(diagnostic.severity);
    let message = place::one_line(diagnostic.message.get(lang));
    format!("{}:{start}: {}[{}] {message}", place::path(source), severity.get(lang), diagnostic.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;
    use crate::text;

    #[test]
    fn a_finding_is_one_line() {
        let mut sources = Sources::default();
        let id = sources.add("方案/一.plan", "# 目标\n- 期限：明天\n");
        let span = Span::new(id, 20, 26);
        let finding = Diagnostic::error("D003", span, text!(zh: "“明天”\n不是日期", en: "not a\tdate"));
        assert_eq!(line(&finding, &sources, Lang::Zh), "方案/一.plan:2:6: 错误[D003] “明天” 不是日期");
        assert_eq!(report(&[finding], &sources, Lang::En), "方案/一.plan:2:6: error[D003] not a date\n");
    }
}
