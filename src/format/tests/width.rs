//! What an input method makes of a sign changes nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Tongue, formatted, plans, same_meaning, source};
use crate::source::Source;
use crate::syntax::ast::Item;
use crate::syntax::line::{LineKind, lines};
use crate::syntax::parse;
use crate::syntax::piece::{self, Kind, Piece};

/// What a sign may turn into: its twin of the other width, and what an input method makes of it.
const TWINS: [(&str, &[&str]); 22] = [
    (">=", &["》=", "》＝", "≥", "＞＝", "＞="]),
    ("<=", &["《=", "《＝", "≤", "＜＝", "＜="]),
    ("=", &["＝"]),
    ("→", &["->", "-》", "－》", "—>", "—》", "——》", "——>", "=>"]),
    ("..", &["。。", "……", "．．", "—", "——", "~", "～"]),
    ("—", &["——", "–", "-", "－", "~", "～", "..", "。。"]),
    ("-", &["－"]),
    ("//", &["、、", "／／"]),
    ("：", &[":"]),
    (":", &["："]),
    ("，", &[","]),
    (",", &["，"]),
    ("？", &["?"]),
    ("?", &["？"]),
    ("%", &["％"]),
    ("|", &["｜"]),
    ("#", &["＃"]),
    (".", &["．"]),
    ("+", &["＋"]),
    (" ", &["　", "\u{a0}"]),
    ("0", &["０"]),
    ("2", &["２"]),
];

/// Where the signs of the language stand in a text: nothing of prose, names, titles or free words.
fn signs(source: &Source) -> Vec<Range<usize>> {
    let text = source.text();
    let words = words_of_the_author(source);
    let mut found = Vec::new();
    for line in lines(text) {
        let (from, to) = match line.kind {
            LineKind::Prose | LineKind::Blank => continue,
            LineKind::Comment => (line.whole.start, line.whole.start + 2),
            _ => (line.whole.start, line.whole.end),
        };
        let mut at = from;
        while at < to {
            let Some((sign, _)) = TWINS.iter().find(|(sign, _)| text[at..to].starts_with(sign)) else {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            };
            if !words.iter().any(|words| words.start < at + sign.len() && at < words.end) {
                found.push(at..at + sign.len());
            }
            at += sign.len();
        }
    }
    found
}

fn words_of_the_author(source: &Source) -> Vec<Range<usize>> {
    let file = parse(source).file;
    let mut words = Vec::new();
    let mut take = |pieces: Vec<Piece>| {
        let kept = pieces.into_iter().filter(|piece| matches!(piece.kind, Kind::Text | Kind::Keyword(_)));
        words.extend(kept.map(|piece| piece.span.range()));
    };
    let mut open: Vec<&Item> = file.items.iter().collect();
    while let Some(item) = open.pop() {
        match item {
            Item::Section(section) => {
                take(piece::heading(source, section));
                open.extend(&section.items);
            }
            Item::Entry(entry) => {
                take(piece::entry(source, entry, &BTreeSet::new()));
                if let Some(table) = &entry.table {
                    let heads = table.header.iter().map(|head| piece::column(source, head.span));
                    let cells = table.rows.iter().flatten();
                    let cells = cells.map(|cell| piece::cell(source, cell.text.span, cell.ask.is_some()));
                    heads.chain(cells).for_each(&mut take);
                }
                open.extend(&entry.items);
            }
            Item::Grid(grid) => {
                grid.rows
                    .iter()
                    .flatten()
                    .for_each(|cell| take(vec![Piece { kind: Kind::Text, text: String::new(), span: cell.span }]));
            }
            Item::Paragraph(_) => {}
        }
    }
    words
}

/// The text with another sign at some places.
fn with(text: &str, changes: &[(Range<usize>, &str)]) -> String {
    let mut changed = text.to_owned();
    for (range, sign) in changes.iter().rev() {
        changed.replace_range(range.clone(), sign);
    }
    changed
}

/// What the changed lines look like, for a failure.
fn changed_lines(changed: &str, text: &str) -> String {
    let lines = changed.lines().zip(text.lines()).filter(|(one, other)| one != other).take(3);
    lines.map(|(one, other)| format!("{other}\n→ {one}\n")).collect()
}

fn comes_back(changed: &str, text: &str) {
    let again = formatted(changed, None);
    let first = again.lines().zip(text.lines()).find(|(one, other)| one != other);
    assert!(again == text, "{}{first:?}", changed_lines(changed, text));
}

fn twins_of(sign: &str) -> &'static [&'static str] {
    TWINS.iter().find(|(known, _)| *known == sign).map_or(&[], |(_, twins)| twins)
}

#[test]
fn no_sign_alone_does_harm() {
    let one_of_each = include_str!("../../../tests/format/signs.plan");
    for tongue in [Tongue::Zh, Tongue::En] {
        let text = formatted(one_of_each, Some(tongue));
        let source = source(&text);
        for place in signs(&source) {
            for twin in twins_of(&text[place.clone()]) {
                comes_back(&with(&text, &[(place.clone(), *twin)]), &text);
            }
        }
    }
}

#[test]
fn every_sign_at_once_does_no_harm() {
    for (_, text) in plans() {
        let text = formatted(&text, None);
        let source = source(&text);
        let signs = signs(&source);
        for choice in 0..8 {
            let twin = |range: &Range<usize>| twins_of(&text[range.clone()]).iter().cycle().nth(choice).copied();
            let changes: Vec<_> = signs.iter().filter_map(|range| Some((range.clone(), twin(range)?))).collect();
            let changed = with(&text, &changes);
            same_meaning(&changed, &text, || changed_lines(&changed, &text));
            comes_back(&changed, &text);
        }
    }
}
