//! Everything that can be made of a plan, and whether it is what it claims to be.

use std::io::{Cursor, Read};

use fangan::graph::{self, Kind};
use fangan::illustrated::{illustrated, linked};
use fangan::report::{self, report};
use fangan::{Compiled, document, export, render};

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
