//! Suggestions as the protocol tells them.

use gen_lsp_types as lsp;

use super::kind;
use crate::diagnostic::Lang;
use crate::editor::Completion;

/// One suggestion, which replaces `range`.
pub(in crate::lsp) fn item(
    completion: Completion,
    range: lsp::Range,
    snippets: bool,
    lang: Lang,
) -> lsp::CompletionItem {
    let is_snippet = snippets && completion.snippet != completion.plain;
    let new_text = if is_snippet { completion.snippet } else { completion.plain };
    let detail = completion.detail.get(lang).to_owned();
    lsp::CompletionItem {
        label: completion.label,
        kind: Some(kind::completion(completion.kind)),
        detail: (!detail.is_empty()).then_some(detail),
        sort_text: Some(completion.sort),
        filter_text: Some(completion.filter),
        insert_text_format: is_snippet.then_some(lsp::InsertTextFormat::Snippet),
        text_edit: Some(lsp::TextEdit { range, new_text }.into()),
        ..Default::default()
    }
}
