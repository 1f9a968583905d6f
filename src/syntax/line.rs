//! What each line is: heading, data, table row, comment, prose or blank.
//!
//! One pass over the bytes, before any grammar. A line is told by its first sign alone, in either width; a dash without
//! its blank by the keyword after it as well. A data line that ends in a mark of lists goes on in the indented line below it, as a long list does.

use std::borrow::Cow;
use std::ops::Range;

use super::keyword::{Keyword, Shape};

/// More characters than any keyword and its colon have.
const LONGEST_KEY: usize = 8;

/// A line and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// What follows the sign that tells its kind, trimmed, as bytes of the source.
    pub content: Range<usize>,
    /// The whole line without its indentation.
    pub whole: Range<usize>,
    /// Columns of indentation; a tab counts as four, an ideographic space as two.
    pub indent: usize,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// `#`, and how many.
    Heading(usize),
    /// `- `.
    Data,
    /// `|`, or `·` which an input method makes as easily.
    Row,
    /// `//`.
    Comment,
    /// Anything else.
    Prose,
    /// Nothing.
    Blank,
}

/// The lines of a text, a data line with all it goes on in.
pub fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let (mut at, mut declares) = (0, false);
    std::iter::from_fn(move || {
        let (mut line, mut next) = line_at(text, at, declares)?;
        if let LineKind::Heading(_) = line.kind {
            declares = is_body(&text[line.content.clone()]);
        }
        while goes_on(text, &line)
            && let Some((below, behind)) = line_at(text, next, declares)
            && continues(text, &below, line.indent)
        {
            (line.content.end, line.whole.end) = (below.content.end, below.whole.end);
            next = behind;
        }
        at = next;
        Some(line)
    })
}

/// The line of a text that begins at a byte, in a body of declarations or not, and where the next begins.
fn line_at(text: &str, at: usize, declares: bool) -> Option<(Line, usize)> {
    let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
    let end = memchr::memchr(b'\n', rest.as_bytes());
    let line = read(&rest[..end.unwrap_or(rest.len())], at);
    let next = at + end.map_or(rest.len(), |end| end + 1);
    Some((if declares { declared(text, line) } else { line }, next))
}

/// Whether a heading opens a body of declarations, in which nothing but data stands.
fn is_body(title: &str) -> bool {
    Keyword::find(title).is_some_and(|keyword| keyword.shape() == Shape::Body)
}

/// A line of a body of declarations: a dash makes it data, with a blank after it or without.
fn declared(text: &str, line: Line) -> Line {
    let words = &text[line.whole.clone()];
    let inner = words.trim_start_matches(['-', '－', '—', '–']);
    let is_data =
        line.kind == LineKind::Prose && words.len() - inner.len() == words.chars().next().map_or(0, char::len_utf8);
    if !is_data || inner.is_empty() || inner.len() == words.len() {
        return line;
    }
    Line { kind: LineKind::Data, content: line.whole.end - inner.len()..line.whole.end, ..line }
}

/// Whether a data line leaves its list open.
fn goes_on(text: &str, line: &Line) -> bool {
    // Few lines do, as their last byte tells.
    let may = |last: &u8| matches!(last, b',' | b'>' | 0x81 | 0x8c | 0x92);
    let ends = |content: &str| ["、", "，", ",", "→", "->"].iter().any(|mark| content.ends_with(mark));
    line.kind == LineKind::Data
        && text.as_bytes()[line.content.clone()].last().is_some_and(may)
        && ends(&text[line.content.clone()])
}

/// Whether a line goes on with the data line above it, which stands at `indent`; one that looks like a data line
/// without its dash does not.
fn continues(text: &str, line: &Line, indent: usize) -> bool {
    line.kind == LineKind::Prose && line.indent > indent && !begins_key(&text[line.content.clone()])
}

fn begins_key(words: &str) -> bool {
    words.chars().take(LONGEST_KEY).any(|sign| matches!(sign, ':' | '：'))
}

/// Whether words of a list go on with it on an indented line of their own, wherever the list stands.
pub fn may_go_on_below(words: &str) -> bool {
    read(words, 0).kind == LineKind::Prose && !begins_key(words) && !words.starts_with(['-', '－', '—', '–'])
}

/// The words of a stretch that may run over line ends, as if it stood on one line.
pub fn unbroken(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    for line in text.lines().map(|line| line.trim_matches(is_blank)) {
        let is_latin = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii());
        if is_latin(whole.chars().next_back()) && is_latin(line.chars().next()) {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    Cow::Owned(whole)
}

/// A line that begins at byte `start`.
fn read(line: &str, start: usize) -> Line {
    let (line, start) = match start {
        0 => line.strip_prefix('\u{feff}').map_or((line, 0), |rest| (rest, '\u{feff}'.len_utf8())),
        _ => (line, start),
    };
    let text = without_lead(line);
    let indent = line[..line.len() - text.len()].chars().map(columns).sum();
    let begin = start + line.len() - text.len();
    let text = without_tail(text);
    let (kind, sign) = classify(text);
    let end = begin + text.len();
    Line { kind, content: end - without_lead(&text[sign..]).len()..end, whole: begin..end, indent }
}

/// A text without the blanks it begins with; most begin with none or with spaces, as a byte tells.
fn without_lead(text: &str) -> &str {
    let spaces = text.bytes().take_while(|byte| *byte == b' ').count();
    let text = &text[spaces..];
    match text.as_bytes().first() {
        Some(b'\t' | 0xc2 | 0xe3) => text.trim_start_matches(is_blank),
        _ => text,
    }
}

/// A text without the blanks it ends with, and without what an editor leaves before a line break.
fn without_tail(text: &str) -> &str {
    match text.as_bytes().last() {
        Some(b' ' | b'\t' | b'\r' | 0x80 | 0xa0) => text.trim_end_matches(|sign| is_blank(sign) || sign == '\r'),
        _ => text,
    }
}

/// What a line without its indentation is, and how many bytes say so.
fn classify(text: &str) -> (LineKind, usize) {
    let Some(first) = text.chars().next() else { return (LineKind::Blank, 0) };
    match first {
        '#' | '＃' => {
            let signs = text.trim_start_matches(['#', '＃']);
            let length = text.len() - signs.len();
            let count = text[..length].chars().count();
            (LineKind::Heading(count), length)
        }
        '-' | '－' | '—' | '–' if begins_data(&text[first.len_utf8()..]) => (LineKind::Data, first.len_utf8()),
        '|' | '｜' | '·' => (LineKind::Row, 0),
        '/' | '、' | '／' if text.starts_with("//") || text.starts_with("、、") || text.starts_with("／／") => {
            (LineKind::Comment, first.len_utf8() * 2)
        }
        _ => (LineKind::Prose, 0),
    }
}

/// Whether what follows a dash makes it that of a data line: a blank, or a keyword and its colon, before which the blank
/// is easily left out.
fn begins_data(rest: &str) -> bool {
    let colon = || rest.char_indices().take(LONGEST_KEY).find(|(_, sign)| matches!(sign, ':' | '：'));
    rest.starts_with(is_blank) || colon().is_some_and(|(at, _)| Keyword::find(rest[..at].trim_end()).is_some())
}

/// Whether a line is a dash and nothing else: it says nothing and encloses nothing.
pub fn is_bare_dash(line: &str) -> bool {
    matches!(line, "-" | "－" | "–" | "—")
}

/// Whether a character is a blank of either width.
pub fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{3000}' | '\u{a0}')
}

fn columns(character: char) -> usize {
    match character {
        '\t' => 4,
        '\u{3000}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_tells_where_blanks_stand() {
        let signs = ["", " ", "\t", "\u{3000}", "\u{a0}", "\r", "甲", "、", "\u{c0}", "。", "\u{2000}", "a"];
        let words = signs.iter().flat_map(|one| signs.iter().map(move |other| format!("{one}{other}")));
        for text in words.flat_map(|one| signs.map(|other| format!("{one}{other}"))) {
            assert_eq!(without_lead(&text), text.trim_start_matches(is_blank), "{text:?}");
            let is_end = |sign: char| is_blank(sign) || sign == '\r';
            assert_eq!(without_tail(&text), text.trim_end_matches(is_end), "{text:?}");
        }
    }

    fn kinds(text: &str) -> Vec<(LineKind, usize, &str)> {
        lines(text).map(|line| (line.kind, line.indent, &text[line.content])).collect()
    }

    #[test]
    fn the_first_sign_tells() {
        use LineKind::*;
        let text = "# 方案：甲\r\n\n- 期限：2018年\n  － 乙\n　　正文。\n-5 度\n-牵头：甲\n-要点：乙\n  | a | b |\n、、注\n##目标";
        assert_eq!(
            kinds(text),
            [
                (Heading(1), 0, "方案：甲"),
                (Blank, 0, ""),
                (Data, 0, "期限：2018年"),
                (Data, 2, "乙"),
                (Prose, 4, "正文。"),
                (Prose, 0, "-5 度"),
                (Data, 0, "牵头：甲"),
                (Prose, 0, "-要点：乙"),
                (Row, 2, "| a | b |"),
                (Comment, 0, "注"),
                (Heading(2), 0, "目标"),
            ]
        );
    }

    #[test]
    fn a_list_goes_on_below() {
        use LineKind::*;
        let text = "- 配合：甲、\n  乙、\r\n    丙\n  丁\n- 牵头：甲，\n  配合：乙\n- 配合：甲、\n乙\n";
        let found: Vec<_> = lines(text).map(|line| (line.kind, unbroken(&text[line.content]).into_owned())).collect();
        let wanted = [
            (Data, "配合：甲、乙、丙"),
            (Prose, "丁"),
            (Data, "牵头：甲，"),
            (Prose, "配合：乙"),
            (Data, "配合：甲、"),
            (Prose, "乙"),
        ];
        assert_eq!(found, wanted.map(|(kind, words)| (kind, words.to_owned())));
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let text = "\u{feff}# 方案：甲";
        assert_eq!(kinds(text), [(LineKind::Heading(1), 0, "方案：甲")]);
    }
}
