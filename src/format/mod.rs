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
/// The findings, if some of the text cannot be read.
pub fn format(source: &Source, keywords: Option<Tongue>) -> Result<String, Vec<Diagnostic>> {
    let parsed = syntax::parse(source);
    if parsed.findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(parsed.findings);
    }
    Ok(walk::rewrite(source, &parsed.file, keywords))
}

#[cfg(test)]
mod tests;
