//! The one canonical layout of a plan.
//!
//! Takes a source, gives its text written anew: `- ` and one blank, two blanks a level, full-width punctuation in lines
//! with Chinese keywords and ASCII in lines with English ones, digits and signs half-width, tables aligned, one blank
//! line around headings and between data and the prose or comment that follows (Markdown would swallow it), runs of
//! blank lines as one. Line ends become LF, a byte order mark goes. Names, titles, quoted words, free text, prose and
//! times are never reworded; asked for a tongue, it turns keywords and words of the language ([`crate::syntax::word`])
//! into that tongue and back without loss. What the text says stays the same: a file with errors is refused whole.

mod line;
mod names;
mod table;
mod walk;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
use crate::syntax;

pub use crate::syntax::word::Tongue;

/// The canonical text of a source; its keywords in `keywords`, if that is asked.
///
/// # Errors
///
/// The findings, if some of the text cannot be read, or a line is indented in a way that does not say where it belongs.
pub fn format(source: &Source, keywords: Option<Tongue>) -> Result<String, Vec<Diagnostic>> {
    let parsed = syntax::parse_open(source);
    // A line whose indentation was guessed has no layout to keep: its author must say first where it belongs.
    let is_unclear =
        |finding: &Diagnostic| finding.severity == Severity::Error || finding.code == syntax::faults::WRONG_INDENT;
    if parsed.findings.iter().any(is_unclear) {
        return Err(parsed.findings);
    }
    Ok(walk::rewrite(source, &parsed.file, keywords))
}

#[cfg(test)]
mod tests;
