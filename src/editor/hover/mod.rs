//! What a place means, for reading.

use super::{Analysis, Hover};
use crate::diagnostic::Lang;
use crate::source::SourceId;

impl Analysis {
    /// What there is to know of the name, the keyword or the finding at a place.
    pub fn hover(&self, source: SourceId, offset: usize, lang: Lang) -> Option<Hover> {
        let _ = (source, offset, lang);
        None
    }
}
