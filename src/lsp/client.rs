//! What the client is, can and wishes, as it says when it begins.
//!
//! Read leniently: of what it says only what is used here is looked at, and what is not there or makes no sense counts
//! as not said.

use std::path::{Path, PathBuf};

use gen_lsp_types::Uri;
use serde_json::Value;

use super::documents::real;
use super::position::Encoding;
use super::uri;
use crate::calendar::{Date, day};
use crate::check::Stage;
use crate::diagnostic::Lang;

/// What the client is, can and wishes.
#[derive(Clone, Debug)]
pub(super) struct Client {
    /// What columns count.
    pub encoding: Encoding,
    /// The folders that are open.
    pub roots: Vec<Root>,
    /// What it can.
    pub can: Can,
    /// What its user wishes.
    pub wishes: Wishes,
    /// The language of messages if its user does not say.
    lang: Lang,
}

/// A folder that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Root {
    /// Its path as the client names it.
    pub given: PathBuf,
    /// Its one path, links followed.
    pub real: PathBuf,
}

/// What a client can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Can {
    /// Fill in places of what is completed.
    pub snippets: bool,
    /// Tell versions in edits of several files.
    pub document_changes: bool,
    /// Ask for problems, and be told to ask again.
    pub pull: bool,
    /// Watch files for the server.
    pub watch: bool,
    /// Show an outline with levels.
    pub levels: bool,
    /// Take actions with their edits, not only commands.
    pub actions: bool,
    /// Redraw hints and lenses when it is told to.
    pub redraw_hints: bool,
    /// The same of lenses.
    pub redraw_lenses: bool,
    /// The same of colours.
    pub redraw_tokens: bool,
}

/// What a user settles in the editor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Wishes {
    /// The language of messages.
    pub lang: Option<Lang>,
    /// How far plans have come.
    pub stage: Option<Stage>,
    /// The day by which deadlines are over.
    pub as_of: Option<Date>,
    /// Whether only the problems of plans that are open are told.
    pub only_open: bool,
}

/// The language of messages: one that was typed, or the system's.
#[derive(Clone, Copy, Debug)]
pub struct Tongues {
    /// What was typed when the server was started.
    pub typed: Option<Lang>,
    /// The system's.
    pub system: Lang,
}

impl Client {
    /// What a client says of itself in `initialize`.
    pub fn of(params: &Value, tongues: Tongues) -> Self {
        let flag = |path: &str| params.pointer(&format!("/capabilities/{path}")).and_then(Value::as_bool) == Some(true);
        let there = |path: &str| params.pointer(&format!("/capabilities/{path}")).is_some_and(Value::is_object);
        let offered = params.pointer("/capabilities/general/positionEncodings").and_then(Value::as_array);
        let offered: Vec<&str> = offered.into_iter().flatten().filter_map(Value::as_str).collect();
        let locale = params.get("locale").and_then(Value::as_str).and_then(language);
        Self {
            encoding: Encoding::of(&offered),
            roots: roots(params),
            can: Can {
                snippets: flag("textDocument/completion/completionItem/snippetSupport"),
                document_changes: flag("workspace/workspaceEdit/documentChanges"),
                pull: there("textDocument/diagnostic") && flag("workspace/diagnostics/refreshSupport"),
                watch: flag("workspace/didChangeWatchedFiles/dynamicRegistration"),
                levels: flag("textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
                actions: there("textDocument/codeAction/codeActionLiteralSupport"),
                redraw_hints: flag("workspace/inlayHint/refreshSupport"),
                redraw_lenses: flag("workspace/codeLens/refreshSupport"),
                redraw_tokens: flag("workspace/semanticTokens/refreshSupport"),
            },
            wishes: params.get("initializationOptions").map(Wishes::of).unwrap_or_default(),
            lang: tongues.typed.or(locale).unwrap_or(tongues.system),
        }
    }

    /// The language of messages.
    pub fn lang(&self) -> Lang {
        self.wishes.lang.unwrap_or(self.lang)
    }

    /// The folder from which the path of a file is told, and from where `fangan check` would be run.
    pub fn base<'a>(&'a self, file: &'a Path) -> &'a Path {
        let above = self.roots.iter().map(|root| root.real.as_path()).filter(|root| file.starts_with(root));
        let folder = || file.parent().unwrap_or(Path::new(""));
        above.max_by_key(|root| root.components().count()).unwrap_or_else(folder)
    }

    /// The name of a file that is not open, below the name the client has for its folder.
    pub fn uri(&self, file: &Path) -> Uri {
        let below = self.roots.iter().find_map(|root| Some(root.given.join(file.strip_prefix(&root.real).ok()?)));
        uri::uri(below.as_deref().unwrap_or(file))
    }
}

impl Root {
    /// The folder of an address.
    pub fn of(uri: &str) -> Self {
        let given = uri::path(&Uri::from(uri));
        Self { real: real(&given), given }
    }
}

impl Wishes {
    /// What is settled, alone or under the name `fangan`.
    pub fn of(settings: &Value) -> Self {
        let settings = settings.get("fangan").unwrap_or(settings);
        let word = |name: &str| settings.get(name).and_then(Value::as_str);
        Self {
            lang: word("lang").and_then(language),
            stage: word("stage").and_then(|stage| match stage {
                "draft" => Some(Stage::Draft),
                "issue" => Some(Stage::Issue),
                _ => None,
            }),
            as_of: word("asOf").and_then(day),
            only_open: word("problems") == Some("open"),
        }
    }
}

fn language(locale: &str) -> Option<Lang> {
    match locale.get(..2)? {
        "zh" => Some(Lang::Zh),
        "en" => Some(Lang::En),
        _ => None,
    }
}

fn roots(params: &Value) -> Vec<Root> {
    let folders = params.get("workspaceFolders").and_then(Value::as_array);
    let named = folders.into_iter().flatten().filter_map(|folder| folder.get("uri")?.as_str());
    let roots: Vec<_> = named.map(Root::of).collect();
    match params.get("rootUri").and_then(Value::as_str) {
        Some(uri) if roots.is_empty() => vec![Root::of(uri)],
        _ => roots,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const SYSTEM: Tongues = Tongues { typed: None, system: Lang::Zh };

    #[test]
    fn a_client_that_says_nothing_is_served() {
        let client = Client::of(&json!({ "capabilities": { "general": 7 }, "locale": "中" }), SYSTEM);
        assert_eq!((client.encoding, client.lang(), client.can), (Encoding::Utf16, Lang::Zh, Can::default()));
    }

    #[test]
    fn what_is_settled_beats_what_is_typed_and_that_the_locale() {
        let params = json!({ "locale": "en-GB", "initializationOptions": { "stage": "issue", "asOf": "2026-11-22" } });
        let client = Client::of(&params, SYSTEM);
        assert_eq!((client.lang(), client.wishes.stage), (Lang::En, Some(Stage::Issue)));
        assert!(client.wishes.as_of.is_some());
        let typed = Client::of(&params, Tongues { typed: Some(Lang::Zh), ..SYSTEM });
        assert_eq!(typed.lang(), Lang::Zh);
        assert_eq!(Wishes::of(&json!({ "fangan": { "lang": "en" } })).lang, Some(Lang::En));
    }
}
