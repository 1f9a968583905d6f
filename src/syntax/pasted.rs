//! Official text that was pasted in: its title, its numbered lines, its paragraphs.
//!
//! A first pass over the lines tells whether the file is still as it was pasted, without headings of its own; then every
//! line with a mark is noted beside the tree. Nothing is changed here and nothing judged: what to make of it is a
//! rule's business.

mod frame;
mod titles;

use std::collections::BTreeSet;

use crate::numbering::{Mark, MarkKind, Numbered, Pasted, Unmarked};
use crate::source::{Source, Span};

pub(super) use titles::Title;

use super::keyword::{Keyword, Place, Shape};
use super::line::{Line, LineKind, is_blank, lines};

/// The longest line below a title that may be a heading, in characters.
const HEADING: usize = 40;
/// The longest heading that may end in a full stop by mistake.
const STOPPED: usize = 15;
/// The longest line of organs that sign, in characters, and how many such lines there may be.
const SIGNED: usize = 60;
const ORGANS: usize = 6;

/// What the lines of a file say of the whole, before it is read.
pub(super) struct Survey {
    /// The lines that are taken as titles of a file without headings.
    pub titles: Vec<Title>,
    /// Whether every line is a paragraph: the file has no heading at all, or numbered lines and none below its title.
    pub each_line: bool,
    /// Where the lines begin that sign the text: who issues it and the day, below everything else.
    pub signature: BTreeSet<usize>,
    /// The parts round the text of an official paper.
    pub frame: Option<frame::Found>,
}

/// Looks at the first signs of the lines.
pub(super) fn survey(text: &str) -> Survey {
    let head = frame::head(text).filter(|head| titles::follow(text, head.end));
    let below = head.as_ref().map_or(0, |head| head.end);
    let mut first = None;
    let (mut has_heading, mut has_number) = (false, false);
    for line in lines(text) {
        match line.kind {
            LineKind::Heading(level) if level > 1 => {
                let frame = frame::find(text, head, &[]);
                return Survey { titles: Vec::new(), each_line: false, signature: signature(text, &[]), frame };
            }
            LineKind::Heading(_) => has_heading = true,
            LineKind::Prose if !has_number => has_number = Mark::read(&text[line.whole.clone()]).is_some(),
            _ => {}
        }
        let is_told = matches!(line.kind, LineKind::Blank | LineKind::Comment) || line.whole.start < below;
        if first.is_none() && !is_told {
            first = Some(line);
        }
    }
    let first = first.filter(|line| !has_heading && line.kind == LineKind::Prose);
    let titles = first.map(|line| titles::titles(text, &line)).unwrap_or_default();
    let signature = signature(text, &titles);
    let frame = frame::find(text, head, &titles);
    Survey { titles, each_line: has_number || !has_heading, signature, frame }
}

/// The lines that sign the text before a title, and before its end: a date alone, the organs above it.
fn signature(text: &str, titles: &[Title]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    // Most plans bear no day: what their lines are need not be told for that.
    if !bears_day(text) {
        return found;
    }
    let mut above: Vec<Line> = Vec::new();
    for line in lines(text) {
        match line.kind {
            LineKind::Blank => {}
            _ if titles.iter().any(|title| title.at.start == line.whole.start) => {
                sign(text, &std::mem::take(&mut above), &mut found);
            }
            LineKind::Heading(1) => sign(text, &std::mem::take(&mut above), &mut found),
            LineKind::Prose => above.push(line),
            // Who signs stands in lines of prose, with none of another kind among them.
            _ => above.clear(),
        }
    }
    sign(text, &above, &mut found);
    found
}

/// Whether a line of a text is a day and nothing else.
fn bears_day(text: &str) -> bool {
    const DAY: &str = "日";
    let is_around = |sign: char| is_blank(sign) || matches!(sign, '\r' | '\u{feff}');
    memchr::memmem::find_iter(text.as_bytes(), DAY).any(|at| {
        let (before, behind) = text.split_at(at + DAY.len());
        let behind = behind.trim_start_matches(is_around);
        let start = || memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |end| end + 1);
        (behind.is_empty() || behind.starts_with('\n')) && is_day(before[start()..].trim_start_matches(is_around))
    })
}

fn sign(text: &str, lines: &[Line], found: &mut BTreeSet<usize>) {
    let Some(Signed { organs, date, notes }) = signed(text, lines) else { return };
    found.extend(organs.into_iter().chain([date]).chain(notes).map(|line| line.whole.start));
}

/// What stands below everything else: who signs, upward, the day, notes in brackets below it, upward.
struct Signed<'a> {
    organs: Vec<&'a Line>,
    date: &'a Line,
    notes: Vec<&'a Line>,
}

fn signed<'a>(text: &str, lines: &'a [Line]) -> Option<Signed<'a>> {
    let words = |line: &Line| text[line.whole.clone()].trim_matches(is_blank);
    let is_prose = |line: &Line| line.kind == LineKind::Prose;
    let notes = notes(text, lines);
    let mut rest = lines.iter().rev().skip(notes.len()).peekable();
    let date = rest.next_if(|line| is_prose(line) && is_day(words(line)))?;
    let organs: Vec<&Line> = rest.take_while(|line| is_prose(line) && is_organ(words(line))).take(ORGANS).collect();
    (!organs.is_empty()).then_some(Signed { organs, date, notes })
}

/// The last lines in brackets, the lowest first: （此件公开发布）.
fn notes<'a>(text: &str, lines: &'a [Line]) -> Vec<&'a Line> {
    let words = |line: &Line| text[line.whole.clone()].trim_matches(is_blank);
    let is_note = |line: &&Line| {
        line.kind == LineKind::Prose && words(line).starts_with(['（', '(']) && words(line).ends_with(['）', ')'])
    };
    lines.iter().rev().take_while(is_note).collect()
}

/// Whether a line is the day of a paper and nothing else.
fn is_day(words: &str) -> bool {
    let is_part =
        |sign: char| sign.is_numeric() || is_blank(sign) || "年月日〇○零一二三四五六七八九十XxＸ×".contains(sign);
    words.ends_with('日') && words.contains('年') && words.chars().all(is_part)
}

/// Whether a line is the names of organs and nothing else.
fn is_organ(words: &str) -> bool {
    const ENDS: [char; 17] =
        ['局', '府', '会', '室', '部', '委', '办', '厅', '处', '院', '校', '学', '组', '心', '园', '司', '站'];
    let is_sentence = words.contains(['。', '，', '；', '：', '！', '？', ',', ';', ':', '、', '{', '｛']);
    words.ends_with(ENDS) && !is_sentence && words.chars().count() <= SIGNED && Mark::read(words).is_none()
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
    /// The number of the last line of a list of attachments, if such a list is open.
    attachment: Option<usize>,
}

impl Notes {
    pub fn new(source: &Source, survey: &Survey) -> Self {
        let has_returns = memchr::memmem::find(source.text().as_bytes(), b"\r\n").is_some();
        let line_break = if has_returns { "\r\n" } else { "\n" };
        let frame = survey.frame.as_ref().map(|frame| frame.placed(source));
        Self {
            pasted: Pasted { line_break, frame, ..Pasted::default() },
            each_line: survey.each_line,
            below: 0,
            headings: 0,
            counts: [0; 7],
            last: None,
            after_title: false,
            attachment: None,
        }
    }

    /// Notes lines taken as a title.
    pub fn title(&mut self, source: &Source, span: Span, is_notice: bool) {
        let before = Span { start: line_start(source, span), end: span.start, ..span };
        (self.last, self.after_title) = (None, false);
        self.pasted.titles.push(Unmarked { before, at: span, is_notice });
    }

    /// Whether a line names attachments: `附件：1.…` and the numbered lines right below it, which are no headings.
    fn is_attachment(&mut self, words: &str, found: Option<Numbered>) -> bool {
        let before = self.attachment.take();
        let next = found.filter(|found| found.mark.kind == MarkKind::Arabic).map(|found| found.mark.number);
        self.attachment = match before {
            Some(last) if next == Some(last + 1) => next,
            _ => attachments(words),
        };
        self.attachment.is_some()
    }

    /// Notes a heading and, if its title, which stands at `title`, has a mark, that.
    pub fn heading(&mut self, source: &Source, level: usize, title: Option<Span>, is_plain: bool, is_body: bool) {
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
        if let Some(title) = title.filter(|_| level > 1) {
            let found = noted(source, title, title.start, Mark::read_title);
            let place = |found: Numbered| Numbered {
                level: Some(level as u8),
                heading: number,
                hides_keyword: found.hides_keyword && is_plain,
                ..found
            };
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

    /// Whether the line of prose that begins at a byte is a part of the paper round the text, which says nothing of its
    /// paragraphs.
    pub fn is_framed(&mut self, span: Span) -> bool {
        let pieces = self.pasted.frame.iter().flat_map(|frame| &frame.pieces);
        let is_framed = pieces.into_iter().any(|piece| piece.at.start <= span.start && span.end <= piece.at.end);
        if is_framed {
            (self.last, self.after_title) = (None, false);
        }
        is_framed
    }

    /// Notes a line of prose below a heading of `level`; whether a paragraph begins with it.
    pub fn prose(&mut self, source: &Source, span: Span, level: Option<u8>, goes_on: bool) -> bool {
        let before = self.last.replace(span);
        let was_title = std::mem::take(&mut self.after_title);
        let found = numbered(source, span, line_start(source, span));
        if self.is_attachment(source.slice(span), found) {
            return true;
        }
        let Some(found) = found else {
            if let Some(last) = self.pasted.lines.last_mut().filter(|last| last.heading == self.headings) {
                last.has_text = true;
            }
            if self.each_line
                && goes_on
                && !was_title
                // The organ that signs stands right above the day.
                && !is_day(source.slice(span))
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

/// The number of the first attachment of a line such as `附件：1.任务分工表`; none, if the names follow below it.
fn attachments(words: &str) -> Option<usize> {
    let names = words.strip_prefix("附件")?.strip_prefix(['：', ':'])?;
    Some(Mark::read(names.trim_start_matches(is_blank)).map_or(0, |(mark, _)| mark.number))
}

/// What can be told of a line with a mark from the line alone.
fn numbered(source: &Source, span: Span, from: u32) -> Option<Numbered> {
    noted(source, span, from, Mark::read)
}

/// The same, with what is read as a mark.
fn noted(source: &Source, span: Span, from: u32, read: fn(&str) -> Option<(Mark, usize)>) -> Option<Numbered> {
    let text = source.slice(span);
    let (mark, taken) = read(text)?;
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
        is_stopped: is_stopped(mark.kind, words),
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
    let is_upper = matches!(kind, MarkKind::Chapter | MarkKind::Han | MarkKind::HanBracket);
    let inner = match words.chars().last() {
        Some('。') if kind == MarkKind::Han && count <= STOPPED => words.trim_end_matches('。'),
        Some(':' | '：') if is_upper => words.trim_end_matches([':', '：']),
        _ => words,
    };
    let is_sentence =
        inner.contains(['。', '；', ';', '！', '？', '{', '｛']) || inner.ends_with(['.', '，', ',', '、', ':', '：']);
    !inner.is_empty() && count <= HEADING && !is_sentence
}

/// Whether words are a heading but for their full stop: `（一）健全机制。` on a line of its own.
fn is_stopped(kind: MarkKind, words: &str) -> bool {
    let bare = words.strip_suffix('。').filter(|_| kind == MarkKind::HanBracket && words.chars().count() <= STOPPED);
    bare.is_some_and(|bare| !bare.contains(['，', ',']) && is_heading(kind, bare))
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
