//! Edits of several files, with the versions of the texts they are made for.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use gen_lsp_types as lsp;

use crate::lsp::subject::Place;

/// The edits of each file, by their places there, each once.
#[derive(Default)]
pub(in crate::lsp) struct Edits(BTreeMap<PathBuf, OfFile>);

/// The edits of one file, by their places.
type OfFile = BTreeMap<lsp::Range, (Place, String)>;

impl Edits {
    /// Adds one; of two at the same place the first.
    pub fn add(&mut self, place: Place, text: String) {
        let of_file = self.0.entry(place.path.clone()).or_default();
        of_file.entry(place.range).or_insert((place, text));
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, for a client that can take versions or one that cannot.
    pub fn into_workspace(self, with_versions: bool) -> lsp::WorkspaceEdit {
        let files = self.0.into_values().filter_map(file);
        if with_versions {
            let changes = files.map(|(document, edits)| {
                let edits = edits.into_iter().map(lsp::Edit::from).collect();
                lsp::TextDocumentEdit { text_document: document, edits }.into()
            });
            return lsp::WorkspaceEdit { document_changes: Some(changes.collect()), ..Default::default() };
        }
        let changes: HashMap<_, _> = files.map(|(file, edits)| (file.text_document_identifier.uri, edits)).collect();
        lsp::WorkspaceEdit { changes: Some(changes), ..Default::default() }
    }
}

/// A file and its edits.
fn file(edits: OfFile) -> Option<(lsp::OptionalVersionedTextDocumentIdentifier, Vec<lsp::TextEdit>)> {
    let (place, _) = edits.values().next()?;
    let text_document_identifier = lsp::TextDocumentIdentifier { uri: place.uri.clone() };
    let document = lsp::OptionalVersionedTextDocumentIdentifier { version: place.version, text_document_identifier };
    let edits = edits.into_values().map(|(place, new_text)| lsp::TextEdit { range: place.range, new_text });
    Some((document, edits.collect()))
}
