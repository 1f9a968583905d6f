//! Findings for programs, as one JSON object.
//!
//! ```text
//! { "version": 1,
//!   "findings": [ { "code", "severity": "error" | "warning" | "info", "message": WORDS, "label": WORDS | null,
//!                   "help": WORDS | null, "file", "start": POSITION, "end": POSITION,
//!                   "related": [ { "message": WORDS, "file", "start", "end" } ],
//!                   "fix": { "title": WORDS, "safe": true | false, "edits": [ { "file", "start", "end", "text" } ] } | null } ],
//!   "counts": { "error", "warning", "info" } }
//! WORDS    = { "zh", "en" }             both languages, always
//! POSITION = { "line", "column", "byte" }   line and column from 1, column in characters, byte from 0
//! ```
//!
//! Every wording is an object of both languages, so the output does not depend on the chosen one and a reader takes
//! `message.zh` or `message.en` without asking. `end` is exclusive. `version` changes only when a field changes its
//! meaning or goes; fields may be added. Places are those a person is shown; an edit keeps its exact bytes.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::{place, words};
use crate::diagnostic::{Diagnostic, Edit, Fix, Related, Severity, Text};
use crate::source::{Position, Source, Sources, Span};

/// The object, indented, with a final line break.
pub(super) fn report(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let report = Report {
        version: 1,
        findings: diagnostics.iter().map(|diagnostic| finding(diagnostic, sources)).collect(),
        counts: Counts {
            error: words::count(diagnostics, Severity::Error),
            warning: words::count(diagnostics, Severity::Warning),
            info: words::count(diagnostics, Severity::Info),
        },
    };
    to_json(&report)
}

/// The JSON Schema of that object, as the types say it.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut schema = settings.into_generator().into_root_schema_for::<Report>();
    schema.insert("$id".to_owned(), "urn:fangan:findings:1".into());
    to_json(&schema)
}

/// A value as indented JSON with a final line break.
pub(super) fn to_json(value: &impl Serialize) -> String {
    // Writing to memory cannot fail, and every key is a string.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// Findings of plans.
#[derive(Serialize, JsonSchema)]
struct Report<'a> {
    /// Which form this is; it changes only when a field changes its meaning or goes.
    version: u32,
    /// What was found, by file and place.
    findings: Vec<Finding<'a>>,
    /// How many there are of each severity.
    counts: Counts,
}

/// How many findings there are.
#[derive(Serialize, JsonSchema)]
struct Counts {
    /// Of what is certainly wrong.
    error: usize,
    /// Of what is probably wrong.
    warning: usize,
    /// Of what is worth a look.
    info: usize,
}

/// A finding.
#[derive(Serialize, JsonSchema)]
struct Finding<'a> {
    /// The code of its rule, which never changes its meaning.
    code: &'a str,
    /// How grave it is at this stage.
    severity: Severity,
    /// What is wrong.
    message: &'a Text,
    /// Words for the marked characters, if they need some.
    label: Option<&'a Text>,
    /// What to write instead.
    help: Option<&'a Text>,
    #[serde(flatten)]
    at: At,
    /// Other places that have to do with it.
    related: Vec<Other<'a>>,
    /// How it can be mended.
    fix: Option<Mend<'a>>,
}

/// Another place.
#[derive(Serialize, JsonSchema)]
struct Other<'a> {
    /// What it has to do with the finding.
    message: &'a Text,
    #[serde(flatten)]
    at: At,
}

/// A fix.
#[derive(Serialize, JsonSchema)]
struct Mend<'a> {
    /// What it does.
    title: &'a Text,
    /// Whether it cannot change what is meant, so that `--fix` makes it.
    safe: bool,
    /// What it replaces; the edits do not overlap.
    edits: Vec<Replacement<'a>>,
}

/// A stretch of a file and what to put in its place.
#[derive(Serialize, JsonSchema)]
struct Replacement<'a> {
    #[serde(flatten)]
    at: At,
    /// The new text.
    text: &'a str,
}

/// A stretch of a file.
#[derive(Serialize, JsonSchema)]
struct At {
    /// The path as it was given.
    file: String,
    /// Where it begins.
    start: Point,
    /// Where it ends; what stands there is not part of it.
    end: Point,
}

/// A place in a file.
#[derive(Serialize, JsonSchema)]
struct Point {
    /// From 1.
    line: usize,
    /// From 1, in characters.
    column: usize,
    /// From 0.
    byte: usize,
}

fn finding<'a>(diagnostic: &'a Diagnostic, sources: &Sources) -> Finding<'a> {
    let other = |related: &'a Related| Other { message: &related.message, at: seen(related.span, sources) };
    Finding {
        code: diagnostic.code,
        severity: diagnostic.severity,
        message: &diagnostic.message,
        label: diagnostic.label.as_ref(),
        help: diagnostic.help.as_ref(),
        at: seen(diagnostic.span, sources),
        related: diagnostic.related.iter().map(other).collect(),
        fix: diagnostic.fix.as_ref().map(|fix| mend(fix, sources)),
    }
}

fn mend<'a>(fix: &'a Fix, sources: &Sources) -> Mend<'a> {
    let replacement = |edit: &'a Edit| Replacement { at: exact(edit.span, sources), text: &edit.text };
    Mend { title: &fix.title, safe: fix.safe, edits: fix.edits.iter().map(replacement).collect() }
}

fn seen(span: Span, sources: &Sources) -> At {
    let source = sources.get(span.source);
    let place = place::place(source, span);
    at(source, place.start, place.end)
}

fn exact(span: Span, sources: &Sources) -> At {
    let source = sources.get(span.source);
    let range = place::bounded(source, span);
    at(source, source.position(range.start), source.position(range.end))
}

fn at(source: &Source, start: Position, end: Position) -> At {
    let point = |position: Position| Point { line: position.line, column: position.column, byte: position.byte };
    At { file: source.path().to_string_lossy().into_owned(), start: point(start), end: point(end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;
    use serde_json::{Value, json};

    #[test]
    fn a_finding_has_both_languages_and_all_places() {
        let mut sources = Sources::default();
        let id = sources.add("a.plan", "# 目标\n- 期限：明天");
        let end = sources.get(id).text().len();
        let finding = Diagnostic::error("D003", Span::new(id, 20, 26), text!(zh: "不是日期", en: "not a date"))
            .related(Span::new(id, 2, 8), text!(zh: "属于", en: "belongs to"))
            .fix(text!(zh: "补句号", en: "add a full stop"), Span::new(id, end, end), "。");
        let value: Value = serde_json::from_str(&report(&[finding], &sources)).unwrap();
        let found = &value["findings"][0];
        assert_eq!(found["message"], json!({"zh": "不是日期", "en": "not a date"}));
        assert_eq!(found["start"], json!({"line": 2, "column": 6, "byte": 20}));
        assert_eq!((&found["severity"], &found["help"]), (&json!("error"), &Value::Null));
        assert_eq!(found["related"][0]["end"], json!({"line": 1, "column": 5, "byte": 8}));
        assert_eq!(found["fix"]["edits"][0]["start"], json!({"line": 2, "column": 8, "byte": 26}));
        assert_eq!(found["fix"]["safe"], true);
        assert_eq!(value["counts"], json!({"error": 1, "warning": 0, "info": 0}));
    }
}
