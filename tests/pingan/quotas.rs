//! Quotas, growth, and duties that come round.

use serde_json::Value;

use super::ledger::Entry;
use super::proof::{Case, Proof, check, members_of, same, texts};
use super::words::{days, months, number, rhythm};

/// A value to be reached at a time: of its own, or a point of a series.
pub fn quota(case: &Case) -> Proof {
    let record = case.record()?;
    names(case.entry, record)?;
    let period = case.entry.words("period").unwrap_or_default();
    let (first, last) = days(&period, case.this_year()).ok_or_else(|| format!("unknown period {period}"))?;
    let at = |time: &Value| time["first"] == first.as_str() && time["last"] == last.as_str();
    let points: Vec<&Value> =
        record["series"].as_array().into_iter().flatten().filter(|point| at(&point["time"])).collect();
    let target = match points[..] {
        [] => {
            check(at(&record["when"]), format!("no value for {period}"))?;
            same("sense", period.starts_with('到'), record["when"]["sense"] == "until")?;
            &record["target"]
        }
        [point] => {
            check(!period.starts_with('到'), "a point of a series has no deadline")?;
            &point["target"]
        }
        _ => return Err(format!("several values for {period}")),
    };
    quantity(&case.entry.fact, target)
}

/// A duty that comes round.
pub fn recurring(case: &Case) -> Proof {
    let record = case.record()?;
    names(case.entry, record)?;
    let period = case.entry.words("period").unwrap_or_default();
    if case.entry.fact["value"].is_null() {
        same("target", "soft", record["target"]["op"].as_str().unwrap_or_default())?;
        return same("period", period.as_str(), record["target"]["text"].as_str().unwrap_or_default());
    }
    quantity(&case.entry.fact, &record["target"])?;
    match months(&period) {
        Some((first, last)) => {
            every(&record["every"], "每年")?;
            let of_year = &record["when"]["of_year"];
            let month = |field: &str| of_year[field].as_str().and_then(|day| day.get(..2)?.parse::<u8>().ok());
            same("months", (Some(first), Some(last)), (month("first"), month("last")))?;
        }
        None => every(&record["every"], &period)?,
    }
    by(case, record)
}

/// A change asked for; the ledger gives a fall a minus sign, and so turns its comparison round.
pub fn growth(case: &Case) -> Proof {
    let record = case.record()?;
    names(case.entry, record)?;
    let growth = &record["growth"];
    every(&growth["every"], &case.entry.words("period").unwrap_or_default())?;
    let mut fact = case.entry.fact.clone();
    let falls = number(&fact["value"]).is_some_and(|value| value.is_sign_negative());
    same("direction", if falls { "down" } else { "up" }, growth["direction"].as_str().unwrap_or_default())?;
    if falls {
        let positive = number(&fact["value"]).map(|value| (-value).to_string()).unwrap_or_default();
        fact["value"] = Value::String(positive);
        fact["op"] = Value::from(match fact["op"].as_str() {
            Some("<=") => ">=",
            Some(">=") => "<=",
            _ => "?",
        });
    }
    quantity(&fact, &growth["by"])
}

/// Comparison, value and unit. A bare number is `=` in the ledger and a plan figure in the export.
pub fn quantity(fact: &Value, target: &Value) -> Proof {
    let op = match target["op"].as_str() {
        Some("planned") => "=",
        other => other.unwrap_or_default(),
    };
    same("op", fact["op"].as_str().unwrap_or("="), op)?;
    let ends: Vec<&Value> = if op == "range" { vec![&target["low"], &target["high"]] } else { vec![target] };
    let asked: Vec<&Value> = fact["value"].as_array().map_or(vec![&fact["value"]], |values| values.iter().collect());
    check(asked.iter().all(|value| number(value).is_some()), "the ledger has no number")?;
    same(
        "value",
        asked.into_iter().map(number).collect::<Vec<_>>(),
        ends.iter().map(|end| number(&end["value"])).collect(),
    )?;
    ends.iter().try_for_each(|end| same("unit", fact["unit"].as_str(), end["unit"].as_str()))
}

/// How often.
pub fn every(record: &Value, period: &str) -> Proof {
    let asked = rhythm(period).ok_or_else(|| format!("unknown rhythm {period}"))?;
    same("rhythm", (Some(asked.0), Some(asked.1)), (record["count"].as_u64(), record["unit"].as_str()))
}

/// The indicator is part of the name; the subject is part of it too, or holds the scope, or does it.
fn names(entry: &Entry, record: &Value) -> Proof {
    let name = record["name"].as_str().unwrap_or_default();
    let indicator = entry.words("indicator").unwrap_or_default();
    check(name.contains(&indicator), format!("{indicator} is no part of {name}"))?;
    let subject = entry.words("subject").unwrap_or_default();
    let scope: Vec<&str> =
        record["scope"].as_array().into_iter().flatten().filter_map(|each| each["value"].as_str()).collect();
    let subject = subject.replacen(&members_of(record), "", 1);
    let rest = scope.iter().fold(subject.clone(), |rest, value| rest.replacen(value, "", 1));
    check(scope.iter().all(|value| subject.contains(value)), format!("{subject} is not {scope:?}"))?;
    let does = texts(&record["by"]).iter().any(|owner| rest.ends_with(owner));
    check(name.contains(rest.trim_start_matches("文化")) || does, format!("{rest} has no part in {name}"))
}

/// Whose duty it is, where the ledger says more of it than a name: the office of a group is at its owner.
fn by(case: &Case, record: &Value) -> Proof {
    let Some(owner) = case.entry.words("owner") else { return Ok(()) };
    let who = record["by"][0]["id"].as_str().unwrap_or_default();
    let group = who.strip_suffix("办公室").unwrap_or(who);
    let groups = case.export["groups"].as_array().into_iter().flatten();
    let office = groups.into_iter().find(|each| each["owner"] == group).map(|each| texts(&each["office"]["value"]));
    same("owner", vec![owner.as_str()], office.unwrap_or_default())
}
