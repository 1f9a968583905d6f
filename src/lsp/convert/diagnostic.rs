//! Findings as the protocol tells them: the words that `fangan check` prints, with the places that belong to them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use gen_lsp_types as lsp;

use crate::check::RULES;
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::lsp::checked::Texts;
use crate::report;
use crate::source::Span;

/// By whom a problem is told.
pub(in crate::lsp) const SOURCE: &str = "fangan";

/// Puts findings with the files that they are about.
pub(in crate::lsp) fn add(
    problems: &mut BTreeMap<PathBuf, Vec<lsp::Diagnostic>>,
    findings: &[Diagnostic],
    texts: &Texts,
) {
    for finding in findings {
        if let Some((path, range)) = texts.place(finding.span) {
            problems.entry(path.to_owned()).or_default().push(problem(finding, range, texts));
        }
    }
}

/// One finding.
fn problem(finding: &Diagnostic, range: lsp::Range, texts: &Texts) -> lsp::Diagnostic {
    let lang = texts.client().lang();
    let label = finding.label.iter().filter_map(|label| related(finding.span, label, texts));
    let places = finding.related.iter().filter_map(|place| related(place.span, &place.message, texts));
    let related: Vec<_> = label.chain(places).collect();
    lsp::Diagnostic {
        range,
        severity: Some(severity(finding.severity)),
        code: Some(lsp::Code::String(finding.code.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: report::message(finding, lang).into(),
        tags: tag(finding.code).map(|tag| vec![tag]),
        related_information: (!related.is_empty()).then_some(related),
        ..Default::default()
    }
}

fn related(span: Span, words: &Text, texts: &Texts) -> Option<lsp::DiagnosticRelatedInformation> {
    let (path, range) = texts.place(span)?;
    let location = lsp::Location { uri: texts.uri(path), range };
    Some(lsp::DiagnosticRelatedInformation { location, message: words.get(texts.client().lang()).to_owned() })
}

/// How grave a problem is.
fn severity(severity: Severity) -> lsp::DiagnosticSeverity {
    match severity {
        Severity::Error => lsp::DiagnosticSeverity::Error,
        Severity::Warning => lsp::DiagnosticSeverity::Warning,
        Severity::Info => lsp::DiagnosticSeverity::Information,
    }
}

/// What is declared for nothing is drawn pale, what no longer holds is struck out.
fn tag(code: &str) -> Option<lsp::DiagnosticTag> {
    match RULES.iter().find(|rule| rule.code == code)?.name {
        "owner_idle" | "short_name_idle" | "indicator_unused" | "allowance_idle" => {
            Some(lsp::DiagnosticTag::Unnecessary)
        }
        "basis_repealed" | "basis_expired" => Some(lsp::DiagnosticTag::Deprecated),
        _ => None,
    }
}
