//! A keyword with another mark behind it than a colon, and several keywords on one line.
//!
//! Takes the folded text of a data line, says where its parts are and what to write instead; what stands there is read
//! all the same. Never takes a word for a keyword that may not stand at its place.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit};
use crate::text;

use super::faults;
use super::fold::{Folded, narrow};
use super::grammar::Stretch;
use super::keyword::{Keyword, Place, Shape};
use super::line::is_blank;
use super::recover::official;

/// Marks that nothing but a slip puts behind a word.
const STRONG: [char; 3] = [';', '。', '='];
/// Marks that a name may hold.
const WEAK: [char; 14] = ['、', ',', '-', '—', '–', '~', '/', '|', '.', '·', '→', '>', '“', '('];
/// Words that say the same as a colon.
const WORDS: [&str; 5] = ["设在", "设于", "由", "为", "是"];
/// What ends a phrase that begins with one of them.
const ENDS: [&str; 3] = ["担任", "兼任", "组成"];
/// What people set a keyword off with.
const FRAMES: [(&str, &str); 5] = [("**", "**"), ("【", "】"), ("[", "]"), ("(", ")"), ("“", "”")];

/// A keyword and its value with a wrong mark between them, and what to say of it.
pub(super) struct Mended<'a> {
    pub key: Stretch<'a>,
    pub rest: Stretch<'a>,
    pub finding: Diagnostic,
}

/// A list without the mark at its end that nothing follows: `县财政局、县公安局、`.
pub(super) fn without_last<'a>(list: Stretch<'a>, out: &mut Vec<Diagnostic>) -> Stretch<'a> {
    let text = list.text();
    let kept = text.trim_end();
    let Some(rest) = kept.strip_suffix(['、', ',', ';']).filter(|rest| !rest.trim().is_empty()) else { return list };
    if list.is_open() || rest.trim_end().ends_with(['、', ',', ';']) {
        return list;
    }
    out.push(faults::last_mark(list.cut(rest.len()..kept.len()).span()));
    list.cut(0..rest.len())
}

/// The keyword a line begins with and its value, if another mark than a colon or a blank stands between them.
pub(super) fn wrong_mark(line: Stretch, place: Place) -> Option<Mended> {
    let text = line.text();
    let from = text.len() - text.trim_start().len();
    let frame = FRAMES.into_iter().find(|(open, _)| text[from..].starts_with(open));
    let start = from + frame.map_or(0, |(open, _)| open.len());
    let key = keyword_at(&text[start..], place)?;
    let after = start + key.len();
    let closed =
        frame.map_or(Some(after), |(_, close)| text[after..].starts_with(close).then(|| after + close.len()))?;
    let rest = value_behind(text, closed, place, frame.is_some())?;
    let words = text[rest.clone()].trim();
    if words.is_empty() {
        return None;
    }
    let wrong = line.cut(from..rest.start);
    let written = wrong.whole_words().value;
    let message = text!(
        zh: "“{key}”后面要写冒号，这里写的是“{written}”",
        en: "a colon follows “{key}”; here stands “{written}”"
    );
    let mut edits = vec![Edit { span: line.cut(from..rest.start).span(), text: format!("{key}：") }];
    if rest.end < text.len() {
        edits.push(Edit { span: line.cut(rest.end..text.len()).span(), text: String::new() });
    }
    let finding = Diagnostic::error(faults::UNKNOWN_KEYWORD, wrong.span(), message)
        .help(text!(zh: "写成“- {key}：{words}”，先按它读", en: "write “- {key}: {words}”; it is read so"))
        .edits(text!(zh: "改成冒号", en: "put the colon"), true, edits);
    Some(Mended { key: line.cut(start..after), rest: line.cut(rest), finding })
}

/// Where the value stands behind a keyword that ends at `at`.
fn value_behind(text: &str, at: usize, place: Place, is_framed: bool) -> Option<Range<usize>> {
    let behind = text[at..].trim_start();
    let names = place.takes_names();
    if names && let Some(word) = WORDS.into_iter().find(|word| behind.starts_with(word)) {
        let start = text.len() - behind.len() + word.len();
        let end = ENDS.into_iter().find_map(|end| text.strip_suffix(end)).map_or(text.len(), str::len);
        return (start < end).then_some(start..end);
    }
    let first = behind.chars().next()?;
    let is_wrong = STRONG.contains(&first) || !names && WEAK.contains(&first) || is_framed && !names;
    if !is_wrong {
        let word = WORDS[2..].iter().find(|word| !names && behind.starts_with(**word))?;
        return Some(text.len() - behind.len() + word.len()..text.len());
    }
    match first {
        '“' => Some(text.len() - behind.len()..text.len()),
        '(' => behind.ends_with(')').then(|| text.len() - behind.len() + 1..text.len() - 1),
        _ => {
            let is_mark =
                |sign: char| STRONG.contains(&sign) || WEAK[..12].contains(&sign) || matches!(sign, ':' | ' ');
            let rest = behind.trim_start_matches(is_mark);
            Some(text.len() - rest.len()..text.len())
        }
    }
}

/// The longest keyword of this place, or other word for one, that a text begins with.
pub(super) fn keyword_at(text: &str, place: Place) -> Option<&str> {
    let ends = text.char_indices().map(|(at, sign)| at + sign.len_utf8()).take(10);
    let is_key = |word: &&str| meant(word, place).is_some_and(|keyword| keyword.shape() != Shape::Body);
    ends.map(|end| &text[..end]).filter(is_key).last()
}

pub(super) fn meant(word: &str, place: Place) -> Option<Keyword> {
    Keyword::at(word, place).or_else(|| official(word, place).map(|(keyword, _)| keyword))
}

/// Where a keyword and the same keyword behind it stand: `指标：指标：听课`; the second as far as the line goes.
pub(super) fn doubled_key(content: &str, place: Place) -> Option<(Range<usize>, Range<usize>)> {
    let is_colon = |sign: &char| matches!(sign, ':' | '：' | '﹕');
    content.chars().filter(is_colon).nth(1)?;
    let folded = Folded::new(content, 0);
    let text = folded.text();
    let (first, rest) = text.split_once(':')?;
    let (second, _) = rest.split_once(':')?;
    let meant = |word: &str| meant(word.trim(), place).filter(|keyword| keyword.shape() != Shape::Body);
    if place.takes_names() || meant(first)? != meant(second)? {
        return None;
    }
    let behind = text.len() - rest.trim_start().len();
    Some((folded.origin(0..behind), folded.origin(behind..text.len())))
}

/// Where the data of a line stand that says several, and the marks between them: `牵头：教育局；时限：2026年底`.
pub(super) fn several(content: &str, place: Place) -> Vec<(Range<usize>, Range<usize>)> {
    // The second of them has a colon, and the first has one as well or a blank.
    let head = content.find([':', '：', '﹕']).map_or("", |colon| &content[..colon]);
    let has_second = content[head.len()..].chars().skip(1).any(|sign| matches!(sign, ':' | '：' | '﹕'));
    if head.is_empty() || !has_second && !head.contains([' ', '\t', '\u{3000}', '\u{a0}']) {
        return Vec::new();
    }
    let folded = Folded::new(content, 0);
    let text = folded.text();
    let first = text.split([':', ' ']).next().and_then(|word| meant(word, place));
    let parts_names =
        |keyword: Keyword| matches!(keyword.shape(), Shape::List | Shape::When | Shape::Outputs | Shape::Quota);
    let is_quota = first.is_some_and(|keyword| keyword.shape() == Shape::Quota);
    if !first.is_some_and(parts_names) || place.takes_names() {
        return Vec::new();
    }
    let (mut found, mut from, mut gap, mut depth) = (Vec::new(), 0, 0..0, 0_usize);
    for (at, sign) in text.char_indices() {
        match sign {
            '“' | '《' | '(' | '〔' => depth += 1,
            '”' | '》' | ')' | '〕' => depth = depth.saturating_sub(1),
            ';' | ',' | '、' | ' ' | '。' if depth == 0 && at >= from => {
                let next = at + text[at..].len() - text[at..].trim_start_matches([';', ',', '、', ' ', '。']).len();
                if begins_data(&text[next..], place, is_quota) {
                    found.push((gap, from..at));
                    (gap, from) = (at..next, next);
                }
            }
            _ => {}
        }
    }
    if found.is_empty() {
        return Vec::new();
    }
    found.push((gap, from..text.len()));
    found.into_iter().map(|(gap, part)| (folded.origin(gap), folded.origin(part))).collect()
}

/// Parts of a line that share the keyword it begins with.
pub(super) struct Shared {
    pub key: Range<usize>,
    pub parts: Vec<Range<usize>>,
}

/// The values of a line that asks for several things: `指标：听课 20节，每学期；评课 10节，每学期`.
pub(super) fn several_values(content: &str, place: Place) -> Option<Shared> {
    let found = parted(content, place, |keyword| keyword.shape() == Shape::Quota)?;
    let holds_number = |part: &Range<usize>| {
        let words = &content[part.clone()];
        let is_number = |sign: char| narrow(sign).is_ascii_digit() || matches!(sign, '?' | '？');
        words.contains(is_number) || words.ends_with('次') || words.contains("待定")
    };
    found.parts.iter().all(holds_number).then_some(found)
}

/// The titles that stand on one line of a measure.
pub(super) fn several_titles(content: &str, place: Place) -> Option<Shared> {
    let found = parted(content, place, |keyword| keyword == Keyword::Measure)?;
    let is_title = |part: &Range<usize>| {
        let words = &content[part.clone()];
        (2..=24).contains(&words.chars().count()) && !words.contains(['，', '。', ','])
    };
    found.parts.iter().all(is_title).then_some(found)
}

/// What the semicolons of a line part behind a keyword and its colon.
fn parted(content: &str, place: Place, is_meant: impl Fn(Keyword) -> bool) -> Option<Shared> {
    if !content.contains([';', '；']) {
        return None;
    }
    let colon = content.find([':', '：'])?;
    let key = content[..colon].trim_end();
    let start = colon + content[colon..].chars().next().map_or(1, char::len_utf8);
    if place.takes_names() || content.contains(['{', '｛', '\n']) || !meant(key, place).is_some_and(is_meant) {
        return None;
    }
    let (mut parts, mut from, mut depth) = (Vec::new(), start, 0_usize);
    for (at, sign) in content[start..].char_indices().map(|(at, sign)| (start + at, narrow(sign))) {
        match sign {
            '“' | '《' | '(' | '〔' => depth += 1,
            '”' | '》' | ')' | '〕' => depth = depth.checked_sub(1)?,
            ';' if depth == 0 => {
                parts.push(bare(content, from..at));
                from = at + content[at..].chars().next().map_or(1, char::len_utf8);
            }
            _ => {}
        }
    }
    parts.push(bare(content, from..content.len()));
    (depth == 0 && parts.len() > 1 && parts.iter().all(|part| !part.is_empty()))
        .then_some(Shared { key: 0..key.len(), parts })
}

/// The owners that one line declares: `县财政局、县卫健局`; a name of one may hold 、 as well, so each has to end as
/// organs and posts do.
pub(super) fn several_names(content: &str, place: Place) -> Vec<Range<usize>> {
    const ENDS: &str = "局委办厅院校股科室府司站所队会处镇乡村园组员师生长";
    let declares = place == Place::OWNERS || place == Place::OWNER;
    if !declares {
        return Vec::new();
    }
    let has_semicolon = content.contains([';', '；']);
    let holds_others = content.contains([':', '：', ',', '，', '(', '（', '“', '"', '{']);
    if holds_others || !has_semicolon && (!content.contains('、') || content.contains(' ')) {
        return Vec::new();
    }
    let (mut parts, mut from) = (Vec::new(), 0);
    for (at, sign) in content.match_indices(if has_semicolon { [';', '；'] } else { ['、', '、'] }) {
        parts.push(bare(content, from..at));
        from = at + sign.len();
    }
    parts.push(bare(content, from..content.len()));
    if has_semicolon {
        return if parts.iter().all(|part| !part.is_empty()) { parts } else { Vec::new() };
    }
    let is_name = |part: &Range<usize>| {
        let words = &content[part.clone()];
        words.chars().count() > 1 && words.ends_with(|last| ENDS.contains(last))
    };
    if parts.iter().all(is_name) { parts } else { Vec::new() }
}

/// A stretch without the blanks around it.
fn bare(text: &str, at: Range<usize>) -> Range<usize> {
    let words = text[at.clone()].trim_end_matches(is_blank);
    let start = at.start + words.len() - words.trim_start_matches(is_blank).len();
    start..at.start + words.len()
}

/// Whether a keyword and a colon come next.
fn begins_data(text: &str, place: Place, is_strict: bool) -> bool {
    let Some((word, _)) = text.split_once(':') else { return false };
    let word = word.trim_end();
    if is_strict { Keyword::at(word, place).is_some() } else { meant(word, place).is_some() }
}

/// Data in brackets at the end of prose: where the brackets are, the keyword and the value of each, and whether nothing
/// else can be meant.
type Bracketed = (Range<usize>, Vec<(Keyword, String)>, bool);

/// The data that stand in brackets at the end of prose, as a table of duties is pasted.
pub(super) fn bracketed(words: &str, place: Place) -> Option<Bracketed> {
    let end = words.trim_end_matches('。').len();
    let inner = words[..end].strip_suffix(['）', ')'])?;
    let open = inner.rfind(['（', '('])?;
    let inside = inner[open..].trim_start_matches(['（', '(']);
    let mut is_certain = true;
    let each = inside.split(['；', ';']).map(|part| {
        let (key, value) = part.split_once(['：', ':'])?;
        let (key, value) = (key.trim(), value.trim().trim_end_matches('。'));
        let keyword = match official(key, place) {
            Some((keyword, certain)) => {
                is_certain &= certain;
                keyword
            }
            None => Keyword::at(key, place)?,
        };
        let is_field = matches!(keyword.shape(), Shape::List | Shape::When | Shape::Outputs);
        (is_field && !value.is_empty()).then(|| (keyword, value.to_owned()))
    });
    let data = each.collect::<Option<Vec<_>>>()?;
    Some((open..words.len(), data, is_certain))
}
