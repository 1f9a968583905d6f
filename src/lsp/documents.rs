//! The texts that are open in the editor, which hold over what is on disk.
//!
//! Takes what the client says of them and keeps them by the one path each file has. A copy is cheap: the texts are
//! shared, so a check works on its own while typing goes on.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::{self as lsp, TextDocumentContentChangeEvent as Change, Uri};

use super::position::{Encoding, Lines};
use crate::world::{DiskWorld, ReadError, World, tidied};

/// A text that is open.
#[derive(Clone)]
pub(super) struct Document {
    /// The name by which the client knows it.
    pub uri: Uri,
    /// How often it was changed, as the client counts.
    pub version: i32,
    /// The text.
    pub text: Arc<String>,
    /// Its lines.
    pub lines: Arc<Lines>,
}

/// Every text that is open.
#[derive(Clone, Default)]
pub(super) struct Documents(BTreeMap<PathBuf, Document>);

impl Document {
    /// A text as it is opened.
    pub fn new(uri: Uri, version: i32, text: String) -> Self {
        let lines = Arc::new(Lines::of(&text));
        Self { uri, version, text: Arc::new(text), lines }
    }

    /// Makes changes one after another; one without a range is the whole text.
    pub fn change(&mut self, version: i32, changes: Vec<Change>, encoding: Encoding) {
        for change in changes {
            match change {
                Change::TextDocumentContentChangeWholeDocument(whole) => self.text = Arc::new(whole.text),
                Change::TextDocumentContentChangePartial(part) => {
                    let bytes = self.lines.bytes(&self.text, part.range, encoding);
                    Arc::make_mut(&mut self.text).replace_range(bytes, &part.text);
                }
            }
            self.lines = Arc::new(Lines::of(&self.text));
        }
        self.version = version;
    }

    /// The range of some bytes.
    pub fn range(&self, bytes: &std::ops::Range<usize>, encoding: Encoding) -> lsp::Range {
        self.lines.range(&self.text, bytes, encoding)
    }
}

impl Documents {
    /// Takes one in.
    pub fn open(&mut self, path: PathBuf, document: Document) {
        self.0.insert(path, document);
    }

    /// Lets one go.
    pub fn close(&mut self, path: &Path) {
        self.0.remove(path);
    }

    /// The one at a path.
    pub fn get(&self, path: &Path) -> Option<&Document> {
        self.0.get(path)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, path: &Path) -> Option<&mut Document> {
        self.0.get_mut(path)
    }
}

/// The one path of a file, whatever links lead to it, even if it is not there yet.
pub(super) fn real(path: &Path) -> PathBuf {
    let folder = || {
        let folder = DiskWorld.real(path.parent()?).ok()?;
        Some(folder.join(path.file_name()?))
    };
    let is_file = path.is_absolute();
    let found = if is_file { DiskWorld.real(path).ok().or_else(folder) } else { None };
    found.unwrap_or_else(|| tidied(path))
}

/// The files of this machine with the open texts over them; paths are taken, and told, from a folder.
pub(super) struct Overlay<'a> {
    /// The folder.
    pub base: &'a Path,
    /// The open texts.
    pub documents: &'a Documents,
}

impl Overlay<'_> {
    fn full(&self, path: &Path) -> PathBuf {
        tidied(&self.base.join(path))
    }
}

impl World for Overlay<'_> {
    fn read(&self, path: &Path) -> Result<String, ReadError> {
        let full = self.full(path);
        let open = self.documents.get(path).or_else(|| self.documents.get(&full));
        match open.or_else(|| self.documents.get(&real(&full))) {
            Some(document) => Ok(document.text.as_ref().clone()),
            None => DiskWorld.read(&full),
        }
    }

    fn real(&self, path: &Path) -> Result<PathBuf, ReadError> {
        let full = self.full(path);
        if self.documents.get(&full).is_some() { Ok(full) } else { DiskWorld.real(&full) }
    }

    fn files(&self, folder: &Path) -> Result<Vec<PathBuf>, ReadError> {
        DiskWorld.files(&self.full(folder))
    }
}
