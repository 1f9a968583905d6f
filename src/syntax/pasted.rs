//! Official text that was pasted in: its title, its numbered lines, its paragraphs.
//!
//! A first pass over the lines tells whether the file is still as it was pasted, without headings of its own; then every
//! line with a mark is noted beside the tree. Nothing is changed here and nothing judged: what to make of it is a
//! rule's business.

use crate::numbering::{Mark, MarkKind, Numbered, Pasted};
use crate::source::{Source, Span};

use super::keyword::{Keyword, Place, Shape};
use super::line::{Line, LineKind, is_blank, lines};

/// The longest title, and the longest line below it that may be a heading, in characters.
const TITLE: usize = 60;
const HEADING: usize = 40;
/// The longest heading that may end in a full stop by mistake.
const STOPPED: usize = 15;

/// What the lines of a file say of the whole, before it is read.
pub(super) struct Survey {
    /// Where the line begins that is taken as the title of a file without headings.
    pub title: Option<usize>,
    /// Whether every line is a paragraph: the file has numbered lines and no headings below its title.
    pub each_line: bool,
}

/// Looks at the first signs of the lines.
pub(super) fn survey(text: &str) -> Survey {
    let mut first = None;
    let (mut has_heading, mut has_number) = (false, false);
    for line in lines(text) {
        match line.kind {
            LineKind::Heading(level) if level > 1 => return Survey { title: None, each_line: false },
            LineKind::Heading(_) => has_heading = true,
            LineKind::Prose if !has_number => has_number = Mark::read(&text[line.whole.clone()]).is_some(),
            _ => {}
        }
        if first.is_none() && !matches!(line.kind, LineKind::Blank | LineKind::Comment) {
            first = Some(line);
        }
    }
    let title =
        first.filter(|line| !has_heading && line.kind == LineKind::Prose && is_title(&text[line.whole.clone()]));
    Survey { title: title.map(|line| line.whole.start), each_line: has_number }
}

/// Whether a first line can be a title: short, no number, no sentence, no data.
fn is_title(words: &str) -> bool {
    let keyword = words.split([':', '：', ' ', '\u{3000}']).next().and_then(Keyword::find);
    let is_data = keyword.is_some_and(|keyword| keyword != Keyword::Plan);
    let is_sentence = words.contains('。') || words.ends_with(['；', ';', '，', ',', '：', ':', '、']);
    !is_data && !is_sentence && Mark::read(words).is_none() && words.chars().count() <= TITLE
}

/// The numbered lines of a file, as they are met.
pub(super) struct Notes {
    pub pasted: Pasted,
    pub each_line: bool,
    /// Lines with a mark from here on stand below the heading that is open.
    below: usize,
    /// The number of headings so far, and of those of each level since the last of a higher one.
    headings: usize,
    counts: [usize; 7],
    /// The last line of prose, if only blank lines follow it.
    last: Option<Span>,
    /// Whether that line is a title of its own, after which a paragraph begins.
    after_title: bool,
}

impl Notes {
    pub fn new(source: &Source, survey: &Survey) -> Self {
        let line_break = if source.text().contains("\r\n") { "\r\n" } else { "\n" };
        Self {
            pasted: Pasted { line_break, ..Pasted::default() },
            each_line: survey.each_line,
            below: 0,
            headings: 0,
            counts: [0; 7],
            last: None,
            after_title: false,
        }
    }

    /// Notes the first line of a file, taken as its title.
    pub fn title(&mut self, source: &Source, span: Span) {
        self.pasted.title = Some(Span { start: line_start(source, span), end: span.start, ..span });
    }

    /// Notes a heading and, if its title has a mark, that.
    pub fn heading(&mut self, source: &Source, line: &Line, level: usize, is_plain: bool, is_body: bool) {
        self.headings += 1;
        self.below = self.pasted.lines.len();
        (self.last, self.after_title) = (None, false);
        if is_body {
            return;
        }
        let Some(count) = self.counts.get_mut(level) else { return };
        *count += 1;
        let number = *count;
        self.counts[level + 1..].fill(0);
        if is_plain && level > 1 {
            let content = Span::new(source.id(), line.content.start, line.content.end);
            let found = numbered(source, content, content.start);
            let place = |found: Numbered| Numbered { level: Some(level as u8), heading: number, ..found };
            self.pasted.headings.extend(found.map(place));
        }
    }

    /// Notes a data line: what stands above it below the same heading cannot become a heading without taking it along.
    pub fn data(&mut self) {
        for line in &mut self.pasted.lines[self.below..] {
            line.is_before_data = true;
        }
        self.below = self.pasted.lines.len();
        (self.last, self.after_title) = (None, false);
    }

    /// Notes a line of prose below a heading of `level`; whether a paragraph begins with it.
    pub fn prose(&mut self, source: &Source, span: Span, level: Option<u8>, goes_on: bool) -> bool {
        let before = self.last.replace(span);
        let was_title = std::mem::take(&mut self.after_title);
        let found = numbered(source, span, line_start(source, span));
        let Some(found) = found else {
            if let Some(last) = self.pasted.lines.last_mut().filter(|last| last.heading == self.headings) {
                last.has_text = true;
            }
            if self.each_line
                && goes_on
                && !was_title
                && let Some(before) = before
            {
                self.pasted.run_on.push(Span { start: before.end, ..before });
            }
            return self.each_line || was_title;
        };
        let is_introduced = before.is_some_and(|before| {
            let words = source.slice(before);
            words.ends_with([':', '：']) && Mark::read(words).is_none()
        });
        self.after_title = found.is_title;
        self.pasted.lines.push(Numbered { level, heading: self.headings, is_introduced, ..found });
        true
    }
}

/// What can be told of a line with a mark from the line alone.
fn numbered(source: &Source, span: Span, from: u32) -> Option<Numbered> {
    let text = source.slice(span);
    let (mark, taken) = Mark::read(text)?;
    let words = text[taken..].trim_end_matches(is_blank);
    let start = span.start + taken as u32;
    let after_mark = text[..taken].trim_end_matches(is_blank).len() as u32;
    Some(Numbered {
        mark,
        lead: Span { start: from, end: start, ..span },
        at: Span { end: span.start + after_mark, ..span },
        words: Span { start, end: start + words.len() as u32, ..span },
        level: None,
        heading: 0,
        is_title: is_heading(mark.kind, words),
        has_text: false,
        is_introduced: false,
        hides_keyword: hides_keyword(words),
        is_before_data: false,
    })
}

/// Whether words after a mark are a heading and not the beginning of a paragraph: short, and no sentence.
///
/// A colon at the end and, on a very short line, a full stop do not make a sentence of a heading of the upper levels.
fn is_heading(kind: MarkKind, words: &str) -> bool {
    let count = words.chars().count();
    let is_upper = matches!(kind, MarkKind::Han | MarkKind::HanBracket);
    let inner = match words.chars().last() {
        Some('。') if kind == MarkKind::Han && count <= STOPPED => words.trim_end_matches('。'),
        Some(':' | '：') if is_upper => words.trim_end_matches([':', '：']),
        _ => words,
    };
    let is_sentence =
        inner.contains(['。', '；', ';', '！', '？', '{', '｛']) || inner.ends_with(['.', '，', ',', '、', ':', '：']);
    !inner.is_empty() && count <= HEADING && !is_sentence
}

/// Whether words would be read as a noun if they stood after `#`.
fn hides_keyword(words: &str) -> bool {
    let key = words.split([' ', '\u{3000}', ':', '：']).next().unwrap_or_default();
    let is_whole = key.len() == words.len();
    Keyword::at(key, Place::HEADING).is_some_and(|keyword| keyword.shape() != Shape::Body || is_whole)
}

fn line_start(source: &Source, span: Span) -> u32 {
    let before = &source.text()[..span.start as usize];
    let indent = before.len() - before.trim_end_matches(is_blank).len();
    span.start - indent as u32
}
