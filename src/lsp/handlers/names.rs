//! Where a name leads and who uses it, in every plan that is known.

use std::collections::BTreeSet;

use gen_lsp_types as lsp;

use super::Answer;
use crate::editor::Analysis;
use crate::lsp::checked::Checked;
use crate::lsp::state::{Refusal, State};
use crate::lsp::subject::{Known, Place, Subject};
use crate::source::{SourceId, Span};

/// Where a name is declared.
pub(super) fn definition(state: &State, params: lsp::DefinitionParams) -> Answer<lsp::DefinitionRequest> {
    let at = params.text_document_position_params;
    let subject = state.subject(&at.text_document.uri)?;
    let known = subject.known()?;
    let Some(found) = known.analysis.definition(known.source, known.then(subject.byte(at.position))) else {
        return Ok(None);
    };
    let places = found.targets.iter().filter_map(|span| state.place(known.checked, *span));
    Ok(Some(lsp::Definition::LocationList(places.map(location).collect()).into()))
}

/// Where a thing is named.
pub(super) fn references(state: &State, params: lsp::ReferenceParams) -> Answer<lsp::ReferencesRequest> {
    let at = params.text_document_position_params;
    let subject = state.subject(&at.text_document.uri)?;
    let known = subject.known()?;
    let mut places = BTreeSet::new();
    for (checked, analysis, source, offset) in state.bearers(&subject, &known, at.position) {
        let found = analysis.references(source, offset, params.context.include_declaration);
        for place in found.iter().filter_map(|span| state.place(checked, *span)) {
            places.insert((place.path, place.range, place.uri.0));
        }
    }
    Ok(Some(places.into_iter().map(|(_, range, uri)| lsp::Location { uri: uri.into(), range }).collect()))
}

/// Where else in the text it is named.
pub(super) fn highlights(state: &State, params: lsp::DocumentHighlightParams) -> Answer<lsp::DocumentHighlightRequest> {
    let at = params.text_document_position_params;
    let subject = state.subject(&at.text_document.uri)?;
    let known = subject.known()?;
    let found = known.analysis.mentions(known.source, known.then(subject.byte(at.position)));
    let own = found.iter().filter(|span| span.source == known.source);
    let ranges = own.filter_map(|span| known.bytes_now(&span.range())).map(|bytes| subject.range(&bytes));
    Ok(Some(ranges.map(|range| lsp::DocumentHighlight { range, kind: None }).collect()))
}

fn location(place: Place) -> lsp::Location {
    lsp::Location { uri: place.uri, range: place.range }
}

/// A plan, what is known of it, and where in it a thing is named.
pub(super) type Bearer<'a> = (&'a Checked, &'a Analysis, SourceId, usize);

impl State {
    /// Every plan that holds the thing that is named at a position: the plan of the text, and all that use the file in
    /// which it is declared.
    pub(super) fn bearers<'a>(
        &'a self,
        subject: &Subject<'a>,
        known: &Known<'a>,
        position: lsp::Position,
    ) -> Vec<Bearer<'a>> {
        let offset = known.then(subject.byte(position));
        let mut bearers = vec![(known.checked, known.analysis, known.source, offset)];
        // Of several names of a thing the one that is written here: another plan is asked about that one too.
        let name = known.analysis.declared_name(known.source, offset);
        let declared = || known.analysis.definition(known.source, offset)?.targets.first().copied();
        if let Some(target) = name.or_else(declared) {
            bearers.extend(self.plans.all().filter_map(|other| {
                let is_other = other.path != known.checked.path;
                self.same_place(known.checked, target, other).filter(|_| is_other)
            }));
        }
        bearers
    }

    /// A place of one plan in another that has the same text of the file.
    pub(super) fn same_place<'a>(&'a self, checked: &Checked, span: Span, other: &'a Checked) -> Option<Bearer<'a>> {
        let file = checked.file(span.source)?;
        let own = checked.source(&file.path)?;
        let source = other.source(&file.path).filter(|source| source.text() == own.text())?;
        Some((other, other.known.as_ref()?, source.id(), span.range().start))
    }

    /// Waits until every one of these plans was checked as it is now.
    pub(super) fn all_current(&self, bearers: &[Bearer]) -> Result<(), Refusal> {
        let is_pending = |(checked, ..): &Bearer| !self.plans.is_current(&checked.path);
        if bearers.iter().any(is_pending) { Err(Refusal::Wait) } else { Ok(()) }
    }
}
