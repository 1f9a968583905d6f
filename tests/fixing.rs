//! Safe fixes over every plan of the fixtures and examples: none makes an error that was not there, and a second time
//! nothing is left to fix.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use fangan::diagnostic::{Diagnostic, Severity};
use fangan::world::DiskWorld;
use fangan::{Options, compile, mend};
use tempfile::TempDir;

/// The plans below a folder, and the texts that are pasted as plans.
fn plans(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_str().unwrap();
        let is_plan = name.ends_with(".plan") && !name.contains(".fixed.");
        let is_pasted = name.ends_with(".txt") && !name.contains(".zh.") && !name.contains(".en.");
        if path.is_dir() {
            plans(&path, found);
        } else if is_plan || is_pasted && folder.ends_with("paste") {
            found.push(path);
        }
    }
}

/// How many errors of each code there are.
fn errors(findings: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
        *counts.entry(finding.code).or_default() += 1;
    }
    counts
}

/// What a fix brings to light, because only now it is data: the plan, the code.
const BROUGHT_TO_LIGHT: [(&str, &str); 1] = [("worded.plan", "S101")];

#[test]
fn no_fix_makes_an_error_and_a_second_finds_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for folder in ["tests/rules", "tests/recovery", "tests/paste", "examples"] {
        plans(&root.join(folder), &mut all);
    }
    assert!(all.len() > 400, "{}", all.len());
    let mut wrong = Vec::new();
    for path in all {
        let name = path.file_name().unwrap().to_str().unwrap();
        let before = compile(&DiskWorld, &path, Options::default()).unwrap();
        let mended = mend(&DiskWorld, &path, Options::default()).unwrap();
        let known = errors(&before.findings);
        for (code, count) in errors(&mended.compiled.findings) {
            let is_new = count > known.get(code).copied().unwrap_or_default();
            if is_new && !BROUGHT_TO_LIGHT.contains(&(name, code)) {
                wrong.push(format!("{}: a fix makes {code}", path.display()));
            }
        }
        let folder = TempDir::new().unwrap();
        let copy = folder.path().join("a.plan");
        fs::write(&copy, &mended.after).unwrap();
        // What a plan uses lies beside it, so that the copy is only asked for what stands in its own text.
        if mended.made > 0 && !mended.after.contains(".plan") {
            let again = mend(&DiskWorld, &copy, Options::default()).unwrap();
            if again.after != mended.after {
                wrong.push(format!("{}: a second time changes it", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
