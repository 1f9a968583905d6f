//! The examples: the worst defects are found, and every plan is in the canonical layout. What is said of each draft is
//! held by `tests/ledgers.rs`.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::check::Stage;
use fangan::diagnostic::Lang;
use fangan::report::{Format, Options as ReportOptions, report};
use fangan::world::DiskWorld;
use fangan::{Compiled, Options, compile};

fn example(name: &str) -> PathBuf {
    Path::new("examples").join(name)
}

fn compiled(path: &Path, stage: Stage) -> Compiled {
    compile(&DiskWorld, path, Options { stage, ..Options::default() }).unwrap()
}

fn short(compiled: &Compiled, lang: Lang) -> String {
    let options = ReportOptions { lang, ..ReportOptions::default() };
    report(Format::Short, &compiled.findings, &compiled.sources, &options)
}

/// The three defects of the original that a reviewer must never miss, whatever else is found.
#[test]
fn the_draft_shows_the_three_worst() {
    let draft = compiled(&example("pingan/draft.plan"), Stage::Draft);
    let found = short(&draft, Lang::Zh);
    for (code, words) in [("Q001", "54.20%"), ("Q013", "95.87%"), ("D014", "三年")] {
        let line = found.lines().find(|line| line.contains(&format!("[{code}]")));
        assert!(line.is_some_and(|line| line.contains(words)), "{code}: {line:?}");
    }
}

#[test]
fn examples_and_the_library_are_in_canonical_layout() {
    let entries = |folder: &Path| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    let examples = entries(Path::new("examples")).into_iter().filter(|path| path.is_dir());
    for folder in examples.chain([PathBuf::from("stdlib"), PathBuf::from("stdlib/skeletons")]) {
        for path in entries(&folder) {
            if path.extension().is_none_or(|extension| extension != "plan") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let mut sources = fangan::source::Sources::default();
            let id = sources.add(&path, text.clone());
            match fangan::format::format(sources.get(id), None) {
                Ok(formatted) => assert_eq!(formatted, text, "{}", path.display()),
                // A draft may keep a fault of the original that leaves it without a layout.
                Err(_) => assert!(path.ends_with("draft.plan"), "{}", path.display()),
            }
        }
    }
}
