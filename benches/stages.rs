//! How long each stage takes: `cargo bench --bench stages`.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot be set up ends")]

mod made;

use std::path::Path;

use divan::{Bencher, black_box};
use fangan::document::{self, Cut, Document, Wording, document_with};
use fangan::graph::layout::layout;
use fangan::graph::{Kind, Request, picture};
use fangan::source::Sources;
use fangan::world::MemoryWorld;
use fangan::{Compiled, Options, check, compile, export, format, graph, plan, render, syntax};

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

/// The text as it comes from a file: its lines are counted.
#[divan::bench(args = SIZES)]
fn read(bencher: Bencher, size: usize) {
    let text = made::plan(size);
    bencher.bench(|| Sources::default().add("a.plan", black_box(text.as_str())));
}

#[divan::bench(args = SIZES)]
fn parse(bencher: Bencher, size: usize) {
    let mut sources = Sources::default();
    let id = sources.add("a.plan", made::plan(size));
    bencher.bench(|| syntax::parse(sources.get(id)));
}

/// From the tree to the plan.
#[divan::bench(args = SIZES)]
fn resolve(bencher: Bencher, size: usize) {
    let world = MemoryWorld::default().and("a.plan", made::plan(size));
    let loaded = || {
        let mut sources = Sources::default();
        let (loaded, _) = plan::load(&world, Path::new("a.plan"), &mut sources, &plan::Values::default()).unwrap();
        (sources, loaded)
    };
    bencher.with_inputs(loaded).bench_values(|(sources, loaded)| plan::resolve_loaded(&sources, loaded));
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
fn text_of_the_document(bencher: Bencher, size: usize) {
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
fn workbook(bencher: Bencher, size: usize) {
    let sheets = document::sheets(&compiled(size).plan, &Wording::default(), &Cut::default());
    bencher.bench(|| render::xlsx("甲", &sheets).unwrap());
}

/// The table of duties, and it as CSV.
#[divan::bench(args = SIZES)]
fn table_as_csv(bencher: Bencher, size: usize) {
    let compiled = compiled(size);
    bencher.bench(|| render::csv(&document::duties(&compiled.plan, &Wording::default())));
}

#[divan::bench(args = SIZES)]
fn calendar(bencher: Bencher, size: usize) {
    let Compiled { plan, sources, .. } = compiled(size);
    bencher.bench(|| export::ics(&export::agenda(&plan, &sources)));
}

#[divan::bench(args = SIZES)]
fn export_json(bencher: Bencher, size: usize) {
    let Compiled { plan, sources, .. } = compiled(size);
    bencher.bench(|| export::json(&plan, &sources));
}

/// What the picture of dependencies shows, and it for Graphviz.
#[divan::bench(args = SIZES)]
fn dot(bencher: Bencher, size: usize) {
    let compiled = compiled(size);
    bencher.bench(|| render::dot(&graph::dependency(&compiled.plan)));
}

/// Layers in one piece, which large pictures are never drawn in.
#[divan::bench(args = [20, 200])]
fn layers(bencher: Bencher, size: usize) {
    let graph = graph::dependency(&compiled(size).plan);
    bencher.bench(|| layout(&graph));
}

/// Each picture, placed but not written.
#[divan::bench(args = Kind::ALL.map(Kind::word))]
fn layout_of(bencher: Bencher, word: &str) {
    let compiled = compiled(1_000);
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word).unwrap();
    bencher.bench(|| picture(&compiled.plan, &Request::new(kind)));
}

/// Each picture as SVG, placed before.
#[divan::bench(args = Kind::ALL.map(Kind::word))]
fn drawing_of(bencher: Bencher, word: &str) {
    let compiled = compiled(1_000);
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == word).unwrap();
    let picture = picture(&compiled.plan, &Request::new(kind)).unwrap();
    bencher.bench(|| render::drawing(&picture));
}
