//! One line for each finding: `path:line:column: 错误[D003] message`.
//!
//! The form that editors and terminals make clickable. Gives no advice, no related places and no colour.

use std::fmt::Write;

use super::{place, words};
use crate::diagnostic::{Diagnostic, Lang};
use crate::source::Sources;

/// The lines of all findings, each with its line break.
pub(super) fn report(diagnostics: &[Diagnostic], sources: &Sources, lang: Lang) -> String {
    let mut text = String::new();
    for of_one in diagnostics.chunk_by(|one, other| one.span.source == other.span.source) {
        let path = of_one.first().map(|first| place::path(sources.get(first.span.source))).unwrap_or_default();
        for diagnostic in of_one {
            write_line(&mut text, &path, diagnostic, sources, lang);
            text.push('\n');
        }
    }
    text
}

/// The line of one finding.
pub(super) fn line(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let mut text = String::new();
    let path = place::path(sources.get(diagnostic.span.source));
    write_line(&mut text, &path, diagnostic, sources, lang);
    text
}

fn write_line(text: &mut String, path: &str, diagnostic: &Diagnostic, sources: &Sources, lang: Lang) {
    let start = place::start(sources.get(diagnostic.span.source), diagnostic.span);
    let severity = words::severity(diagnostic.severity);
    let message = place::one_line(diagnostic.message.get(lang));
    text.push_str(path);
    // Writing into a text does not fail.
    let _ = write!(text, ":{start}: ");
    [severity.get(lang), "[", diagnostic.code, "] ", &message].iter().for_each(|part| text.push_str(part));
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
