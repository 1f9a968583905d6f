//! What kind of thing is wanted at a byte: told by its line up to there, and by the lines above.

use crate::editor::draft::{Draft, line_start};
use crate::syntax::keyword::{Keyword, Place};
use crate::syntax::line::{LineKind, is_blank};

/// What is wanted, and from where what is written of it is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// What a heading begins with.
    Heading { level: usize, from: usize },
    /// What a data line begins with.
    Key { place: Place, from: usize },
    /// The name between keyword and colon.
    Name { keyword: Keyword, from: usize },
    /// What follows the colon.
    Value { keyword: Keyword, from: usize },
    /// What follows the name in a declaration.
    Declaration { place: Place, from: usize },
    /// What a data line begins with, behind a dash that still wants its blank; `from` is where that stands.
    Dash { place: Place, from: usize },
    /// A cell of a table, by the row of the head and the number of the column.
    Cell { head: usize, column: usize, from: usize },
    /// The code of a rule, in a comment that lets something off it.
    Code { from: usize },
    /// Within `{…}`.
    Brace { from: usize },
    /// Words of the author.
    Nothing,
}

/// What parts the names of a list.
pub(super) const LIST: &[char] = &['、', '，', ',', '；', ';', '：', ':', '→', '＋', '+'];

/// What is wanted at a byte.
pub(super) fn spot(draft: &Draft, offset: usize) -> Spot {
    let start = line_start(draft.text, offset);
    let before = draft.slice(&(start..offset));
    if let Some(from) = brace(before).map(|at| start + at) {
        return Spot::Brace { from };
    }
    if let Some(spot) = continued(draft, start, offset) {
        return spot;
    }
    let text = before.trim_start_matches(is_blank);
    let begin = offset - text.len();
    match text.chars().next() {
        Some('#' | '＃') => heading(begin, text),
        Some('|' | '｜' | '·') => cell(draft, start, begin, text),
        Some('/' | '／' | '、') => code(begin, text),
        Some(dash @ ('-' | '－')) if text.len() == dash.len_utf8() && is_alone(draft, offset) => {
            Spot::Dash { place: place(draft, start, columns(&before[..before.len() - text.len()])), from: begin }
        }
        Some(dash @ ('-' | '－' | '—' | '–')) if text[dash.len_utf8()..].starts_with(is_blank) => {
            let content = text[dash.len_utf8()..].trim_start_matches(is_blank);
            let place = place(draft, start, columns(&before[..before.len() - text.len()]));
            data(offset - content.len(), content, place)
        }
        _ => Spot::Nothing,
    }
}

/// Where what is written begins: behind the last of some marks, blanks left out.
pub(super) fn after_mark(written: &str, from: usize, marks: &[char]) -> usize {
    let at = written.rfind(marks).map_or(0, |at| at + written[at..].chars().next().map_or(0, char::len_utf8));
    from + written.len() - written[at..].trim_start_matches(|sign| is_blank(sign) || sign == '\n' || sign == '\r').len()
}

/// Whether nothing but blanks stands behind a byte in its line.
fn is_alone(draft: &Draft, offset: usize) -> bool {
    let rest = draft.text.get(offset..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    rest.trim_matches(is_blank).is_empty()
}

/// A row of a table up to the byte: which cell it is, and the row that heads it.
fn cell(draft: &Draft, start: usize, begin: usize, text: &str) -> Spot {
    let bars = ['|', '｜', '·'];
    let at = draft.rows.partition_point(|row| row.line.whole.start < start);
    let above = draft.rows[..at].iter().rposition(|row| row.line.kind != LineKind::Row);
    let head = above.map_or(0, |above| above + 1);
    let last = text.rfind(bars).unwrap_or_default();
    let width = text[last..].chars().next().map_or(1, char::len_utf8);
    let written = text[last + width..].trim_start_matches(is_blank);
    let column = text.matches(bars).count().saturating_sub(1);
    Spot::Cell { head, column, from: begin + text.len() - written.len() }
}

/// A comment up to the byte: `// 不查 R001、`.
fn code(begin: usize, text: &str) -> Spot {
    let comment = ["//", "／／", "、、"].iter().find_map(|sign| text.strip_prefix(sign));
    let comment = comment.map(|comment| comment.trim_start_matches(is_blank)).unwrap_or_default();
    let listed = ["不查", "allow "].iter().find_map(|word| comment.strip_prefix(word));
    match listed {
        Some(listed) if !listed.contains(['：', ':']) => {
            let marks = |sign: char| is_blank(sign) || matches!(sign, '、' | '，' | ',');
            let written = listed.rsplit(marks).next().unwrap_or_default();
            Spot::Code { from: begin + text.len() - written.len() }
        }
        _ => Spot::Nothing,
    }
}

fn heading(begin: usize, text: &str) -> Spot {
    let content = text.trim_start_matches(['#', '＃']);
    let level = text[..text.len() - content.len()].chars().count();
    let blank = content.len() - content.trim_start_matches(is_blank).len();
    let from = begin + text.len() - content.len() + blank;
    let content = &content[blank..];
    match content.split_once(['：', ':']) {
        None if content.contains(is_blank) => Spot::Nothing,
        // `##` wants its blank first.
        None if blank == 0 && !content.is_empty() => Spot::Nothing,
        None => Spot::Heading { level, from },
        Some((head, value)) => {
            let word = head.split(is_blank).next().unwrap_or_default();
            match Keyword::at(word, Place::HEADING) {
                Some(keyword) => Spot::Value { keyword, from: begin + text.len() - value.len() },
                None => Spot::Nothing,
            }
        }
    }
}

/// A data line up to the byte, whose content begins at `from`.
fn data(from: usize, content: &str, place: Place) -> Spot {
    let colon = content.char_indices().find(|(_, sign)| matches!(sign, '：' | ':'));
    let head = colon.map_or(content, |(at, _)| &content[..at]);
    let word = head.split(is_blank).next().unwrap_or_default();
    let keyword = Keyword::at(word, place);
    let rest = |at: usize| {
        let rest = &content[at..];
        from + content.len() - rest.trim_start_matches(is_blank).len()
    };
    match (keyword, colon) {
        (Some(keyword), Some((at, colon))) => {
            let is_value = head.len() == word.len() || keyword.is_named();
            let at = if is_value { at + colon.len_utf8() } else { word.len() };
            Spot::Value { keyword, from: rest(at) }
        }
        (Some(keyword), None) if head.len() > word.len() => {
            let from = rest(word.len());
            if keyword.is_named() { Spot::Name { keyword, from } } else { Spot::Value { keyword, from } }
        }
        (Some(_), None) => Spot::Key { place, from },
        (None, _) if place.takes_names() => match content.find(['：', ':', '，', ',']) {
            Some(at) => Spot::Declaration { place, from: from + at },
            None => Spot::Key { place, from },
        },
        // A value of a series.
        (None, Some((at, colon))) if place == Place::SERIES => {
            Spot::Value { keyword: Keyword::Total, from: rest(at + colon.len_utf8()) }
        }
        (None, Some(_)) => Spot::Nothing,
        (None, None) if content.contains(is_blank) => Spot::Nothing,
        (None, None) => Spot::Key { place, from },
    }
}

/// A line that goes on with the data line above it.
fn continued(draft: &Draft, start: usize, offset: usize) -> Option<Spot> {
    let index = draft.row_at(offset)?;
    let above = draft.rows[..=index].iter().rev().find(|row| row.line.kind != LineKind::Blank)?;
    let is_within = above.is_data() && above.line.whole.start < start;
    let goes_on = above.line.whole.end >= offset || draft.slice(&above.line.content).ends_with(['、', '，', ',', '→']);
    let rest = draft.slice(&(start..offset));
    let is_indented = rest.starts_with(is_blank);
    let between = draft.slice(&(above.line.whole.end.min(start)..start));
    let is_next = between.matches('\n').count() <= 1;
    if !is_within
        || !goes_on
        || !is_indented
        || !is_next
        || rest.trim_start_matches(is_blank).starts_with(['-', '|', '#', '/'])
    {
        return None;
    }
    let from = if above.value.is_empty() { above.key.end } else { above.value.start };
    above.keyword.map(|keyword| Spot::Value { keyword, from })
}

/// What a data line that begins at `start` with some indentation stands below.
fn place(draft: &Draft, start: usize, indent: usize) -> Place {
    let rows = &draft.rows[..draft.rows.partition_point(|row| row.line.whole.start < start)];
    let mut at = rows.iter().rposition(|row| row.is_heading() || row.is_data());
    while let Some(row) = at.and_then(|at| rows.get(at)) {
        if row.is_heading() || row.line.indent < indent {
            return row.opens;
        }
        at = row.parent;
    }
    Place::FILE
}

fn columns(blanks: &str) -> usize {
    let wide = |sign: char| match sign {
        '\t' => 4,
        '\u{3000}' => 2,
        _ => 1,
    };
    blanks.chars().map(wide).sum()
}

/// Where what stands in an open brace begins.
fn brace(before: &str) -> Option<usize> {
    let at = before.rfind(['{', '｛'])?;
    let inside = at + before[at..].chars().next().map_or(1, char::len_utf8);
    (!before[inside..].contains(['}', '｝'])).then_some(inside)
}
