//! One function for each thing a client asks or tells.
//!
//! A request takes the server as it is and its parameters, and gives an answer or why there is none; only what a client
//! tells changes the server.

mod actions;
mod colours;
mod completion;
mod formatting;
mod names;
mod outline;
mod pull;
mod reading;
mod rename;
mod sync;
mod workspace;

use gen_lsp_types::{self as lsp, Notification as _, Request as _};
use lsp_server::{Notification, Request};
use serde_json::Value;

use super::server::Server;
use super::state::{Refusal, State};

/// A request of the server's own.
const IDLE: &str = "fangan/idle";

/// What a request that is read gives.
type Answer<R> = Result<<R as lsp::Request>::Result, Refusal>;

/// Finds who answers a request.
macro_rules! answer {
    ($state:expr, $request:expr, { $($kind:ident => $handler:path,)* }) => {
        match lsp::LspRequestMethod::from($request.method.as_str()) {
            $(lsp::$kind::METHOD => ask::<lsp::$kind>($state, $request, $handler),)*
            _ => Err(Refusal::Unknown),
        }
    };
}

/// Whether a request may take longer than a key is down: a whole text laid out or coloured.
pub(super) fn is_slow(method: &str) -> bool {
    let slow = [
        lsp::SemanticTokensRequest::METHOD,
        lsp::DocumentFormattingRequest::METHOD,
        lsp::DocumentRangeFormattingRequest::METHOD,
        lsp::DocumentSymbolRequest::METHOD,
        lsp::CodeLensRequest::METHOD,
        lsp::FoldingRangeRequest::METHOD,
        lsp::WorkspaceSymbolRequest::METHOD,
    ];
    slow.contains(&lsp::LspRequestMethod::from(method))
}

/// The answer to a request.
pub(super) fn answer(state: &State, request: &Request) -> Result<Value, Refusal> {
    if request.method == IDLE {
        return workspace::idle(state);
    }
    answer!(state, request, {
        CompletionRequest => completion::completion,
        HoverRequest => reading::hover,
        InlayHintRequest => reading::hints,
        CodeLensRequest => reading::lenses,
        DefinitionRequest => names::definition,
        ReferencesRequest => names::references,
        DocumentHighlightRequest => names::highlights,
        PrepareRenameRequest => rename::prepare,
        RenameRequest => rename::rename,
        DocumentSymbolRequest => outline::symbols,
        WorkspaceSymbolRequest => outline::search,
        FoldingRangeRequest => outline::folds,
        SemanticTokensRequest => colours::whole,
        SemanticTokensRangeRequest => colours::part,
        DocumentFormattingRequest => formatting::document,
        DocumentRangeFormattingRequest => formatting::range,
        CodeActionRequest => actions::actions,
        DocumentDiagnosticRequest => pull::problems,
    })
}

fn ask<R: lsp::Request>(
    state: &State,
    request: &Request,
    handler: fn(&State, R::Params) -> Answer<R>,
) -> Result<Value, Refusal> {
    let params = serde_json::from_value(request.params.clone()).map_err(|error| Refusal::Invalid(error.to_string()))?;
    let answer = handler(state, params)?;
    serde_json::to_value(answer).map_err(|error| Refusal::Invalid(error.to_string()))
}

/// Takes in what a client tells; what it tells of no known kind is no fault.
pub(super) fn notified(server: &mut Server, notification: Notification) -> serde_json::Result<()> {
    let Notification { method, params } = notification;
    match lsp::LspNotificationMethod::from(method.as_str()) {
        lsp::DidOpenTextDocumentNotification::METHOD => sync::opened(server, serde_json::from_value(params)?),
        lsp::DidChangeTextDocumentNotification::METHOD => sync::changed(server, serde_json::from_value(params)?),
        lsp::DidCloseTextDocumentNotification::METHOD => sync::closed(server, serde_json::from_value(params)?),
        lsp::InitializedNotification::METHOD => workspace::begun(server),
        lsp::DidChangeWatchedFilesNotification::METHOD => workspace::watched(server, serde_json::from_value(params)?),
        lsp::DidChangeWorkspaceFoldersNotification::METHOD => {
            workspace::folders(server, serde_json::from_value(params)?);
        }
        lsp::DidChangeConfigurationNotification::METHOD => workspace::settled(server, serde_json::from_value(params)?),
        _ => {}
    }
    Ok(())
}
