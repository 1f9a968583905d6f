//! A plan is also plain Markdown that any forge shows well.
//!
//! Two engines read every example, every file of the standard library and every fixture, as `fmt` writes it: each
//! heading, data line, cell and paragraph must come out as itself, at its depth, with all its words.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use comrak::nodes::{AstNode, NodeValue};
use fangan::format::format;
use fangan::source::Sources;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// What a reader sees, in order.
#[derive(Debug, PartialEq)]
enum Seen {
    Heading(u8, String),
    Item(usize, String),
    Row(Vec<String>),
    Paragraph(String),
}

/// Words without their blanks, which are the engine's to set.
fn closed_up(words: &str) -> String {
    words.split_whitespace().collect()
}

/// What should be seen of a plan in its canonical layout.
fn written(text: &str) -> Vec<Seen> {
    let mut seen = Vec::new();
    let (mut paragraph, mut goes_on) = (String::new(), false);
    for line in text.lines().chain([""]) {
        let words = line.trim_start();
        let depth = (line.len() - words.len()) / 2;
        let is_prose = !words.is_empty() && !["#", "- ", "|"].iter().any(|sign| words.starts_with(sign));
        if goes_on
            && is_prose
            && let Some(Seen::Item(_, item)) = seen.last_mut()
        {
            item.push_str(&closed_up(words));
            goes_on = words.ends_with(['、', '，', '→']);
            continue;
        }
        goes_on = words.starts_with("- ") && words.ends_with(['、', '，', '→']);
        if is_prose {
            paragraph.push_str(words);
            continue;
        }
        if !paragraph.is_empty() {
            seen.push(Seen::Paragraph(closed_up(&std::mem::take(&mut paragraph))));
        }
        let hashes = words.bytes().take_while(|byte| *byte == b'#').count();
        if hashes > 0 {
            seen.push(Seen::Heading(u8::try_from(hashes).unwrap(), closed_up(&words[hashes..])));
        } else if let Some(item) = words.strip_prefix("- ") {
            seen.push(Seen::Item(depth, closed_up(item)));
        } else if words.starts_with('|') && words.contains(|sign| !"|:- ".contains(sign)) {
            let cells = words.trim_matches('|').split('|').map(closed_up);
            seen.push(Seen::Row(cells.collect()));
        }
    }
    seen
}

fn with_comrak(text: &str) -> Vec<Seen> {
    let arena = comrak::Arena::new();
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    let root = comrak::parse_document(&arena, text, &options);
    let mut seen = Vec::new();
    collect(root, 0, &mut seen);
    seen
}

fn collect<'a>(node: &'a AstNode<'a>, depth: usize, seen: &mut Vec<Seen>) {
    for child in node.children() {
        let value = child.data.borrow().value.clone();
        match value {
            NodeValue::Heading(heading) => seen.push(Seen::Heading(heading.level, words(child))),
            NodeValue::Item(_) => {
                let mut below = child.children();
                let first = below.next().map(|line| words(line)).unwrap_or_default();
                seen.push(Seen::Item(depth, first));
                below.for_each(|rest| collect_one(rest, depth + 1, seen));
            }
            _ => collect_one(child, depth, seen),
        }
    }
}

fn collect_one<'a>(node: &'a AstNode<'a>, depth: usize, seen: &mut Vec<Seen>) {
    let value = node.data.borrow().value.clone();
    match value {
        NodeValue::Paragraph => seen.push(Seen::Paragraph(words(node))),
        NodeValue::TableRow(_) => seen.push(Seen::Row(node.children().map(|cell| words(cell)).collect())),
        _ => collect(node, depth, seen),
    }
}

/// All words below a node, without regard to emphasis.
fn words<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    for below in node.descendants() {
        if let NodeValue::Text(words) = &below.data.borrow().value {
            text.push_str(words);
        }
    }
    closed_up(&text)
}

fn with_pulldown(text: &str) -> Vec<Seen> {
    let (mut seen, mut row) = (Vec::new(), Vec::new());
    let (mut lists, mut words) = (0_usize, String::new());
    let mut item = None;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        let ends_item =
            matches!(event, Event::Start(Tag::List(_) | Tag::Table(_)) | Event::End(TagEnd::Item | TagEnd::Paragraph));
        let mut said = || closed_up(&std::mem::take(&mut words));
        match (item.filter(|_| ends_item), &event) {
            (Some(depth), _) => {
                seen.push(Seen::Item(depth, said()));
                item = None;
            }
            (None, Event::End(TagEnd::Paragraph)) => seen.push(Seen::Paragraph(said())),
            (None, Event::End(TagEnd::Heading(level))) => seen.push(Seen::Heading(*level as u8, said())),
            (None, Event::End(TagEnd::TableCell)) => row.push(said()),
            (None, Event::End(TagEnd::TableRow | TagEnd::TableHead)) => seen.push(Seen::Row(std::mem::take(&mut row))),
            _ => {}
        }
        match event {
            Event::Text(text) => words.push_str(&text),
            Event::Start(Tag::List(_)) => lists += 1,
            Event::End(TagEnd::List(_)) => lists -= 1,
            Event::Start(Tag::Item) => item = Some(lists - 1),
            _ => {}
        }
    }
    seen
}

/// Plans that are about signs of Markdown where none belong.
const ABOUT_MARKUP: &[&str] = &[
    "tests/recovery/signs.plan",
    "tests/rules/long_marks/good.plan",
    "tests/rules/markup_in_prose/bad.plan",
    "tests/rules/markup_in_prose/good.plan",
];

/// Every plan below a folder of the project.
fn plans(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(plans(&path));
        } else if path.extension().is_some_and(|extension| extension == "plan") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn two_engines_show_what_is_written() {
    let (mut wrong, mut shown) = (Vec::new(), 0);
    for path in ["examples", "stdlib", "tests"].iter().flat_map(|folder| plans(Path::new(folder))) {
        if ABOUT_MARKUP.iter().any(|about| path.ends_with(about)) {
            continue;
        }
        let mut sources = Sources::default();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let id = sources.add(&path, text);
        let Ok(text) = format(sources.get(id), None) else { continue };
        let written = written(&text);
        for (engine, seen) in [("comrak", with_comrak(&text)), ("pulldown-cmark", with_pulldown(&text))] {
            if let Some((one, other)) = written.iter().zip(&seen).find(|(one, other)| one != other) {
                wrong.push(format!("{}: {engine} shows {other:?} for {one:?}", path.display()));
            } else if written.len() != seen.len() {
                wrong.push(format!("{}: {engine} shows {} pieces of {}", path.display(), seen.len(), written.len()));
            }
        }
        shown += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(shown > 100, "only {shown} plans were looked at");
}
