//! The proof of a fact: the record that its place names holds what the ledger says, field by field.
//!
//! Numbers have to be numbers of the record, a comparison its comparison, and words part of its words; where plan and
//! ledger use different words for one thing, the place says so under `as`.

use fangan::quantity::Decimal;
use serde_json::Value;

use super::words::{number, plain, rhythm};

/// The fields of a fact whose words its record has to have.
const WORDS: [&str; 4] = ["subject", "indicator", "owner", "period"];

/// A fact, its place, and the export it has to be in.
pub struct Case<'a> {
    pub fact: &'a Value,
    pub place: &'a Value,
    pub export: &'a Value,
}

/// Why a fact is not proved.
pub fn prove(case: &Case) -> Result<(), String> {
    let records = case.records()?;
    let all = Value::Array(records.into_iter().cloned().collect());
    let holds = Held::of(&all);
    let is_growth = case.fact["kind"] == "growth";
    for value in leaves(&case.fact["value"]) {
        match value {
            Value::Number(_) => {
                let asked = number(value).ok_or("the ledger has no number")?;
                let falls = is_growth && asked.is_sign_negative();
                if falls && !holds.texts.iter().any(|text| text == "down") {
                    return Err("does not fall".to_owned());
                }
                let asked = if is_growth { asked.abs() } else { asked };
                holds.numbers.contains(&asked).then_some(()).ok_or_else(|| format!("no number {asked}"))?;
            }
            Value::String(words) if !words.is_empty() => holds.words(&case.reworded(words))?,
            _ => {}
        }
    }
    if let (Some(op), false) = (case.fact["op"].as_str(), is_growth) {
        let soft = case.fact["value"].is_string() || case.fact["value"].is_null();
        let same = |has: &String| has == op || (op == "=" && has == "planned") || (soft && has == "soft");
        holds.comparisons.iter().any(same).then_some(()).ok_or_else(|| format!("not {op}"))?;
    }
    if let Some(unit) = case.fact["unit"].as_str() {
        unit.split('/').try_for_each(|unit| holds.words(&case.reworded(unit)))?;
    }
    let said = WORDS.iter().flat_map(|field| leaves(&case.fact[field]).into_iter().map(move |words| (*field, words)));
    for (field, words) in said {
        let Some(words) = words.as_str() else { continue };
        let words = case.reworded(words);
        let comes_round = rhythm(&words).is_some_and(|rhythm| holds.rhythms.contains(&rhythm));
        if field != "period" || !comes_round {
            holds.words(&words).map_err(|why| format!("{field}: {why}"))?;
        }
    }
    Ok(())
}

impl<'a> Case<'a> {
    /// The records that the place names: a field of the plan or of its notice, or those of a collection.
    fn records(&self) -> Result<Vec<&'a Value>, String> {
        let collection = self.place["in"].as_str().unwrap_or_default();
        let held = self.export.get(collection).ok_or_else(|| format!("no collection {collection}"))?;
        let field = self.place["field"].as_str();
        let held = match field {
            Some(field) if collection == "notices" => &held[0][field],
            Some(field) => &held[field],
            None => held,
        };
        let Some(list) = held.as_array().filter(|_| field.is_none()) else { return Ok(vec![held]) };
        let (name, scope, line) = (&self.place["name"], &self.place["scope"], &self.place["line"]);
        let fits = |record: &&Value| {
            (name.is_null() || name_of(record) == *name)
                && (scope.is_null() || texts_of(&record["scope"]).iter().any(|text| *text == *scope))
                && (line.is_null() || stands_on(record, line))
        };
        if name.is_null() && line.is_null() {
            return Err("the place has neither name nor line".to_owned());
        }
        let records: Vec<&Value> = list.iter().filter(fits).collect();
        if records.is_empty() { Err(format!("no {name} in {collection} (line {line})")) } else { Ok(records) }
    }

    /// Words of the ledger as the plan has them.
    fn reworded(&self, words: &str) -> String {
        self.place["as"][words].as_str().unwrap_or(words).to_owned()
    }
}

/// The name by which places name a record.
fn name_of(record: &Value) -> &str {
    let names = [&record["name"], &record["title"], &record["who"]["text"]];
    let name = names.into_iter().find_map(Value::as_str);
    // Duties and definitions are named by the record they belong to.
    let id = || record["owner"].as_str().or(record["indicator"].as_str()).and_then(|id| id.split_once(':'));
    name.or_else(|| id().map(|(_, name)| name)).unwrap_or_default()
}

fn texts_of(record: &Value) -> Vec<String> {
    Held::of(record).texts
}

fn stands_on(record: &Value, line: &Value) -> bool {
    match record {
        Value::Object(fields) => fields.get("line") == Some(line) || fields.values().any(|each| stands_on(each, line)),
        Value::Array(items) => items.iter().any(|each| stands_on(each, line)),
        _ => false,
    }
}

/// The single values of a field.
fn leaves(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().flat_map(leaves).collect(),
        Value::Object(fields) => fields.values().flat_map(leaves).collect(),
        single => vec![single],
    }
}

/// What a record says, whatever its fields are called; where it stands is left out.
#[derive(Default)]
struct Held<'a> {
    texts: Vec<String>,
    numbers: Vec<Decimal>,
    comparisons: Vec<String>,
    rhythms: Vec<(u64, &'a str)>,
}

impl<'a> Held<'a> {
    fn of(record: &'a Value) -> Self {
        let mut held = Held::default();
        held.take(record);
        held
    }

    fn take(&mut self, value: &'a Value) {
        self.numbers.extend(number(value));
        match value {
            Value::String(text) => self.texts.push(plain(text)),
            Value::Array(items) => {
                // How many there are is said by the list itself.
                self.numbers.push(Decimal::from(items.len() as u64));
                items.iter().for_each(|item| self.take(item));
            }
            Value::Object(fields) => {
                self.comparisons.extend(fields.get("op").and_then(Value::as_str).map(str::to_owned));
                if let (Some(count), Some(unit)) = (value["count"].as_u64(), value["unit"].as_str()) {
                    self.rhythms.push((count, unit));
                }
                fields.iter().filter(|(key, _)| *key != "place").for_each(|(_, field)| self.take(field));
            }
            _ => {}
        }
    }

    /// Whether some text of it has these words.
    fn words(&self, words: &str) -> Result<(), String> {
        let words = plain(words);
        let has = self.texts.iter().any(|text| text.contains(&words));
        if has { Ok(()) } else { Err(format!("{words} is no part of it")) }
    }
}
