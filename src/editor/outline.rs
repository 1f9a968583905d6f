//! The outline of a text: headings, goals, measures, phases, quotas, declarations.

use super::{Draft, Item};

impl Draft<'_> {
    /// What stands in the text, by what belongs to what.
    pub fn outline(&self) -> Vec<Item> {
        Vec::new()
    }
}
