//! Plans and what reading and resolving them has to say: each `*.plan` beside this file against its `*.zh.txt`, one
//! finding a line and nothing where all is well; `BLESS=1` rewrites it. Rules have fixtures of their own.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::diagnostic::{Diagnostics, Lang};
use fangan::report::{Format, Options, report};
use fangan::source::Sources;
use fangan::{plan, syntax};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/syntax");

#[test]
fn findings_are_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for path in plans() {
        let found = findings(&path);
        let expected = path.with_extension("zh.txt");
        if bless {
            fs::write(&expected, found).unwrap();
        } else if fs::read_to_string(&expected).ok().as_ref() != Some(&found) {
            wrong.push(format!("{} is not:\n{found}", expected.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The plans of the folder, in the order of their names.
fn plans() -> Vec<PathBuf> {
    let files = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let mut plans: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "plan")).collect();
    plans.sort();
    assert!(!plans.is_empty(), "no plan in {FOLDER}");
    plans
}

fn findings(path: &Path) -> String {
    let mut sources = Sources::default();
    let name = path.file_name().unwrap();
    let id = sources.add(name, fs::read_to_string(path).unwrap());
    let source = sources.get(id);
    let parsed = syntax::parse(source);
    let (_, unbound) = plan::resolve(source, &parsed.file);
    let mut findings = Diagnostics::default();
    findings.extend(parsed.findings);
    findings.extend(unbound);
    let options = Options { lang: Lang::Zh, ..Options::default() };
    report(Format::Short, &findings.into_sorted(), &sources, &options)
}
