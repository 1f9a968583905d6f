//! The grammar that colours plans in editors is made of the compiler's own words: `BLESS=1` writes it.
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
            let more = [("keys", keys.as_str()), ("value", value.as_str()), ("indent", indent), ("own-name", named.as_str())];
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
            fields.iter().map(|(key, value)| (json(key).as_str().unwrap_or_default().to_owned(), json(value))).collect(),
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
