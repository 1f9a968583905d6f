//! SARIF as services read it: held against the schema of the standard, whose copy is in `tests/sarif/`.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use fangan::check::RULES;
use program::{fangan, folder, out, write};
use serde_json::Value;

const LANGUAGE: &str = "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$";

/// What the schema has against a log.
fn complaints(log: &Value) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sarif/sarif-schema-2.1.0.json");
    let text = fs::read_to_string(path).unwrap();
    // The pattern of language tags has a bracket too many, which the regular expressions of today refuse.
    assert_eq!(text.matches(LANGUAGE).count(), 2);
    let schema: Value = serde_json::from_str(&text.replace(LANGUAGE, &LANGUAGE.replace("{2}]?", "{2}?"))).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    validator.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn log(folder: &Path, arguments: &[&str]) -> Value {
    let output = fangan(folder, &[&["check", ".", "--format", "sarif"], arguments].concat());
    serde_json::from_str(&out(&output)).unwrap()
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let log = serde_json::json!({ "version": "2.1.0", "runs": [{ "tool": { "driver": {} } }] });
    assert!(!complaints(&log).is_empty());
}

#[test]
fn every_rules_findings_are_sarif() {
    let here = folder(&[("空 的.plan", "# 方案：某县义务教育提质方案\n")]);
    for rule in RULES {
        let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules").join(rule.name).join("bad.plan");
        write(here.path(), &format!("规则/{} {}.plan", rule.code, rule.name), &fs::read_to_string(bad).unwrap());
    }
    for arguments in [&[][..], &["--lang", "en", "--stage", "issue", "--as-of", "2030-01-01"]] {
        let log = log(here.path(), arguments);
        assert!(log["runs"][0]["results"].as_array().unwrap().len() > RULES.len());
        assert_eq!(complaints(&log), [""; 0]);
    }
}

#[test]
fn a_log_without_findings_and_one_of_broken_texts_are_sarif() {
    let here = folder(&[("a.plan", "# 方案：某县义务教育提质方案\n")]);
    assert_eq!(complaints(&log(here.path(), &[])), [""; 0]);
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax");
    for entry in fs::read_dir(texts).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "plan") {
            fs::copy(&path, here.path().join(path.file_name().unwrap())).unwrap();
        }
    }
    assert_eq!(complaints(&log(here.path(), &[])), [""; 0]);
}
