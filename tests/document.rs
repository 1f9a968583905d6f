//! Plans as documents: every plan beside this file against the expected plain text of its document; `BLESS=1`
//! rewrites it. Then what must hold of any plan: whatever lines come together, a document is made, its sentences are
//! well formed and its links lead somewhere.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

use std::fs;
use std::path::{Path, PathBuf};

use fangan::document::{Block, Document, Inline, Part, Row, Wording, document, duties, obligations, plain, quotas};
use fangan::plan::Plan;
use fangan::source::Sources;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/document")
}

fn resolved(text: &str) -> Plan {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", text);
    let parsed = fangan::syntax::parse(sources.get(id));
    fangan::plan::resolve(sources.get(id), &parsed.file).0
}

/// The document and the three tables of a plan as plain text.
fn written(text: &str) -> String {
    let plan = resolved(text);
    let words = Wording::default();
    let tables = [duties(&plan, &words), quotas(&plan, &words), obligations(&plan, &words)];
    let tables = tables.iter().filter(|table| !table.rows.is_empty()).map(|table| format!("\n{}\n", table.plain()));
    plain(&document(&plan)) + &tables.collect::<String>()
}

#[test]
fn documents_are_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut plans = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
    plans.retain(|path| path.extension().is_some_and(|extension| extension == "plan"));
    plans.sort();
    assert!(!plans.is_empty());
    let mut wrong = Vec::new();
    for path in plans {
        let output = written(&fs::read_to_string(&path).unwrap());
        let expected = path.with_extension("txt");
        if bless {
            fs::write(expected, output).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != output {
            wrong.push(format!("{} is not:\n{output}", expected.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What no printed text may hold: empty brackets, doubled stops, doubled words of comparison.
const FORBIDDEN: [&str; 14] = [
    "（）",
    "。。",
    "，，",
    "，。",
    "；。",
    "、。",
    "：。",
    "（；",
    "；）",
    "、、",
    "以上以上",
    "以下以下",
    "不低于不低于",
    "到到",
];

/// Every anchor that something stands at, and every anchor that a link leads to.
fn anchors(document: &Document) -> (Vec<&str>, Vec<&str>) {
    let (mut places, mut targets) = (Vec::new(), Vec::new());
    for part in &document.parts {
        let body = match part {
            Part::Notice(notice) => &notice.body,
            Part::Plan(body) => &body.body,
            Part::Attachment(attachment) => &attachment.body,
        };
        for block in body {
            match block {
                Block::Heading(heading) => {
                    places.push(heading.anchor.as_str());
                    targets.extend(heading.run_in.iter().filter_map(target));
                }
                Block::Paragraph(paragraph) => {
                    places.extend(paragraph.anchor.as_deref());
                    targets.extend(paragraph.inlines.iter().filter_map(target));
                }
                Block::Table(table) => {
                    let cells = table.rows.iter().filter_map(|row| match row {
                        Row::Cells { cells } => Some(cells),
                        Row::Section { .. } => None,
                    });
                    targets.extend(cells.flatten().flatten().filter_map(target));
                }
                Block::Figure(_) => {}
            }
        }
    }
    (places, targets)
}

fn target(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::Link { target, .. } => Some(target),
        Inline::Text { .. } => None,
    }
}

/// The lines of all fixtures, from which any plan is put together.
fn lines() -> Vec<String> {
    let plans = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut plans = plans.filter(|path| path.extension().is_some_and(|end| end == "plan")).collect::<Vec<_>>();
    plans.sort();
    plans
        .iter()
        .flat_map(|path| fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(9704), ..ProptestConfig::default() })]

    #[test]
    fn any_lines_make_a_document(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..60)) {
        let lines = lines();
        let text = picks.iter().map(|pick| pick.get(&lines).as_str()).collect::<Vec<_>>().join("\n");
        let plan = resolved(&text);
        let document = document(&plan);
        let printed = plain(&document);
        for forbidden in FORBIDDEN {
            prop_assert!(!printed.contains(forbidden), "{forbidden} in\n{printed}\nof\n{text}");
        }
        let (places, targets) = anchors(&document);
        for target in targets {
            prop_assert!(places.contains(&target), "{target} leads nowhere in\n{printed}");
        }
        let mut once = places.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(once.len(), places.len());
        prop_assert_eq!(plain(&fangan::document::document(&plan)), printed);
    }
}
