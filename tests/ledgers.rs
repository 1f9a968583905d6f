//! The ledgers of real plans: what each says is data of its draft, and what is wrong with it is found.
//!
//! Every folder of `examples` holds the ledger of a real plan, where the export has each fact (`places.jsonl`) and which
//! rule finds each fault on which line (`defects.jsonl`). `BLESS=1` rewrites what is said of the drafts and the page on
//! the examples. `tests/pingan.rs` holds the first of them to a stricter proof.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

#[path = "ledgers/example.rs"]
mod example;
#[path = "ledgers/page.rs"]
mod page;
#[path = "ledgers/proof.rs"]
mod proof;
#[expect(dead_code, reason = "periods are compared as words here")]
#[path = "pingan/words.rs"]
mod words;

use std::fs;
use std::path::Path;

use example::{Example, examples, is_decidable};
use fangan::check::Stage;
use fangan::diagnostic::Lang;
use proof::{Case, prove};
use serde_json::Value;

/// The proof by which `pingan` goes is that of its own test.
const STRICTER: &str = "pingan";

fn is_blessed() -> bool {
    std::env::var_os("BLESS").is_some()
}

/// Holds a file to its text, or writes it.
fn agree(path: &Path, text: &str) {
    if is_blessed() {
        fs::write(path, text).unwrap();
    }
    let wanted = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(text, wanted, "{} (BLESS=1 rewrites it)", path.display());
}

fn export(example: &Example, plan: &str) -> Value {
    let compiled = example.compiled(plan, Stage::Draft);
    serde_json::from_str(&fangan::export::json(&compiled.plan, &compiled.sources)).unwrap()
}

#[test]
fn corrected_plans_are_silent() {
    for example in examples() {
        for stage in [Stage::Draft, Stage::Issue] {
            assert_eq!(example.said("plan.plan", stage, Lang::Zh), "", "{}", example.name);
        }
    }
}

#[test]
fn drafts_say_what_is_wrong_with_them() {
    for example in examples() {
        for (lang, name) in [(Lang::Zh, "draft.zh.txt"), (Lang::En, "draft.en.txt")] {
            agree(&example.file(name), &example.said("draft.plan", Stage::Draft, lang));
        }
    }
}

#[test]
fn every_fact_is_data() {
    let mut wrong = Vec::new();
    for example in examples().iter().filter(|example| example.name != STRICTER) {
        let export = export(example, "draft.plan");
        for (fact, place) in &example.places() {
            let why = match place["none"].as_str() {
                Some(reason) => (reason.len() <= 20).then(|| "gives no reason".to_owned()),
                None => prove(&Case { fact, place, export: &export }).err(),
            };
            wrong.extend(why.map(|why| format!("{} {}: {why} ({})", example.name, fact["id"], fact["text"])));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

/// A proof that would pass a wrong number, comparison or word would be none.
#[test]
fn a_wrong_fact_is_not_proved() {
    let (mut tried, mut passed) = (0, Vec::new());
    for example in examples().iter().filter(|example| example.name != STRICTER) {
        let export = export(example, "draft.plan");
        for (fact, place) in example.places().iter().filter(|(_, place)| place["none"].is_null()) {
            for wrong in corrupted(fact, place) {
                tried += 1;
                if prove(&Case { fact: &wrong, place, export: &export }).is_ok() {
                    passed.push(wrong.to_string());
                }
            }
        }
    }
    println!("{tried} wrong facts were tried");
    assert!(passed.is_empty(), "{} of {tried} are proved:\n{}", passed.len(), passed.join("\n"));
}

/// The fact with each number, comparison and word made wrong in turn.
fn corrupted(fact: &Value, place: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    // What is not a number is compared by its words alone, and a change by its direction.
    let has_comparison = fact["kind"] != "growth" && !fact["value"].is_string() && !fact["value"].is_null();
    for field in ["value", "op", "unit", "subject", "indicator", "owner", "period"] {
        if field == "op" && !has_comparison || place["as"][fact[field].as_str().unwrap_or_default()] == "" {
            continue;
        }
        for wrong in wrongly(&fact[field]) {
            let mut other = fact.clone();
            other[field] = wrong;
            found.push(other);
        }
    }
    found
}

fn wrongly(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(_) => {
            vec![serde_json::json!(words::number(value).unwrap().to_string().parse::<f64>().unwrap() + 77_777.0)]
        }
        Value::String(words) if ["<=", ">=", "=", "range"].contains(&words.as_str()) => vec![Value::from("<>")],
        Value::String(words) if !words.is_empty() => vec![Value::from(format!("{words}甲乙丙"))],
        Value::Array(items) => (0..items.len())
            .flat_map(|at| {
                wrongly(&items[at]).into_iter().map(move |wrong| {
                    let mut items = items.clone();
                    items[at] = wrong;
                    Value::Array(items)
                })
            })
            .collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_fault_is_found_where_it_is() {
    let mut wrong = Vec::new();
    for example in examples() {
        let compiled = example.compiled("draft.plan", Stage::Draft);
        let at = |finding: &fangan::diagnostic::Diagnostic| {
            (
                finding.code.to_string(),
                compiled.sources.get(finding.span.source).position(finding.span.start as usize).line,
            )
        };
        let said: Vec<(String, usize)> = compiled.findings.iter().map(at).collect();
        for (defect, answer) in &example.defects() {
            let why = match answer["none"].as_str() {
                Some(reason) => (reason.len() <= 20).then_some("gives no reason"),
                None => {
                    let code = answer["code"].as_str().unwrap_or_default().to_owned();
                    let line = answer["line"].as_u64().unwrap_or_default() as usize;
                    (!said.contains(&(code, line))).then_some("is not found there")
                }
            };
            wrong.extend(why.map(|why| format!("{} {}: {why}: {answer}", example.name, defect["text"])));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn each_example_shows_what_no_other_does() {
    let examples = examples();
    assert_eq!(
        page::SHOWS.map(|(name, ..)| name).to_vec(),
        examples.iter().map(|each| each.name.as_str()).collect::<Vec<_>>()
    );
    for (name, _, _, words, least) in page::SHOWS {
        for example in &examples {
            let path = Path::new("examples").join(&example.name).join("plan.plan");
            let count = std::fs::read_to_string(path).unwrap().matches(words).count();
            assert_eq!(count >= least, example.name == name, "{}: {words} stands {count} times", example.name);
        }
    }
}

#[test]
fn the_page_has_the_figures() {
    let examples = examples();
    for example in &examples {
        let (places, defects) = (example.places(), example.defects());
        let none =
            |answered: &[(Value, Value)]| answered.iter().filter(|(_, answer)| !answer["none"].is_null()).count();
        let missed =
            defects.iter().filter(|(defect, answer)| is_decidable(defect) && !answer["none"].is_null()).count();
        println!(
            "{}: {} of {} facts have no place; {} of {} faults are not found, {missed} of them decidable",
            example.name,
            none(&places),
            places.len(),
            none(&defects),
            defects.len()
        );
    }
    agree(Path::new("examples/README.md"), &page::page(&examples));
}
