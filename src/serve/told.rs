//! What the page is told: the findings with their lines, where each leads, and which document there is.

use std::path::Path;

use serde::Serialize;

use super::places::{self, Paragraph, Place};
use crate::diagnostic::{Diagnostic, Lang, Severity, Text};
use crate::plan::{Plan, is_library};
use crate::profile::{Key, Profile};
use crate::source::{Sources, Span};
use crate::watch::{Draft, Unmade};
use crate::world::{DiskWorld, World};

/// The longest piece of a line that is shown, in characters.
const LONGEST: usize = 240;
/// How much of it stands before what is blamed.
const BEFORE: usize = 60;

/// Everything the page knows.
#[derive(Default, Serialize)]
pub(super) struct Told {
    /// Which snapshot this is.
    pub number: u64,
    /// The language that was asked for.
    pub lang: Option<&'static str>,
    /// What the plan is called.
    pub title: String,
    /// The path of the plan as it was given.
    pub path: String,
    /// Why there is no plan.
    pub trouble: Option<Text>,
    /// What there is to say.
    pub findings: Vec<Finding>,
    /// The headings and their lines.
    pub places: Vec<Place>,
    /// The paragraphs and their lines.
    pub paragraphs: Vec<Paragraph>,
    /// Where the plan's file is, for an editor.
    pub file: String,
    /// What was written last.
    pub changed: Vec<String>,
    /// The newest document.
    pub document: Option<Document>,
}

/// Which document there is.
#[derive(Serialize)]
pub(super) struct Document {
    /// The snapshot that it was made of.
    pub number: u64,
    /// Whether it is that of the plan as it is now, without errors.
    pub is_current: bool,
    /// Its pages.
    pub page: Page,
}

/// What of the sheet only a printer shows.
#[derive(Serialize)]
pub(super) struct Page {
    /// Where the page number stands: `outside`, `centre`, `none`.
    number: String,
    /// Whether the first page has one.
    first: bool,
    /// `letter` if the first page begins higher.
    head: String,
}

impl Page {
    pub fn of(profile: &Profile) -> Self {
        Self {
            number: profile.words(Key::NumberPlace).to_owned(),
            first: profile.is_on(Key::NumberFirst),
            head: profile.words(Key::HeadForm).to_owned(),
        }
    }
}

/// A finding.
#[derive(Serialize)]
pub(super) struct Finding {
    code: &'static str,
    severity: Severity,
    message: Text,
    label: Option<Text>,
    help: Option<Text>,
    fix: Option<Text>,
    /// The heading of the document that it stands below.
    anchor: Option<String>,
    #[serde(flatten)]
    at: At,
    related: Vec<Related>,
}

/// Another place of a finding.
#[derive(Serialize)]
struct Related {
    message: Text,
    anchor: Option<String>,
    #[serde(flatten)]
    at: At,
}

/// A place in a file, and what stands there.
#[derive(Serialize)]
struct At {
    /// The path as it is told.
    path: String,
    /// The same from the root of the disk, for an editor; empty for what is no file.
    file: String,
    line: usize,
    column: usize,
    /// The line: before what is blamed, that, and behind it.
    excerpt: [String; 3],
}

/// What there is to tell of a draft.
pub(super) fn told(draft: &Draft, path: &Path, lang: Option<Lang>) -> Told {
    let lang = lang.map(|lang| if lang == Lang::Zh { "zh" } else { "en" });
    let (path, file) = (path.display().to_string(), real(path));
    let told = Told { lang, path, file, ..Told::default() };
    match draft {
        Draft::Unmade(Unmade { message, sources, findings }) => {
            let findings = findings.iter().map(|found| finding(found, sources, |_| None)).collect();
            Told { trouble: Some(message.clone()), findings, ..told }
        }
        Draft::Made(made) => {
            let (plan, sources): (&Plan, _) = (&made.compiled.plan, &made.compiled.sources);
            let places = places::places(plan, sources);
            let anchor = |span: Span| places::above(&places, plan, span).map(str::to_owned);
            let findings = made.compiled.findings.iter().map(|found| finding(found, sources, anchor)).collect();
            let title = plan.title.as_ref().map(|title| title.value.trim().to_owned()).unwrap_or_default();
            let paragraphs = places::paragraphs(plan, &made.wording, sources, &places);
            Told { title, findings, places, paragraphs, ..told }
        }
    }
}

impl Told {
    pub fn json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

fn finding(found: &Diagnostic, sources: &Sources, anchor: impl Fn(Span) -> Option<String>) -> Finding {
    let related = found.related.iter().map(|other| Related {
        message: other.message.clone(),
        anchor: anchor(other.span),
        at: at(other.span, sources),
    });
    Finding {
        code: found.code,
        severity: found.severity,
        message: found.message.clone(),
        label: found.label.clone(),
        help: found.help.clone(),
        fix: found.fix.as_ref().map(|fix| fix.title.clone()),
        anchor: anchor(found.span),
        at: at(found.span, sources),
        related: related.collect(),
    }
}

fn at(span: Span, sources: &Sources) -> At {
    let source = sources.get(span.source);
    let text = source.text();
    let start = text.floor_char_boundary(span.start as usize);
    let position = source.position(start);
    let line = source.line(position.line);
    let column = line.floor_char_boundary(start.saturating_sub(source.line_start(position.line)).min(line.len()));
    let (before, rest) = line.split_at_checked(column).unwrap_or((line, ""));
    let length = (span.end as usize).saturating_sub(start).min(rest.len());
    let (said, behind) = rest.split_at_checked(rest.ceil_char_boundary(length)).unwrap_or((rest, ""));
    let file = if is_library(source.path()) { String::new() } else { real(source.path()) };
    let excerpt = [tail(before, BEFORE), head(said, LONGEST), head(behind, LONGEST)];
    At { path: source.path().display().to_string(), file, line: position.line, column: position.column, excerpt }
}

/// The last characters of a text.
fn tail(text: &str, most: usize) -> String {
    let from = text.char_indices().rev().nth(most).and_then(|(at, char)| text.get(at + char.len_utf8()..));
    from.map_or_else(|| text.to_owned(), |last| format!("…{last}"))
}

/// The first characters of a text.
fn head(text: &str, most: usize) -> String {
    let first = text.char_indices().nth(most).and_then(|(at, _)| text.get(..at));
    first.map_or_else(|| text.to_owned(), |first| format!("{first}…"))
}

fn real(path: &Path) -> String {
    let shown = |path: std::path::PathBuf| path.display().to_string();
    let path = DiskWorld.real(path).map(shown).unwrap_or_default();
    // What an editor is told to open: on Windows, the one path of a file begins with a mark that none understands.
    if cfg!(windows) { path.trim_start_matches(r"\\?\").replace('\\', "/") } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_outside_a_text_are_moved_into_it() {
        let mut sources = Sources::default();
        let id = sources.add("a.plan", "# 目标\r\n- 期限：明天\n");
        let of = |start, end| {
            let At { line, column, excerpt, .. } = at(Span::new(id, start, end), &sources);
            (line, column, excerpt.join("|"))
        };
        assert_eq!(of(2, 5), (1, 3, "# |目|标".to_owned()));
        assert_eq!(of(3, 99), (1, 3, "# |目标|".to_owned()));
        assert_eq!(of(8, 10), (1, 5, "# 目标||".to_owned()));
        assert_eq!(of(999, 9999), (3, 1, "||".to_owned()));
    }

    #[test]
    fn long_lines_are_cut() {
        assert_eq!((tail("甲乙丙", 2), head("甲乙丙", 2)), ("…乙丙".to_owned(), "甲乙…".to_owned()));
        assert_eq!((tail("甲乙", 2), head("甲乙", 2)), ("甲乙".to_owned(), "甲乙".to_owned()));
    }
}
