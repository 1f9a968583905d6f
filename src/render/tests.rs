//! For tests: the names that templates may use, as `docs/` publishes them.
//!
//! Takes the data of a template, gives a line for each name in it with what it holds; `BLESS=1` writes the file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::Serialize;
use serde_json::Value;

/// Names of which the values are a closed list.
const CHOICES: [&str; 2] = ["kind", "align"];

/// Holds the names of some data against the published list.
pub(super) fn hold(file: &str, data: &impl Serialize) {
    let mut names = BTreeMap::new();
    collect(&serde_json::to_value(data).unwrap_or_default(), "", &mut names);
    let line = |(name, kinds): (String, BTreeSet<String>)| {
        format!("{name}: {}\n", kinds.into_iter().collect::<Vec<_>>().join(" | "))
    };
    let list = names.into_iter().map(line).collect::<String>();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    if std::env::var_os("BLESS").is_some() {
        assert!(fs::write(&path, &list).is_ok(), "{file} cannot be written");
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), list, "docs/{file} lists other names");
}

fn collect(value: &Value, name: &str, names: &mut BTreeMap<String, BTreeSet<String>>) {
    let kind = match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let dot = if name.is_empty() { "" } else { "." };
                collect(value, &format!("{name}{dot}{field}"), names);
            }
            return;
        }
        Value::Array(items) => {
            items.iter().for_each(|item| collect(item, &format!("{name}[]"), names));
            return;
        }
        Value::Null => "nothing".to_owned(),
        Value::Bool(_) => "true or false".to_owned(),
        Value::Number(_) => "number".to_owned(),
        Value::String(word) if CHOICES.iter().any(|choice| name.ends_with(choice)) => format!("\"{word}\""),
        Value::String(_) => "text".to_owned(),
    };
    names.entry(name.to_owned()).or_default().insert(kind);
}
