//! What the layout changes in a text, line by line.
//!
//! Takes a text and what it is laid out as, gives the lines that differ; an editor makes those it was asked for.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::syntax::fold::narrow;

/// The lines that differ: their bytes in the one text, and what stands there in the other. A line that keeps its words
/// is one change, so that no more than what is asked for needs to be made; lines that come or go stand together.
pub fn changes(before: &str, after: &str) -> Vec<(Range<usize>, String)> {
    let cut = |text| str::split_inclusive(text, '\n').collect::<Vec<_>>();
    let (old, new) = (cut(before), cut(after));
    let starts: Vec<usize> = std::iter::once(0)
        .chain(old.iter().scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        }))
        .collect();
    let words = |lines: &[&str]| lines.iter().map(|line| words(line)).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &words(&old), &words(&new));
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

/// What a line says, however it is laid out.
fn words(line: &str) -> String {
    line.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::changes;

    #[test]
    fn a_line_that_keeps_its_words_is_one_change() {
        let edits = changes("- 甲,乙\n-  丙\n", "- 甲，乙\n- 丙\n");
        assert_eq!(edits, [(0..10, "- 甲，乙\n".to_owned()), (10..17, "- 丙\n".to_owned())]);
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
