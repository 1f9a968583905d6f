//! The units that a plan declares, and where they stand behind numbers.

use super::{Form, Index, Mention, Thing, written};
use crate::compile::Compiled;
use crate::editor::draft::Draft;
use crate::editor::tokens;
use crate::plan;
use crate::source::{Source, Span, Spanned};
use crate::syntax::keyword::{Keyword, Place};
use crate::syntax::piece;

/// The names of each unit that a file of the plan declares, other than one of the library.
pub(super) fn declared(compiled: &Compiled) -> Vec<Vec<Spanned<String>>> {
    let own = compiled.sources.iter().filter(|source| !plan::is_library(source.path()));
    let declares =
        |source: &&Source| [Keyword::Units.zh(), Keyword::Units.en()].iter().any(|word| source.text().contains(word));
    let mut found = Vec::new();
    for source in own.filter(declares) {
        let draft = Draft::read(source.text());
        for name in draft.declared(Place::UNITS) {
            let place = Span::new(source.id(), name.start, name.end);
            found.push(vec![Spanned::new(draft.slice(&name).to_owned(), place)]);
        }
    }
    found
}

/// Takes in where they stand; costs nothing where none is declared.
pub(super) fn uses(compiled: &Compiled, index: &mut Index) {
    if index.units.is_empty() {
        return;
    }
    for source in compiled.sources.iter().filter(|source| !plan::is_library(source.path())) {
        for span in behind_numbers(source) {
            let written = index.units.iter().enumerate().filter_map(|(number, names)| {
                let range = written::find(source.slice(span), &names.first()?.value)?;
                // 亩 stands in 标亩 and is not it; 万 and 亿 are factors.
                let is_whole = range.end == source.slice(span).len()
                    && source.slice(span)[..range.start].chars().all(|sign| matches!(sign, '万' | '亿'));
                is_whole.then_some((number, range))
            });
            if let Some((number, range)) = written.last() {
                let start = span.start as usize;
                let span = Span::new(source.id(), start + range.start, start + range.end);
                let mention = Mention { thing: Thing::Unit(number), span, form: Form::Name(0), is_declaration: false };
                index.mentions.push(mention);
            }
        }
    }
}

/// The units behind the numbers of a text, and those of its indicators.
fn behind_numbers(source: &Source) -> Vec<Span> {
    let pieces = tokens::pieces(source);
    pieces.into_iter().filter(|piece| piece.kind == piece::Kind::Unit).map(|piece| piece.span).collect()
}
