//! 参数: words that stand for others, and the values they are given.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::plan::resolve::faults::{doubled, nameless};
use crate::plan::{Param, Plan};
use crate::source::{Sources, Spanned};
use crate::syntax::ast::{Entry, Key, Value};
use crate::syntax::fold::name_key;
use crate::syntax::keyword::Keyword;
use crate::syntax::{Params, has_braces, nearest, one_line};

use super::follow::top_entries;
use super::winners::{Declared, Winner, winners};
use super::{File, faults};

/// What the kind is called in findings.
const KIND: (&str, &str) = ("参数", "parameter");

/// Values given to parameters from outside.
#[derive(Clone, Debug, Default)]
pub struct Values(BTreeMap<String, (String, String)>);

impl Values {
    /// Gives a parameter a value; whether it had none before.
    pub fn give(&mut self, name: &str, value: &str) -> bool {
        self.0.insert(name_key(name), (name.trim().to_owned(), value.to_owned())).is_none()
    }

    /// The names that values are given to, as written.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(|(name, _)| name.as_str())
    }

    /// The value that is given to a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(&name_key(name)).map(|(_, value)| value.as_str())
    }
}

impl Plan {
    /// The parameter of this name.
    pub fn param(&self, name: &str) -> Option<&Param> {
        let key = name_key(name);
        self.params.iter().find(|param| name_key(&param.name.value) == key)
    }

    /// The name of the parameter most like `name`, if one is near enough to be meant.
    pub fn param_near(&self, name: &str) -> Option<&str> {
        nearest(name, self.params.iter().map(|param| param.name.value.as_str()))
    }
}

/// The parameters that hold in the plan, those of used files among them, with their values.
pub(super) fn declared(files: &[File], sources: &Sources, values: &Values, out: &mut Vec<Diagnostic>) -> Vec<Param> {
    let mut found = Vec::new();
    let mut names = Vec::new();
    for file in files {
        let params = of_file(file, sources, out);
        names.push(params.iter().map(name_and_words).collect::<Vec<_>>());
        found.push(params);
    }
    let mut holding = Vec::new();
    for Winner { file, index, through } in winners(files, &names, KIND, out) {
        let param = &found[file][index];
        let given = values.get(&param.name.value).or(param.default.as_deref());
        let (value, at) = (given.and_then(one_line), through.unwrap_or(param.at));
        holding.push(Param { value, at, ..param.clone() });
    }
    holding
}

/// The values to fill in.
pub(super) fn filling(declared: &[Param]) -> Params {
    let mut params = Params::default();
    for param in declared {
        params.set(&param.name.value, param.value.as_deref());
    }
    params
}

fn name_and_words(param: &Param) -> Declared {
    Declared { names: vec![param.name.clone()], words: param.default.clone().unwrap_or_default() }
}

fn of_file(file: &File, sources: &Sources, out: &mut Vec<Diagnostic>) -> Vec<Param> {
    let mut params: Vec<Param> = Vec::new();
    for entry in top_entries(&file.tree) {
        if !matches!(&entry.key, Key::Word(word) if word.value == Keyword::Param) {
            continue;
        }
        let Some(param) = param(entry, sources, out) else { continue };
        let key = name_key(&param.name.value);
        match params.iter().find(|other| name_key(&other.name.value) == key) {
            Some(first) => out.push(doubled(KIND, &param.name.value, param.name.span, first.name.span)),
            None => params.push(param),
        }
    }
    params
}

fn param(entry: &Entry, sources: &Sources, out: &mut Vec<Diagnostic>) -> Option<Param> {
    let (name, words) = match (entry.name.as_deref(), &entry.value) {
        (Some(name), Value::Text(words)) => (name.clone(), Some(words)),
        (Some(name), _) => (name.clone(), None),
        // `参数 县名`; but `参数：平安区` has no name.
        (None, Value::Text(name)) if !sources.slice(entry.span).contains([':', '：']) => (name.clone(), None),
        _ => {
            out.push(nameless(entry.span));
            return None;
        }
    };
    if let Some(words) = words.filter(|words| has_braces(&words.value)) {
        out.push(faults::not_plain(words.span));
    }
    let default = words.filter(|words| !is_hole(words)).map(|words| words.value.clone());
    Some(Param { at: name.span, name, value: default.clone(), default, span: entry.span })
}

fn is_hole(words: &Spanned<String>) -> bool {
    let key = name_key(&words.value);
    ["?", "待定", "tbd"]
        .iter()
        .any(|hole| key == *hole || key.strip_prefix(hole).is_some_and(|rest| rest.starts_with('“')))
}
