//! What helps to read: what a place means, what is worked out, what hangs on a line.

use std::collections::BTreeMap;
use std::ops::Range;

use gen_lsp_types as lsp;
use serde_json::{Value, json};

use super::Answer;
use crate::editor::{Lens, LensKind};
use crate::lsp::state::State;
use crate::lsp::subject::{Known, Subject};
use crate::source::Span;

/// The command of a lens, which the editor's extension knows: shows places, given file, position and places.
const SHOW: &str = "fangan.showReferences";

/// What a place means, in every plan that uses the file.
pub(super) fn hover(state: &State, params: lsp::HoverParams) -> Answer<lsp::HoverRequest> {
    let at = params.text_document_position_params;
    let subject = state.subject(&at.text_document.uri)?;
    let known = subject.known()?;
    let offset = known.then(subject.byte(at.position));
    let place = Span::new(known.source, offset, offset);
    let others = state.plans.speakers(&subject.path).into_iter().skip(1);
    let others = others.filter_map(|other| state.same_place(known.checked, place, other));
    let others: Vec<_> = others.map(|(_, analysis, source, at)| (analysis, source, at)).collect();
    let hover = known.analysis.hover_with(known.source, offset, &others, state.client.lang());
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

/// What hangs on the lines of a text, in every plan that uses it.
pub(super) fn lenses(state: &State, params: lsp::CodeLensParams) -> Answer<lsp::CodeLensRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    let mut lines: BTreeMap<usize, Line> = BTreeMap::new();
    let all = subject.all_known()?;
    for known in &all {
        for lens in known.analysis.lenses(known.source) {
            let Some(bytes) = known.bytes_now(&lens.span.range()) else { continue };
            let line = lines.entry(bytes.start).or_insert_with(|| Line::new(lens.kind, bytes));
            line.take(state, known, &lens);
        }
    }
    Ok(Some(lines.into_values().filter_map(|line| line.told(state, &subject)).collect()))
}

/// What hangs on a line in all plans.
struct Line {
    kind: LensKind,
    bytes: Range<usize>,
    /// Places of either kind, each once.
    places: [Vec<(lsp::Uri, lsp::Range)>; 2],
    /// In how many plans something hangs on it.
    plans: usize,
}

impl Line {
    fn new(kind: LensKind, bytes: Range<usize>) -> Self {
        Self { kind, bytes, places: [Vec::new(), Vec::new()], plans: 0 }
    }

    fn take(&mut self, state: &State, known: &Known, lens: &Lens) {
        self.plans += usize::from(!lens.first.is_empty() || !lens.second.is_empty());
        for (own, spans) in self.places.iter_mut().zip([&lens.first, &lens.second]) {
            for place in spans.iter().filter_map(|span| state.place(known.checked, *span)) {
                let place = (place.uri, place.range);
                if !own.contains(&place) {
                    own.push(place);
                }
            }
        }
    }

    fn told(self, state: &State, subject: &Subject) -> Option<lsp::CodeLens> {
        let [first, second] = &self.places;
        let title = Lens::title(self.kind, first.len(), second.len(), self.plans)?;
        let range = subject.range(&self.bytes);
        let places = first.iter().chain(second).map(|(uri, range)| json!({ "uri": uri, "range": range }));
        let places: Vec<Value> = places.collect();
        let arguments = vec![json!(subject.document.uri), json!(range.start), json!(places)];
        let title = title.get(state.client.lang()).to_owned();
        let command = lsp::Command { title, command: SHOW.to_owned(), arguments: Some(arguments), tooltip: None };
        Some(lsp::CodeLens { range, command: Some(command), data: None })
    }
}
