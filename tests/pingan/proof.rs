//! The proof of a fact: the record its place names has the ledger's own fields as data.

use serde_json::Value;

use super::ledger::Entry;
use super::{facts, quotas};

/// Why a fact is not proved.
pub type Proof = Result<(), String>;

/// What a proof reads.
pub struct Case<'a> {
    pub entry: &'a Entry,
    /// The export of the plan.
    pub export: &'a Value,
    /// Whether the record has to stand on the line that the place names.
    pub by_line: bool,
}

/// Compares a fact with the record that its place names.
pub fn prove(case: &Case) -> Proof {
    match case.entry.kind.as_str() {
        "quota" => quotas::quota(case),
        "recurring_quota" => quotas::recurring(case),
        "growth" => quotas::growth(case),
        "baseline" => facts::baseline(case),
        "phase" => facts::phase(case),
        "date" => facts::date(case),
        "owner" => facts::owner(case),
        "group" => facts::group(case),
        "chain" => facts::chain(case),
        "fund" => facts::fund(case),
        "dependency" => facts::dependency(case),
        "basis" => facts::basis(case),
        "addressee" => facts::addressee(case),
        "issuer" => facts::issuer(case),
        "number" => super::numbers::number(case),
        other => Err(format!("no proof for {other}")),
    }
}

impl<'a> Case<'a> {
    /// The field of the notice that the place names.
    pub fn notice(&self) -> Result<&'a Value, String> {
        check(self.entry.place["in"] == "notices", "the place is not in the notice")?;
        let field = self.entry.place["field"].as_str().unwrap_or_default();
        let value = &self.export["notices"][0][field];
        self.on_line(value)?;
        Ok(value)
    }

    /// The one record of the collection with the name and scope of the place, on its line.
    pub fn record(&self) -> Result<&'a Value, String> {
        self.named(self.entry.place["name"].as_str().unwrap_or_default())
    }

    /// The one record of the collection with this name.
    pub fn named(&self, name: &str) -> Result<&'a Value, String> {
        let place = &self.entry.place;
        let collection = place["in"].as_str().unwrap_or_default();
        let records = self.export[collection].as_array().ok_or_else(|| format!("no collection {collection}"))?;
        let scope = place["scope"].as_str().unwrap_or_default();
        let fits = |record: &&Value| name_of(record) == name && scope_of(record) == scope;
        let mut found = records.iter().filter(fits).filter(|record| self.on_line(record).is_ok());
        let record = found.next().ok_or_else(|| format!("no {name} in {collection} on the line of the place"))?;
        check(found.next().is_none() || collection == "bases", "several records of that name")?;
        Ok(record)
    }

    /// The owner with this id.
    pub fn owner(&self, id: &Value) -> Result<&'a Value, String> {
        let owners = self.export["owners"].as_array().into_iter().flatten();
        owners.into_iter().find(|owner| owner["id"] == *id).ok_or_else(|| format!("no owner {id}"))
    }

    /// Whether a record, or a value in it, stands on the line that the place names.
    pub fn on_line(&self, record: &Value) -> Proof {
        let line = &self.entry.place["line"];
        check(
            !self.by_line || line.is_null() || stands_on(record, line),
            "nothing of it stands on the line of the place",
        )
    }

    /// The year in which the notice was issued.
    pub fn this_year(&self) -> i32 {
        let date = self.export["notices"][0]["date"]["first"].as_str().unwrap_or_default();
        date.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
    }
}

fn stands_on(record: &Value, line: &Value) -> bool {
    match record {
        Value::Object(fields) => fields.get("line") == Some(line) || fields.values().any(|each| stands_on(each, line)),
        Value::Array(items) => items.iter().any(|each| stands_on(each, line)),
        _ => false,
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

fn scope_of(record: &Value) -> String {
    let values = record["scope"].as_array().into_iter().flatten().filter_map(|scope| scope["value"].as_str());
    let scope = values.collect::<Vec<_>>().join("、");
    scope + &members_of(record)
}

/// For each of what it counts: 每班每学科.
pub fn members_of(record: &Value) -> String {
    let members = record["per_member"].as_array().into_iter().flatten().filter_map(|member| member["text"].as_str());
    members.map(|member| format!("每{member}")).collect()
}

/// `Ok` if it holds, else why not.
pub fn check(holds: bool, why: impl Into<String>) -> Proof {
    if holds { Ok(()) } else { Err(why.into()) }
}

/// `Ok` if both are equal.
pub fn same<T: PartialEq + std::fmt::Debug>(what: &str, ledger: T, export: T) -> Proof {
    check(ledger == export, format!("{what}: the ledger has {ledger:?}, the export {export:?}"))
}

/// The texts of references.
pub fn texts(references: &Value) -> Vec<&str> {
    references.as_array().into_iter().flatten().filter_map(|each| each["text"].as_str()).collect()
}
