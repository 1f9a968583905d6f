//! The export as a program gets it: what the example of the ledger has not, against the expected text, which `BLESS=1`
//! rewrites; and the page that describes it, whose excerpts have to be what comes out.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::source::Sources;
use serde_json::Value;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn export(name: &str, text: &str) -> String {
    let mut sources = Sources::default();
    let id = sources.add(name, text);
    let parsed = fangan::syntax::parse(sources.get(id));
    let (plan, _) = fangan::plan::resolve(sources.get(id), &parsed.file);
    fangan::export::json(&plan, &sources)
}

#[test]
fn holes_scopes_and_what_is_inherited_come_out() {
    let text = fs::read_to_string(file("tests/export/edges.plan")).unwrap();
    let output = export("edges.plan", &text);
    let expected = file("tests/export/edges.json");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&expected, &output).unwrap();
    }
    assert_eq!(fs::read_to_string(&expected).unwrap_or_default(), output);
    assert_eq!(export("edges.plan", &text), output, "the same plan gives the same text");
}

#[test]
fn what_is_no_plan_has_an_export_too() {
    for text in
        ["", "一句话", "# 措施：摸排\n- 前置：摸排\n", "- 经费：甲 100000000000000000000000000万元\n- 经费：乙 1万元"]
    {
        let model: Value = serde_json::from_str(&export("a.plan", text)).unwrap();
        assert_eq!(model["version"], 1);
    }
}

/// The fenced blocks of a page in one language.
fn fenced<'a>(page: &'a str, language: &str) -> Vec<&'a str> {
    let open = format!("```{language}\n");
    let blocks = page.split(&open).skip(1);
    blocks.map(|rest| rest.split("```").next().unwrap()).collect()
}

/// Whether `part` is `whole` with nothing but fields left out.
fn is_part(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => {
            part.iter().all(|(key, part)| whole.get(key).is_some_and(|whole| is_part(part, whole)))
        }
        (Value::Array(part), Value::Array(whole)) => {
            part.len() == whole.len() && part.iter().zip(whole).all(|(part, whole)| is_part(part, whole))
        }
        _ => part == whole,
    }
}

fn is_somewhere(part: &Value, whole: &Value) -> bool {
    let below = match whole {
        Value::Object(fields) => fields.values().any(|whole| is_somewhere(part, whole)),
        Value::Array(items) => items.iter().any(|whole| is_somewhere(part, whole)),
        _ => false,
    };
    below || is_part(part, whole)
}

#[test]
fn the_page_of_the_interface_says_what_comes_out() {
    let page = fs::read_to_string(file("docs/data.md")).unwrap();
    let plans = fenced(&page, "markdown");
    let [plan] = plans[..] else { panic!("the page has one plan, not {}", plans.len()) };
    let model: Value = serde_json::from_str(&export("plan.plan", plan)).unwrap();
    let excerpts = fenced(&page, "json");
    assert!(!excerpts.is_empty());
    for excerpt in excerpts {
        let part: Value = serde_json::from_str(excerpt).unwrap();
        assert!(is_somewhere(&part, &model), "not in the export:\n{excerpt}");
    }
    for key in model.as_object().unwrap().keys() {
        assert!(page.contains(&format!("`{key}`")), "the page does not name {key}");
    }
}
