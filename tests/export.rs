//! The export as a program gets it: what the example of the ledger has not, against the expected text, which `BLESS=1`
//! rewrites; and the page that describes it, whose excerpts have to be what comes out.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::source::Sources;
use fangan::world::MemoryWorld;
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

#[test]
fn what_is_used_from_another_file_is_marked_with_it() {
    let own = "# 方案：某县提升方案\n- 引用：shared.plan\n- 责任：教育局\n\n## 任务\n### 措施 摸排：开展摸排\n- 牵头：教育局\n";
    let shared = "# 主体\n- 教育局\n";
    let world = MemoryWorld::with("plan.plan", own).and("shared.plan", shared);
    let compiled = fangan::compile(&world, Path::new("plan.plan"), fangan::Options::default()).unwrap();
    let model: Value = serde_json::from_str(&fangan::export::json(&compiled.plan, &compiled.sources)).unwrap();
    let owner = &model["owners"][0];
    assert_eq!((&owner["id"], &owner["place"]["file"]), (&"owner:教育局".into(), &"shared.plan".into()));
    let lead = &model["measures"][0]["lead"]["value"][0];
    assert_eq!((&lead["id"], &lead["place"]["file"]), (&owner["id"], &Value::Null));
}

fn implied<'a>(model: &'a Value, kind: &str) -> Vec<&'a Value> {
    model["implied"].as_array().unwrap().iter().filter(|implied| implied["kind"] == kind).collect()
}

/// Which value is the present, where several are told; and the whole of a share, where several tell it.
#[test]
fn what_is_implied_rests_on_the_value_counted_last_and_on_the_first_whole() {
    let text = "# 方案：某县提升方案\n\n## 现状\n- 现状：入学率 90%，2024年\n- 现状：入学率 94%，2025年\n\
        - 现状：入学率 80%，2020年\n- 现状：入学率 70%\n- 现状：入学率 93%，2025年\n\n## 目标\n\
        - 指标：入学率 不低于99%，到2028年\n- 经费：甲 30万元，占总经费30%\n- 经费：乙 35万元，占总经费35%\n\
        - 经费：丙 待定，占总经费10%\n";
    let model: Value = serde_json::from_str(&export("a.plan", text)).unwrap();
    let how = |kind| implied(&model, kind).iter().map(|implied| implied["how"].as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(how("gap"), ["99 - 94"]);
    assert_eq!(how("whole"), ["30 / 30%", "35 / 35%"]);
    assert_eq!(how("part"), ["100 * 10%"]);
}

/// Lines of one name are not paired each with each: the export is as long as the plan is, and some times more.
#[test]
fn what_is_implied_is_no_more_than_the_lines_it_follows_from() {
    let lines = 100;
    let text = "- 现状：入学率 90%，2024年\n- 指标：入学率 99%\n- 指标：入学率 比2024年提高2个百分点\n\
        - 经费：甲 30万元，占总经费30%\n- 经费：乙 待定，占总经费10%\n";
    let model: Value =
        serde_json::from_str(&export("a.plan", &format!("# 方案：某县提升方案\n## 目标\n{}", text.repeat(lines))))
            .unwrap();
    for kind in ["gap", "grown", "whole", "part"] {
        assert_eq!(implied(&model, kind).len(), lines, "{kind}");
    }
}

/// Every place has the bytes it names, and its line and column are those of the first.
#[test]
fn places_are_what_they_say() {
    let text = fs::read_to_string(file("tests/export/edges.plan")).unwrap();
    let model: Value = serde_json::from_str(&export("edges.plan", &text)).unwrap();
    let mut places = Vec::new();
    gather(&model, &mut places);
    assert!(places.len() > 100);
    for (words, place) in places {
        let [line, column, start, end] =
            ["line", "column", "start", "end"].map(|key| usize::try_from(place[key].as_u64().unwrap()).unwrap());
        let before = &text[..start];
        assert_eq!(before.matches('\n').count() + 1, line, "{place}");
        assert_eq!(before.rsplit('\n').next().unwrap().chars().count() + 1, column, "{place}");
        let slice = text.get(start..end).unwrap();
        assert!(words.as_str().is_none_or(|words| slice.contains(words)), "{words} is not in {slice:?}");
    }
}

/// Each `place`, with the `text` beside it.
fn gather<'a>(value: &'a Value, found: &mut Vec<(&'a Value, &'a Value)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(fields) => {
            found.extend(fields.get("place").map(|place| (&value["text"], place)));
            fields.values().for_each(|field| gather(field, found));
        }
        _ => {}
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
    for name in ["docs/data.md", "docs/data.zh-CN.md"] {
        holds_true(&fs::read_to_string(file(name)).unwrap());
    }
}

fn holds_true(page: &str) {
    let plans = fenced(page, "markdown");
    let [plan] = plans[..] else { panic!("the page has one plan, not {}", plans.len()) };
    let model: Value = serde_json::from_str(&export("plan.plan", plan)).unwrap();
    let excerpts = fenced(page, "json");
    assert!(!excerpts.is_empty());
    for excerpt in excerpts {
        let part: Value = serde_json::from_str(excerpt).unwrap();
        assert!(is_somewhere(&part, &model), "not in the export:\n{excerpt}");
    }
    for key in model.as_object().unwrap().keys() {
        assert!(page.contains(&format!("`{key}`")), "the page does not name {key}");
    }
}
