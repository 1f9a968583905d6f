//! Whole plans, made up: every kind of heading and of data, in either tongue, with names that are hard to read.
//!
//! What refers to another thing is first a mark, `⟨措3⟩`, and gets the name of one that stands in the plan when all of it
//! is put together: most plans are sound, and each becomes smaller piece by piece when one fails. Never reads a file.

mod data;
mod parts;
mod words;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

pub use words::OWNERS;

/// A plan: what stands before its sections, and these.
#[derive(Clone, Debug)]
struct Pieces {
    head: Vec<String>,
    owners: Vec<parts::Owner>,
    /// Blocks of indicators, units and the calendar.
    declared: Vec<String>,
    sections: Vec<parts::Section>,
    /// How lines end.
    end: &'static str,
}

/// A whole plan.
pub fn plan() -> impl Strategy<Value = String> {
    pieces().prop_map(|pieces| {
        let text = format!("{}{}{}", pieces.head.concat(), owners(&pieces), body(&pieces));
        text.replace('\n', pieces.end)
    })
}

/// A plan and the files that it uses: `a.plan`, `共用/主体.plan`, `共用/口径.plan`.
pub fn workspace() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    pieces().prop_map(|pieces| {
        let head = pieces.head.concat() + "- 引用：共用/主体.plan、共用/口径.plan\n\n";
        let declared = pieces.declared.concat();
        let text = format!("{head}{}", parts::body(&pieces.sections));
        let files = [("a.plan", text), ("共用/主体.plan", owners(&pieces)), ("共用/口径.plan", declared)];
        files.map(|(name, text)| (name, text.replace('\n', pieces.end))).into()
    })
}

/// So many cases, the same every time; `FANGAN_CASES` says how many times as many.
pub fn cases(count: u32) -> ProptestConfig {
    let more = std::env::var("FANGAN_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    ProptestConfig {
        cases: count * more,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(9704),
        max_shrink_iters: 400,
        ..ProptestConfig::default()
    }
}

fn pieces() -> impl Strategy<Value = Pieces> {
    let sections = prop::collection::vec(parts::section(), 1..7);
    (parts::head(), parts::owners(), parts::declared(), sections, words::end_of_line())
        .prop_map(|(head, owners, declared, sections, end)| Pieces { head, owners, declared, sections, end })
}

fn owners(pieces: &Pieces) -> String {
    parts::written(&pieces.owners)
}

fn body(pieces: &Pieces) -> String {
    pieces.declared.concat() + &parts::body(&pieces.sections)
}
