//! What editors get is in step with the compiler: the grammar that colours plans is made of the compiler's own words,
//! which `BLESS=1` writes, snippets are read without a fault, the extension has the version of the crate.
//!
//! `editors/vscode/syntaxes/fangan.tmLanguage.yaml` says what is coloured how; in it `{{rule time}}` stands for a rule of
//! `grammar/plan.pest`, `{{nouns named}}` and `{{keyword param}}` for words of the keyword table, `{{dash}}` for a piece
//! named under `pieces`, and `data` is made once for every body and every shape of value.

#[path = "textmate/regex.rs"]
mod regex;
#[path = "textmate/words.rs"]
mod words;

use std::fs;
use std::path::{Path, PathBuf};

use fangan::diagnostic::Lang;
use fangan::report::{Format, Options, report};
use fangan::world::MemoryWorld;
use serde_json::{Map, Value};
use yaml_rust2::{Yaml, YamlLoader};

use regex::Grammar;

/// A name between a keyword and its colon.
const NAME: &str = "(?:{{s}}++{{name}}{{s}}*+(?=[:：]))?+";

/// What becomes of `{{…}}`.
struct Filler<'a> {
    grammar: &'a Grammar,
    pieces: Map<String, Value>,
}

impl Filler<'_> {
    /// A text with what stands for its `{{…}}`; `more` are the words of one `data`.
    fn fill(&self, text: &str, more: &[(&str, &str)]) -> String {
        let Some((before, rest)) = text.split_once("{{") else { return text.to_owned() };
        let (asked, after) = rest.split_once("}}").unwrap_or_else(|| panic!("{text}: not closed"));
        let own = more.iter().find(|(name, _)| *name == asked).map(|(_, value)| (*value).to_owned());
        let made = own.unwrap_or_else(|| match asked.split_once(' ') {
            Some(("rule", name)) => self.grammar.regex(name),
            Some(("nouns", kind)) => words::nouns(kind).unwrap_or_else(|| panic!("no noun is {kind}")),
            Some(("keyword", word)) => words::keyword(word).unwrap_or_else(|| panic!("no keyword is {word}")),
            _ => match self.pieces.get(asked).and_then(Value::as_str) {
                Some(piece) => self.fill(piece, more),
                None => panic!("{asked} stands for nothing"),
            },
        });
        format!("{before}{made}{}", self.fill(after, more))
    }

    /// A value with every text in it filled.
    fn fill_all(&self, value: &Value, more: &[(&str, &str)]) -> Value {
        match value {
            Value::String(text) => Value::String(self.fill(text, more)),
            Value::Array(items) => items.iter().map(|item| self.fill_all(item, more)).collect(),
            Value::Object(fields) => {
                Value::Object(fields.iter().map(|(key, value)| (key.clone(), self.fill_all(value, more))).collect())
            }
            other => other.clone(),
        }
    }
}

#[test]
fn the_grammar_of_editors_is_that_of_the_language() {
    let pest = Grammar::read(&read("grammar/plan.pest"));
    let made = serde_json::to_string_pretty(&made(&pest)).expect("what was made is JSON") + "\n";
    let path = root().join("editors/vscode/syntaxes/fangan.tmLanguage.json");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &made).expect("the grammar can be written");
    }
    let has = fs::read_to_string(&path).unwrap_or_default();
    assert!(has == made, "the grammar of editors is behind the language: BLESS=1 cargo test --test textmate");
}

#[test]
fn snippets_are_read() {
    let snippets: Value =
        serde_json::from_str(&read("editors/vscode/snippets/fangan.json")).expect("snippets are JSON");
    for (name, snippet) in snippets.as_object().expect("snippets have names") {
        let lines = snippet["body"].as_array().expect("a snippet has lines").iter().filter_map(Value::as_str);
        let body: String = lines.map(|line| expanded(line) + "\n").collect();
        let text = match name.as_str() {
            "通知" | "notice" => format!("{body}\n# 方案：义务教育提质三年行动方案\n"),
            "方案" | "plan" => body,
            "领导小组" | "group" => format!("# 方案：甲\n\n# 主体\n- 县政府\n{body}"),
            _ => format!("# 方案：甲\n\n## 乙\n{body}"),
        };
        let path = Path::new("plan.plan");
        let compiled = fangan::compile(&MemoryWorld::with(path, &text), path, fangan::Options::default());
        let compiled = compiled.expect("a plan in memory can be read");
        let options = Options { lang: Lang::En, ..Options::default() };
        let said = report(Format::Short, &compiled.findings, &compiled.sources, &options);
        // What is wrong with the form; what a piece of a plan refers to is not there.
        let faults: Vec<_> =
            said.lines().filter(|line| line.contains("error[S0") || line.contains("warning[S0")).collect();
        assert!(faults.is_empty(), "{name}:\n{text}\n{faults:#?}");
    }
}

/// A line of a snippet with what its places hold at first.
fn expanded(line: &str) -> String {
    let mut made = String::new();
    let mut rest = line.replace("$0", "");
    while let Some((before, place)) = rest.split_once("${") {
        let (inner, after) = place.split_once('}').unwrap_or_else(|| panic!("{line}: not closed"));
        made = made + before + inner.split_once(':').map_or("", |(_, first)| first);
        rest = after.to_owned();
    }
    made + &rest
}

#[test]
fn the_extension_has_the_version_of_the_crate() {
    let manifest: Value = serde_json::from_str(&read("editors/vscode/package.json")).expect("a manifest is JSON");
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
}

/// The grammar for editors.
fn made(pest: &Grammar) -> Value {
    let read = read("editors/vscode/syntaxes/fangan.tmLanguage.yaml");
    let yaml = YamlLoader::load_from_str(&read).expect("the template is YAML");
    let Value::Object(mut template) = json(&yaml[0]) else { panic!("the template is a map") };
    let Some(Value::Object(pieces)) = template.remove("pieces") else { panic!("the template has pieces") };
    let data = template.remove("data").expect("the template has a data line");
    let filler = Filler { grammar: pest, pieces };
    let Value::Object(mut grammar) = filler.fill_all(&Value::Object(template), &[]) else { unreachable!() };
    let Some(Value::Object(repository)) = grammar.get_mut("repository") else { panic!("there is a repository") };
    for (body, places) in words::BODIES {
        let mut rules = Vec::new();
        for shape in words::shapes() {
            let Some(keys) = words::data(places, shape) else { continue };
            let value = words::shape_name(shape);
            assert!(repository.contains_key(&format!("value-{value}")), "nothing says how {value} is coloured");
            let indent = if body == "text" { "*" } else { "+" };
            let name = format!("data-{body}-{value}");
            let named = if words::takes_a_name(shape) { filler.fill(NAME, &[]) } else { "()".to_owned() };
            let more =
                [("keys", keys.as_str()), ("value", value.as_str()), ("indent", indent), ("own-name", named.as_str())];
            repository.insert(name.clone(), filler.fill_all(&data, &more));
            rules.push(serde_json::json!({ "include": format!("#{name}") }));
        }
        repository.insert(format!("data-{body}"), serde_json::json!({ "patterns": rules }));
    }
    Value::Object(grammar)
}

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::String(text) | Yaml::Real(text) => Value::String(text.clone()),
        Yaml::Integer(number) => Value::String(number.to_string()),
        Yaml::Array(items) => items.iter().map(json).collect(),
        Yaml::Hash(fields) => Value::Object(
            fields
                .iter()
                .map(|(key, value)| (json(key).as_str().unwrap_or_default().to_owned(), json(value)))
                .collect(),
        ),
        other => panic!("{other:?} in the template"),
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
}
