//! What each line is: heading, data, table row, comment, prose or blank.
//!
//! One pass over the bytes, before any grammar. A line is told by its first sign alone, in either width.

use std::ops::Range;

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

/// The lines of a text.
pub fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        read(line.trim_end_matches(['\n', '\r']), start)
    })
}

fn read(line: &str, start: usize) -> Line {
    let (line, start) = match line.strip_prefix('\u{feff}') {
        Some(rest) if start == 0 => (rest, '\u{feff}'.len_utf8()),
        _ => (line, start),
    };
    let text = line.trim_start_matches(is_blank);
    let indent = line[..line.len() - text.len()].chars().map(columns).sum();
    let begin = start + line.len() - text.len();
    let text = text.trim_end_matches(|character| is_blank(character) || character == '\r');
    let (kind, sign) = classify(text);
    let content = text[sign..].trim_matches(is_blank);
    let content_start = begin + text.len() - text[sign..].trim_start_matches(is_blank).len();
    Line { kind, content: content_start..content_start + content.len(), whole: begin..begin + text.len(), indent }
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
        '-' | '－' | '—' | '–' if text[first.len_utf8()..].starts_with(is_blank) => {
            (LineKind::Data, first.len_utf8())
        }
        '|' | '｜' | '·' => (LineKind::Row, 0),
        '/' | '、' | '／' if text.starts_with("//") || text.starts_with("、、") || text.starts_with("／／") => {
            (LineKind::Comment, first.len_utf8() * 2)
        }
        _ => (LineKind::Prose, 0),
    }
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

    fn kinds(text: &str) -> Vec<(LineKind, usize, &str)> {
        lines(text).map(|line| (line.kind, line.indent, &text[line.content])).collect()
    }

    #[test]
    fn the_first_sign_tells() {
        use LineKind::*;
        let text = "# 方案：甲\r\n\n- 期限：2018年\n  － 乙\n　　正文。\n-5 度\n  | a | b |\n、、注\n##目标";
        assert_eq!(
            kinds(text),
            [
                (Heading(1), 0, "方案：甲"),
                (Blank, 0, ""),
                (Data, 0, "期限：2018年"),
                (Data, 2, "乙"),
                (Prose, 4, "正文。"),
                (Prose, 0, "-5 度"),
                (Row, 2, "| a | b |"),
                (Comment, 0, "注"),
                (Heading(2), 0, "目标"),
            ]
        );
    }

    #[test]
    fn a_byte_order_mark_is_no_text() {
        let text = "\u{feff}# 方案：甲";
        assert_eq!(kinds(text), [(LineKind::Heading(1), 0, "方案：甲")]);
    }
}
