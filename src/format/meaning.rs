//! Whether two texts say the same.
//!
//! Takes two sources and what is read of them, tells whether their trees, comments and errors are alike but for the
//! places; never looks at the layout. What is written for a file with findings is measured by it before it is given.

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;
use crate::syntax::ast::{Column, File, Item};
use crate::syntax::{Parsed, faults};

/// Whether two sources say the same and have the same errors.
pub(super) fn is_same(one: (&Source, &Parsed), other: (&Source, &Parsed)) -> bool {
    errors(one.1) == errors(other.1)
        && comments(one.0, one.1).eq(comments(other.0, other.1))
        && told(&one.1.file) == told(&other.1.file)
}

/// Whether a finding keeps lines from being set.
pub(super) fn is_fault(finding: &Diagnostic) -> bool {
    finding.severity == Severity::Error || finding.code == faults::WRONG_INDENT
}

fn errors(parsed: &Parsed) -> Vec<&'static str> {
    let mut codes: Vec<_> = parsed.findings.iter().filter(|found| is_fault(found)).map(|found| found.code).collect();
    codes.sort_unstable();
    codes
}

fn comments<'a>(source: &'a Source, parsed: &'a Parsed) -> impl Iterator<Item = &'a str> {
    let words = |text: &'a str| text.char_indices().nth(2).map_or("", |(at, _)| &text[at..]);
    parsed.file.comments.iter().map(move |span| words(source.slice(*span)))
}

/// All that a file says, in one line.
pub(super) fn told(file: &File) -> String {
    without_places(&format!("{:?}", bare(file)))
}

/// A file without what is layout alone; heads and cells that are read as values count by their values.
pub(super) fn bare(file: &File) -> File {
    let mut file = file.clone();
    let mut open: Vec<&mut Item> = file.items.iter_mut().collect();
    while let Some(item) = open.pop() {
        match item {
            Item::Section(section) => open.extend(&mut section.items),
            Item::Entry(entry) => {
                if let Some(table) = &mut entry.table {
                    let heads = table.header.iter_mut().zip(&table.columns);
                    heads
                        .filter(|(_, column)| !matches!(column, Column::Dimension(_)))
                        .for_each(|(head, _)| head.value.clear());
                    let cells = table.rows.iter_mut().flatten();
                    cells.filter(|cell| cell.ask.is_some()).for_each(|cell| cell.text.value.clear());
                }
                open.extend(&mut entry.items);
            }
            Item::Paragraph(_) | Item::Grid(_) => {}
        }
    }
    file.comments.clear();
    file.pasted.line_break = "\n";
    file
}

/// What is printed of a tree, without its spans.
fn without_places(printed: &str) -> String {
    let mut pieces = printed.split("Span { source: ");
    let mut bare = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        bare.push_str(piece.split_once(" }").map_or(piece, |(_, rest)| rest));
    }
    bare
}
