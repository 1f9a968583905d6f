//! What stays together when a line cannot be set.
//!
//! Takes the lines below a heading, parts them where nothing of what is above encloses what follows: at a data line of
//! the first level, at prose beside it, at a table for reading. Such a block may be left as it is written without a
//! change to what belongs to what, if it begins at the margin. Never reads what a line says.

use crate::source::Source;
use crate::syntax::line::{Line, LineKind, is_bare_dash};

/// The blocks of some lines; `is_table` tells whether a table for reading begins at a row.
pub(super) fn blocks(source: &Source, lines: &[Line], is_table: impl Fn(&Line) -> bool) -> Vec<std::ops::Range<usize>> {
    let mut starts = vec![0];
    let mut top = None;
    for (index, line) in lines.iter().enumerate() {
        let is_beside = top.is_none_or(|top| line.indent <= top);
        let begins = match line.kind {
            LineKind::Heading(_) => true,
            LineKind::Data => is_beside,
            LineKind::Prose if is_bare_dash(&source.text()[line.whole.clone()]) => false,
            LineKind::Prose => is_beside || is_paragraph(source, line),
            LineKind::Row => is_table(line),
            LineKind::Comment | LineKind::Blank => false,
        };
        if begins {
            top = (line.kind == LineKind::Data).then_some(line.indent);
            starts.push(index);
        }
    }
    starts.push(lines.len());
    starts.windows(2).map(|ends| ends[0]..ends[1]).filter(|block| !block.is_empty()).collect()
}

/// Whether the first line of a block stands where it would be set.
pub(super) fn is_at_margin(source: &Source, block: &[Line]) -> bool {
    let first = block.iter().find(|line| line.kind != LineKind::Blank);
    first.is_none_or(|line| line.indent == 0 || line.kind == LineKind::Prose && is_paragraph(source, line))
}

/// Whether prose has an ideographic indent: that is how a paragraph is printed, not structure.
pub(super) fn is_paragraph(source: &Source, line: &Line) -> bool {
    source.text()[..line.whole.start].ends_with('\u{3000}')
}

/// Some lines as they are written, without line end.
pub(super) fn written(source: &Source, lines: &[Line]) -> String {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return String::new() };
    let text = source.text();
    let from = text[..first.whole.start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[last.whole.end..].find('\n').map_or(text.len(), |at| last.whole.end + at);
    let lines = text[from..to].trim_start_matches('\u{feff}').split('\n');
    lines.map(|line| line.trim_end_matches('\r')).collect::<Vec<_>>().join("\n")
}
