//! What the fuzzer ever found stays mended, and what must hold of any bytes holds of the plans of the project.
//!
//! The functions are those of `fuzz/`, which the fuzzer calls; `tests/fuzzed/TARGET/` holds what it found.

#![cfg(feature = "lsp")]
#![expect(clippy::print_stderr, reason = "what a target fails on is named before the test ends")]
#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixtures has to stop")]

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::path::{Path, PathBuf};

/// What must hold of a part of the program given any bytes.
type Target = fn(&[u8]);

/// Each part of the program and what must hold of it.
const TARGETS: [(&str, Target); 6] = [
    ("parse", targets::parse),
    ("format", targets::format),
    ("check", targets::check),
    ("render", targets::render),
    ("lsp", targets::lsp),
    ("templates", targets::templates),
];

/// The plans that show every form and every mistake.
fn plans() -> Vec<PathBuf> {
    ["tests/syntax", "tests/recovery", "tests/document"].iter().flat_map(|folder| files(folder, ".plan")).collect()
}

/// The files in a folder and below whose names end so, in the order of their paths; none where there is no folder.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.is_file() && path.to_string_lossy().ends_with(end) {
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

fn try_all(name: &str, target: Target, paths: &[PathBuf]) {
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
    let plans = plans();
    assert!(plans.len() > 20);
    for (name, target) in TARGETS {
        try_all(name, target, &plans);
    }
    try_all("templates", targets::templates, &files("stdlib/templates", ""));
}

/// Heaps of pieces of the language, the same every time: each target takes a heap as the fuzzer would give it.
#[test]
fn it_holds_of_heaps_of_pieces() {
    for (name, target, count) in [
        ("parse", targets::parse as fn(&[u8]), 60),
        ("format", targets::format, 40),
        ("check", targets::check, 40),
        ("render", targets::render, 10),
    ] {
        let mut state = 9704_u64;
        for _ in 0..count {
            let mut heap = vec![0xFF];
            for _ in 0..80 {
                // A generator of numbers that is the same on every machine (Knuth's MMIX).
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                heap.push((state >> 56) as u8);
            }
            let _trying = Heap(name, &heap);
            target(&heap);
        }
    }
}

/// Names the heap that a target fails on.
struct Heap<'a>(&'a str, &'a [u8]);

impl Drop for Heap<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{} fails on {:?}", self.0, self.1);
        }
    }
}

/// Whatever is made of whatever heap is valid by the published schema.
#[test]
fn every_export_is_valid() {
    let schema = serde_json::from_str(&fangan::export::schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for path in plans().iter().chain(&files("tests/fuzzed/render", "")) {
        let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        let world = fangan::world::MemoryWorld::with("a.plan", text);
        let compiled = fangan::compile(&world, Path::new("a.plan"), fangan::Options::default()).unwrap();
        let data = serde_json::from_str(&fangan::export::json(&compiled.plan, &compiled.sources)).unwrap();
        let wrong: Vec<_> = validator.iter_errors(&data).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{}: {wrong:#?}", path.display());
    }
}
