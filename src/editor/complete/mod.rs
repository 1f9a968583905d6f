//! What may stand at a place.

use super::{Analysis, Completion, Draft};

impl Draft<'_> {
    /// What may be put in before a byte, the likeliest first; an analysis, even an older one, tells which names there are.
    pub fn complete(&self, offset: usize, analysis: Option<&Analysis>) -> Vec<Completion> {
        let _ = (offset, analysis);
        Vec::new()
    }
}
