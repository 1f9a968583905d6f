//! A line cut into the pieces it is made of, for whoever writes it anew.
//!
//! Takes a heading, a data line or a cell of a file that was read without errors, gives its pieces from left to right:
//! the keyword, names and words of the author, words of the language, numbers, signs. Blanks are left out and said
//! only where they tell something. It reads with the same rules as the reader and judges nothing.

use std::collections::BTreeSet;

use crate::calendar::When;
use crate::quantity::Target;
use crate::source::{Source, Span, Spanned};

use super::ast::{Ask, Entry, Head, Key, Section, Value};
use super::cut::{cut, left_out, piece, text_of, walk};
use super::fill::Params;
use super::fold::{Folded, name_key};
use super::grammar::{Found, Rule, Stretch, everything, reads_whole};
use super::keyword::{Keyword, Shape};
use super::line::unbroken;
use super::word::Word;
use super::{read, time};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: Kind,
    /// Its text: words of the author as they are written, all else in its narrow form.
    pub text: String,
    /// Where it is written; empty for what the line leaves out.
    pub span: Span,
}

/// What a piece of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The keyword of the line.
    Keyword(Keyword),
    /// Words of the author.
    Text,
    /// A word that both tongues have.
    Word(Word),
    /// A word or sign that has one form only.
    Plain,
    /// A time, or a part of a stretch of time.
    Time,
    /// A number in digits.
    Number,
    /// What follows a number.
    Unit,
    /// `>=`, `<=`, `=`.
    Sign,
    /// `?`.
    Hole,
    /// What parts keyword and value.
    Colon,
    /// What parts clauses.
    Comma,
    /// What parts the names of a list.
    ListMark,
    /// What parts names where a comma cannot.
    SetMark,
    /// What joins the links of a chain.
    Arrow,
    /// The sign between the ends of a range.
    Dash,
    /// A blank that tells where a name ends.
    Gap,
}

/// The pieces of a heading.
pub fn heading(source: &Source, section: &Section) -> Vec<Piece> {
    let noun = match &section.head {
        Head::Plain(title) => return vec![text_at(source, title.span)],
        Head::Noun(noun) => noun,
    };
    let mut pieces = vec![said(source, Kind::Keyword(noun.keyword), noun.keyword_span)];
    let end = Span { start: noun.keyword_span.end, ..noun.keyword_span };
    if let Some(name) = &noun.name {
        pieces.extend([left_out(Kind::Gap, end), text_at(source, name.span)]);
    }
    if noun.name.is_some() || noun.title.is_some() {
        pieces.push(left_out(Kind::Colon, end));
    }
    let Some(title) = &noun.title else { return pieces };
    // What waits for a parameter may be no time once it is given one, and the comma before it then is the author's.
    if noun.time.as_ref().is_some_and(|time| matches!(time.value, When::Hole(Some(_)))) {
        let end = section.span.start + source.slice(section.span).trim_end().len() as u32;
        pieces.push(text_at(source, Span { end, ..title.span }));
        return pieces;
    }
    pieces.push(text_at(source, title.span));
    if let Some(time) = &noun.time {
        pieces.push(left_out(Kind::Comma, end));
        let folded = Folded::new(source.slice(time.span), time.span.start as usize);
        pieces.extend(cut(Stretch::whole(source, &folded), Rule::when));
    }
    pieces
}

/// The pieces of a data line; `declared` are the names (as [`name_key`] has them) that an indicator may have.
pub fn entry(source: &Source, entry: &Entry, declared: &BTreeSet<String>) -> Vec<Piece> {
    let folded = Folded::new(source.slice(entry.span), entry.span.start as usize);
    let stretch = Stretch::whole(source, &folded);
    let Ok(found) = stretch.read(Rule::entry) else { return vec![text_of(stretch)] };
    let (key, name, rest) = read::split(stretch, found);
    let whole_key = name.map_or(key, |name| key.until(name));
    match &entry.key {
        Key::Word(keyword) => {
            let (name, rest) = read::named(keyword.value, name, rest);
            // The name of an annex below 附件 has no keyword.
            if matches!(&entry.value, Value::Text(words) if words.span == keyword.span) {
                return vec![text_of(stretch)];
            }
            // 指挥长 stays what it is called.
            let kind = match Keyword::seat(key.text()) {
                Some(_) => Kind::Text,
                None => Kind::Keyword(keyword.value),
            };
            let mut pieces = vec![said(source, kind, key.span())];
            // Behind a colon, the name of a parameter without a value would be a value without a name.
            let is_bare = keyword.value == Keyword::Param && !source.slice(entry.span).contains([':', '：']);
            if let Some(name) = rest.filter(|_| is_bare && name.is_none()) {
                pieces.extend([left_out(Kind::Gap, key.span()), text_of(name)]);
                return pieces;
            }
            worded(keyword.value, name, rest, declared, &mut pieces);
            pieces
        }
        Key::Time(_) => {
            let mut pieces = cut(whole_key, Rule::time_only);
            pieces.push(left_out(Kind::Colon, whole_key.span()));
            pieces.extend(rest.into_iter().flat_map(|rest| cut(rest, Rule::cell)));
            pieces
        }
        Key::Name(_) => {
            let (rule, mark) = match entry.value {
                Value::Indicator(_) => (Rule::indicator, Kind::Comma),
                Value::Unit(_) => (Rule::conversions, Kind::Comma),
                Value::Days(_) => (Rule::days, Kind::Colon),
                _ => (Rule::owner, Kind::Colon),
            };
            declaration(whole_key, name.is_some(), rest, rule, mark)
        }
        Key::Unknown(_) => vec![text_of(stretch)],
    }
}

/// The pieces of a cell of a table.
pub fn cell(source: &Source, span: Span, holds_value: bool) -> Vec<Piece> {
    if !holds_value || span.start == span.end {
        return vec![text_at(source, span)];
    }
    let folded = Folded::new(source.slice(span), span.start as usize);
    cut(Stretch::whole(source, &folded), Rule::cell)
}

/// The pieces of the head of a column.
pub fn column(source: &Source, span: Span) -> Vec<Piece> {
    let folded = Folded::new(source.slice(span), span.start as usize);
    cut(Stretch::whole(source, &folded), Rule::column)
}

/// A declaration, what follows it set off by `mark`; a name that holds a blank ends at its colon.
fn declaration(key: Stretch, has_blank: bool, rest: Option<Stretch>, rule: Rule, mark: Kind) -> Vec<Piece> {
    let mut pieces = vec![text_of(key)];
    let mut value = rest.map(|rest| cut(rest, rule));
    let begins_with_comma = |value: &Vec<Piece>| value.first().is_some_and(|first| first.kind == Kind::Comma);
    if mark == Kind::Comma
        && let Some(value) = value.as_mut().filter(|value| begins_with_comma(value))
    {
        value.remove(0);
    }
    let mark = match &value {
        _ if has_blank => Some(Kind::Colon),
        // Words that are no marks of an indicator are left for whoever judges them.
        Some(_) if mark == Kind::Comma && rest.is_some_and(|rest| rest.read(rule).is_err()) => Some(Kind::Colon),
        Some(value) if !begins_with_comma(value) => Some(mark),
        _ => None,
    };
    pieces.extend(mark.map(|mark| left_out(mark, key.span())));
    pieces.extend(value.into_iter().flatten());
    pieces
}

fn worded(
    keyword: Keyword,
    name: Option<Stretch>,
    rest: Option<Stretch>,
    declared: &BTreeSet<String>,
    out: &mut Vec<Piece>,
) {
    let here = out.last().map(|key| key.span);
    let mark = |kind| here.map(|span| left_out(kind, span));
    if let Some(name) = name {
        out.extend(mark(Kind::Gap));
        match keyword.shape() {
            Shape::Set => out.extend(cut(name, Rule::set_name)),
            _ => out.push(text_of(name)),
        }
    }
    let Some(rest) = rest else {
        // The name of a set that is never listed stands without a colon.
        let wants_colon = name.is_none() || keyword.shape() != Shape::Set;
        out.extend(mark(Kind::Colon).filter(|_| wants_colon));
        return;
    };
    if keyword.shape() == Shape::Set && name.is_none() {
        let is_name = reads_whole(Rule::name, rest.text().trim());
        let kind = if is_name { Kind::Gap } else { Kind::Colon };
        out.extend(mark(kind));
        out.extend(cut(rest, Rule::set_name));
        return;
    }
    out.extend(mark(Kind::Colon));
    out.extend(value(keyword, rest, declared));
}

fn value(keyword: Keyword, rest: Stretch, declared: &BTreeSet<String>) -> Vec<Piece> {
    match keyword.shape() {
        Shape::Title if keyword == Keyword::Phase => phase_title(rest),
        Shape::Text | Shape::Body | Shape::Title => vec![text_of(rest)],
        Shape::List => cut(rest, Rule::list),
        Shape::Outputs => cut(rest, Rule::outputs),
        Shape::When => cut(rest, Rule::when),
        Shape::Duration => cut(rest, Rule::duration),
        Shape::Demand => cut(rest, Rule::asked),
        Shape::Quota if hides_name(rest, keyword, declared) => quota(rest, Rule::quota, true),
        Shape::Quota if keyword == Keyword::Fund && rest.read(Rule::money_told).is_ok() => {
            quota(rest, Rule::money_told, false)
        }
        Shape::Quota => quota(rest, Rule::quota, false),
        Shape::Range => cut(rest, Rule::cell),
        Shape::Direction => cut(rest, Rule::direction),
        Shape::Chain => cut(rest, Rule::chain),
        Shape::Report => cut(rest, Rule::report),
        Shape::Document => cut(rest, Rule::document),
        Shape::Condition => cut(rest, Rule::condition),
        Shape::Set => cut(rest, Rule::set),
    }
}

fn phase_title(rest: Stretch) -> Vec<Piece> {
    let text = rest.text();
    let Some(comma) = text.rfind(',') else { return vec![text_of(rest)] };
    let after = rest.cut(comma + 1..text.len());
    if time::when(after).is_ok_and(|when| matches!(when.value, When::Words(_))) {
        return vec![text_of(rest)];
    }
    let mut pieces = vec![text_of(rest.cut(0..comma)), left_out(Kind::Comma, rest.cut(comma..comma + 1).span())];
    pieces.extend(cut(after, Rule::when));
    pieces
}

/// The pieces of a quota; of one whose indicator only the declared names tell, the first part is left as it is.
fn quota(stretch: Stretch, whole: Rule, keeps_first: bool) -> Vec<Piece> {
    let Ok(found) = stretch.read(whole) else { return vec![text_of(stretch)] };
    let mut pieces = Vec::new();
    let mut first_end = 0;
    let parts: Vec<_> = everything(found).collect();
    for (index, part) in parts.iter().enumerate() {
        let rule = part.as_rule();
        match rule {
            Rule::led | Rule::led_each | Rule::spaced_name | Rule::tight_name | Rule::asks if keeps_first => {
                first_end = part.as_span().end()
            }
            Rule::spaced_name | Rule::tight_name => {
                pieces.push(piece(stretch, Kind::Text, part));
                let next = parts.get(index + 1).map(|next| next.as_rule());
                let ends_at_blank = rule == Rule::spaced_name && !reads_whole(Rule::tight_name, part.as_str());
                if matches!(next, Some(Rule::asks | Rule::told_written)) || ends_at_blank {
                    pieces.push(left_out(Kind::Gap, stretch.span_at(part)));
                }
            }
            _ => walk(stretch, part.clone(), &mut pieces),
        }
    }
    if keeps_first {
        pieces.insert(0, text_of(stretch.cut(0..first_end)));
    }
    pieces
}

/// Whether the indicator is a declared name that ends elsewhere than the grammar alone would end it.
fn hides_name(stretch: Stretch, keyword: Keyword, declared: &BTreeSet<String>) -> bool {
    if !matches!(keyword, Keyword::Quota | Keyword::Baseline) {
        return false;
    }
    let Ok(found) = stretch.read(Rule::quota) else { return false };
    let is_led = |part: &Found| matches!(part.as_rule(), Rule::led | Rule::led_each);
    let Some(first) = everything(found.clone()).next() else { return false };
    let Some(name) = everything(found).find(|part| !is_led(part)) else { return false };
    let start = stretch.span_at(&first).start;
    let Spanned { value: name, span: name_span } = stretch.words(&name);
    let span = Span { start, ..name_span };
    if declared.contains(&name_key(&name)) || stem(&name).is_some_and(|stem| declared.contains(&name_key(stem))) {
        return false;
    }
    let whole = Span { end: stretch.span().end, ..span };
    let text = stretch.source().slice(whole);
    text.char_indices()
        .map(|(at, _)| at)
        .take(81)
        .filter(|at| *at > 0 && (start != name_span.start || *at != name.len()))
        .any(|at| {
            declared.contains(&name_key(&text[..at]))
                && super::requote(stretch.source(), &Params::default(), span, at, whole).is_some_and(|found| {
                    !found.asks.iter().any(|ask| matches!(ask.value, Ask::Target(Target::Soft(_))))
                })
        })
}

/// The name of an indicator without the bracket at its end.
pub fn stem(name: &str) -> Option<&str> {
    let name = name.trim_end();
    let opening = name.rfind(['(', '（']).filter(|at| *at > 0)?;
    name.ends_with([')', '）']).then(|| name[..opening].trim_end())
}

fn text_at(source: &Source, span: Span) -> Piece {
    said(source, Kind::Text, span)
}

fn said(source: &Source, kind: Kind, span: Span) -> Piece {
    Piece { kind, text: unbroken(source.slice(span)).into_owned(), span }
}
