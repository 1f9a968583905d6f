//! Texts that are opened, typed in and closed.

use std::path::{Path, PathBuf};

use gen_lsp_types as lsp;

use crate::lsp::documents::{Document, real};
use crate::lsp::server::Server;
use crate::lsp::uri;
use crate::settings;
use crate::world::{DiskWorld, World};

/// A text is opened: from now on it holds over the file.
pub(super) fn opened(server: &mut Server, params: lsp::DidOpenTextDocumentParams) {
    let lsp::TextDocumentItem { uri, version, text, .. } = params.text_document;
    let path = real(&uri::path(&uri));
    if server.state.client.can.pull {
        // From now on the client asks for itself, and what was told before would stand there twice.
        server.untell(&path, uri.clone());
    }
    server.state.documents.open(path.clone(), Document::new(uri, version, text));
    server.touched(&path);
}

/// A text is changed.
pub(super) fn changed(server: &mut Server, params: lsp::DidChangeTextDocumentParams) {
    let named = params.text_document;
    let path = real(&uri::path(&named.text_document_identifier.uri));
    let encoding = server.state.client.encoding;
    if let Some(document) = server.state.documents.get_mut(&path) {
        document.change(named.version, params.content_changes, encoding);
        server.touched(&path);
    }
}

/// A text is closed: the file holds again, if there is one.
pub(super) fn closed(server: &mut Server, params: lsp::DidCloseTextDocumentParams) {
    let uri = params.text_document.uri;
    let path = real(&uri::path(&uri));
    server.state.documents.close(&path);
    if DiskWorld.real(&path).is_err() {
        server.untell(&path, uri);
    } else if server.state.client.can.pull {
        server.told.remove(&path);
    }
    server.touched(&path);
    server.retry();
}

impl Server {
    /// Leaves everything to be checked anew that a changed file may matter to.
    pub fn touched(&mut self, path: &Path) {
        self.state.plans.tick();
        let is_settings = path.file_name().is_some_and(|name| name == settings::NAME);
        let is_new = !self.state.plans.holds(path);
        let is_touched = |server: &Self, plan: &PathBuf| {
            let Some(known) = server.state.plans.get(plan) else { return false };
            known.source(path).is_some() || (is_new && known.lacks_a_file())
        };
        let plans: Vec<_> = self.state.plans.paths().cloned().collect();
        for plan in plans {
            if is_settings || (plan != path && is_touched(self, &plan)) {
                self.check(&plan);
            }
        }
        if is_settings {
            return;
        }
        if self.state.documents.get(path).is_some() || DiskWorld.real(path).is_ok() {
            self.check(path);
        } else {
            self.forget(path);
        }
    }
}
