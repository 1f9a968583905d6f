//! The pages on the standard library name everything that its files declare, with its parameters; `BLESS=1` rewrites
//! the tables.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the documentation has to stop")]

use std::fs;
use std::path::Path;

use fangan::source::Sources;
use fangan::syntax::ast::{Entry, Item, Key, Value};
use fangan::syntax::keyword::Keyword;
use fangan::syntax::parse;

/// The pages, and the heads of their tables.
const PAGES: [(&str, [&str; 3]); 2] = [
    ("docs/library.md", ["Name", "In full", "Also called"]),
    ("docs/library.zh-CN.md", ["名称", "全称、读法", "又称"]),
];
const FILES: [&str; 7] = ["units", "calendar", "education", "organs", "leading-group", "phases", "notice"];

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn every_name_of_the_library_is_on_its_pages() {
    for (page, heads) in PAGES {
        let mut text = read(page);
        for file in FILES {
            let (begin, end) = (format!("<!-- std.{file}:begin -->\n"), format!("<!-- std.{file}:end -->"));
            let from = text.find(&begin).unwrap() + begin.len();
            let to = text.find(&end).unwrap();
            let table = table(file, heads);
            assert!(table.lines().count() > 2, "{file} declares nothing");
            if std::env::var_os("BLESS").is_some() {
                text.replace_range(from..to, &table);
            } else {
                assert_eq!(&text[from..to], table, "{page}: std.{file}");
            }
        }
        if std::env::var_os("BLESS").is_some() {
            fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(page), text).unwrap();
        }
    }
}

/// The table of what a file of the library declares.
fn table(file: &str, [name, full, other]: [&str; 3]) -> String {
    let mut sources = Sources::default();
    let text = read(&format!("stdlib/{file}.plan"));
    let id = sources.add(file, text.as_str());
    let source = sources.get(id);
    let mut rows = format!("| {name} | {full} | {other} |\n|---|---|---|\n");
    collect(&parse(source).file.items, &text, 0, &mut rows);
    rows
}

fn collect(items: &[Item], text: &str, depth: usize, rows: &mut String) {
    for item in items {
        match item {
            Item::Section(section) => collect(&section.items, text, depth, rows),
            Item::Entry(entry) => {
                let found = declared(entry, text);
                if let Some((name, full)) = &found {
                    let other = others(entry, text);
                    rows.push_str(&format!("| {}{name} | {full} | {other} |\n", "　".repeat(depth)));
                }
                collect(&entry.items, text, depth + usize::from(found.is_some()), rows);
            }
            _ => {}
        }
    }
}

/// The name a line declares and what it says of it; none if it declares nothing.
fn declared(entry: &Entry, text: &str) -> Option<(String, String)> {
    let line = &text[entry.span.range()];
    let rest = |from: usize| line[from..].trim_start_matches(['：', '，', ' ']).to_owned();
    match &entry.key {
        Key::Name(name) => {
            let after = rest((name.span.end - entry.span.start) as usize);
            Some((name.value.clone(), after))
        }
        Key::Word(word) if word.value == Keyword::Param => {
            let name = entry.name.as_ref()?;
            Some((format!("{{{}}}", name.value), rest((name.span.end - entry.span.start) as usize)))
        }
        Key::Word(_) if matches!(entry.value, Value::Title(..)) => None,
        _ => None,
    }
}

fn others(entry: &Entry, text: &str) -> String {
    let aliases = entry.items.iter().filter_map(|item| match item {
        Item::Entry(below) => match &below.key {
            Key::Word(word) if word.value == Keyword::Alias => {
                Some(text[below.span.range()].trim_start_matches("又称：").replace("\n", ""))
            }
            _ => None,
        },
        _ => None,
    });
    aliases.map(|names| names.split_whitespace().collect::<String>()).collect::<Vec<_>>().join("、")
}
