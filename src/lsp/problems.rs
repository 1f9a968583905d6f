//! What is told of each file, and when.
//!
//! The problems of a file are those that the plans which speak for it find there, each once. They are told once all these
//! plans were checked with the text as it is now, and only if they are others than before. A client that asks for them
//! itself is only told to ask again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use gen_lsp_types::{self as lsp, Notification as _, Request as _};

use super::server::Server;
use super::state::State;

impl State {
    /// The problems of a file.
    pub fn problems(&self, file: &Path) -> Vec<lsp::Diagnostic> {
        let mut problems: Vec<lsp::Diagnostic> = Vec::new();
        let speakers = self.plans.speakers(file);
        // Settings are no text of a plan: each plan that they hold for tells their faults.
        let others = self.plans.all().filter(|checked| speakers.is_empty() && checked.problems.contains_key(file));
        for checked in speakers.iter().copied().chain(others) {
            problems.extend(checked.problems.get(file).into_iter().flatten().cloned());
        }
        problems.sort_by_key(|problem| problem.range);
        let mut told: Vec<lsp::Diagnostic> = Vec::with_capacity(problems.len());
        for problem in problems {
            let here = |other: &&lsp::Diagnostic| other.range == problem.range;
            if !told.iter().rev().take_while(here).any(|other| *other == problem) {
                told.push(problem);
            }
        }
        told
    }

    /// Whether problems of a file are told at all.
    fn is_told(&self, file: &Path) -> bool {
        let is_open = |path: &PathBuf| self.documents.get(path).is_some();
        !self.client.wishes.only_open
            || self.documents.get(file).is_some()
            || self.plans.with(file).any(|checked| checked.paths().any(is_open))
    }
}

impl Server {
    /// Tells the problems of files where they are others than before.
    pub fn tell(&mut self, files: BTreeSet<PathBuf>) {
        let mut is_to_ask = false;
        for file in files {
            if self.state.plans.with(&file).any(|checked| !self.state.plans.is_current(&checked.path)) {
                continue;
            }
            let problems = if self.state.is_told(&file) { self.state.problems(&file) } else { Vec::new() };
            let before = self.told.get(&file);
            if before
                .map_or(problems.is_empty() && self.state.documents.get(&file).is_none(), |before| *before == problems)
            {
                continue;
            }
            match self.state.documents.get(&file) {
                Some(_) if self.state.client.can.pull => is_to_ask = true,
                open => {
                    let uri = open.map_or_else(|| self.state.client.uri(&file), |open| open.uri.clone());
                    let version = open.map(|open| open.version);
                    let params = lsp::PublishDiagnosticsParams { uri, version, diagnostics: problems.clone() };
                    self.notify(lsp::PublishDiagnosticsNotification::METHOD.into(), params);
                }
            }
            self.told.insert(file, problems);
        }
        if is_to_ask {
            self.ask(lsp::DiagnosticRefreshRequest::METHOD.into(), serde_json::Value::Null);
        }
    }

    /// Takes back what was told of a file that is no more.
    pub fn untell(&mut self, file: &Path, uri: lsp::Uri) {
        if self.told.remove(file).is_some_and(|problems| !problems.is_empty()) {
            let params = lsp::PublishDiagnosticsParams { uri, version: None, diagnostics: Vec::new() };
            self.notify(lsp::PublishDiagnosticsNotification::METHOD.into(), params);
        }
    }
}
