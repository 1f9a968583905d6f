//! The ids of the export stay what they are: an owner, section or measure that comes or goes elsewhere changes no other
//! record but its lines and numbers.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use fangan::world::MemoryWorld;
use fangan::{Options, compile, export};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;

/// Plans with many records and many namesakes among them.
const PLANS: [&str; 4] =
    ["examples/pingan/plan.plan", "tests/export/edges.plan", "tests/export/namesakes.plan", "tests/forms/sets.plan"];

/// What is put in: nothing of it is named like anything in these plans.
const NEW: [&str; 4] = [
    "# 主体\n- 新设办公室\n  - 新设专班\n",
    "## 新增章节\n\n一段正文。\n",
    "## 新增任务\n### 措施 新增措施：开展新增工作\n- 牵头：新设机构\n- 指标：新增项目数 不少于3项，到2023年底\n",
    "## 新增保障\n- 经费：新增经费 5万元\n- 附注：新增附注\n- 依据：《新增办法》\n",
];

fn records(text: &str) -> BTreeMap<String, Value> {
    let path = Path::new("plan.plan");
    let compiled = compile(&MemoryWorld::with(path, text), path, Options::default()).unwrap();
    let export: Value = serde_json::from_str(&export::json(&compiled.plan, &compiled.sources)).unwrap();
    let lists = export.as_object().unwrap().iter().filter(|(key, _)| *key != "sections");
    let mut found = BTreeMap::new();
    for (list, items) in lists.filter_map(|(key, value)| Some((key, value.as_array()?))) {
        for item in items {
            let Some(id) = item["id"].as_str() else { continue };
            let twin = found.insert(format!("{list} {id}"), placeless(item));
            assert_eq!(twin, None, "two records are {id}");
        }
    }
    sections(&export["sections"], &mut found);
    found
}

fn sections(list: &Value, found: &mut BTreeMap<String, Value>) {
    for section in list.as_array().unwrap() {
        let twin = found.insert(format!("sections {}", section["id"].as_str().unwrap()), section["title"].clone());
        assert_eq!(twin, None, "two sections are {}", section["id"]);
        sections(&section["sections"], found);
    }
}

/// A record without its places.
fn placeless(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(placeless).collect(),
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(key, _)| *key != "place");
            Value::Object(kept.map(|(key, value)| (key.clone(), placeless(value))).collect())
        }
        other => other.clone(),
    }
}

/// Where something may be put in: before each heading that ends what stands above it whole, and at the end.
fn gaps(text: &str) -> Vec<usize> {
    let headings = text.match_indices("\n# ").chain(text.match_indices("\n## ")).map(|(at, _)| at + 1);
    let mut gaps: Vec<usize> = headings.filter(|at| !text[*at..].starts_with("# 方案")).collect();
    gaps.push(text.len());
    gaps.sort_unstable();
    gaps
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn what_comes_or_goes_elsewhere_changes_no_id() {
    let texts = PLANS.map(read);
    let before = texts.each_ref().map(|text| records(text));
    let put = prop::collection::vec((any::<prop::sample::Index>(), 0..NEW.len()), 1..4);
    let config = ProptestConfig {
        cases: 200,
        rng_seed: RngSeed::Fixed(9704),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(plan in 0..PLANS.len(), mut put in put)| {
        let mut text = texts[plan].clone();
        put.sort_by_key(|(_, new)| *new);
        put.dedup_by_key(|(_, new)| *new);
        let gaps = gaps(&text);
        let mut places: Vec<_> = put.iter().map(|(gap, new)| (gaps[gap.index(gaps.len())], NEW[*new])).collect();
        places.sort_unstable();
        for (at, new) in places.into_iter().rev() {
            text.insert_str(at, new);
        }
        let after = records(&text);
        prop_assert!(after.len() > before[plan].len());
        for (id, record) in &before[plan] {
            prop_assert_eq!(Some(record), after.get(id), "{} in {}", id, text);
        }
    });
}

/// Namesakes are told apart by where they stand, so that the order of the plan does not matter.
#[test]
fn the_order_of_namesakes_makes_no_id() {
    let text = read("tests/export/namesakes.plan");
    let (head, chapters) = text.split_at(text.find("\n## ").unwrap() + 1);
    let mut chapters: Vec<&str> = chapters.split_inclusive("\n\n").collect();
    let ids = records(&text).into_keys().collect::<Vec<_>>();
    chapters.reverse();
    let turned = records(&format!("{head}{}\n", chapters.join("\n"))).into_keys().collect::<Vec<_>>();
    assert_eq!(ids, turned);
    assert!(!ids.iter().any(|id| id.contains('#')), "{ids:?}");
}
