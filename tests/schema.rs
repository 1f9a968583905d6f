//! The JSON Schema of the export: `docs/plan.schema.json` is what the types say (`BLESS=1` rewrites it), it says all of
//! it, every export holds to it, and nothing else does.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

#[path = "../fuzz/src/pieces.rs"]
mod pieces;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fangan::world::{DiskWorld, MemoryWorld, World};
use fangan::{Options, compile, export};
use jsonschema::Validator;
use pieces::PIECES;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema() -> Value {
    serde_json::from_str(&export::schema()).unwrap()
}

/// One that holds times to be times.
fn validator() -> Validator {
    jsonschema::options().should_validate_formats(true).build(&schema()).unwrap()
}

/// The export of a plan, faulty or not; `None` if the file cannot be read as a text.
fn exported(world: &dyn World, path: &Path) -> Option<Value> {
    let compiled = compile(world, path, Options::default()).ok()?;
    Some(serde_json::from_str(&export::json(&compiled.plan, &compiled.sources)).unwrap())
}

fn exported_text(text: &str) -> Value {
    let path = Path::new("plan.plan");
    exported(&MemoryWorld::with(path, text), path).unwrap()
}

/// Every plan of the repository.
fn plans() -> Vec<PathBuf> {
    let mut open: Vec<PathBuf> = ["examples", "stdlib", "tests"].map(|folder| root().join(folder)).into();
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|end| end == "plan") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What is wrong with an export, place by place.
fn faults(validator: &Validator, export: &Value) -> Vec<String> {
    validator.iter_errors(export).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_file_is_what_the_types_say() {
    let file = root().join("docs/plan.schema.json");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, export::schema()).unwrap();
    }
    assert!(fs::read_to_string(file).unwrap_or_default() == export::schema(), "BLESS=1 cargo test --test schema");
}

#[test]
fn the_schema_is_one_and_names_its_version() {
    let schema = schema();
    assert!(jsonschema::meta::is_valid(&schema));
    assert_eq!(schema["$id"], format!("urn:fangan:plan:{}", export::VERSION));
    assert_eq!(schema["properties"]["version"]["const"], export::VERSION);
}

#[test]
fn everything_is_described_and_closed() {
    let schema = schema();
    let mut wrong = Vec::new();
    let definitions = schema["$defs"].as_object().unwrap();
    for (name, definition) in definitions {
        assert!(name.chars().all(char::is_alphanumeric), "{name} is no name to build on");
        if !definition["description"].is_string() {
            wrong.push(format!("{name} is not described"));
        }
    }
    undescribed(&schema, "", &mut wrong);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn undescribed(schema: &Value, at: &str, wrong: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                if fields.get("additionalProperties") != Some(&Value::Bool(false)) {
                    wrong.push(format!("{at} is open"));
                }
                let mute = properties.iter().filter(|(_, property)| !property["description"].is_string());
                wrong.extend(mute.map(|(name, _)| format!("{at}/{name} is not described")));
            }
            fields.iter().for_each(|(key, below)| undescribed(below, &format!("{at}/{key}"), wrong));
        }
        Value::Array(items) => items.iter().for_each(|below| undescribed(below, at, wrong)),
        _ => {}
    }
}

#[test]
fn every_plan_of_the_repository_holds_to_it() {
    let validator = validator();
    let mut wrong = Vec::new();
    let exports: Vec<_> = plans().into_iter().filter_map(|path| Some((exported(&DiskWorld, &path)?, path))).collect();
    assert!(exports.len() > 200, "only {} plans", exports.len());
    for (export, path) in exports {
        wrong.extend(faults(&validator, &export).into_iter().map(|fault| format!("{}{fault}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A field that no plan fills, or a choice that none makes, would be tried by nothing above.
#[test]
fn every_field_and_choice_is_somewhere_in_the_repository() {
    let mut seen = BTreeSet::new();
    plans().iter().filter_map(|path| exported(&DiskWorld, path)).for_each(|export| filled(&export, &mut seen));
    let mut told = BTreeSet::new();
    said(&schema(), &mut told);
    let never: Vec<_> = told.difference(&seen).collect();
    assert!(never.is_empty(), "{never:?}");
}

/// The fields that are filled, and their words.
fn filled(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| filled(item, found)),
        Value::Object(fields) => {
            let is_empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            for (key, field) in fields.iter().filter(|(_, field)| !is_empty(field)) {
                found.insert(key.clone());
                found.extend(field.as_str().map(|words| format!("={words}")));
                filled(field, found);
            }
        }
        _ => {}
    }
}

/// The fields and choices of a schema.
fn said(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Array(items) => items.iter().for_each(|item| said(item, found)),
        Value::Object(fields) => {
            found.extend(
                fields.get("properties").and_then(Value::as_object).into_iter().flat_map(|each| each.keys().cloned()),
            );
            found.extend(fields.get("const").and_then(Value::as_str).map(|word| format!("={word}")));
            fields.values().for_each(|field| said(field, found));
        }
        _ => {}
    }
}

/// What names a record: these fields, and the `id` of what is no record.
const LINKS: [&str; 10] =
    ["holder", "indicator", "owner", "part_of", "meets", "about", "sums", "parts", "terms", "from"];

#[test]
fn every_id_names_a_record() {
    let mut wrong = Vec::new();
    for path in plans() {
        let Some(export) = exported(&DiskWorld, &path) else { continue };
        let mut records = BTreeSet::from(["plan".to_owned()]);
        let lists = export.as_object().unwrap().values().filter_map(Value::as_array);
        lists.for_each(|records_of| records_of.iter().for_each(|record| declared(record, &mut records)));
        let mut named = BTreeSet::new();
        links(&export, "", &mut named);
        wrong.extend(named.difference(&records).map(|id| format!("{}: {id}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The id of a record, and of the headings below it.
fn declared(record: &Value, found: &mut BTreeSet<String>) {
    found.extend(record["id"].as_str().map(str::to_owned));
    record["sections"].as_array().into_iter().flatten().for_each(|below| declared(below, found));
}

fn links(value: &Value, key: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| links(item, key, found)),
        Value::Object(fields) => fields.iter().for_each(|(key, field)| links(field, key, found)),
        Value::String(id) if key == "id" || LINKS.contains(&key) => {
            found.insert(id.clone());
        }
        _ => {}
    }
}

/// Lines of every plan of the repository, so that each form is among them.
fn lines() -> Vec<String> {
    let texts = plans().into_iter().filter_map(|path| fs::read_to_string(path).ok());
    let mut lines: Vec<_> = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    lines.retain(|line| line.len() < 300);
    lines.sort();
    lines.dedup();
    lines
}

#[test]
fn every_heap_of_lines_holds_to_it() {
    let (validator, lines) = (validator(), lines());
    let heap = prop::collection::vec(prop::sample::select(lines), 0..60);
    let config = ProptestConfig {
        cases: 200,
        rng_seed: RngSeed::Fixed(9704),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(heap in heap)| {
        let text = format!("# 方案：甲\n{}\n", heap.join("\n"));
        prop_assert_eq!(faults(&validator, &exported_text(&text)), Vec::<String>::new(), "{}", text);
    });
}

#[test]
fn every_heap_of_pieces_holds_to_it() {
    let validator = validator();
    let heap = prop::collection::vec(prop::sample::select(&PIECES[..]), 0..120);
    let config = ProptestConfig {
        cases: 200,
        rng_seed: RngSeed::Fixed(9704),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(heap in heap)| {
        let text = format!("# 方案：甲{}", heap.concat());
        prop_assert_eq!(faults(&validator, &exported_text(&text)), Vec::<String>::new(), "{}", text);
    });
}

const SMALL: &str = "# 方案：某县提升方案
- 期限：2021年9月至2024年8月

# 主体
- 县政府
  - 教育局

## 任务
- 牵头：教育局

### 措施 摸排：开展摸排
- 指标：入学率 不低于99.5%，到2023年底
- 时限：20xx年3月1日
";

/// Each value of it made wrong in turn: the path in the export, and what stands there instead.
#[test]
fn what_is_wrong_is_refused() {
    let validator = validator();
    let export = exported_text(SMALL);
    assert_eq!(faults(&validator, &export), Vec::<String>::new());
    let wrong = [
        ("/version", json!(export::VERSION + 1)),
        ("/title", json!(5)),
        ("/place/line", json!("1")),
        ("/place/start", json!(-1)),
        ("/period/first", json!("2021年9月")),
        ("/period/first", json!("2021-13-01")),
        ("/measures/0/due/value/hole", json!("yes")),
        ("/quotas/0/target/value", json!(99.5)),
        ("/quotas/0/target/value", json!("99,5")),
        ("/quotas/0/target/value", json!("9.95e1")),
        ("/quotas/0/target/op", json!("at-least")),
        ("/quotas/0/form", json!("levels")),
        ("/quotas/0/when/sense", json!("by")),
        ("/owners/0/kind", json!("school")),
        ("/measures/0/lead/origin", json!("derived")),
        ("/measures/0/lead/value/0/id", json!(["owner:教育局"])),
        ("/measures/0/due/value/of_year/first", json!("3月1日")),
    ];
    for (path, value) in wrong {
        let mut other = export.clone();
        let place = other.pointer_mut(path).unwrap_or_else(|| panic!("the export has no {path}"));
        *place = value.clone();
        assert!(!validator.is_valid(&other), "{path} may be {value}");
    }
    let refused = refused_without(&validator, &export, &export, "");
    assert!(refused > 150, "{refused} fields were taken away");
}

/// Takes each required field away, and puts a strange one in each object; counts what was refused.
fn refused_without(validator: &Validator, export: &Value, part: &Value, at: &str) -> usize {
    match part {
        Value::Array(items) => {
            let below = items.iter().enumerate();
            below.map(|(index, item)| refused_without(validator, export, item, &format!("{at}/{index}"))).sum()
        }
        Value::Object(fields) => {
            let mut strange = export.clone();
            strange.pointer_mut(at).unwrap()["strange"] = json!(1);
            assert!(!validator.is_valid(&strange), "{at} may have a strange field");
            let without = |key: &String| {
                let mut other = export.clone();
                other.pointer_mut(at).unwrap().as_object_mut().unwrap().shift_remove(key);
                usize::from(!validator.is_valid(&other))
            };
            let optional = ["file", "hole", "of_year"];
            let mut refused = 0;
            for (key, value) in fields {
                let is_refused = without(key);
                assert!(is_refused == 1 || optional.contains(&key.as_str()), "{at} may lack {key}");
                refused += is_refused + refused_without(validator, export, value, &format!("{at}/{key}"));
            }
            refused
        }
        _ => 0,
    }
}

#[test]
fn the_page_names_every_field() {
    fn fields(value: &Value, names: &mut BTreeSet<String>) {
        match value {
            Value::Object(object) => {
                let own = object.get("properties").and_then(Value::as_object);
                names.extend(own.into_iter().flat_map(|own| own.keys().cloned()));
                object.values().for_each(|value| fields(value, names));
            }
            Value::Array(values) => values.iter().for_each(|value| fields(value, names)),
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    fields(&schema(), &mut names);
    for page in ["docs/data.md", "docs/data.zh-CN.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        let is_named = |name: &&String| text.contains(&format!("`{name}`")) || text.contains(&format!("\"{name}\""));
        let missing = names.iter().filter(|name| !is_named(name)).collect::<Vec<_>>();
        assert!(missing.is_empty(), "{page} does not name {missing:?}");
    }
}
