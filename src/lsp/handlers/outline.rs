//! The outline of a text, what of it folds, and things found by their names.

use gen_lsp_types as lsp;

use super::Answer;
use crate::editor::Item;
use crate::lsp::convert::kind;
use crate::lsp::state::State;
use crate::lsp::subject::Subject;

/// So many things are told that a search finds.
const MOST: usize = 300;

/// The outline of the text as it is.
pub(super) fn symbols(state: &State, params: lsp::DocumentSymbolParams) -> Answer<lsp::DocumentSymbolRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    let items = subject.draft().outline();
    if state.client.can.levels {
        let symbols: Vec<_> = items.into_iter().map(|item| symbol(&subject, item)).collect();
        return Ok(Some(symbols.into()));
    }
    let mut flat = Vec::new();
    items.iter().for_each(|item| flatten(&subject, item, None, &mut flat));
    Ok(Some(flat.into()))
}

fn symbol(subject: &Subject, item: Item) -> lsp::DocumentSymbol {
    let children: Vec<_> = item.children.into_iter().map(|item| symbol(subject, item)).collect();
    #[expect(deprecated, reason = "the field is there and has to be filled")]
    lsp::DocumentSymbol {
        name: named(item.name),
        detail: (!item.detail.is_empty()).then_some(item.detail),
        kind: kind::symbol(item.kind),
        tags: None,
        deprecated: None,
        range: subject.range(&item.range),
        selection_range: subject.range(&item.selection),
        children: (!children.is_empty()).then_some(children),
    }
}

/// A name that an editor takes, which refuses an outline with an empty one.
fn named(name: String) -> String {
    if name.trim().is_empty() { "…".to_owned() } else { name }
}

fn flatten(subject: &Subject, item: &Item, above: Option<&str>, flat: &mut Vec<lsp::SymbolInformation>) {
    let location = lsp::Location { uri: subject.document.uri.clone(), range: subject.range(&item.range) };
    flat.push(information(location, base(item.name.clone(), item.kind, above.unwrap_or_default())));
    item.children.iter().for_each(|below| flatten(subject, below, Some(&item.name), flat));
}

fn base(name: String, of: crate::editor::Kind, container: &str) -> lsp::BaseSymbolInformation {
    lsp::BaseSymbolInformation {
        name: named(name),
        kind: kind::symbol(of),
        tags: None,
        container_name: (!container.is_empty()).then(|| container.to_owned()),
    }
}

fn information(location: lsp::Location, base_symbol_information: lsp::BaseSymbolInformation) -> lsp::SymbolInformation {
    #[expect(deprecated, reason = "the field is there and has to be filled")]
    lsp::SymbolInformation { location, base_symbol_information, deprecated: None }
}

/// Things of all plans that are known, by their names; what several plans use, once.
pub(super) fn search(state: &State, params: lsp::WorkspaceSymbolParams) -> Answer<lsp::WorkspaceSymbolRequest> {
    let mut found: Vec<lsp::SymbolInformation> = Vec::new();
    for checked in state.plans.all() {
        let symbols = checked.known.iter().flat_map(|known| known.symbols(&params.query)).take(MOST);
        for symbol in symbols {
            let Some(place) = state.place(checked, symbol.span) else { continue };
            let location = lsp::Location { uri: place.uri, range: place.range };
            if found.len() < MOST && found.iter().all(|other| other.location != location) {
                let base = base(symbol.name, symbol.kind, &symbol.container);
                found.push(information(location, base));
            }
        }
    }
    Ok(Some(found.into()))
}

/// What of the text folds.
pub(super) fn folds(state: &State, params: lsp::FoldingRangeParams) -> Answer<lsp::FoldingRangeRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    let folds = subject.draft().folds().into_iter().map(|fold| {
        let lsp::Range { start, end } = subject.range(&fold.range);
        lsp::FoldingRange {
            start_line: start.line,
            end_line: end.line,
            kind: Some(kind::fold(fold.kind)),
            ..Default::default()
        }
    });
    Ok(Some(folds.filter(|fold| fold.start_line < fold.end_line).collect()))
}
