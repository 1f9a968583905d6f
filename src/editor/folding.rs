//! What of a text can be folded away.

use super::{Draft, Fold};

impl Draft<'_> {
    /// Lines that belong together, by place; those of a heading before those within.
    pub fn folds(&self) -> Vec<Fold> {
        Vec::new()
    }
}
