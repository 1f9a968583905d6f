//! What helps to read: what a place means, what is worked out, what hangs on a line.

use gen_lsp_types as lsp;
use serde_json::{Value, json};

use super::Answer;
use crate::editor::Lens;
use crate::lsp::state::State;
use crate::lsp::subject::{Known, Subject};

/// The command of a lens, which the editor's extension knows: shows places, given file, position and places.
const SHOW: &str = "fangan.showReferences";

/// What a place means.
pub(super) fn hover(state: &State, params: lsp::HoverParams) -> Answer<lsp::HoverRequest> {
    let at = params.text_document_position_params;
    let subject = state.subject(&at.text_document.uri)?;
    let known = subject.known()?;
    let hover = known.analysis.hover(known.source, known.then(subject.byte(at.position)), state.client.lang());
    Ok(hover.map(|hover| {
        let range = known.bytes_now(&hover.span.range()).map(|bytes| subject.range(&bytes));
        let contents = lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value: hover.markdown };
        lsp::Hover { contents: contents.into(), range }
    }))
}

/// What is worked out and not written, in some lines.
pub(super) fn hints(state: &State, params: lsp::InlayHintParams) -> Answer<lsp::InlayHintRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    let known = subject.known()?;
    let lang = state.client.lang();
    let found = known.analysis.hints(known.source, known.bytes_then(&subject.bytes(params.range)));
    let told = found.into_iter().filter_map(|hint| {
        let at = known.now(hint.offset)?;
        Some(lsp::InlayHint {
            position: subject.range(&(at..at)).start,
            label: hint.label.get(lang).to_owned().into(),
            kind: None,
            text_edits: None,
            tooltip: Some(hint.tip.get(lang).to_owned().into()),
            padding_left: Some(true),
            padding_right: Some(false),
            data: None,
        })
    });
    Ok(Some(told.collect()))
}

/// What hangs on the lines of a text.
pub(super) fn lenses(state: &State, params: lsp::CodeLensParams) -> Answer<lsp::CodeLensRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    let known = subject.known()?;
    let found = known.analysis.lenses(known.source);
    Ok(Some(found.iter().filter_map(|found| lens(state, &subject, &known, found)).collect()))
}

fn lens(state: &State, subject: &Subject, known: &Known, lens: &Lens) -> Option<lsp::CodeLens> {
    let range = subject.range(&known.bytes_now(&lens.span.range())?);
    let places = lens.places.iter().filter_map(|span| state.place(known.checked, *span));
    let places: Vec<Value> = places.map(|place| json!({ "uri": place.uri, "range": place.range })).collect();
    let arguments = vec![json!(subject.document.uri), json!(range.start), json!(places)];
    let title = lens.title.get(state.client.lang()).to_owned();
    let command = lsp::Command { title, command: SHOW.to_owned(), arguments: Some(arguments), tooltip: None };
    Some(lsp::CodeLens { range, command: Some(command), data: None })
}
