//! Problems that a client asks for itself.

use gen_lsp_types as lsp;

use super::Answer;
use crate::lsp::state::State;

/// The problems of a text, once it was checked as it is now.
pub(super) fn problems(state: &State, params: lsp::DocumentDiagnosticParams) -> Answer<lsp::DocumentDiagnosticRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    subject.current()?;
    let items = state.problems(&subject.path);
    let full_document_diagnostic_report = lsp::FullDocumentDiagnosticReport { items, ..Default::default() };
    let report = lsp::RelatedFullDocumentDiagnosticReport { full_document_diagnostic_report, ..Default::default() };
    Ok(report.into())
}
