//! Numbers: announced counts, thresholds, shares, the envelope, and what was worked out.

use fangan::quantity::Decimal;
use serde_json::Value;

use super::facts::{listed, same_years};
use super::proof::{Case, Proof, check, same, texts};
use super::quotas;
use super::words::{number as decimal, plain};

/// A number, by the collection that holds it.
pub fn number(case: &Case) -> Proof {
    let value = &case.entry.fact["value"];
    match case.entry.place["in"].as_str().unwrap_or_default() {
        "title" => {
            case.on_line(&serde_json::json!({ "place": case.export["place"] }))?;
            same("title", value.as_str().map(plain), case.export["title"].as_str().map(plain))
        }
        "notices" => envelope(value, case.notice()?),
        "sets" => set(case, case.record()?),
        "definitions" => quotas::quantity(&case.entry.fact, &case.record()?["target"]),
        "indicators" => exception(case, case.record()?),
        "quotas" => series(case, case.record()?),
        "funds" => shares(case),
        "implied" => implied(case),
        other => Err(format!("no proof for a number in {other}")),
    }
}

fn envelope(value: &Value, field: &Value) -> Proof {
    match field.as_array() {
        Some(list) => same("count", value.as_u64(), Some(list.len() as u64)),
        None => same("text", value.as_str(), field["text"].as_str()),
    }
}

/// What is announced, and listed: by its number, by the numbers of its parts, or by its members in any order.
fn set(case: &Case, record: &Value) -> Proof {
    let members = texts(&record["members"]);
    let list = case.entry.fact["value"].as_array();
    match list {
        None => {
            let value = case.entry.fact["value"].as_u64();
            same("announced", value, record["announced"].as_u64())?;
            same("listed", value, Some(members.len() as u64))
        }
        Some(counts) if counts.iter().all(Value::is_number) => {
            same("counts", Some(counts), record["counts"].as_array())?;
            same("listed", counts.iter().filter_map(Value::as_u64).sum(), members.len() as u64)
        }
        Some(list) => {
            let (mut asked, mut listed) = (listed(case)?, members.into_iter().map(str::to_owned).collect::<Vec<_>>());
            asked.sort();
            listed.sort();
            same("members", asked, listed)?;
            same("announced", Some(list.len() as u64), record["announced"].as_u64())
        }
    }
}

/// An exception in words; the ledger adds in brackets what sort of exception it is.
fn exception(case: &Case, record: &Value) -> Proof {
    same("subject", case.entry.words("subject").as_deref(), record["name"].as_str())?;
    let text = case.entry.words("text").unwrap_or_default();
    let words = text.split('(').next().unwrap_or_default();
    check(texts(&record["notes"]).contains(&words), format!("no note says {words}"))
}

/// The values of a series.
fn series(case: &Case, record: &Value) -> Proof {
    let values = case.entry.fact["value"].as_array().ok_or("no list")?;
    let points = record["series"].as_array().ok_or("no series")?;
    let asked: Vec<_> = values.iter().map(decimal).collect();
    check(asked.iter().all(Option::is_some), "the ledger has no number")?;
    same("values", asked, points.iter().map(|point| decimal(&point["target"]["value"])).collect())?;
    let unit = case.entry.fact["unit"].as_str();
    points.iter().try_for_each(|point| same("unit", unit, point["target"]["unit"].as_str()))
}

/// The shares of a composite, in order.
fn shares(case: &Case) -> Proof {
    let values = case.entry.fact["value"].as_array().ok_or("no list")?;
    let names = case.entry.place["names"].as_array().ok_or("no names")?;
    check(values.len() == names.len(), "as many shares as funds")?;
    for (value, name) in values.iter().zip(names) {
        let share = &case.named(name.as_str().unwrap_or_default())?["share"];
        same("share", decimal(value), decimal(&share["percent"]))?;
        same("of", case.entry.words("subject").as_deref(), share["of"].as_str())?;
    }
    same("unit", case.entry.fact["unit"].as_str(), Some("%"))
}

/// What the ledger worked out and the export has as implied. Several values are several records.
fn implied(case: &Case) -> Proof {
    let (fact, place) = (&case.entry.fact, &case.entry.place);
    let list = |value: &Value| value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
    let (values, of, kinds) = (list(&fact["value"]), list(&place["of"]), list(&place["kind"]));
    check(values.len() == of.len(), "as many values as records")?;
    for (index, (value, of)) in values.iter().zip(&of).enumerate() {
        let kind = kinds.get(index).unwrap_or(&kinds[0]);
        let records = case.export["implied"].as_array().into_iter().flatten();
        let at = |record: &Value| place["time"].is_null() || record["time"]["text"] == place["time"];
        let mut found = records.filter(|record| record["of"] == *of && record["kind"] == *kind && at(record));
        let record = found.next().ok_or_else(|| format!("no {kind} of {of}"))?;
        check(found.next().is_none(), format!("several {kind} of {of}"))?;
        worked_out(fact, value, record)?;
    }
    Ok(())
}

fn worked_out(fact: &Value, value: &Value, record: &Value) -> Proof {
    let (asked, has) = (decimal(value), decimal(&record["value"]));
    check(asked.is_some(), "the ledger has no number")?;
    // The ledger rounds what a growth makes of a value; the export is exact.
    let digits = asked.map_or(0, |asked| asked.scale());
    let rounded = has.filter(|_| record["kind"] == "grown").map(|has: Decimal| has.round_dp(digits));
    same("value", asked, rounded.or(has))?;
    let unit = fact["unit"].as_str().unwrap_or_default();
    match unit.strip_suffix("/年") {
        Some(unit) => {
            quotas::every(&record["every"], "每年")?;
            same("unit", Some(unit), record["unit"].as_str())?;
        }
        None => same("unit", Some(unit), record["unit"].as_str())?,
    }
    fact["period"].as_str().map_or(Ok(()), |period| same_years(period, &record["time"]))
}
