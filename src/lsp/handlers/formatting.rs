//! A text in its one layout, as edits of the lines that change.

use std::ops::Range;

use gen_lsp_types as lsp;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Answer;
use crate::format::{format_known, words};
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
    let start = text[..asked.start].rfind('\n').map_or(0, |at| at + 1);
    let is_before = asked.end > asked.start && text[..asked.end].ends_with('\n');
    let last = if is_before { asked.end - 1 } else { asked.end };
    start..text[last..].find('\n').map_or(text.len(), |at| last + at + 1)
}

/// The lines that differ: their bytes in the one text, and what stands there in the other. A line that keeps its words
/// is one change, so that no more than what is asked for needs to be made; lines that come or go stand together.
fn changes(before: &str, after: &str) -> Vec<(Range<usize>, String)> {
    let cut = |text| str::split_inclusive(text, '\n').collect::<Vec<_>>();
    let (old, new) = (cut(before), cut(after));
    let starts: Vec<usize> = std::iter::once(0)
        .chain(old.iter().scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        }))
        .collect();
    let said = |lines: &[&str]| lines.iter().map(|line| words(line)).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &said(&old), &said(&new));
    let mut changes = Vec::new();
    for op in ops {
        let (from, to) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            let pairs = from.zip(to).filter(|(from, to)| old[*from] != new[*to]);
            changes.extend(pairs.map(|(from, to)| (starts[from]..starts[from + 1], new[to].to_owned())));
        } else {
            changes.push((starts[from.start]..starts[from.end], new[to].concat()));
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_keeps_its_words_is_one_change() {
        let edits = changes("- 甲,乙\n-  丙\n", "- 甲，乙\n- 丙\n");
        assert_eq!(edits, [(0..10, "- 甲，乙\n".to_owned()), (10..17, "- 丙\n".to_owned())]);
        let text = "甲\n乙\n丙\n";
        assert_eq!((lines(text, &(4..4)), lines(text, &(4..8)), lines(text, &(0..11))), (4..8, 4..8, 0..12));
    }

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
