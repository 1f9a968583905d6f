//! Folders that are opened, files that change outside the editor, settings.

use std::path::Path;
use std::thread;

use gen_lsp_types::{self as lsp, Request as _};
use serde_json::json;

use crate::lsp::client::{Root, Wishes};
use crate::lsp::documents::real;
use crate::lsp::server::{Event, Server};
use crate::lsp::state::{Refusal, State};
use crate::lsp::uri;
use crate::settings;
use crate::world::plans_below;

/// So many files and folders of a folder are looked at for plans.
const MOST_FILES: usize = 50_000;
/// So many plans of a folder are checked that nobody has opened.
const MOST_PLANS: usize = 500;

/// The client is ready: plans are sought in its folders, and it is asked to watch them.
pub(super) fn begun(server: &mut Server) {
    if server.state.client.can.watch {
        let globs = ["**/*.plan", "**/*.plan.md", "**/fangan.toml"];
        let watchers: Vec<_> = globs.iter().map(|glob| json!({ "globPattern": glob })).collect();
        let method = "workspace/didChangeWatchedFiles";
        let registration = json!({ "id": "plans", "method": method, "registerOptions": { "watchers": watchers } });
        let params = json!({ "registrations": [registration] });
        server.ask(lsp::RegistrationRequest::METHOD.into(), params);
    }
    server.state.client.roots.clone().iter().for_each(|root| seek(server, root));
}

/// Seeks the plans of a folder, on a thread of its own: a folder may be large or far away.
fn seek(server: &mut Server, root: &Root) {
    server.state.seeking += 1;
    let (events, folder) = (server.events.clone(), root.real.clone());
    thread::spawn(move || {
        let mut found = plans_below(&folder, MOST_FILES);
        found.truncate(MOST_PLANS);
        // The server may be gone.
        let _ = events.send(Event::Found(found.iter().map(|path| real(path)).collect()));
    });
}

/// Answers when everything is checked and told: for those who test or script the server.
pub(super) fn idle(state: &State) -> Result<serde_json::Value, Refusal> {
    let is_idle = state.seeking == 0 && state.plans.are_current();
    if is_idle { Ok(serde_json::Value::Null) } else { Err(Refusal::Wait) }
}

/// Files have changed outside the editor; of one that is open, the open text holds.
pub(super) fn watched(server: &mut Server, params: lsp::DidChangeWatchedFilesParams) {
    for change in params.changes {
        let path = real(&uri::path(&change.uri));
        if server.state.documents.get(&path).is_none() && is_of_interest(&path) {
            server.touched(&path);
        }
    }
}

fn is_of_interest(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name == settings::NAME || name.ends_with(".plan") || name.ends_with(".plan.md")
}

/// Folders were opened or closed.
pub(super) fn folders(server: &mut Server, params: lsp::DidChangeWorkspaceFoldersParams) {
    let roots = |folders: Vec<lsp::WorkspaceFolder>| folders.into_iter().map(|folder| Root::of(&folder.uri.0));
    for gone in roots(params.event.removed) {
        server.state.client.roots.retain(|root| *root != gone);
        let below: Vec<_> = server.state.plans.paths().filter(|path| path.starts_with(&gone.real)).cloned().collect();
        for path in below.iter().filter(|path| server.state.documents.get(path).is_none()).cloned().collect::<Vec<_>>()
        {
            server.forget(&path);
        }
    }
    for new in roots(params.event.added) {
        seek(server, &new);
        server.state.client.roots.push(new);
    }
}

/// The user has settled something anew.
pub(super) fn settled(server: &mut Server, params: lsp::DidChangeConfigurationParams) {
    // A client that is to be asked for its settings sends nothing here.
    if !params.settings.is_object() {
        return;
    }
    server.state.client.wishes = Wishes::of(&params.settings);
    server.state.plans.tick();
    let plans: Vec<_> = server.state.plans.paths().cloned().collect();
    plans.iter().for_each(|plan| server.check(plan));
}

impl Server {
    /// Asks the client to draw anew what was drawn from an older check.
    pub fn redraw(&mut self) {
        let can = self.state.client.can;
        let asked = [
            (can.redraw_hints, lsp::InlayHintRefreshRequest::METHOD),
            (can.redraw_lenses, lsp::CodeLensRefreshRequest::METHOD),
            (can.redraw_tokens, lsp::SemanticTokensRefreshRequest::METHOD),
        ];
        for (_, method) in asked.into_iter().filter(|(can, _)| *can) {
            self.ask(method.into(), serde_json::Value::Null);
        }
    }
}
