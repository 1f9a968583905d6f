//! What must hold of any settings, profile and templates of an office.

use std::path::Path;
use std::sync::LazyLock;

use fangan::document::{Document, document};
use fangan::render::{Style, Templates, html_with, index, word_with};
use fangan::settings;
use fangan::world::MemoryWorld;
use fangan::{Options, compile, render};

use super::input;

/// A plan with a little of everything.
const PLAN: &str = include_str!("sample.plan");

static DOCUMENT: LazyLock<Document> = LazyLock::new(|| {
    let world = MemoryWorld::with("a.plan", PLAN);
    document(&compile(&world, Path::new("a.plan"), Options::default()).expect("the plan is there").plan)
});

/// Settings are read or refused, and templates filled or refused, within their limits: what comes out holds no more than
/// they may write, and never an element that the plan's words made.
pub fn templates(data: &[u8]) {
    let files = input::files(&input::text(data));
    let world = input::world(&files);
    let (file, shown) = (Path::new("fangan.toml"), Path::new("fangan.toml"));
    let mut style = settings::read(&world, file, shown).map(|settings| settings.style).unwrap_or_default();
    for (name, text) in &files {
        let name = name.strip_prefix("templates/").unwrap_or(name);
        style.templates.put(name, name.to_owned(), text.clone());
    }
    drawn(&style);
}

fn drawn(style: &Style) {
    if let Ok(page) = html_with(&DOCUMENT, style) {
        assert!(page.len() <= 2 * (64 << 20), "too much was written");
        assert!(!page.contains("<b>坏"), "words of the plan became markup");
    }
    // A Word file is a package of what the templates wrote; whether that is XML, an office answers for.
    let _ = word_with(&DOCUMENT, style);
    let empty = render::Index {
        title: "甲".to_owned(),
        is_chinese: true,
        number: None,
        items: Vec::new(),
        findings: vec!["<b>坏</b>".to_owned()],
        pictures: Vec::new(),
    };
    let _ = index(&empty, &style.templates);
    let _: Vec<_> = Templates::names().collect();
}
