//! A text in its one layout, as edits of the lines that change.

use std::ops::Range;

use gen_lsp_types as lsp;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Answer;
use crate::format::format_known;
use crate::lsp::state::{Refusal, State};
use crate::lsp::subject::Subject;
use crate::source::Sources;

/// The edits that lay a text out.
pub(super) fn document(state: &State, params: lsp::DocumentFormattingParams) -> Answer<lsp::DocumentFormattingRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    edits(&subject, &(0..subject.document.text.len()))
}

/// Those that touch a range; what they say depends on the whole text all the same.
pub(super) fn range(
    state: &State,
    params: lsp::DocumentRangeFormattingParams,
) -> Answer<lsp::DocumentRangeFormattingRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    edits(&subject, &subject.bytes(params.range))
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
    let touching = changes.filter(|(bytes, _)| bytes.start <= wanted.end && wanted.start <= bytes.end);
    Ok(Some(touching.map(|(bytes, new_text)| lsp::TextEdit { range: subject.range(&bytes), new_text }).collect()))
}

/// The runs of lines that differ: their bytes in the one text, and what stands there in the other.
fn changes(before: &str, after: &str) -> Vec<(Range<usize>, String)> {
    let cut = |text| str::split_inclusive(text, '\n').collect::<Vec<_>>();
    let (old, new) = (cut(before), cut(after));
    let starts: Vec<usize> = std::iter::once(0)
        .chain(old.iter().scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        }))
        .collect();
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let changed = ops.into_iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    changed.map(|op| (starts[op.old_range().start]..starts[op.old_range().end], new[op.new_range()].concat())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_that_change_are_edited() {
        let before = "甲\n 乙\n丙\n\n\n丁";
        let edits = changes(before, "甲\n乙\n丙\n\n丁\n");
        let mut made = before.to_owned();
        for (bytes, text) in edits.iter().rev() {
            made.replace_range(bytes.clone(), text);
        }
        assert_eq!(made, "甲\n乙\n丙\n\n丁\n");
        assert!(edits.iter().all(|(bytes, _)| bytes.start > 0));
        assert_eq!(changes("同\n", "同\n"), []);
    }
}
