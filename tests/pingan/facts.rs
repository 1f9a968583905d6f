//! Papers, owners, chains, money, order, documents.

use serde_json::Value;

use super::proof::{Case, Proof, check, same, texts};
use super::quotas;
use super::words::{days, number, plain, years};

/// A problem of the present, in words.
pub fn baseline(case: &Case) -> Proof {
    let record = case.record()?;
    same("subject", case.entry.words("subject").as_deref(), record["name"].as_str())?;
    same("target", Some("soft"), record["target"]["op"].as_str())?;
    let year = case.this_year();
    same("time", days(&format!("{year}年"), year), span(&record["when"]))
}

/// The period of the plan: its years, which the title has too.
pub fn phase(case: &Case) -> Proof {
    check(case.entry.place["in"] == "period", "the place is not the period")?;
    let period = &case.export["period"];
    case.on_line(period)?;
    let year = |value: &Value| value.as_str().and_then(|year| year.parse::<i32>().ok());
    let asked = (year(&case.entry.fact["value"][0]), year(&case.entry.fact["value"][1]));
    same("years", asked, (year_of(&period["first"]), year_of(&period["last"])))?;
    let title = plain(case.export["title"].as_str().unwrap_or_default());
    let words = plain(&case.entry.words("period").unwrap_or_default());
    check(title.contains(&words), format!("{words} is no part of the title"))
}

/// A date, of the notice or of the beginning of something.
pub fn date(case: &Case) -> Proof {
    let time = if case.entry.place["in"] == "notices" { case.notice()? } else { &case.record()?["start"] };
    let value = days(case.entry.fact["value"].as_str().unwrap_or_default(), case.this_year());
    check(value.is_some(), "the ledger has no date")?;
    same("value", value, span(time))?;
    same("period", days(&case.entry.words("period").unwrap_or_default(), case.this_year()), span(time))
}

/// An owner and what it does: a duty, or a part it plays.
pub fn owner(case: &Case) -> Proof {
    let record = case.record()?;
    let (id, what) = match case.entry.place["in"].as_str() {
        Some("roles") => (&record["who"]["id"], &record["what"]["text"]),
        _ => (&record["owner"], &record["text"]),
    };
    let owner = case.owner(id)?;
    let name = case.entry.words("owner").unwrap_or_default();
    let is_named = owner["name"] == name.as_str() || owner["full_name"]["text"] == name.as_str();
    check(is_named, format!("{name} is not {}", owner["name"]))?;
    let (subject, what) = (case.entry.words("subject").unwrap_or_default(), what.as_str().unwrap_or_default());
    check(subject.split('与').all(|part| what.contains(part)), format!("{subject} is no part of {what}"))
}

/// The seats of a leading group, and the owner it stands under.
pub fn group(case: &Case) -> Proof {
    let record = case.record()?;
    let owner = case.owner(&record["owner"])?;
    let subject = case.entry.words("subject").unwrap_or_default();
    let full_name = owner["full_name"]["text"].as_str().unwrap_or_default();
    check(owner["name"] == subject.as_str() || full_name.ends_with(&subject), format!("{subject} is not {full_name}"))?;
    same("owner", case.entry.words("owner").as_deref(), owner["under"]["text"].as_str())?;
    for (seat, field) in [("组长", "leader"), ("副组长", "deputy"), ("成员", "members"), ("办公室", "office")]
    {
        let asked = &case.entry.fact["value"][seat];
        let names: Vec<&Value> = asked.as_array().map_or_else(|| vec![asked], |names| names.iter().collect());
        let names = names.iter().filter_map(|name| name.as_str()).map(|name| case.entry.reworded(name));
        let seated = texts(&record[field]["value"]).into_iter().map(str::to_owned).collect::<Vec<_>>();
        same(seat, names.collect(), seated)?;
    }
    let seats = case.entry.fact["value"].as_object().into_iter().flatten().map(|(seat, _)| seat.as_str());
    check(seats.into_iter().all(|seat| ["组长", "副组长", "成员", "办公室"].contains(&seat)), "unknown seat")
}

/// Links in their order; three that work together are the members of a set.
pub fn chain(case: &Case) -> Proof {
    let record = case.record()?;
    let links = if case.entry.place["in"] == "sets" { &record["members"] } else { &record["links"] };
    let asked = listed(case)?.iter().map(|link| plain(link)).collect::<Vec<_>>();
    same("links", asked, texts(links).into_iter().map(plain).collect())
}

/// Money: amount, rhythm or beginning, source; of a set, its members.
pub fn fund(case: &Case) -> Proof {
    let record = case.record()?;
    let fact = &case.entry.fact;
    same("subject", case.entry.words("subject").as_deref(), record["name"].as_str())?;
    if fact["value"].is_array() {
        return same("members", listed(case)?, texts(&record["members"]).into_iter().map(str::to_owned).collect());
    }
    if !fact["value"].is_null() {
        amount(fact, record)?;
    }
    match case.entry.words("period").as_deref() {
        Some("从今年起") => same("start", days("从今年起", case.this_year()), span(&record["start"]))?,
        Some(period) => quotas::every(&record["every"], period)?,
        None => check(record["every"].is_null(), "the ledger has no rhythm")?,
    }
    match case.entry.words("owner") {
        Some(owner) => same("source", Some(owner.as_str()), record["source"]["text"].as_str()),
        None => Ok(()),
    }
}

/// `万元/年` is 万元 each year.
fn amount(fact: &Value, record: &Value) -> Proof {
    let unit = fact["unit"].as_str().unwrap_or_default();
    let (unit, yearly) = unit.strip_suffix("/年").map_or((unit, false), |unit| (unit, true));
    if yearly {
        quotas::every(&record["every"], "每年")?;
    }
    check(number(&fact["value"]).is_some(), "the ledger has no number")?;
    same("value", number(&fact["value"]), number(&record["amount"]["value"]))?;
    same("unit", Some(unit), record["amount"]["unit"].as_str())
}

/// What comes before what: each end and the next are joined, from each of the first to each of the second.
pub fn dependency(case: &Case) -> Proof {
    check(case.entry.place["in"] == "dependencies", "the place is not a dependency")?;
    let all = case.export["dependencies"].as_array().ok_or("no dependencies")?;
    let lines = case.entry.place["lines"].as_array().cloned().unwrap_or_else(|| vec![case.entry.place["line"].clone()]);
    let ends: Vec<Vec<String>> =
        case.entry.fact["value"].as_array().into_iter().flatten().map(|end| end_words(case, end)).collect();
    check(ends.len() > 1, "a dependency has two ends")?;
    let mut seen = Vec::new();
    for pair in ends.windows(2) {
        for (from, to) in pair[0].iter().flat_map(|from| pair[1].iter().map(move |to| (from, to))) {
            let joins = |each: &&Value| each["from"]["text"] == from.as_str() && each["to"]["text"] == to.as_str();
            let found = all.iter().find(joins).ok_or_else(|| format!("nothing joins {from} and {to}"))?;
            seen.push(&found["place"]["line"]);
        }
    }
    let on_lines = seen.iter().all(|line| lines.contains(line)) && lines.iter().all(|line| seen.contains(&line));
    check(!case.by_line || on_lines, format!("joined on {seen:?}, not {lines:?}"))
}

fn end_words(case: &Case, end: &Value) -> Vec<String> {
    let words = end.as_str().unwrap_or_default();
    let several = case.entry.place["as"][words].as_array();
    let several = several.map(|words| words.iter().filter_map(|each| each.as_str().map(str::to_owned)).collect());
    several.unwrap_or_else(|| vec![case.entry.reworded(words)])
}

/// A document.
pub fn basis(case: &Case) -> Proof {
    let record = case.record()?;
    let title = case.entry.words("subject").map(|title| plain(&title));
    same("title", title, record["title"].as_str().map(plain))?;
    same("number", case.entry.fact["value"].as_str(), record["number"]["text"].as_str())
}

/// 主送, printed as one line.
pub fn addressee(case: &Case) -> Proof {
    let printed = case.notice()?["text"].as_str().unwrap_or_default();
    same("addressees", listed(case)?.join("、"), printed.replace('，', "、"))
}

/// The organs that issue, by their full names. What the ledger adds in brackets is about the web page.
pub fn issuer(case: &Case) -> Proof {
    let bare = |name: &String| match name.split_once("(原文") {
        Some((name, note)) => format!("{name}{}", note.split_once(')').map_or("", |(_, rest)| rest)),
        None => name.clone(),
    };
    let asked: Vec<String> = listed(case)?.iter().map(bare).collect();
    let issuers = case.notice()?.as_array().ok_or("no issuers")?;
    let full_name =
        |issuer: &Value| Ok(case.owner(&issuer["id"])?["full_name"]["text"].as_str().unwrap_or_default().to_owned());
    same("issuers", asked, issuers.iter().map(full_name).collect::<Result<_, String>>()?)
}

/// The list of words that the ledger has as its value, as the plan words them.
pub fn listed(case: &Case) -> Result<Vec<String>, String> {
    let values = case.entry.fact["value"].as_array().ok_or("the ledger has no list")?;
    values.iter().map(|value| Ok(case.entry.reworded(value.as_str().ok_or("not words")?))).collect()
}

/// The first and the last day of a time of the export.
pub fn span(time: &Value) -> Option<(String, String)> {
    Some((time["first"].as_str()?.to_owned(), time["last"].as_str()?.to_owned()))
}

/// The years of a time of the export against those of the ledger.
pub fn same_years(period: &str, time: &Value) -> Proof {
    let asked = years(period).ok_or_else(|| format!("unknown period {period}"))?;
    same("years", (Some(asked.0), Some(asked.1)), (year_of(&time["first"]), year_of(&time["last"])))
}

fn year_of(day: &Value) -> Option<i32> {
    day.as_str()?.get(..4)?.parse().ok()
}
