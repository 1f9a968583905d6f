//! Where the links of a document lead: asked by every output that marks a place only if something leads to it.

use crate::document::{Block, Document, Inline, Part, Row};

/// Every block, part after part.
pub(super) fn blocks(document: &Document) -> impl Iterator<Item = &Block> {
    document.parts.iter().flat_map(|part| match part {
        Part::Notice(notice) => &notice.body,
        Part::Plan(body) => &body.body,
        Part::Attachment(attachment) => &attachment.body,
    })
}

/// The anchor of each link, in order, as often as it is led to.
pub(super) fn links(document: &Document) -> impl Iterator<Item = &str> {
    let inlines = blocks(document).flat_map(|block| match block {
        Block::Heading(heading) => heading.run_in.iter().collect(),
        Block::Paragraph(paragraph) => paragraph.inlines.iter().collect(),
        Block::Table(table) => table.rows.iter().flat_map(cells).flatten().collect(),
        Block::Figure(_) => Vec::new(),
    });
    inlines.filter_map(|inline| match inline {
        Inline::Link { target, .. } => Some(target.as_str()),
        Inline::Text { .. } => None,
    })
}

fn cells(row: &Row) -> &[Vec<Inline>] {
    match row {
        Row::Cells { cells } => cells,
        Row::Section { .. } => &[],
    }
}
