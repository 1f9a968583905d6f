//! Another name for a thing, in every file of every plan that names it.
//!
//! The one kind of request that waits: an edit made from an older check would hit the wrong letters.

use gen_lsp_types as lsp;

use super::Answer;
use crate::lsp::convert::edit::Edits;
use crate::lsp::state::{Refusal, State};

/// Whether what stands at a position can be renamed, and what its name is.
pub(super) fn prepare(state: &State, params: lsp::PrepareRenameParams) -> Answer<lsp::PrepareRenameRequest> {
    let at = params.text_document_position_params;
    let subject = state.subject(&at.text_document.uri)?;
    subject.current()?;
    let known = subject.known()?;
    let name = known.analysis.prepare_rename(known.source, subject.byte(at.position)).map_err(Refusal::Failed)?;
    let range = subject.range(&name.span.range());
    Ok(Some(lsp::PrepareRenamePlaceholder { range, placeholder: name.name }.into()))
}

/// The edits that rename it.
pub(super) fn rename(state: &State, params: lsp::RenameParams) -> Answer<lsp::RenameRequest> {
    let at = params.text_document_position_params;
    let subject = state.subject(&at.text_document.uri)?;
    subject.current()?;
    let known = subject.known()?;
    let bearers = state.bearers(&subject, &known, at.position);
    state.all_current(&bearers)?;
    let mut edits = Edits::default();
    for (checked, analysis, source, offset) in bearers {
        let found = analysis.rename(source, offset, &params.new_name).map_err(Refusal::Failed)?;
        for edit in found {
            if let Some(place) = state.place(checked, edit.span) {
                edits.add(place, edit.text);
            }
        }
    }
    Ok(Some(edits.into_workspace(state.client.can.document_changes)))
}
