//! What may stand where one is typing.

use gen_lsp_types as lsp;

use super::Answer;
use crate::editor::Completion;
use crate::lsp::convert::completion::{fits, item};
use crate::lsp::state::State;

/// So many suggestions are told at once; the rest follows as more is typed.
const MOST: usize = 200;

/// The suggestions at a position, from the text as it is and the names of the newest check.
pub(super) fn completion(state: &State, params: lsp::CompletionParams) -> Answer<lsp::CompletionRequest> {
    let at = params.text_document_position_params;
    let subject = state.subject(&at.text_document.uri)?;
    let mut found = subject.draft().complete(subject.byte(at.position), subject.analysis());
    let typed = |found: &Completion| subject.document.text.get(found.replaces.clone()).unwrap_or_default();
    let mut is_incomplete = found.len() > MOST;
    if is_incomplete {
        // Of very many those come that what is typed may mean.
        found.sort_by_cached_key(|found| !fits(found, typed(found)));
        found.truncate(MOST);
    }
    // What is found by what is typed now is found otherwise by what is typed next.
    is_incomplete |= found.iter().any(|found| !typed(found).is_empty());
    let (lang, snippets) = (state.client.lang(), state.client.can.snippets);
    let told = found.into_iter().map(|found| {
        let range = subject.range(&found.replaces);
        let typed = typed(&found).to_owned();
        item(found, range, &typed, snippets, lang)
    });
    Ok(Some(lsp::CompletionList { is_incomplete, items: told.collect(), ..Default::default() }.into()))
}
