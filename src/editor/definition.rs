//! Where a name leads, and where it is used.

use super::{Analysis, Definition};
use crate::source::{SourceId, Span};

impl Analysis {
    /// Where the name at a place is declared.
    pub fn definition(&self, source: SourceId, offset: usize) -> Option<Definition> {
        let _ = (source, offset);
        None
    }

    /// Every place where the thing at a place is named, by file and place; where it is declared only if that is asked.
    pub fn references(&self, source: SourceId, offset: usize, with_declaration: bool) -> Vec<Span> {
        let _ = (source, offset, with_declaration);
        Vec::new()
    }
}
