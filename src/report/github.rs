//! Findings as annotations of GitHub Actions.
//!
//! Takes findings, gives one workflow command for each: `::error file=…,line=…,col=…,endLine=…,title=D003::message`.
//! The advice follows the message, since an annotation has no other place for it. Never more than one line each: what
//! would end a command or a property is escaped.

use super::{place, words};
use crate::diagnostic::{Diagnostic, Lang, Severity};
use crate::source::Sources;

/// The commands of all findings, each with its line break.
pub(super) fn report(diagnostics: &[Diagnostic], sources: &Sources, lang: Lang) -> String {
    diagnostics.iter().map(|diagnostic| command(diagnostic, sources, lang)).collect()
}

fn command(diagnostic: &Diagnostic, sources: &Sources, lang: Lang) -> String {
    let source = sources.get(diagnostic.span.source);
    let place::Place { start, end } = place::place(source, diagnostic.span);
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    // An end column is taken as one of the first line, so it is given only when the place ends there.
    let end_column = if start.line == end.line { format!(",endColumn={}", end.column) } else { String::new() };
    format!(
        "::{name} file={},line={},endLine={},col={}{end_column},title={}::{}\n",
        property(&source.path().to_string_lossy()),
        start.line,
        end.line,
        start.column,
        property(diagnostic.code),
        data(&words::message_and_help(diagnostic, lang)),
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;
    use crate::text;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        let mut sources = Sources::default();
        let id = sources.add("a,b:100%.plan", "入学率 100%\n巩固率\n");
        let message = text!(zh: "100%：\r\n错", en: "100%: wrong");
        let finding = Diagnostic::warning("Q001", Span::new(id, 3, 10), message).help(text!(zh: "改", en: "mend"));
        assert_eq!(
            report(std::slice::from_ref(&finding), &sources, Lang::Zh),
            "::warning file=a%2Cb%3A100%25.plan,line=1,endLine=1,col=2,endColumn=5,title=Q001::100%25：%0D%0A错%0A建议：改\n"
        );
        let long = Diagnostic { span: Span::new(id, 0, 99), help: None, ..finding };
        assert_eq!(
            report(&[long], &sources, Lang::En),
            "::warning file=a%2Cb%3A100%25.plan,line=1,endLine=2,col=1,title=Q001::100%25: wrong\n"
        );
    }
}
