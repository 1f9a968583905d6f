//! Where links of a Word file lead: bookmarks, of which names are short and plain.

use std::collections::BTreeMap;

use crate::document::{Block, Document};
use crate::render::links::{blocks, links};

/// A bookmark for each anchor that a link leads to and a block has.
pub(super) struct Bookmarks(BTreeMap<String, String>);

impl Bookmarks {
    /// The bookmarks of a document, in the order of the blocks that have them.
    pub(super) fn of(document: &Document) -> Self {
        let mut wanted: BTreeMap<&str, bool> = links(document).map(|target| (target, false)).collect();
        let mut names = BTreeMap::new();
        for anchor in blocks(document).filter_map(anchor) {
            if let Some(taken @ false) = wanted.get_mut(anchor) {
                *taken = true;
                names.insert(anchor.to_owned(), format!("a{}", names.len() + 1));
            }
        }
        Self(names)
    }

    /// The name of the bookmark; empty where nothing leads, or nothing is led to.
    pub(super) fn name(&self, anchor: &str) -> String {
        self.0.get(anchor).cloned().unwrap_or_default()
    }
}

fn anchor(block: &Block) -> Option<&str> {
    match block {
        Block::Heading(heading) => Some(&heading.anchor),
        Block::Paragraph(paragraph) => paragraph.anchor.as_deref(),
        Block::Table(_) | Block::Figure(_) => None,
    }
}
