//! The one canonical layout of a plan.
//!
//! Takes a source, gives its text written anew: `- ` and one blank, two blanks a level, full-width punctuation in lines
//! with Chinese keywords and ASCII in lines with English ones, digits and signs half-width, tables aligned, one blank
//! line around headings and between data and the prose or comment that follows (Markdown would swallow it), runs of
//! blank lines as one. Line ends become LF, a byte order mark goes. Names, titles, quoted words, free text, prose and
//! times are never reworded; asked for a tongue, it turns keywords and words of the language ([`crate::syntax::word`])
//! into that tongue and back without loss. What the text says stays the same: where a line has an error, the data line of
//! the first level that it hangs under stays as it is written with all below it, and so does all below a heading where
//! an indentation does not say what belongs to what. What is made of a text with findings is read again; if it says
//! anything else, more of it is left alone, at last the whole.

mod block;
mod line;
mod meaning;
mod names;
mod table;
mod walk;

use std::ops::{Range, RangeInclusive};

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Sources};
use crate::syntax::{self, Parsed};

use walk::Written;

pub use crate::syntax::word::Tongue;

/// A text in the canonical layout, as far as it is understood.
#[derive(Clone, Debug)]
pub struct Formatted {
    /// The text.
    pub text: String,
    /// Why some lines are left as they are written; empty if the whole text is canonical.
    pub findings: Vec<Diagnostic>,
    /// The lines that are, from which to which, counted from 1.
    pub kept: Vec<RangeInclusive<usize>>,
}

/// The text of a source with all that can be read in its canonical layout, its keywords in `keywords` if that is asked;
/// what stands about a line with an error as it is.
pub fn format_known(source: &Source, keywords: Option<Tongue>) -> Formatted {
    let parsed = syntax::parse_open(source);
    let faults = Faults::of(&parsed.findings);
    if parsed.findings.is_empty() {
        let text = walk::rewrite(source, &parsed.file, keywords, &faults, Extent::Block).text;
        return Formatted { text, findings: Vec::new(), kept: Vec::new() };
    }
    let line = |byte: usize| source.position(byte).line;
    let Some(made) = settled(source, &parsed, keywords, &Extent::ALL) else {
        let kept = vec![1..=line(source.text().trim_end().len())];
        return Formatted { text: source.text().to_owned(), findings: parsed.findings, kept };
    };
    let kept = made.kept.iter().map(|bytes| line(bytes.start)..=line(bytes.end)).collect();
    let findings = if faults.is_none() { Vec::new() } else { parsed.findings };
    Formatted { text: made.text, findings, kept }
}

/// What a line says, however it is laid out.
pub fn words(line: &str) -> String {
    line.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').map(syntax::fold::narrow).collect()
}

/// How much is left as it is around an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// The data line of the first level and what hangs below it.
    Block,
    /// Everything from the heading above to the next.
    Section,
}

impl Extent {
    const ALL: [Self; 2] = [Self::Block, Self::Section];
}

/// The text of a source with findings by the first of these extents with which it says what it said before and comes out
/// the same when it is formatted again.
fn settled(source: &Source, parsed: &Parsed, keywords: Option<Tongue>, extents: &[Extent]) -> Option<Written> {
    let faults = Faults::of(&parsed.findings);
    extents.iter().enumerate().find_map(|(index, extent)| {
        let made = walk::rewrite(source, &parsed.file, keywords, &faults, *extent);
        let mut sources = Sources::default();
        let id = sources.add(source.path(), made.text.clone());
        let again = sources.get(id);
        let read = syntax::parse_open(again);
        let is_settled = meaning::is_same((source, parsed), (again, &read)) && {
            let twice = walk::rewrite(again, &read.file, keywords, &Faults::of(&read.findings), *extent);
            let before = settled(again, &read, keywords, &extents[..index]);
            twice.text == made.text && before.is_none_or(|before| before.text == made.text)
        };
        is_settled.then_some(made)
    })
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
            } else if meaning::is_fault(finding) {
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
