//! What the checker finds of what is put in.
//!
//! `tests/inject/plans` holds correct plans of different kinds, of which nothing is said when they are to be issued.
//! A catalogue of patterns, by family, puts one fault at a time into them and says which rule has to speak and where.
//! `tests/inject/outcomes.txt` records what became of each; a fault that was found and no longer is fails the test,
//! and so does a finding beside the expected one that the pattern does not give a reason for. `BLESS=1` writes the
//! record and the table in `docs/checker-proof.md`: what is missed stands there as missed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its fixture has to stop")]

#[path = "inject/dates.rs"]
mod dates;
#[path = "inject/funds.rs"]
mod funds;
#[path = "inject/goals.rs"]
mod goals;
#[path = "inject/harmless.rs"]
mod harmless;
#[path = "inject/judge.rs"]
mod judge;
#[path = "inject/owners.rs"]
mod owners;
#[path = "inject/page.rs"]
mod page;
#[path = "inject/papers.rs"]
mod papers;
#[path = "inject/pattern.rs"]
mod pattern;
#[path = "inject/plans.rs"]
mod plans;
#[path = "inject/prose.rs"]
mod prose;
#[path = "inject/quotas.rs"]
mod quotas;
#[path = "inject/reading.rs"]
mod reading;
#[path = "inject/series.rs"]
mod series;
#[path = "inject/wording.rs"]
mod wording;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use judge::{Outcome, judged, said};
use pattern::{Injection, Pattern, injections};
use plans::plans;

/// The record of what became of each injection.
const RECORD: &str = "tests/inject/outcomes.txt";

/// The table for people.
const PAGE: &str = "docs/checker-proof.md";

/// All patterns, family by family.
fn catalogue() -> Vec<Pattern> {
    let families = [
        dates::patterns(),
        quotas::patterns(),
        funds::patterns(),
        owners::patterns(),
        goals::patterns(),
        papers::patterns(),
        wording::patterns(),
        prose::patterns(),
        reading::patterns(),
        series::patterns(),
    ];
    families.into_iter().flatten().collect()
}

fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// What a written file has to say; with `BLESS` it is made to.
fn held(path: &str, text: &str) -> Option<String> {
    if std::env::var_os("BLESS").is_some() {
        fs::write(file(path), text).unwrap();
    }
    let was = fs::read_to_string(file(path)).unwrap_or_default();
    let lines = text.lines().filter(|line| !was.lines().any(|old| old == *line));
    (was != text).then(|| format!("{path} says otherwise than:\n{}", lines.collect::<Vec<_>>().join("\n")))
}

/// The harmless changes, tried once for both tests.
static HARMLESS: LazyLock<Harmless> = LazyLock::new(harmless);

/// Kinds of changes with their counts, and what was said.
type Harmless = (Vec<(&'static str, usize, usize)>, Vec<String>);

/// The harmless changes by their kinds: how many there are, and of how many nothing is said; and what is said of the rest.
fn harmless() -> Harmless {
    let (kinds, catalogue): (Vec<_>, Vec<_>) = harmless::patterns().into_iter().unzip();
    let (mut rows, mut said): (Vec<(&str, usize, usize)>, Vec<String>) = (Vec::new(), Vec::new());
    for (change, outcome) in tried(&catalogue) {
        let kind = kinds[change.pattern];
        if rows.last().is_none_or(|(last, ..)| *last != kind) {
            rows.push((kind, 0, 0));
        }
        let Some((_, count, silent)) = rows.last_mut() else { continue };
        *count += 1;
        *silent += usize::from(outcome.others.is_empty());
        said.extend(outcome.beside(&change));
    }
    (rows, said)
}

/// All injections and what became of them, in the order of the catalogue.
fn tried(catalogue: &[Pattern]) -> Vec<(Injection, Outcome)> {
    let injections = injections(catalogue);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = injections.len().div_ceil(threads).max(1);
    let outcomes: Vec<Outcome> = std::thread::scope(|scope| {
        let parts: Vec<_> = injections.chunks(share).map(|part| scope.spawn(|| judged(part))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap()).collect()
    });
    injections.into_iter().zip(outcomes).collect()
}

#[test]
fn correct_plans_are_silent() {
    let wrong: Vec<String> = plans().iter().map(|plan| said(&plan.text)).filter(|said| !said.is_empty()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_pattern_fits_a_plan() {
    let catalogue = catalogue();
    let injections = injections(&catalogue);
    let used = |index: usize| injections.iter().any(|injection| injection.pattern == index);
    let idle: Vec<_> = (0..catalogue.len()).filter(|index| !used(*index)).map(|index| &catalogue[index]).collect();
    assert!(idle.is_empty(), "{idle:#?}");
    assert!(injections.len() >= 400, "only {} injections", injections.len());
}

#[test]
fn what_harms_nothing_is_not_blamed() {
    let (kinds, catalogue): (Vec<_>, Vec<_>) = harmless::patterns().into_iter().unzip();
    let changes = injections(&catalogue);
    let idle: Vec<_> =
        (0..kinds.len()).filter(|index| !changes.iter().any(|change| change.pattern == *index)).collect();
    assert!(idle.is_empty(), "{:#?}", idle.iter().map(|index| &catalogue[*index]).collect::<Vec<_>>());
    let (rows, said) = &*HARMLESS;
    assert!(rows.iter().map(|(_, count, _)| count).sum::<usize>() >= 100, "{rows:?}");
    assert!(said.is_empty(), "said of what harms nothing:\n{}", said.join("\n"));
}

#[test]
fn what_is_put_in_is_found() {
    let tried = tried(&catalogue());
    let record: String = tried.iter().map(|(injection, outcome)| outcome.line(injection)).collect();
    let page = page::page(&tried, &HARMLESS.0);
    let beside: Vec<String> = tried.iter().filter_map(|(injection, outcome)| outcome.beside(injection)).collect();
    let differs: Vec<String> = [held(RECORD, &record), held(PAGE, &page)].into_iter().flatten().collect();
    assert!(beside.is_empty(), "said beside what was put in:\n{}", beside.join("\n"));
    assert!(differs.is_empty(), "{}", differs.join("\n"));
}
