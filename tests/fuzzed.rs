//! What the fuzzer ever found stays mended, and what must hold of any bytes holds of the plans of the project.
//!
//! The functions are those of `fuzz/`, which the fuzzer calls; `tests/fuzzed/TARGET/` holds what it found.

#![cfg(feature = "lsp")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixtures has to stop")]

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

/// Each part of the program and what must hold of it.
const TARGETS: [(&str, fn(&[u8])); 6] = [
    ("parse", targets::parse),
    ("format", targets::format),
    ("check", targets::check),
    ("render", targets::render),
    ("lsp", targets::lsp),
    ("templates", targets::templates),
];

/// The files in a folder and below whose names end so, in the order of their paths.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.to_string_lossy().ends_with(end) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Names the input that a target fails on.
struct Trying<'a>(&'a str, &'a Path);

impl Drop for Trying<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{} fails on {}", self.0, self.1.display());
        }
    }
}

fn try_all(name: &str, target: fn(&[u8]), paths: &[PathBuf]) {
    for path in paths {
        let _trying = Trying(name, path);
        target(&fs::read(path).unwrap());
    }
}

#[test]
fn what_was_found_stays_mended() {
    for (name, target) in TARGETS {
        try_all(name, target, &files(&format!("tests/fuzzed/{name}"), ""));
    }
}

#[test]
fn it_holds_of_the_plans_of_the_project() {
    let plans = files("tests/syntax", ".plan");
    assert!(plans.len() > 20);
    for (name, target) in TARGETS {
        try_all(name, target, &plans);
    }
    try_all("templates", targets::templates, &files("stdlib/templates", ""));
}
