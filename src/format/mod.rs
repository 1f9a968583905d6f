//! The one canonical layout of a plan.
//!
//! Takes a source, gives its text written anew: `- ` and one blank, two blanks a level, full-width punctuation in lines
//! with Chinese keywords and ASCII in lines with English ones, digits and signs half-width, tables aligned, one blank
//! line around headings and between data and the prose or comment that follows (Markdown would swallow it), runs of
//! blank lines as one. Line ends become LF, a byte order mark goes. Names, titles, quoted words, free text, prose and
//! times are never reworded; asked for a tongue, it turns keywords and words of the language ([`crate::syntax::word`])
//! into that tongue and back without loss. What the text says stays the same: a line with an error stays as it is
//! written, and so does all below a heading where an indentation does not say what belongs to what.

mod line;
mod names;
mod table;
mod walk;

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
use crate::syntax;

pub use crate::syntax::word::Tongue;

/// A text in the canonical layout, as far as it is understood.
#[derive(Clone, Debug)]
pub struct Formatted {
    /// The text.
    pub text: String,
    /// Why some lines are left as they are written; empty if the whole text is canonical.
    pub findings: Vec<Diagnostic>,
}

/// The text of a source with every line that can be read in its canonical layout, its keywords in `keywords` if that
/// is asked; the lines with errors as they are.
pub fn format_known(source: &Source, keywords: Option<Tongue>) -> Formatted {
    let parsed = syntax::parse(source);
    let faults = Faults::of(&parsed.findings);
    let text = walk::rewrite(source, &parsed.file, keywords, &faults);
    let findings = if faults.is_none() { Vec::new() } else { parsed.findings };
    Formatted { text, findings }
}

/// The canonical text of a whole source; its keywords in `keywords`, if that is asked.
///
/// # Errors
///
/// The findings, if some of the text cannot be read, or a line is indented in a way that does not say where it belongs.
pub fn format(source: &Source, keywords: Option<Tongue>) -> Result<String, Vec<Diagnostic>> {
    let made = format_known(source, keywords);
    if made.findings.is_empty() { Ok(made.text) } else { Err(made.findings) }
}

/// Where a text has errors.
#[derive(Debug, Default)]
struct Faults {
    /// The bytes with errors, in order and apart.
    errors: Vec<Range<usize>>,
    /// Where lines begin whose indentation was guessed: what belongs to what, their author must say first.
    unclear: Vec<usize>,
}

impl Faults {
    fn of(findings: &[Diagnostic]) -> Self {
        let mut faults = Self::default();
        for finding in findings {
            if finding.code == syntax::faults::WRONG_INDENT {
                faults.unclear.push(finding.span.range().start);
            } else if finding.severity == Severity::Error {
                faults.errors.push(finding.span.range());
            }
        }
        faults.errors.sort_by_key(|range| range.start);
        faults.errors.dedup_by(|next, before| {
            let meets = next.start <= before.end;
            before.end = if meets { before.end.max(next.end) } else { before.end };
            meets
        });
        faults
    }

    fn is_none(&self) -> bool {
        self.errors.is_empty() && self.unclear.is_empty()
    }

    /// Whether an error touches these bytes.
    fn touch(&self, bytes: &Range<usize>) -> bool {
        let before = self.errors.partition_point(|error| error.start <= bytes.end);
        self.errors[..before].last().is_some_and(|error| error.end >= bytes.start)
    }

    /// Whether an indentation among these bytes is unclear.
    fn confuse(&self, bytes: &Range<usize>) -> bool {
        self.unclear.iter().any(|at| bytes.contains(at))
    }
}

#[cfg(test)]
mod tests;
