//! A text in its one layout, as edits of the lines that change.

use std::ops::Range;

use gen_lsp_types as lsp;

use super::Answer;
use crate::format::{changes, format_known};
use crate::lsp::state::{Refusal, State};
use crate::lsp::subject::Subject;
use crate::source::Sources;

/// The edits that lay a text out.
pub(super) fn document(state: &State, params: lsp::DocumentFormattingParams) -> Answer<lsp::DocumentFormattingRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    edits(&subject, &(0..subject.document.text.len()))
}

/// Those of the lines of a range, and no others; what they say depends on the whole text all the same.
pub(super) fn range(
    state: &State,
    params: lsp::DocumentRangeFormattingParams,
) -> Answer<lsp::DocumentRangeFormattingRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    let asked = subject.bytes(params.range);
    edits(&subject, &lines(&subject.document.text, &asked))
}

fn edits(subject: &Subject, wanted: &Range<usize>) -> Result<Option<Vec<lsp::TextEdit>>, Refusal> {
    let text = subject.document.text.as_str();
    let mut sources = Sources::default();
    let id = sources.add(&subject.path, text);
    let mut laid_out = format_known(sources.get(id), None).text;
    // An editor that shows a file with CRLF writes it so, and would take every line for changed.
    if text.contains("\r\n") {
        laid_out = laid_out.replace('\n', "\r\n");
    }
    let changes = changes(text, &laid_out).into_iter();
    let within = changes.filter(|(bytes, _)| wanted.start <= bytes.start && bytes.end <= wanted.end);
    Ok(Some(within.map(|(bytes, new_text)| lsp::TextEdit { range: subject.range(&bytes), new_text }).collect()))
}

/// The lines that some bytes touch, with their ends; a range that ends where a line begins does not reach into it.
fn lines(text: &str, asked: &Range<usize>) -> Range<usize> {
    let before = |at: usize| text.get(..at).unwrap_or(text);
    let start = before(asked.start).rfind('\n').map_or(0, |at| at + 1);
    let is_before = asked.end > asked.start && before(asked.end).ends_with('\n');
    let last = if is_before { asked.end - 1 } else { asked.end };
    let behind = text.get(last..).unwrap_or_default();
    start..behind.find('\n').map_or(text.len(), |at| last + at + 1)
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_range_is_the_lines_it_touches() {
        let text = "甲\n乙\n丙\n";
        assert_eq!((lines(text, &(4..4)), lines(text, &(4..8)), lines(text, &(0..11))), (4..8, 4..8, 0..12));
    }
}
