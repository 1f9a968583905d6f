//! Colours of the pieces of a text, from the text as it is and the names of the newest check.

use std::ops::Range;

use gen_lsp_types as lsp;

use super::Answer;
use crate::lsp::convert::token;
use crate::lsp::state::State;
use crate::lsp::subject::Subject;

/// Those of a whole text.
pub(super) fn whole(state: &State, params: lsp::SemanticTokensParams) -> Answer<lsp::SemanticTokensRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    Ok(Some(tokens(&subject, 0..subject.document.text.len())))
}

/// Those of a range.
pub(super) fn part(state: &State, params: lsp::SemanticTokensRangeParams) -> Answer<lsp::SemanticTokensRangeRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    let bytes = subject.bytes(params.range);
    Ok(Some(tokens(&subject, bytes)))
}

fn tokens(subject: &Subject, bytes: Range<usize>) -> lsp::SemanticTokens {
    let found = subject.draft().tokens(bytes, subject.analysis());
    let placed = found.into_iter().map(|token| {
        let range = subject.range(&token.range);
        (token, range)
    });
    // A token that runs over the end of its line could not be told.
    let data = token::steps(placed.filter(|(_, range)| range.start.line == range.end.line));
    lsp::SemanticTokens { result_id: None, data }
}
