//! What each piece of a text is, for its colour.
//!
//! Headings, data lines and tables are cut by the reader itself ([`piece`]); of prose only `{…}` is told. Lines outside
//! what is asked for are blanked before they are read, but for those that say where it stands.

use std::collections::BTreeSet;
use std::ops::Range;

use super::index::expected;
use super::{Analysis, Draft, Kind, Token, TokenKind};
use crate::source::{Source, Sources, Span};
use crate::syntax::ast::{Entry, Head, Item, Key, Section};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::{Keyword, Place, Shape};
use crate::syntax::line::LineKind;
use crate::syntax::piece::{self, Piece};
use crate::syntax::{braced, parse_open};

impl Draft<'_> {
    /// The tokens among some bytes, by place and apart; an analysis, even an older one, tells what names name.
    pub fn tokens(&self, range: Range<usize>, analysis: Option<&Analysis>) -> Vec<Token> {
        let mut sources = Sources::default();
        let id = sources.add("<draft>", self.around(&range));
        let source = sources.get(id);
        let mut colours = Colours { source, analysis, declared: self.indicators(analysis), found: Vec::new() };
        colours.items(&parse_open(source).file.items);
        let mut found = colours.found;
        found.extend(self.plain(&range));
        apart(self.text, found, &range)
    }

    /// The text with every line blanked that neither is asked for nor says where what is asked for stands.
    fn around(&self, range: &Range<usize>) -> String {
        let mut text = self.text.as_bytes().to_vec();
        let mut kept = vec![false; self.rows.len()];
        for (index, row) in self.rows.iter().enumerate() {
            if row.line.whole.start <= range.end
                && row.end >= range.start
                && (!row.is_heading() || meets(&row.line.whole, range))
            {
                let mut at = Some(index);
                while let Some(open) = at.filter(|open| !kept[*open]) {
                    kept[open] = true;
                    at = self.rows[open].parent;
                }
            }
        }
        // A table is read by its head, and a data line with what it holds.
        for index in 0..self.rows.len() {
            let is_held = self.rows[index].parent.is_some_and(|parent| kept[parent] && self.rows[parent].is_data());
            kept[index] |= is_held;
        }
        for (row, _) in self.rows.iter().zip(&kept).filter(|(_, kept)| !**kept) {
            let bytes = &mut text[row.line.whole.clone()];
            bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
        String::from_utf8(text).unwrap_or_default()
    }

    /// The names that an indicator may have, as the reader compares them.
    fn indicators(&self, analysis: Option<&Analysis>) -> BTreeSet<String> {
        let own = self.declared(Place::INDICATORS).map(|key| name_key(self.slice(&key)));
        let known = analysis.into_iter().flat_map(|analysis| analysis.compiled.plan.indicators.iter());
        let known = known.flat_map(|indicator| std::iter::once(&indicator.name).chain(&indicator.aliases));
        own.chain(known.map(|name| name_key(&name.value))).collect()
    }

    /// Comments, and `{…}` in prose.
    fn plain(&self, range: &Range<usize>) -> Vec<Token> {
        let mut found = Vec::new();
        for row in self.rows.iter().filter(|row| meets(&row.line.whole, range)) {
            let whole = row.line.whole.clone();
            match row.line.kind {
                LineKind::Comment => found.push(token(whole, TokenKind::Comment)),
                LineKind::Prose | LineKind::Row => {
                    let braces = braced(self.slice(&whole));
                    let place = |at: Range<usize>| whole.start + at.start..whole.start + at.end;
                    found.extend(braces.map(|(_, at)| token(place(at), TokenKind::Reference)));
                }
                _ => {}
            }
        }
        found
    }
}

/// The pieces of every data line and table of a source.
pub(super) fn pieces(source: &Source) -> Vec<Piece> {
    let mut found = Vec::new();
    let file = parse_open(source).file;
    let mut open: Vec<&Item> = file.items.iter().collect();
    while let Some(item) = open.pop() {
        match item {
            Item::Section(section) => open.extend(&section.items),
            Item::Entry(entry) => {
                found.extend(piece::entry(source, entry, &BTreeSet::new()));
                found.extend(
                    entry
                        .table
                        .iter()
                        .flat_map(|table| &table.rows)
                        .flatten()
                        .flat_map(|cell| piece::cell(source, cell.text.span, cell.ask.is_some())),
                );
                open.extend(&entry.items);
            }
            Item::Paragraph(_) | Item::Grid(_) => {}
        }
    }
    found
}

struct Colours<'a> {
    source: &'a Source,
    analysis: Option<&'a Analysis>,
    declared: BTreeSet<String>,
    found: Vec<Token>,
}

impl Colours<'_> {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Section(section) => {
                    self.heading(section);
                    self.items(&section.items);
                }
                Item::Entry(entry) => {
                    self.entry(entry);
                    self.items(&entry.items);
                }
                Item::Paragraph(_) | Item::Grid(_) => {}
            }
        }
    }

    fn heading(&mut self, section: &Section) {
        let noun = match &section.head {
            Head::Plain(title) => return self.add(title.span, TokenKind::Title, false),
            Head::Noun(noun) => noun,
        };
        self.add(noun.keyword_span, TokenKind::Keyword, false);
        let name = noun.name.as_ref().map(|name| name.span);
        let kind = kind_of(noun.keyword).map_or(TokenKind::Title, TokenKind::Name);
        name.into_iter().for_each(|name| self.add(name, kind, true));
        if let Some(title) = &noun.title {
            self.add(title.span, TokenKind::Title, name.is_none());
        }
        if let Some(time) = &noun.time {
            self.add(time.span, TokenKind::Date, false);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let keyword = match &entry.key {
            Key::Word(keyword) => Some(keyword.value),
            _ => None,
        };
        let declares = matches!(entry.key, Key::Name(_));
        let mut is_first = true;
        for piece in piece::entry(self.source, entry, &self.declared) {
            let kind = match piece.kind {
                piece::Kind::Keyword(_) => TokenKind::Keyword,
                piece::Kind::Text if declares && is_first => TokenKind::Name(self.declared_kind(entry)),
                piece::Kind::Text => self.text(keyword, &piece, is_first),
                piece::Kind::Word(_) | piece::Kind::Plain | piece::Kind::Hole => TokenKind::Word,
                piece::Kind::Time => TokenKind::Date,
                piece::Kind::Number => TokenKind::Number,
                piece::Kind::Unit => TokenKind::Unit,
                piece::Kind::Sign | piece::Kind::Arrow | piece::Kind::Dash => TokenKind::Sign,
                piece::Kind::Colon
                | piece::Kind::Comma
                | piece::Kind::ListMark
                | piece::Kind::SetMark
                | piece::Kind::Gap => continue,
            };
            let is_name = piece.kind == piece::Kind::Text && is_first;
            let names_itself = keyword.is_some_and(Keyword::is_named) && entry.name.is_some();
            self.add(piece.span, kind, is_name && (declares || names_itself));
            is_first &= matches!(piece.kind, piece::Kind::Keyword(_));
        }
        self.table(entry);
    }

    fn table(&mut self, entry: &Entry) {
        if let Some(table) = &entry.table {
            table.header.iter().for_each(|head| self.add(head.span, TokenKind::Title, false));
            for cell in table.rows.iter().flatten() {
                for piece in piece::cell(self.source, cell.text.span, cell.ask.is_some()) {
                    let kind = match piece.kind {
                        piece::Kind::Number => TokenKind::Number,
                        piece::Kind::Unit => TokenKind::Unit,
                        piece::Kind::Sign | piece::Kind::Dash => TokenKind::Sign,
                        piece::Kind::Text => self.text(Some(Keyword::Quota), &piece, false),
                        _ => continue,
                    };
                    self.add(piece.span, kind, false);
                }
            }
        }
    }

    /// What words of the author are: a name, if one is known or nothing else can stand there.
    fn text(&self, keyword: Option<Keyword>, piece: &Piece, is_first: bool) -> TokenKind {
        if piece.text.starts_with(['“', '《']) {
            return TokenKind::Quoted;
        }
        let Some(keyword) = keyword else { return TokenKind::Text };
        if is_first && matches!(keyword.shape(), Shape::Title) {
            return kind_of(keyword).map_or(TokenKind::Text, TokenKind::Name);
        }
        let wanted = expected(keyword);
        let known = self.analysis.and_then(|analysis| analysis.index.known(&piece.text, wanted));
        match known {
            Some(kind) => TokenKind::Name(kind),
            None if is_first && matches!(keyword, Keyword::Quota | Keyword::Baseline) => {
                TokenKind::Name(Kind::Indicator)
            }
            None if self.analysis.is_none() && keyword.shape() == Shape::List => {
                wanted.first().map_or(TokenKind::Text, |kind| TokenKind::Name(*kind))
            }
            None => TokenKind::Text,
        }
    }

    fn declared_kind(&self, entry: &Entry) -> Kind {
        use crate::syntax::ast::{Mark, Value};
        match &entry.value {
            Value::Indicator(_) => Kind::Indicator,
            Value::Unit(_) => Kind::Unit,
            Value::Days(_) => Kind::Date,
            Value::Owner(owner) if owner.marks.iter().any(|mark| mark.value == Mark::Group) => Kind::Group,
            Value::Owner(owner) if owner.marks.iter().any(|mark| mark.value == Mark::Post) => Kind::Post,
            _ => Kind::Owner,
        }
    }

    fn add(&mut self, span: Span, kind: TokenKind, is_declaration: bool) {
        self.found.push(Token { range: span.range(), kind, is_declaration });
    }
}

/// What a keyword declares.
fn kind_of(keyword: Keyword) -> Option<Kind> {
    match keyword {
        Keyword::Goal => Some(Kind::Goal),
        Keyword::Measure => Some(Kind::Measure),
        Keyword::Phase => Some(Kind::Phase),
        _ => None,
    }
}

fn token(range: Range<usize>, kind: TokenKind) -> Token {
    Token { range, kind, is_declaration: false }
}

fn meets(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.end && other.start <= one.end
}

/// Tokens in order, none over another or over the end of a line.
fn apart(text: &str, mut found: Vec<Token>, range: &Range<usize>) -> Vec<Token> {
    found.retain(|token| !token.range.is_empty() && meets(&token.range, range));
    found.sort_by_key(|token| (token.range.start, token.range.end));
    let mut tokens: Vec<Token> = Vec::with_capacity(found.len());
    for Token { range, kind, is_declaration } in found {
        let mut start = range.start;
        for line in text.get(range).unwrap_or_default().split_inclusive('\n') {
            let words = line.trim_end();
            let from = start + words.len() - words.trim_start().len();
            let is_free = tokens.last().is_none_or(|last| last.range.end <= from);
            if is_free && from < start + words.len() {
                tokens.push(Token { range: from..start + words.len(), kind, is_declaration });
            }
            start += line.len();
        }
    }
    tokens
}
