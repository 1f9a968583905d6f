//! The ledger of the example: what a real plan says, fact by fact, and where each fact stands in the export.

use std::fs;
use std::path::{Path, PathBuf};

use fangan::source::Sources;
use serde_json::Value;

/// The kinds of fact that have a place as data.
pub const KINDS: [&str; 15] = [
    "quota",
    "recurring_quota",
    "growth",
    "baseline",
    "phase",
    "date",
    "owner",
    "group",
    "chain",
    "fund",
    "dependency",
    "basis",
    "number",
    "addressee",
    "issuer",
];

/// The kinds of fact that must have one, every single time.
pub const ALWAYS: [&str; 7] = ["quota", "recurring_quota", "growth", "date", "owner", "chain", "fund"];

/// A fact and its place.
#[derive(Clone)]
pub struct Entry {
    pub id: String,
    pub kind: String,
    /// The fields of the ledger.
    pub fact: Value,
    /// Where the export has it, or why it has not.
    pub place: Value,
}

impl Entry {
    /// Why it has no place.
    pub fn none(&self) -> Option<&str> {
        self.place["none"].as_str()
    }

    /// The file that holds it, if it is not the draft.
    pub fn plan(&self) -> &str {
        self.place["plan"].as_str().unwrap_or("draft.plan")
    }

    /// A field of the ledger as the plan words it: `as` of the place says where the plan has other words.
    pub fn words(&self, field: &str) -> Option<String> {
        self.fact[field].as_str().map(|words| self.reworded(words))
    }

    /// Words of the ledger as the plan has them.
    pub fn reworded(&self, words: &str) -> String {
        self.place["as"][words].as_str().unwrap_or(words).to_owned()
    }
}

/// The folder of the example.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/pingan")
}

/// Every fact that has to have a place as data.
pub fn entries() -> Vec<Entry> {
    let places = lines("places.jsonl");
    let text = |value: &Value, key: &str| value[key].as_str().unwrap().to_owned();
    let facts = lines("facts.jsonl").into_iter().filter(|fact| KINDS.contains(&fact["kind"].as_str().unwrap()));
    let entry = |fact: Value| {
        let id = text(&fact, "id");
        let mut found = places.iter().filter(|place| place["id"] == fact["id"]);
        let place = found.next().unwrap_or_else(|| panic!("{id} is not in places.jsonl")).clone();
        assert!(found.next().is_none(), "{id} is in places.jsonl twice");
        Entry { kind: text(&fact, "kind"), id, fact, place }
    };
    let entries: Vec<Entry> = facts.map(entry).collect();
    assert_eq!(entries.len(), places.len(), "places.jsonl has places of facts that need none");
    entries
}

/// Every fact of the ledger, of any kind.
pub fn facts() -> Vec<Value> {
    lines("facts.jsonl")
}

fn lines(name: &str) -> Vec<Value> {
    let text = fs::read_to_string(folder().join(name)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The export of one of the plans, and the codes and lines of what the compiler finds in it while reading.
pub fn export(name: &str) -> (Value, Vec<String>) {
    let mut sources = Sources::default();
    let id = sources.add(name, fs::read_to_string(folder().join(name)).unwrap());
    let source = sources.get(id);
    let parsed = fangan::syntax::parse(source);
    let (plan, findings) = fangan::plan::resolve(source, &parsed.file);
    let line = |span: fangan::source::Span| source.position(span.start as usize);
    let findings = parsed.findings.iter().chain(&findings);
    let found = findings.map(|found| format!("{name}:{} {} {}", line(found.span), found.code, found.message.en));
    let found = found.collect();
    let text = fangan::export::json(&plan, &sources);
    assert!(text.starts_with("{\n  \"version\": 1,") && text.ends_with("}\n"));
    (serde_json::from_str(&text).unwrap(), found)
}
