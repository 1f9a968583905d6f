//! Findings drawn for a person at a terminal.
//!
//! Takes findings and sources, gives each as its message, the lines it is about with carets under what is blamed, and
//! the advice. The only file that names miette: what it counts in bytes, cannot draw or words in English is handed to
//! it already counted, cut and worded, so it need only draw. Gives no links, and colour only if asked for.

use std::fmt::{self, Display};

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan,
    SpanContents,
};

use super::excerpt::{Excerpt, Mark, excerpts};
use super::{Options, place, short, words};
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::source::Sources;

/// Related places drawn for one finding; the rest are counted.
const MOST_RELATED: usize = 6;

/// Terminals narrower or wider than this are drawn on as if they were not.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=250;

/// All findings, a blank line between them.
pub(super) fn report(diagnostics: &[Diagnostic], sources: &Sources, options: &Options) -> String {
    let width = options.width.clamp(*WIDTHS.start(), *WIDTHS.end());
    let options = Options { width, ..*options };
    let drawn: Vec<_> = diagnostics.iter().map(|diagnostic| draw(diagnostic, sources, &options)).collect();
    drawn.join("\n")
}

fn draw(diagnostic: &Diagnostic, sources: &Sources, options: &Options) -> String {
    let sketch = Sketch::new(diagnostic, sources, options);
    let mut drawing = String::new();
    if handler(diagnostic, options).render_report(&mut drawing, &sketch).is_err() {
        // Every place was made to be drawable; should one not be, the finding is still told.
        drawing = short::line(diagnostic, sources, options.lang) + "\n";
    }
    for (head, text) in closing_lines(diagnostic) {
        drawing.push_str(&hanging(head.get(options.lang), text.get(options.lang), options));
        drawing.push('\n');
    }
    drawing.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// What follows the lines of a finding: what is not drawn, the advice, the edit that can be made.
fn closing_lines(diagnostic: &Diagnostic) -> Vec<(Text, Text)> {
    let mut lines = Vec::new();
    if let Some(hidden @ 1..) = diagnostic.related.len().checked_sub(MOST_RELATED) {
        lines.push((Text { zh: "".into(), en: "".into() }, words::more_places(hidden)));
    }
    lines.extend(diagnostic.help.clone().map(|help| (words::help(), help)));
    lines.extend(diagnostic.fix.clone().map(|fix| (words::fix(fix.safe), fix.title)));
    lines
}

/// A paragraph whose lines stand under its first word, not under its head.
fn hanging(head: &str, text: &str, options: &Options) -> String {
    let indent = format!("  {}", " ".repeat(textwrap::core::display_width(head)));
    let first = if options.color { format!("  \x1b[36m{head}\x1b[0m") } else { format!("  {head}") };
    let wrapping = textwrap::Options::new(options.width - 2).initial_indent(&first).subsequent_indent(&indent);
    textwrap::fill(&place::visible(text), wrapping)
}

fn handler(diagnostic: &Diagnostic, options: &Options) -> GraphicalReportHandler {
    let mut theme = if options.color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let characters = &mut theme.characters;
    let head = format!("{}[{}]", words::severity(diagnostic.severity).get(options.lang), diagnostic.code);
    characters.error.clone_from(&head);
    characters.warning.clone_from(&head);
    characters.advice = head;
    // Box-drawing lines are two columns wide in many terminals set to Chinese; carets never are.
    characters.underline = '^';
    characters.underbar = '^';
    GraphicalReportHandler::new_themed(theme)
        .with_links(false)
        .with_width(options.width)
        .with_context_lines(1)
        .without_syntax_highlighting()
}

/// A finding as miette draws it.
#[derive(Debug)]
struct Sketch {
    message: String,
    severity: Severity,
    sheet: Sheet,
}

impl Sketch {
    fn new(diagnostic: &Diagnostic, sources: &Sources, options: &Options) -> Self {
        let message = place::one_line(diagnostic.message.get(options.lang)).into_owned();
        // Line number, frame and, for a stretch of several lines, the arrow before it.
        let frame = 14;
        let excerpts = excerpts(diagnostic, sources, options.lang, MOST_RELATED, options.width - frame);
        Self { message, severity: diagnostic.severity, sheet: Sheet::new(excerpts, options.width / 2) }
    }
}

impl Display for Sketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Sketch {}

impl miette::Diagnostic for Sketch {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info => miette::Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.sheet)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.sheet.labels()))
    }
}

/// The excerpts of a finding laid out one after the other, as if they were one text.
#[derive(Debug)]
struct Sheet {
    /// Each excerpt with the offset it is laid at; a gap lies between any two.
    pages: Vec<(usize, Excerpt)>,
    label_width: usize,
}

impl Sheet {
    fn new(excerpts: Vec<Excerpt>, label_width: usize) -> Self {
        let mut next = 0;
        let lay = |excerpt: Excerpt| {
            let at = next;
            next += excerpt.text.len() + 2;
            (at, excerpt)
        };
        Self { pages: excerpts.into_iter().map(lay).collect(), label_width }
    }

    fn labels(&self) -> impl Iterator<Item = LabeledSpan> {
        self.pages.iter().flat_map(move |(base, page)| page.marks.iter().map(move |mark| self.label(*base, mark)))
    }

    fn label(&self, base: usize, mark: &Mark) -> LabeledSpan {
        let words = mark.label.as_ref().map(|label| textwrap::fill(label, self.label_width));
        let span = (base + mark.range.start, mark.range.len());
        if mark.blamed {
            LabeledSpan::new_primary_with_span(words, span)
        } else {
            LabeledSpan::new_with_span(words, span)
        }
    }
}

impl SourceCode for Sheet {
    /// With lines of context the whole excerpt, without them the line and column in the file: these are the two
    /// things miette asks for.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let holds = |(base, page): &&(usize, Excerpt)| {
            *base <= span.offset() && span.offset() + span.len() <= base + page.text.len()
        };
        let (base, page) = self.pages.iter().find(holds).ok_or(MietteError::OutOfBounds)?;
        let marked = page.marks.iter().find(|mark| base + mark.range.start == span.offset());
        let whole = SourceSpan::from((*base, page.text.len()));
        let (line, column) = match marked {
            Some(mark) if before == 0 => (mark.position.line - 1, mark.position.column - 1),
            _ => (page.first_line - 1, 0),
        };
        let lines = page.text.lines().count();
        let contents =
            MietteSpanContents::new_named(page.path.clone(), page.text.as_bytes(), whole, line, column, lines);
        Ok(Box::new(contents))
    }
}
