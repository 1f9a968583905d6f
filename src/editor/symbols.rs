//! The things of a plan that a search finds.

use super::{Analysis, Symbol};

impl Analysis {
    /// What is called by a name in which the signs of `query` stand in their order, the best first.
    pub fn symbols(&self, query: &str) -> Vec<Symbol> {
        let _ = query;
        Vec::new()
    }
}
