//! What must hold of every whole plan: made-up ones, with every kind of heading and data in either tongue.
//!
//! `FANGAN_CASES=50 cargo test --test whole` tries fifty times as many.

#![cfg(all(feature = "lsp", feature = "sheets", feature = "word"))]
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

#[path = "../fuzz/src/outputs.rs"]
mod outputs;
#[path = "support/program.rs"]
mod program;
#[path = "support/whole/mod.rs"]
mod whole;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;

use fangan::diagnostic::{Diagnostic, Severity};
use fangan::document::{Cut, Wording, sheets};
use fangan::format::{Tongue, format_known};
use fangan::source::{Source, Sources};
use fangan::world::MemoryWorld;
use fangan::{Compiled, Options, compile, export, mend, render, syntax};
use proptest::prelude::*;
use serde_json::Value;
use whole::{cases, plan, workspace};

const PLAN: &str = "a.plan";

fn compiled(text: &str) -> Compiled {
    compile(&MemoryWorld::with(PLAN, text), Path::new(PLAN), Options::default()).unwrap()
}

fn source(text: &str) -> Source {
    let mut sources = Sources::default();
    let id = sources.add(PLAN, text);
    sources.get(id).clone()
}

fn errors(findings: &[Diagnostic]) -> Vec<&'static str> {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let mut codes: Vec<_> = errors.map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes
}

/// The data of a plan without the places of what it says, and without the words of times, which are written another way.
fn data(text: &str) -> Value {
    let compiled = compiled(text);
    let mut data = serde_json::from_str(&export::json(&compiled.plan, &compiled.sources)).unwrap();
    bare(&mut data);
    data
}

fn bare(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(bare),
        Value::Object(fields) => {
            let is_time = ["first", "count", "hole"].iter().any(|key| fields.contains_key(*key));
            fields.retain(|key, _| key != "place" && !(key == "text" && is_time));
            fields.values_mut().for_each(bare);
            // A blank has a word of its own in either tongue.
            if let Some(words) =
                fields.get_mut("text").filter(|words| ["tbd", "?", "？"].iter().any(|blank| words == blank))
            {
                *words = "待定".into();
            }
        }
        _ => {}
    }
}

/// Fails with the first place where the data of two texts differ.
fn same_data(one: &str, other: &str) -> Result<(), TestCaseError> {
    let data = [one, other].map(data);
    if data[0] == data[1] {
        return Ok(());
    }
    let lines = data.map(|data| serde_json::to_string_pretty(&data).unwrap());
    let at = lines[0].lines().zip(lines[1].lines()).take_while(|(one, other)| one == other).count();
    let near = |text: &str| text.lines().skip(at.saturating_sub(8)).take(14).collect::<Vec<_>>().join("\n");
    let [before, after] = lines.each_ref().map(|text| near(text));
    Err(TestCaseError::fail(format!("other data:\n{one}\n→\n{other}\n{before}\n— is not —\n{after}")))
}

/// The words of the comments, in order.
fn comments(text: &str) -> Vec<String> {
    let source = source(text);
    let words = |span| source.slice(span).chars().skip(2).collect();
    syntax::parse(&source).file.comments.iter().map(|span| words(*span)).collect()
}

/// Nothing would be tried by plans that are all broken, or all alike.
#[test]
fn most_made_up_plans_are_sound_and_show_every_kind() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut sound, mut codes, mut lists) = (0, BTreeMap::<_, usize>::new(), BTreeMap::<String, usize>::new());
    for _ in 0..36 {
        let text = plan().new_tree(&mut runner).unwrap().current();
        let compiled = compiled(&text);
        let errors = errors(&compiled.findings);
        sound += usize::from(errors.is_empty());
        errors.into_iter().for_each(|code| *codes.entry(code).or_default() += 1);
        for (name, value) in data(&text).as_object().unwrap() {
            *lists.entry(name.clone()).or_default() += value.as_array().map_or(0, Vec::len);
        }
        if std::env::var_os("FANGAN_SHOW_PLANS").is_some() {
            println!("{text}\n{}\n════════", report(&compiled));
        }
    }
    assert!(sound >= 24, "{sound} of 36 are sound: {codes:?}");
    let wanted = [
        "owners",
        "groups",
        "goals",
        "measures",
        "phases",
        "quotas",
        "baselines",
        "funds",
        "reports",
        "chains",
        "sets",
        "notices",
        "bases",
        "attachments",
        "conditions",
        "roles",
        "dependencies",
        "levels",
        "alliances",
        "sections",
    ];
    let none: Vec<_> = wanted.iter().filter(|name| lists.get(**name).is_none_or(|count| *count < 3)).collect();
    assert!(none.is_empty(), "none of {none:?} in {lists:?}");
}

fn report(compiled: &Compiled) -> String {
    let options = fangan::report::Options::default();
    fangan::report::report(fangan::report::Format::Short, &compiled.findings, &compiled.sources, &options)
}

proptest! {
    #![proptest_config(cases(14))]

    #[test]
    fn the_layout_is_settled_and_says_the_same(text in plan()) {
        let made = format_known(&source(&text), None).text;
        prop_assert_eq!(&format_known(&source(&made), None).text, &made, "twice is not once");
        prop_assert_eq!(comments(&made), comments(&text), "comments came or went");
        same_data(&text, &made)?;
    }

    #[test]
    fn keywords_go_to_the_other_tongue_and_back(text in plan()) {
        for (one, other) in [(Tongue::Zh, Tongue::En), (Tongue::En, Tongue::Zh)] {
            let there = format_known(&source(&text), Some(one));
            let back = format_known(&source(&there.text), Some(other)).text;
            let again = format_known(&source(&back), Some(one)).text;
            if there.findings.is_empty() {
                prop_assert_eq!(&again, &there.text, "not the same after {:?}:\n{}", other, back);
            }
            same_data(&text, &there.text)?;
        }
    }

    #[test]
    fn the_export_is_valid(text in plan()) {
        thread_local! {
            static VALIDATOR: jsonschema::Validator = jsonschema::options()
                .should_validate_formats(true)
                .build(&serde_json::from_str(&export::schema()).unwrap())
                .unwrap();
        }
        let compiled = compiled(&text);
        let data = serde_json::from_str(&export::json(&compiled.plan, &compiled.sources)).unwrap();
        let wrong = VALIDATOR.with(|validator| {
            validator.iter_errors(&data).map(|error| format!("{}: {error}", error.instance_path())).collect::<Vec<_>>()
        });
        prop_assert!(wrong.is_empty(), "{wrong:#?}\n{text}");
    }
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn every_output_is_well_formed_and_the_same_twice(text in plan()) {
        let compiled = compiled(&text);
        let made = outputs::outputs(&compiled);
        prop_assert!(made == outputs::outputs(&self::compiled(&text)), "not the same twice");
        for (name, bytes) in &made {
            outputs::well_formed(name, bytes);
            match name.rsplit('.').next() {
                Some("html") => page(name, bytes),
                Some("ics") => calendar(bytes),
                Some("csv") => spreadsheet(name, bytes),
                _ => {}
            }
        }
        let sheets = sheets(&compiled.plan, &Wording::default(), &Cut::default());
        workbook(&made, sheets.len());
        for sheet in &sheets {
            table(&render::markdown_table(&sheet.table), sheet.table.columns.len(), sheet.table.rows.len());
        }
    }

    #[test]
    fn fixes_that_are_called_safe_add_no_error(text in plan(), slips in prop::collection::vec(slip(), 1..4)) {
        let text = slips.iter().fold(text, |text, slip| slip.made_in(&text));
        let world = MemoryWorld::with(PLAN, text.as_str());
        let before = errors(&compiled(&text).findings);
        let mended = mend(&world, Path::new(PLAN), Options::default()).unwrap();
        let after = errors(&mended.compiled.findings);
        prop_assert!(after.len() <= before.len(), "{before:?} → {after:?}\n{text}\n→\n{}", mended.after);
        let again = mend(&MemoryWorld::with(PLAN, mended.after.as_str()), Path::new(PLAN), Options::default()).unwrap();
        prop_assert_eq!(again.after, mended.after, "a second time changes it");
    }
}

/// A mistake of typing: one sign in place of another, in the line of that number.
#[derive(Clone, Debug)]
struct Slip {
    line: prop::sample::Index,
    right: &'static str,
    wrong: &'static str,
}

fn slip() -> impl Strategy<Value = Slip> {
    let mistakes = prop::sample::select(vec![
        ("- ", ""),
        ("- ", "* "),
        ("：", "；"),
        ("：", "。"),
        (": ", " = "),
        ("、", "，"),
        ("，", "、"),
        ("→", "—"),
        ("\n", "。\n"),
        ("”", ""),
        ("》", ""),
        ("  - ", "- "),
        ("- ", "  - "),
        ("# ", "#"),
        ("措施", "任务"),
        ("牵头", "牵头单位"),
        ("时限", "完成时限"),
        ("%", "％ "),
    ]);
    (any::<prop::sample::Index>(), mistakes).prop_map(|(line, (right, wrong))| Slip { line, right, wrong })
}

impl Slip {
    /// The text with the mistake in one of the lines where it can be made.
    fn made_in(&self, text: &str) -> String {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let can: Vec<usize> = (0..lines.len()).filter(|index| lines[*index].contains(self.right)).collect();
        if can.is_empty() {
            return text.to_owned();
        }
        let at = can[self.line.index(can.len())];
        let made = |(index, line): (usize, &&str)| {
            if index == at { line.replacen(self.right, self.wrong, 1) } else { (*line).to_owned() }
        };
        lines.iter().enumerate().map(made).collect()
    }
}

proptest! {
    #![proptest_config(cases(3))]

    /// Plans and what they use, named in any order, one and several at a time.
    #[test]
    fn the_order_of_files_changes_nothing(one in workspace(), two in plan(), three in plan(), jobs in 1..4_u8) {
        let mut files: Vec<(&str, &str)> = one.iter().map(|(name, text)| (*name, text.as_str())).collect();
        files.extend([("b.plan", two.as_str()), ("c/d.plan", three.as_str()), ("fangan.toml", "")]);
        let place = program::folder(&files);
        files.reverse();
        let turned = program::folder(&files);
        let mut plans: Vec<&str> = files.iter().map(|(name, _)| *name).filter(|name| name.ends_with(".plan")).collect();
        let told = |folder: &Path, plans: &[&str]| {
            let jobs = format!("--jobs={jobs}");
            let output = program::fangan(folder, &[&["check", "--format", "json", &jobs][..], plans].concat());
            prop_assert_ne!(output.status.code(), Some(2), "{}", program::said(&output));
            Ok(program::out(&output))
        };
        let first = told(place.path(), &plans)?;
        prop_assert_eq!(&told(turned.path(), &plans)?, &first, "files that lie in another order");
        for _ in 1..plans.len() {
            plans.rotate_left(1);
            prop_assert_eq!(&told(place.path(), &plans)?, &first, "{:?}", plans);
        }
        prop_assert_eq!(&told(place.path(), &["."])?, &first, "the folder");
    }
}

/// A page is HTML in which every element is closed: as XML, once those that never are, are.
fn page(name: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap();
    let (kind, text) = text.split_once('\n').unwrap();
    assert!(kind.eq_ignore_ascii_case("<!doctype html>"), "{name}: {kind}");
    let mut closed = String::with_capacity(text.len());
    for piece in text.split_inclusive('>') {
        let (before, tag) = piece.split_at(piece.rfind('<').unwrap_or(0));
        let is_void = ["meta", "col", "br", "link"].iter().any(|void| {
            tag.strip_prefix('<')
                .and_then(|tag| tag.strip_prefix(void))
                .is_some_and(|rest| rest.starts_with([' ', '>']))
        });
        closed.push_str(before);
        match tag.strip_suffix('>') {
            Some(tag) if is_void && !tag.ends_with('/') => closed.push_str(&format!("{tag}/>")),
            _ => closed.push_str(tag),
        }
    }
    let page = roxmltree::Document::parse(&closed).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
    let mut ids = std::collections::BTreeSet::new();
    for element in page.descendants().filter(roxmltree::Node::is_element) {
        assert!(element.tag_name().name() != "script", "{name} holds a script");
        assert!(!element.attributes().any(|each| each.name().starts_with("on")), "{name} holds a handler");
        if let Some(id) = element.attribute("id") {
            assert!(ids.insert(id), "{name}: two places are called {id}");
        }
    }
    for link in page.descendants().filter_map(|element| element.attribute("href")) {
        if let Some(place) = link.strip_prefix('#') {
            assert!(ids.contains(place), "{name}: {link} leads nowhere");
        }
    }
}

fn calendar(bytes: &[u8]) {
    let calendars: Vec<_> = ical::IcalParser::new(bytes).collect::<Result<_, _>>().unwrap();
    assert_eq!(calendars.len(), 1);
    for event in &calendars[0].events {
        for wanted in ["UID", "DTSTAMP", "SUMMARY", "DTSTART"] {
            assert!(event.properties.iter().any(|property| property.name == wanted), "{wanted} is missing: {event:?}");
        }
    }
}

/// Every row has as many cells as the head.
fn spreadsheet(name: &str, bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).unwrap().strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    for row in reader.records() {
        row.unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
    }
}

fn workbook(made: &[(String, Vec<u8>)], sheets: usize) {
    use calamine::Reader;
    let (_, bytes) = made.iter().find(|(name, _)| name == "tables.xlsx").unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    assert!(names.len() >= sheets.min(1));
    names.iter().for_each(|name| drop(book.worksheet_range(name).unwrap()));
}

/// Markdown of a table is one table, with as many columns and rows, and no markup of the plan's words.
fn table(text: &str, columns: usize, rows: usize) {
    use comrak::nodes::NodeValue;
    let arena = comrak::Arena::new();
    let mut options = comrak::Options::default();
    options.extension.table = true;
    let root = comrak::parse_document(&arena, text, &options);
    let mut tables = Vec::new();
    for node in root.descendants() {
        match &node.data.borrow().value {
            NodeValue::Table(table) => tables.push((table.num_columns, node.children().count())),
            NodeValue::HtmlInline(_) | NodeValue::HtmlBlock(_) | NodeValue::Link(_) | NodeValue::Image(_) => {
                panic!("markup of the words of a plan: {text}")
            }
            _ => {}
        }
    }
    assert_eq!(tables, [(columns, rows + 1)], "{text}");
}
