//! Findings for people and machines.
//!
//! Takes diagnostics and the sources they point into, gives text: drawn for a terminal, one line each, JSON, SARIF,
//! annotations. Chooses the language; words none of the findings itself. Never sorts, filters or prints: the order
//! of the findings is the caller's. A span that lies outside its text is moved into it, in every format alike.

mod excerpt;
mod github;
mod json;
mod place;
mod sarif;
mod short;
mod terminal;
mod words;

pub use json::schema;
pub use words::{left_out, message_and_help as message, summary};

use crate::diagnostic::{Diagnostic, Lang};
use crate::source::{Source, Sources, Span};

/// Whom a report is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// A person at a terminal: each finding with the lines it is about.
    Human,
    /// A person or an editor: one line for each finding, `path:line:column: …`.
    Short,
    /// A program: one JSON object with every finding in both languages.
    Json,
    /// Code scanning services: a SARIF 2.1.0 log.
    Sarif,
    /// GitHub Actions: workflow commands that become annotations.
    Github,
}

/// What the reader wishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The language of messages and of the report's own words.
    pub lang: Lang,
    /// Whether a drawn report may hold colour escapes.
    pub color: bool,
    /// The columns of the terminal.
    pub width: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { lang: Lang::Zh, color: false, width: 100 }
    }
}

/// The report of `diagnostics`, in the order given.
///
/// Every span must come from `sources`. Without findings the formats for people are empty; those for programs still
/// hold a whole document.
pub fn report(format: Format, diagnostics: &[Diagnostic], sources: &Sources, options: &Options) -> String {
    match format {
        Format::Human => terminal::report(diagnostics, sources, options),
        Format::Short => short::report(diagnostics, sources, options.lang),
        Format::Json => json::report(diagnostics, sources),
        Format::Sarif => sarif::report(diagnostics, sources, options.lang),
        Format::Github => github::report(diagnostics, sources, options.lang),
    }
}

/// The bytes of a place as a person is shown them: in the text, on whole characters, without line breaks around them.
pub fn shown(source: &Source, span: Span) -> std::ops::Range<usize> {
    let place::Place { start, end } = place::place(source, span);
    start.byte..end.byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_say() {
        let of = |format| report(format, &[], &Sources::default(), &Options::default());
        assert_eq!((of(Format::Human), of(Format::Short), of(Format::Github)), Default::default());
        assert!(of(Format::Json).contains("\"findings\": []"));
        assert!(of(Format::Sarif).contains("\"results\": []"));
    }
}
