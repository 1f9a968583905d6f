//! From text to the tree of what is written.
//!
//! Takes one source, gives an [`ast::File`] and findings; never fails and never looks outside the file. A fast pass
//! over the bytes tells what each line is ([`line`]); headings and data lines are read one by one with the grammar
//! (`read`, `value`, `time`, `quota`); prose is never parsed ([`prose`]); levels and indentation make the tree
//! (`tree`). Parameters are filled in while a line is folded (`fill`, [`fold`]). A fault costs its line.

pub mod ast;
pub mod english;
pub mod faults;
pub mod fold;
pub mod keyword;
pub mod line;
mod marks;
mod mistaken;
mod money;
pub mod piece;
pub mod word;

mod advice;
mod allowance;
mod balance;
mod cited;
mod clause;
mod currency;
mod cut;
mod fill;
mod grammar;
mod pasted;
mod plain;
mod prose;
mod quota;
mod read;
mod recover;
mod report;
mod row;
mod slips;
mod target;
#[cfg(test)]
mod tests;
mod time;
mod tree;
mod value;
mod verbal;

pub use allowance::allowances;
pub use fill::{Params, nearest, one_line};
pub use row::{colons, is_left_empty, is_rule};

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span, Spanned};
use read::Text;

/// What a reader of a line gives: a value, or the finding that says why there is none.
type Reading<T> = Result<T, Box<Diagnostic>>;

/// A file as it is written and what is wrong with the writing.
#[derive(Debug)]
pub struct Parsed {
    /// The tree; always there, however broken the text.
    pub file: ast::File,
    /// The findings, by place.
    pub findings: Vec<Diagnostic>,
}

/// Reads a source.
pub fn parse(source: &Source) -> Parsed {
    build(Text { source, params: None })
}

/// Reads a source with the values of its parameters in their places.
pub fn parse_filled(source: &Source, params: &Params) -> Parsed {
    build(Text { source, params: Some(params) })
}

/// Reads a source whose parameters nobody knows, be they its own or those of the files it uses: every `{…}` of it may
/// stand for anything.
pub fn parse_open(source: &Source) -> Parsed {
    let mut params = Params::default();
    fill::braces(source.text()).iter().for_each(|brace| params.set(brace.name, None));
    if params.is_empty() { parse(source) } else { parse_filled(source, &params) }
}

/// Whether a parameter may stand in a source that was read as `file`, so that [`parse_filled`] reads it otherwise than
/// [`parse`] did.
pub fn wants_filling(source: &Source, file: &ast::File, params: &Params) -> bool {
    let holds = |line: line::Line| {
        let is_read = !matches!(line.kind, line::LineKind::Prose | line::LineKind::Comment);
        (is_read || !params.is_empty()) && source.text()[line.content].contains(['{', '｛'])
    };
    file.has_braces && line::lines(source.text()).any(holds)
}

/// Where a parameter stands whose value is still to be given, or what should be one and is none.
pub fn waiting(source: &Source, params: &Params) -> Vec<Span> {
    let of_line = |line: line::Line| {
        let is_prose = line.kind == line::LineKind::Prose;
        let waits = move |brace: &fill::Brace| params.filler(brace.name).map_or(!is_prose, |filler| filler.is_open);
        let start = line.content.start;
        let open = fill::braces(&source.text()[line.content]).into_iter().filter(waits);
        open.map(move |brace| Span::new(source.id(), start + brace.range.start, start + brace.range.end))
    };
    line::lines(source.text()).flat_map(of_line).collect()
}

/// Whether words hold `{…}`.
pub fn has_braces(words: &str) -> bool {
    !fill::braces(words).is_empty()
}

/// Every `{…}` of a text: what stands between the braces, and the bytes of the whole.
pub fn braced(text: &str) -> impl Iterator<Item = (&str, std::ops::Range<usize>)> {
    fill::braces(text).into_iter().map(|brace| (brace.name, brace.range))
}

fn build(text: Text) -> Parsed {
    let mut findings = Vec::new();
    let file = tree::build(text, &mut findings);
    Parsed { file, findings }
}

/// Reads a time that stands alone, as in `{一本上线率：2019年}`.
pub fn read_time(text: &str) -> Option<crate::calendar::Time> {
    let mut sources = crate::source::Sources::default();
    let id = sources.add("<time>", text);
    let folded = fold::Folded::new(text, 0);
    time::column(grammar::Stretch::whole(sources.get(id), &folded))?.ok()
}

/// Reads a value that stands alone, as in the cell of a table; nothing if it is only words.
pub fn read_value(text: &str) -> Option<crate::quantity::Target> {
    let mut sources = crate::source::Sources::default();
    let id = sources.add("<value>", text);
    let folded = fold::Folded::new(text, 0);
    match quota::cell(grammar::Stretch::whole(sources.get(id), &folded)).ok()?.value {
        ast::Ask::Target(target) => Some(target).filter(|target| target.amount().is_some()),
        _ => None,
    }
}

/// Reads a time that stands alone where any kind of one may: `2026年6月底前`, `每季度末`.
pub fn read_when(text: &str) -> crate::calendar::When {
    let mut sources = crate::source::Sources::default();
    let id = sources.add("<time>", text);
    let folded = fold::Folded::new(text, 0);
    let read = time::when(grammar::Stretch::whole(sources.get(id), &folded));
    read.map_or_else(|_| crate::calendar::When::Words(text.to_owned()), |when| when.value)
}

/// Reads `班每学科`, or `班、每学科`: what 每 stands before.
pub fn members(words: &Spanned<String>) -> Vec<Spanned<String>> {
    quota::members(words)
}

/// Reads `教育局、财政局`: the names in a cell; what stands in brackets is not parted.
pub fn names(words: &Spanned<String>) -> Vec<ast::Name> {
    let mut depth = 0_usize;
    let parts = |sign: char| {
        match sign {
            '（' | '(' | '“' | '《' => depth += 1,
            '）' | ')' | '”' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(sign, '、' | '，' | ',')
    };
    let pieces = words.value.split(parts).map(str::trim).filter(|piece| !piece.is_empty());
    let name = |piece: Spanned<String>| match piece.value.as_str() {
        "待定" | "?" | "？" | "tbd" => ast::Name::hole(None, piece.span),
        _ => value::plain_name(piece),
    };
    pieces.map(|piece| name(words.piece(piece))).collect()
}

/// Reads the first part of a quota again, now that its indicator is known to be the first `length` bytes of it.
///
/// The grammar alone ends the name of an indicator at a blank or a number; a declared name may run on past both
/// (`高考进入全省前100名人数`), or end before either (`巩固率97%`).
pub fn requote(source: &Source, params: &Params, first: Span, length: usize, whole: Span) -> Option<ast::Quota> {
    let name_end = first.start as usize + length;
    let text = source.text().get(name_end..whole.end as usize)?;
    let folded = fold::Folded::filled(text, name_end, params);
    let stretch = grammar::Stretch::whole(source, &folded);
    let name = source.text().get(first.start as usize..name_end)?;
    let indicator = Spanned::new(name.to_owned(), Span::new(source.id(), first.start as usize, name_end));
    quota::asked(stretch, indicator, &mut Vec::new()).ok()
}
