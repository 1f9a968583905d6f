//! Every form of the language in a small plan: each `*.plan` beside this file against what is found wrong with it
//! (`*.zh.txt`), the part of its export that its first line names (`*.json`) and the text it prints (`*.txt`).
//! `BLESS=1` rewrites all three. Empty fields and places are left out of the data, so that a form can be read at a glance.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::diagnostic::{Diagnostics, Lang};
use fangan::report::{Format, Options, report};
use fangan::source::Sources;
use fangan::{document, export, plan, syntax};
use serde_json::{Map, Value};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/forms");

#[test]
fn every_form_is_kept_and_printed() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for path in plans() {
        let text = fs::read_to_string(&path).unwrap();
        let outputs = outputs(&path, &text);
        for (extension, output) in outputs {
            let expected = path.with_extension(extension);
            let has = fs::read_to_string(&expected).unwrap_or_default();
            if bless && output.is_empty() {
                let _ = fs::remove_file(expected);
            } else if bless {
                fs::write(expected, output).unwrap();
            } else if has != output {
                wrong.push(format!("{} is not:\n{output}", expected.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A form that could not be read has no place here; those that are refused begin with `bad_`.
#[test]
fn only_bad_forms_are_refused() {
    for path in plans() {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let [(_, findings), ..] = outputs(&path, &fs::read_to_string(&path).unwrap());
        assert_eq!(findings.is_empty(), !name.starts_with("bad_"), "{name}:\n{findings}");
    }
}

/// The plans of the folder, in the order of their names.
fn plans() -> Vec<PathBuf> {
    let files = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    let mut plans: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "plan")).collect();
    plans.sort();
    assert!(!plans.is_empty(), "no plan in {FOLDER}");
    plans
}

/// Findings, data and text of a plan.
fn outputs(path: &Path, text: &str) -> [(&'static str, String); 3] {
    let mut sources = Sources::default();
    let id = sources.add(path.file_name().unwrap(), text);
    let source = sources.get(id);
    let parsed = syntax::parse(source);
    let (plan, unbound) = plan::resolve(source, &parsed.file);
    let mut findings = Diagnostics::default();
    findings.extend(parsed.findings);
    findings.extend(unbound);
    let findings = findings.into_sorted();
    let said = |lang| report(Format::Human, &findings, &sources, &Options { lang, ..Options::default() });
    if !findings.is_empty() {
        return [("zh.txt", said(Lang::Zh)), ("json", String::new()), ("txt", said(Lang::En))];
    }
    let model = serde_json::from_str::<Value>(&export::json(&plan, &sources)).unwrap();
    [("zh.txt", String::new()), ("json", part(&model, text)), ("txt", document::plain(&document::document(&plan)))]
}

/// The part of the data that the first line asks for: `// quotas, implied`.
fn part(model: &Value, text: &str) -> String {
    let asked = text.lines().next().unwrap().trim_start_matches(['/', ' ']);
    let fields = asked.split(", ").map(|key| {
        let value = model.get(key).unwrap_or_else(|| panic!("the export has no {key}"));
        (key.to_owned(), brief(value))
    });
    let fields: Map<String, Value> = fields.collect();
    serde_json::to_string_pretty(&Value::Object(fields)).unwrap() + "\n"
}

/// A value without empty fields and places; an owner, time or amount alone is its words.
fn brief(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(brief).collect(),
        Value::Object(fields) => {
            let is_told = |key: &str, value: &Value| {
                let is_empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
                let is_missing = value.get("origin").is_some_and(|origin| origin == "missing");
                !is_empty && !is_missing && !["place", "holder"].contains(&key)
            };
            let told = fields.iter().filter(|(key, value)| is_told(key, value));
            Value::Object(told.map(|(key, value)| (key.clone(), brief(value))).collect())
        }
        other => other.clone(),
    }
}
