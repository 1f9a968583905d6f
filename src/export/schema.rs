//! The JSON Schema of the published model, made of its types.
//!
//! Takes the types of this room and their texts, gives one schema for what [`json`](super::json) writes. Every object is
//! closed and every choice listed, so that a program can be generated from it; formats are those of JSON Schema alone.

use schemars::generate::SchemaSettings;
use schemars::transform::RestrictFormats;
use serde_json::{Map, Value};

use super::{Model, VERSION};

/// The names of what is generic, as a person would give them.
const NAMES: [(&str, &str); 3] = [
    ("FieldArray_of_PlacedReference", "FieldReferences"),
    ("FieldArray_of_string", "FieldIds"),
    ("FieldNullable_PlacedTime", "FieldTime"),
];

/// The JSON Schema (2020-12) of the published model, as indented JSON with a final line break.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(RestrictFormats::default());
    let mut schema = settings.into_generator().into_root_schema_for::<Model>().to_value();
    if let Some(root) = schema.as_object_mut() {
        let head = [("$schema", root.remove("$schema").unwrap_or_default()), ("$id", id().into())];
        let rest = std::mem::take(root);
        root.extend(head.map(|(key, value)| (key.to_owned(), value)).into_iter().chain(rest));
    }
    close(&mut schema);
    // Writing to memory cannot fail, and every key is a string.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    for (generic, name) in NAMES {
        text = text.replace(generic, name);
    }
    text.push('\n');
    text
}

/// The name of the schema, with the version of the model.
fn id() -> String {
    format!("urn:fangan:plan:{VERSION}")
}

/// Refuses unknown fields everywhere; what stands beside a choice of objects goes into each of them first.
fn close(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(close),
        Value::Object(fields) => {
            if let Some(Value::Object(tag)) = fields.get_mut("op") {
                tag.insert("description".to_owned(), Value::from("Which of these it is."));
            }
            spread(fields);
            if fields.get("type").is_some_and(|kind| kind == "object") && !fields.contains_key("oneOf") {
                fields.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            fields.values_mut().for_each(close);
        }
        _ => {}
    }
}

fn spread(fields: &mut Map<String, Value>) {
    let Some(Value::Array(mut choices)) = fields.remove("oneOf") else { return };
    if let (Some(Value::Object(shared)), required) = (fields.remove("properties"), fields.remove("required")) {
        for choice in &mut choices {
            if let Some(Value::Object(own)) = choice.get_mut("properties") {
                own.extend(shared.clone());
            }
            if let (Some(Value::Array(own)), Some(Value::Array(required))) = (choice.get_mut("required"), &required) {
                own.extend(required.clone());
            }
        }
    }
    fields.insert("oneOf".to_owned(), Value::Array(choices));
}
