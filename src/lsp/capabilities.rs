//! What the server offers, as it answers `initialize`.

use gen_lsp_types as lsp;

use super::client::Client;
use super::convert::token;

/// Before which signs an editor asks for completion by itself: what ends a keyword, separates names, opens a reference or
/// begins a data line.
const TRIGGERS: [&str; 9] = ["：", ":", "、", "，", ",", "{", "“", "-", " "];

/// What a client is offered.
pub(super) fn offered(client: &Client) -> lsp::InitializeResult {
    let version = Some(env!("CARGO_PKG_VERSION").to_owned());
    let server_info = Some(lsp::ServerInfo { name: "fangan".to_owned(), version });
    lsp::InitializeResult { capabilities: capabilities(client), server_info }
}

fn capabilities(client: &Client) -> lsp::ServerCapabilities {
    lsp::ServerCapabilities {
        position_encoding: Some(client.encoding.kind()),
        text_document_sync: Some(sync().into()),
        completion_provider: Some(lsp::CompletionOptions {
            trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
            ..Default::default()
        }),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        references_provider: Some(true.into()),
        document_highlight_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        workspace_symbol_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        document_formatting_provider: Some(true.into()),
        document_range_formatting_provider: Some(true.into()),
        inlay_hint_provider: Some(true.into()),
        code_lens_provider: Some(lsp::CodeLensOptions::default()),
        code_action_provider: Some(actions().into()),
        rename_provider: Some(renaming().into()),
        semantic_tokens_provider: Some(tokens().into()),
        diagnostic_provider: client.can.pull.then(|| diagnostics().into()),
        workspace: Some(lsp::WorkspaceOptions {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(true.into()),
            }),
            ..Default::default()
        }),
        ..Default::default()
    }
}

fn sync() -> lsp::TextDocumentSyncOptions {
    lsp::TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(lsp::TextDocumentSyncKind::Incremental),
        save: Some(true.into()),
        ..Default::default()
    }
}

fn actions() -> lsp::CodeActionOptions {
    let kinds = vec![lsp::CodeActionKind::QuickFix, lsp::CodeActionKind::SourceFixAll];
    lsp::CodeActionOptions { code_action_kinds: Some(kinds), ..Default::default() }
}

fn renaming() -> lsp::RenameOptions {
    lsp::RenameOptions { prepare_provider: Some(true), ..Default::default() }
}

fn tokens() -> lsp::SemanticTokensOptions {
    lsp::SemanticTokensOptions {
        legend: token::legend(),
        range: Some(true.into()),
        full: Some(true.into()),
        ..Default::default()
    }
}

fn diagnostics() -> lsp::DiagnosticOptions {
    lsp::DiagnosticOptions {
        identifier: Some("fangan".to_owned()),
        inter_file_dependencies: true,
        ..Default::default()
    }
}
