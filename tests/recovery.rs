//! Mistakes and what is said of them: each `tests/recovery/*.plan` holds several, and each is told of once, at its
//! place, in words a person can act on; nothing sound is blamed. `*.zh.txt` and `*.en.txt` hold the whole report;
//! `BLESS=1` rewrites them.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::diagnostic::Lang;
use fangan::report::{Format, Options as ReportOptions, report};
use fangan::world::MemoryWorld;
use fangan::{Compiled, Options, compile, mend};

/// The plans of the folder, in the order of their names.
fn plans() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recovery");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut plans: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "plan")).collect();
    plans.sort();
    assert!(!plans.is_empty());
    plans
}

fn compiled(path: &Path) -> Compiled {
    let name = path.file_name().unwrap();
    let world = MemoryWorld::with(name, fs::read_to_string(path).unwrap());
    compile(&world, Path::new(name), Options::default()).unwrap()
}

fn said(compiled: &Compiled, lang: Lang) -> String {
    let options = ReportOptions { lang, ..ReportOptions::default() };
    report(Format::Human, &compiled.findings, &compiled.sources, &options)
}

/// How many mistakes each plan holds.
const MISTAKES: [(&str, usize); 18] = [
    ("beginner", 20),
    ("clerk", 13),
    ("english", 13),
    ("fires", 33),
    ("forms", 7),
    ("headings", 4),
    ("health", 34),
    ("indents", 6),
    ("keywords", 6),
    ("marks", 10),
    ("novice", 12),
    ("office", 28),
    ("owners", 6),
    ("signs", 4),
    ("slips", 13),
    ("tables", 2),
    ("values", 6),
    ("worded", 15),
];

#[test]
fn every_mistake_is_told_of_once() {
    let mut wrong = Vec::new();
    for (path, (name, count)) in plans().iter().zip(MISTAKES) {
        assert_eq!(path.file_stem().unwrap().to_str().unwrap(), name);
        let found = compiled(path).findings;
        if found.len() != count {
            let codes: Vec<_> = found.iter().map(|finding| (finding.code, &finding.message.zh)).collect();
            wrong.push(format!("{name}: {} findings, not {count}: {codes:?}", found.len()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reports_are_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for path in plans() {
        let compiled = compiled(&path);
        for (end, lang) in [("zh.txt", Lang::Zh), ("en.txt", Lang::En)] {
            let (expected, output) = (path.with_extension(end), said(&compiled, lang));
            if bless {
                fs::write(&expected, output).unwrap();
            } else if fs::read_to_string(&expected).ok().as_ref() != Some(&output) {
                wrong.push(format!("{} is not:\n{output}", expected.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fixing_twice_changes_nothing() {
    for path in plans() {
        let name = path.file_name().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let once = mend(&MemoryWorld::with(name, text), Path::new(name), Options::default()).unwrap();
        let world = MemoryWorld::with(name, once.after.clone());
        let twice = mend(&world, Path::new(name), Options::default()).unwrap();
        assert_eq!((twice.after, twice.made), (once.after, 0), "{}", path.display());
    }
}
