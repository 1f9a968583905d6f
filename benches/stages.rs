//! How long each stage takes: `cargo bench --bench stages`.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot be set up ends")]

mod made;

use std::path::Path;

use divan::{Bencher, black_box};
use fangan::document::{Document, Wording, document_with};
use fangan::graph::layout::layout;
use fangan::source::Sources;
use fangan::world::MemoryWorld;
use fangan::{Compiled, Options, check, compile, export, format, graph, render, syntax};

/// Numbers of measures.
const SIZES: [usize; 3] = [20, 1_000, 10_000];

fn main() {
    divan::main();
}

fn compiled(size: usize) -> Compiled {
    let world = MemoryWorld::default().and("a.plan", made::plan(size));
    let compiled = compile(&world, Path::new("a.plan"), Options::default()).unwrap();
    assert!(compiled.is_sound(), "the made-up plan has errors");
    compiled
}

fn printed(size: usize) -> Document {
    document_with(&compiled(size).plan, &Wording::default())
}

/// From text to findings.
#[divan::bench(args = SIZES)]
fn whole_check(bencher: Bencher, size: usize) {
    let world = MemoryWorld::default().and("a.plan", made::plan(size));
    bencher.bench(|| compile(&world, Path::new("a.plan"), Options::default()).unwrap());
}

#[divan::bench(args = SIZES)]
fn reading(bencher: Bencher, size: usize) {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", made::plan(size));
    bencher.bench(|| syntax::parse(sources.get(id)));
}

#[divan::bench(args = SIZES)]
fn rules(bencher: Bencher, size: usize) {
    let Compiled { plan, sources, .. } = compiled(size);
    bencher.bench(|| check::check(&plan, &sources, &Options::default()));
}

/// The rules of each family alone.
#[divan::bench(args = ["D", "F", "G", "Q", "R", "S", "W"])]
fn rules_of_a_family(bencher: Bencher, family: &str) {
    let Compiled { plan, sources, .. } = compiled(1_000);
    let mut options = Options::default();
    let select = vec![check::Selector::of(family)];
    options.ruling.choices.push(check::Choice { select, ignore: Vec::new() });
    bencher.bench(|| check::check(&plan, &sources, &options));
}

#[divan::bench(args = SIZES)]
fn formatting(bencher: Bencher, size: usize) {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", made::plan(size));
    bencher.bench(|| format::format(black_box(sources.get(id)), None));
}

#[divan::bench(args = SIZES)]
fn document(bencher: Bencher, size: usize) {
    let compiled = compiled(size);
    bencher.bench(|| document_with(&compiled.plan, &Wording::default()));
}

#[divan::bench(args = SIZES)]
fn html(bencher: Bencher, size: usize) {
    let document = printed(size);
    bencher.bench(|| render::html(&document).unwrap());
}

#[divan::bench(args = SIZES)]
fn markdown(bencher: Bencher, size: usize) {
    let document = printed(size);
    bencher.bench(|| render::markdown(&document));
}

#[divan::bench(args = SIZES)]
fn word(bencher: Bencher, size: usize) {
    let document = printed(size);
    bencher.bench(|| render::word(&document).unwrap());
}

#[divan::bench(args = SIZES)]
fn export_json(bencher: Bencher, size: usize) {
    let Compiled { plan, sources, .. } = compiled(size);
    bencher.bench(|| export::json(&plan, &sources));
}

#[divan::bench(args = [20, 1_000])]
fn picture(bencher: Bencher, size: usize) {
    let graph = graph::dependency(&compiled(size).plan);
    bencher.bench(|| render::svg(&graph, &layout(&graph)));
}
