//! Problems that a client asks for itself.

use gen_lsp_types as lsp;

use super::Answer;
use crate::lsp::server::Server;

/// The problems of a text, once it was checked as it is now.
pub(super) fn problems(
    server: &Server,
    params: lsp::DocumentDiagnosticParams,
) -> Answer<lsp::DocumentDiagnosticRequest> {
    let subject = server.subject(&params.text_document.uri)?;
    subject.current()?;
    let items = server.problems(&subject.path);
    let full_document_diagnostic_report = lsp::FullDocumentDiagnosticReport { items, ..Default::default() };
    let report = lsp::RelatedFullDocumentDiagnosticReport { full_document_diagnostic_report, ..Default::default() };
    Ok(report.into())
}
