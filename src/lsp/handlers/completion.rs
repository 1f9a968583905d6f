//! What may stand where one is typing.

use gen_lsp_types as lsp;

use super::Answer;
use crate::lsp::convert::completion::item;
use crate::lsp::state::State;

/// So many suggestions are told at once; the rest follows as more is typed.
const MOST: usize = 500;

/// The suggestions at a position, from the text as it is and the names of the newest check.
pub(super) fn completion(state: &State, params: lsp::CompletionParams) -> Answer<lsp::CompletionRequest> {
    let at = params.text_document_position_params;
    let subject = state.subject(&at.text_document.uri)?;
    let mut found = subject.draft().complete(subject.byte(at.position), subject.analysis());
    let is_incomplete = found.len() > MOST;
    found.truncate(MOST);
    let (lang, snippets) = (state.client.lang(), state.client.can.snippets);
    let told = found.into_iter().map(|found| {
        let range = subject.range(&found.replaces);
        item(found, range, snippets, lang)
    });
    Ok(Some(lsp::CompletionList { is_incomplete, items: told.collect(), ..Default::default() }.into()))
}
