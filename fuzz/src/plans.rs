//! What must hold of any text that is taken for a plan.

use std::collections::HashSet;
use std::path::Path;

use fangan::diagnostic::{Diagnostic, Severity};
use fangan::format::{Tongue, format_known};
use fangan::report::{self, report};
use fangan::source::{Source, Sources};
use fangan::world::World;
use fangan::{Compiled, Mended, Options, compile, document, mend, render, syntax};

use super::input;
use super::outputs::{outputs, well_formed};

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
        let turned = format_known(&source, Some(one));
        // What cannot be turned whole is left as it is written.
        let is_turned = turned.findings.is_empty();
        let there = turned.text;
        let back = format_known(&self::source(&there), Some(other)).text;
        let again = format_known(&self::source(&back), Some(one)).text;
        if made.findings.is_empty() && is_turned {
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
    let (before, after) = (errors(&first), errors_in_kept_lines(&mended));
    assert!(after.len() <= before.len(), "fixes add errors: {before:?} → {after:?}\n{}", mended.after);
}

/// The codes of the errors in lines that no fix has touched: a line that a fix has made readable may turn out to have
/// a fault of its own.
fn errors_in_kept_lines(mended: &Mended) -> Vec<&'static str> {
    let kept: HashSet<&str> = mended.before.lines().collect();
    let sources = &mended.compiled.sources;
    let is_kept = |finding: &&Diagnostic| {
        let source = sources.get(finding.span.source);
        source.path() != Path::new(PLAN)
            || kept.contains(source.line(source.position(finding.span.start as usize).line))
    };
    let errors = mended.compiled.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.filter(is_kept).map(|finding| finding.code).collect()
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
