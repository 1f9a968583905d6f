//! Plans as documents: every plan beside this file against the expected plain text of its document; `BLESS=1`
//! rewrites it.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::document::{document, duties, obligations, plain, quotas};
use fangan::source::Sources;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/document")
}

/// The document and the three tables of a plan as plain text.
fn written(text: &str) -> String {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", text);
    let parsed = fangan::syntax::parse(sources.get(id));
    let (plan, _) = fangan::plan::resolve(sources.get(id), &parsed.file);
    let tables = [duties(&plan), quotas(&plan), obligations(&plan)];
    let tables = tables.iter().filter(|table| !table.rows.is_empty()).map(|table| format!("\n{}\n", table.plain()));
    plain(&document(&plan)) + &tables.collect::<String>()
}

#[test]
fn documents_are_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut plans = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    plans.retain(|path| path.extension().is_some_and(|extension| extension == "plan"));
    plans.sort();
    assert!(!plans.is_empty());
    let mut wrong = Vec::new();
    for path in plans {
        let output = written(&fs::read_to_string(&path).unwrap());
        let expected = path.with_extension("txt");
        if bless {
            fs::write(expected, output).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != output {
            wrong.push(format!("{} is not:\n{output}", expected.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
