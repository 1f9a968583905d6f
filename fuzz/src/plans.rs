//! What must hold of any text that is taken for a plan.

use std::io::{Cursor, Read};
use std::path::Path;

use fangan::diagnostic::{Diagnostic, Severity};
use fangan::format::{Tongue, format_known};
use fangan::graph::{self, Kind};
use fangan::illustrated::{illustrated, linked};
use fangan::report::{self, report};
use fangan::source::{Source, Sources};
use fangan::world::World;
use fangan::{Compiled, Options, compile, document, export, mend, render, syntax};

use super::input;

const PLAN: &str = "a.plan";

/// Reading never fails, and everything it says points into the text.
pub fn parse(data: &[u8]) {
    let source = source(&input::text(data));
    for parsed in [syntax::parse(&source), syntax::parse_open(&source)] {
        point_into(&source, &parsed.findings);
    }
}

/// The layout is settled after one time, says what the text said, and keywords go to the other tongue and back.
pub fn format(data: &[u8]) {
    let text = input::text(data);
    let source = source(&text);
    let made = format_known(&source, None);
    let again = self::source(&made.text);
    assert_eq!(format_known(&again, None).text, made.text, "twice is not once");
    for (one, other) in [(Tongue::Zh, Tongue::En), (Tongue::En, Tongue::Zh)] {
        let there = format_known(&source, Some(one)).text;
        let back = format_known(&self::source(&there), Some(other)).text;
        let again = format_known(&self::source(&back), Some(one)).text;
        if made.findings.is_empty() {
            assert_eq!(again, there, "not the same after {other:?}");
        }
        assert_same(&text, &there);
    }
    assert_same(&text, &made.text);
}

/// Two texts make one document, and as much is wrong with the one as with the other.
fn assert_same(one: &str, other: &str) {
    let [one, other] = [one, other].map(|text| {
        let compiled = compiled(&fangan::world::MemoryWorld::with(PLAN, text));
        let errors = errors(&compiled);
        (render::markdown(&document::document(&compiled.plan)), errors)
    });
    assert_eq!(one, other, "another document");
}

/// Findings point into their texts, are the same twice, and the fixes that are called safe add no error.
pub fn check(data: &[u8]) {
    let files = input::files(&input::text(data));
    let world = input::world(&files);
    let first = compiled(&world);
    for finding in &first.findings {
        point_into(first.sources.get(finding.span.source), std::slice::from_ref(finding));
    }
    let all = |compiled: &Compiled| {
        report(report::Format::Json, &compiled.findings, &compiled.sources, &report::Options::default())
    };
    assert_eq!(all(&compiled(&world)), all(&first), "not the same twice");
    let Ok(mended) = mend(&world, Path::new(PLAN), Options::default()) else { return };
    let (before, after) = (errors(&first), errors(&mended.compiled));
    assert!(after.len() <= before.len(), "fixes add errors: {before:?} → {after:?}\n{}", mended.after);
}

/// Everything can be made of every plan, well-formed in its format, and the same twice.
pub fn render(data: &[u8]) {
    let files = input::files(&input::text(data));
    let world = input::world(&files);
    let made = outputs(&compiled(&world));
    assert!(made == outputs(&compiled(&world)), "not the same twice");
    for (name, bytes) in &made {
        well_formed(name, bytes);
    }
}

/// The name of each output and its bytes.
pub fn outputs(compiled: &Compiled) -> Vec<(String, Vec<u8>)> {
    let (plan, sources) = (&compiled.plan, &compiled.sources);
    let wording = document::Wording::default();
    let document = illustrated(plan, &wording);
    let mut made: Vec<(String, Vec<u8>)> = Vec::new();
    let mut put = |name: String, bytes: Vec<u8>| made.push((name, bytes));
    put("document.html".into(), render::html(&document).expect("a page").into());
    put("document.md".into(), render::markdown(&document).into());
    put("document.docx".into(), render::word(&document).expect("a Word file"));
    for picture in Kind::ALL.into_iter().filter_map(|kind| linked(plan, kind, "document.html", false)) {
        let name = picture.kind.word();
        put(format!("{name}.svg"), render::drawing(&picture).into());
        put(format!("{name}.html"), render::printed(&picture).into());
        put(format!("{name}.dot"), render::dot(&picture.graph).into());
        put(format!("{name}.mmd"), render::diagram(picture.kind, &picture.graph).into());
        put(format!("{name}.json"), render::picture_json(&picture).into());
    }
    let analysis = graph::analysis(plan);
    put("analysis.txt".into(), render::analysis_text(&analysis).into());
    put("analysis.json".into(), render::analysis_json(&analysis).into());
    let sheets = document::sheets(plan, &wording, &document::Cut::default());
    for (index, sheet) in sheets.iter().enumerate() {
        put(format!("{index}.md"), render::markdown_table(&sheet.table).into());
        put(format!("{index}.csv"), render::csv(&sheet.table));
    }
    put("tables.xlsx".into(), render::xlsx("甲", &sheets).expect("a workbook"));
    put("plan.json".into(), export::json(plan, sources).into());
    put("plan.ics".into(), export::ics(&export::agenda(plan, sources)).into());
    for (name, format) in [
        ("report.txt", report::Format::Human),
        ("report.json", report::Format::Json),
        ("report.sarif.json", report::Format::Sarif),
    ] {
        put(name.into(), report(format, &compiled.findings, sources, &report::Options::default()).into());
    }
    made
}

/// Panics unless the bytes are what the end of the name says.
pub fn well_formed(name: &str, bytes: &[u8]) {
    let text = || std::str::from_utf8(bytes).unwrap_or_else(|_| panic!("{name} is not UTF-8"));
    match name.rsplit('.').next() {
        Some("svg" | "xml" | "rels") => {
            // A document of ours never declares anything.
            roxmltree::Document::parse(text()).map(|_| ()).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        Some("json") => {
            serde_json::from_str::<serde_json::Value>(text()).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        Some("docx" | "xlsx") => {
            let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
            for index in 0..package.len() {
                let mut part = package.by_index(index).expect("a part");
                let mut bytes = Vec::new();
                part.read_to_end(&mut bytes).expect("a part that can be unpacked");
                let name = part.name().expect("a name").into_owned();
                well_formed(&name, &bytes);
            }
        }
        Some("ics") => {
            let lines = text().split_terminator("\r\n");
            assert!(lines.clone().all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{name}: a long line");
            let count = |mark: &str| lines.clone().filter(|line| line.starts_with(mark)).count();
            assert_eq!(count("BEGIN:"), count("END:"), "{name}");
        }
        Some("html") => assert!(!text().contains("<script"), "{name} holds a script"),
        _ => drop(text()),
    }
}

fn compiled(world: &dyn World) -> Compiled {
    compile(world, Path::new(PLAN), Options::default()).expect("the plan is there")
}

/// The codes of all errors, in order.
fn errors(compiled: &Compiled) -> Vec<&'static str> {
    let errors = compiled.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let mut codes: Vec<_> = errors.map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes
}

fn point_into(source: &Source, findings: &[Diagnostic]) {
    for finding in findings {
        let spans =
            std::iter::once(finding.span).chain(finding.fix.iter().flat_map(|fix| fix.edits.iter().map(|e| e.span)));
        for span in spans.filter(|span| span.source == source.id()) {
            assert!(source.text().get(span.range()).is_some(), "{finding:?} points outside");
        }
    }
}

fn source(text: &str) -> Source {
    let mut sources = Sources::default();
    let id = sources.add(PLAN, text);
    sources.get(id).clone()
}
