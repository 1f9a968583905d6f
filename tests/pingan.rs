//! The ledger proof: what a real plan says, fact by fact, comes out of the export as data.
//!
//! `examples/pingan` holds the ledger of a real plan (`facts.jsonl`), the plan written anew in the language with the
//! faults of the original (`draft.plan`) and without them (`plan.plan`), and where the export has each fact
//! (`places.jsonl`). A fact is proved if the record its place names has the ledger's own fields; where plan and ledger
//! use different words for one thing, the place says so under `as`, which can never change a number.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

#[path = "pingan/facts.rs"]
mod facts;
#[path = "pingan/ledger.rs"]
mod ledger;
#[path = "pingan/numbers.rs"]
mod numbers;
#[path = "pingan/proof.rs"]
mod proof;
#[path = "pingan/quotas.rs"]
mod quotas;
#[path = "pingan/words.rs"]
mod words;

use std::collections::BTreeMap;

use ledger::{ALWAYS, Entry, entries, export};
use proof::{Case, prove};
use serde_json::Value;

/// How many of a hundred facts have a place as data, at least.
const SHARE: usize = 99;

/// The exports of both plans.
fn exports() -> BTreeMap<&'static str, Value> {
    ["draft.plan", "plan.plan"].into_iter().map(|name| (name, export(name).0)).collect()
}

/// Proves a fact where its place says it is.
fn proved(entry: &Entry, exports: &BTreeMap<&str, Value>) -> Result<(), String> {
    prove(&Case { entry, export: &exports[entry.plan()], by_line: true })
}

#[test]
fn both_plans_are_read_without_a_finding() {
    for name in ["draft.plan", "plan.plan"] {
        let found = export(name).1;
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

#[test]
fn every_fact_comes_out_as_data() {
    let exports = exports();
    let entries = entries();
    let (none, placed): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| entry.none().is_some());
    let wrong: Vec<String> = placed
        .iter()
        .filter_map(|entry| Some(format!("{}: {} ({})", entry.id, proved(entry, &exports).err()?, entry.fact["text"])))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), placed.len(), wrong.join("\n"));
    for entry in &none {
        assert!(!ALWAYS.contains(&entry.kind.as_str()), "{} is a {} and has no place", entry.id, entry.kind);
        assert!(entry.none().is_some_and(|reason| reason.len() > 20), "{} gives no reason", entry.id);
    }
    let share = placed.len() * 1000 / entries.len();
    println!("{} of {} facts come out as data: {}.{}%", placed.len(), entries.len(), share / 10, share % 10);
    assert!(share >= SHARE * 10);
}

#[test]
fn a_wrong_ledger_is_not_proved() {
    let exports = exports();
    let entries = entries();
    let placed = entries.iter().filter(|entry| entry.none().is_none());
    let wrong: Vec<Entry> = placed.flat_map(corrupted).collect();
    let passed = wrong.iter().filter(|wrong| proved(wrong, &exports).is_ok());
    let passed: Vec<String> = passed.map(|wrong| wrong.fact.to_string()).collect();
    assert!(passed.is_empty(), "{} of {} are proved:\n{}", passed.len(), wrong.len(), passed.join("\n"));
    println!("{} wrong facts were refused", wrong.len());
    assert!(wrong.len() > 500);
}

/// The fact with each of the fields that its proof reads made wrong in turn.
fn corrupted(entry: &Entry) -> Vec<Entry> {
    let mut found = Vec::new();
    let named = ["quota", "growth", "recurring_quota"].contains(&entry.kind.as_str());
    let names: &[&str] = if named { &["subject", "indicator"] } else { &[] };
    for field in ["value", "op", "unit", "period", "owner"].iter().chain(names) {
        for wrong in corruptions(&entry.fact[field]) {
            let mut other = entry.clone();
            other.fact[field] = wrong;
            found.push(other);
        }
    }
    found
}

/// Each number one greater, each comparison another, each word longer by a character, each year the next.
fn corruptions(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(number) => {
            let greater = words::number(value).unwrap() + fangan::quantity::Decimal::ONE;
            let wrong: Value = serde_json::from_str(&greater.to_string()).unwrap();
            assert_ne!(wrong.to_string(), number.to_string());
            vec![wrong]
        }
        Value::String(words) => {
            let mut wrong = vec![Value::String(format!("{words}甲"))];
            if words == ">=" || words == "<=" || words == "=" {
                wrong.extend([">=", "<=", "=", "range"].iter().filter(|op| *op != words).map(|op| Value::from(*op)));
            }
            wrong.extend(next_years(words).map(Value::String));
            wrong
        }
        Value::Array(items) => {
            let with = |(index, item): (usize, &Value)| {
                let put = move |wrong: Value| {
                    let mut items = items.clone();
                    items[index] = wrong;
                    Value::Array(items)
                };
                corruptions(item).into_iter().map(put).collect::<Vec<_>>()
            };
            let shorter = Value::Array(items[1..].to_vec());
            items.iter().enumerate().flat_map(with).chain([shorter]).collect()
        }
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(key, item)| {
                let put = move |wrong: Value| {
                    let mut fields = fields.clone();
                    fields.insert(key.clone(), wrong);
                    Value::Object(fields)
                };
                corruptions(item).into_iter().map(put).collect::<Vec<_>>()
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The words with their digits one greater, where they have any. What the ledger adds about the web page is no part of
/// the fact.
fn next_years(words: &str) -> Option<String> {
    let at = words.find("(原文").unwrap_or(words.len());
    let (words, note) = words.split_at(at);
    let at = words.find(|character: char| character.is_ascii_digit())?;
    let end = words[at..].find(|character: char| !character.is_ascii_digit()).map_or(words.len(), |length| at + length);
    let number: u64 = words[at..end].parse().ok()?;
    Some(format!("{}{}{}{note}", &words[..at], number + 1, &words[end..]))
}

#[test]
fn other_words_bring_no_other_numbers() {
    let digits =
        |words: &str| words.split(|character: char| !character.is_ascii_digit()).map(str::to_owned).collect::<Vec<_>>();
    for entry in entries() {
        for (from, to) in entry.place["as"].as_object().into_iter().flatten() {
            let all: Vec<&str> = to.as_array().map_or_else(
                || to.as_str().into_iter().collect(),
                |list| list.iter().filter_map(Value::as_str).collect(),
            );
            let known = digits(from);
            for words in all {
                assert!(
                    entry.kind == "dependency" || digits(words).iter().all(|run| run.is_empty() || known.contains(run)),
                    "{}: {words}",
                    entry.id
                );
            }
        }
    }
}

#[test]
fn what_the_correction_left_is_in_the_corrected_plan_too() {
    let corrected = export("plan.plan").0;
    let kept = ["quota", "growth", "recurring_quota", "date", "owner", "chain", "fund"];
    let mut wrong = Vec::new();
    for entry in entries().iter().filter(|entry| kept.contains(&entry.kind.as_str())) {
        let outcome = prove(&Case { entry, export: &corrected, by_line: false });
        match (outcome, entry.place["changed"].is_string()) {
            (Err(why), false) => wrong.push(format!("{}: {why} ({})", entry.id, entry.fact["text"])),
            (Ok(()), true) => wrong.push(format!("{} is not changed", entry.id)),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn headings_have_the_numbers_of_the_ledger() {
    fn walk(sections: &Value, found: &mut Vec<(u64, String)>) {
        for section in sections.as_array().into_iter().flatten() {
            let number = section["number"].as_str().unwrap_or_default().replace('（', "(").replace('）', ")");
            found.push((section["level"].as_u64().unwrap(), number));
            walk(&section["sections"], found);
        }
    }
    let facts = ledger::facts();
    let sections = facts.iter().filter(|fact| fact["kind"] == "section").map(|fact| &fact["value"]);
    let asked = sections.map(|value| (value["level"].as_u64().unwrap(), value["no"].as_str().unwrap().to_owned()));
    for (name, export) in exports() {
        let mut found = Vec::new();
        walk(&export["sections"], &mut found);
        assert_eq!(asked.clone().collect::<Vec<_>>(), found, "{name}");
    }
}

#[test]
fn every_id_is_one_record_and_every_reference_leads_to_one() {
    for (name, export) in exports() {
        let mut ids: BTreeMap<String, usize> = BTreeMap::from([("plan".to_owned(), 1)]);
        for (collection, records) in export.as_object().unwrap() {
            for record in records.as_array().into_iter().flatten().filter(|_| collection != "sections") {
                if let (Some(id), true) = (record["id"].as_str(), record["place"]["file"].is_string()) {
                    *ids.entry(id.to_owned()).or_default() += 1;
                }
            }
        }
        sections(&export["sections"], &mut ids);
        let twice: Vec<_> = ids.iter().filter(|(_, count)| **count > 1).collect();
        assert!(twice.is_empty(), "{name}: {twice:?}");
        let mut lost = Vec::new();
        references(&export, &ids, &mut lost);
        assert!(lost.is_empty(), "{name}: {lost:?}");
    }
}

/// The headings that are plain sections; the others are records of another collection.
fn sections(tree: &Value, ids: &mut BTreeMap<String, usize>) {
    for section in tree.as_array().into_iter().flatten() {
        if section["kind"] == "section" {
            *ids.entry(section["id"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        sections(&section["sections"], ids);
    }
}

fn references(value: &Value, ids: &BTreeMap<String, usize>, lost: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let named = ["id", "holder", "indicator", "owner", "meets"].contains(&key.as_str());
                if let (true, Some(id)) = (named, value.as_str()) {
                    if !ids.contains_key(id) {
                        lost.push(id.to_owned());
                    }
                } else {
                    references(value, ids, lost);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, ids, lost)),
        _ => {}
    }
}
