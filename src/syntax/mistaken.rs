//! A mark in the place of another: 、 before a clause or a word that marks an owner, a hyphen between the owners of a
//! chain.
//!
//! Takes the folded text of a data line, gives the same with the mark that was meant, and says so. Only where the other
//! mark could mean nothing else; names and what stands in brackets or quotes are left as they are.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit};
use crate::source::Span;
use crate::text;

use super::fold::Folded;
use super::grammar::Stretch;
use super::keyword::{Keyword, Place, Shape};
use super::marks::meant;
use super::{english, faults};

/// The words that say what an owner is.
const MARKS: [&str; 10] = ["各", "岗位", "小组", "公众", "系统外", "every", "post", "group", "public", "external"];
/// What a clause of a quota begins with, before a number.
const OPENERS: [&str; 4] = ["到", "在", "自", "从"];
/// What is a clause by itself.
const CLAUSES: [&str; 6] = ["来源", "每年", "每学期", "每月", "每学年", "每季度"];

/// The line as it was meant, if a mark stands in it for another.
pub(super) fn put_right(line: Stretch, folded: &Folded, place: Place, out: &mut Vec<Diagnostic>) -> Option<Folded> {
    let named = name_closed(line.text(), folded, place);
    let mended =
        marks_put_right(named.as_ref().map_or(line, |named| line.over(named)), named.as_ref(), folded, place, out);
    mended.or(named)
}

/// A name of several English words as if it stood in quotes, without which it would end at its first blank.
fn name_closed(text: &str, folded: &Folded, place: Place) -> Option<Folded> {
    let (key, value) = text.split_once(':')?;
    let is_quota = meant(key.trim(), place).is_some_and(|keyword| keyword.shape() == Shape::Quota);
    let start = text.len() - value.trim_start().len();
    let end = start + is_quota.then(|| english::name(&text[start..])).flatten()?;
    let (after, before) = (end..end, start..start);
    folded.with_sign(std::slice::from_ref(&after), "”")?.with_sign(std::slice::from_ref(&before), "“")
}

/// The line with the marks that were meant.
fn marks_put_right(
    line: Stretch,
    named: Option<&Folded>,
    folded: &Folded,
    place: Place,
    out: &mut Vec<Diagnostic>,
) -> Option<Folded> {
    let text = line.text();
    let key = text.split([':', ' ', ',']).next().unwrap_or_default();
    let shape = meant(key, place).map(Keyword::shape);
    let is_owner = place.is_in(Place::OWNERS) || place == Place::OWNER || place == Place::GROUP;
    let (at, sign) = match shape {
        Some(Shape::Chain) => (links(text, key.len()), "→"),
        Some(Shape::Quota) => match clauses(text, key.len()) {
            found if found.is_empty() => (english_clauses(text, key.len()), ","),
            found => (found, ","),
        },
        None if is_owner => (marks(text), ","),
        _ => return None,
    };
    let first = at.first()?.clone();
    let mended = named.unwrap_or(folded).with_sign(&at, sign)?;
    let span = line.cut(first.clone()).span();
    let written = line.cut(first.clone()).whole_words().value;
    let behind = text[first.end..].split([',', '、', ':']).next().unwrap_or_default().trim();
    let found = told(shape, span, &written, behind);
    let written = match written.trim() {
        "" => ", ",
        _ if sign == "→" => " → ",
        _ => "，",
    };
    let edits = at.iter().map(|at| Edit { span: line.cut(at.clone()).span(), text: written.to_owned() });
    out.push(found.edits(text!(zh: "改成“{written}”", en: "make it “{written}”"), true, edits.collect()));
    Some(mended)
}

/// What mark was meant, and as what the line is read.
fn told(shape: Option<Shape>, span: Span, written: &str, behind: &str) -> Diagnostic {
    let (message, help) = match shape {
        Some(Shape::Chain) => (
            text!(zh: "上下级之间用箭头，这里写的是“{written}”", en: "arrows join the owners of a chain; here stands “{written}”"),
            text!(
                zh: "写成“区政府 → 乡镇政府 → 家长”这样，先按箭头读",
                en: "write it as in 区政府 → 乡镇政府 → 家长; it is read so"
            ),
        ),
        Some(_) if written.trim().is_empty() => (
            text!(
                zh: "“{behind}”是另一个分句，前面要有逗号",
                en: "“{behind}” is a clause of its own: a comma stands before it"
            ),
            text!(zh: "写成“, {behind}”，先按它读", en: "write “, {behind}”; it is read so"),
        ),
        Some(_) => (
            text!(
                zh: "“{behind}”是另一个分句，前面要用逗号，这里用了顿号",
                en: "“{behind}” is a clause of its own: a comma stands before it, not 、"
            ),
            text!(
                zh: "写成“，{behind}”，先按它读；顿号只隔开并列的名称",
                en: "write “, {behind}”; it is read so. Only names of a list are parted by 、"
            ),
        ),
        None => (
            text!(
                zh: "“{behind}”是主体的标记，前面要用逗号，这里用了顿号",
                en: "“{behind}” marks an owner: a comma stands before it, not 、"
            ),
            text!(
                zh: "写成“，{behind}”，先按它读；用顿号会连成一个名称",
                en: "write “, {behind}”; it is read so. With 、 all of it would be one name"
            ),
        ),
    };
    Diagnostic::error(faults::MISTAKEN_MARK, span, message).help(help)
}

/// Where signs stand outside brackets, quotes and titles.
fn outside(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut depth = 0_usize;
    text.char_indices().filter(move |(_, sign)| {
        match sign {
            '“' | '《' | '(' | '〔' | '{' => depth += 1,
            '”' | '》' | ')' | '〕' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

/// The marks between the owners of a chain that has no arrow.
fn links(text: &str, key: usize) -> Vec<Range<usize>> {
    let from = text.find(':').map_or(key, |colon| colon + 1);
    let (inner, is_letter) =
        (&text[from..], |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_alphanumeric()));
    if inner.contains(['→', '—']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, sign) in outside(inner).filter(|(_, sign)| matches!(sign, '-' | ',' | '、' | '>' | '~' | '–')) {
        let (before, after) = (inner[..at].chars().next_back(), inner[at + sign.len_utf8()..].chars().next());
        let is_end = before.is_none() || after.is_none();
        if !(is_end || is_letter(before) && is_letter(after)) {
            found.push(from + at..from + at + sign.len_utf8());
        }
    }
    found
}

/// Every 、 before a clause of a quota.
fn clauses(text: &str, key: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = key;
    for (at, sign) in outside(text).filter(|(at, _)| *at >= key) {
        let before = text[from..at].trim_end();
        let after = text[at + sign.len_utf8()..].trim_start();
        match sign {
            ',' => from = at,
            '、' if begins_clause(after) && ends_value(before) => found.push(at..at + sign.len_utf8()),
            _ => {}
        }
    }
    found
}

/// The blank before an English clause that lacks its comma: `7起 in 2025年`.
fn english_clauses(text: &str, key: usize) -> Vec<Range<usize>> {
    const WORDS: [&str; 5] = [" in ", " by ", " since ", " until ", " from "];
    let is_in_quotes = |at: usize| text[..at].matches('“').count() > text[..at].matches('”').count();
    let mut found = Vec::new();
    for (at, _) in outside(text).filter(|(at, sign)| *at >= key && *sign == ' ') {
        let clause = text[key..at].rsplit([',', ':']).next().unwrap_or_default();
        // The name may have digits of its own: 345工程.
        let value = clause.rsplit_once('”').or_else(|| clause.trim_start().split_once(' ')).map(|(_, value)| value);
        let has_value = value.is_some_and(|value| value.contains(|sign: char| sign.is_ascii_digit()));
        let begins = WORDS.iter().any(|word| text[at..].starts_with(word));
        let says_when =
            |rest: &str| rest.starts_with(|sign: char| sign.is_ascii_digit()) || english::time(rest).is_some();
        let begins = begins && text[at..].strip_prefix(" in ").is_none_or(says_when);
        if begins && has_value && !is_in_quotes(at) {
            found.push(at..at + 1);
        }
    }
    found.truncate(1);
    found
}

fn begins_clause(text: &str) -> bool {
    let is_number = |rest: &str| rest.starts_with(|sign: char| sign.is_ascii_digit()) || rest.starts_with("待定");
    let opens = OPENERS.iter().any(|word| text.strip_prefix(word).is_some_and(is_number));
    let clause = text.split([',', '、']).next().unwrap_or_default();
    let is_time = is_number(text) && ["前", "底", "年末", "月末"].iter().any(|end| clause.ends_with(end));
    opens || is_time || text.starts_with('由') || CLAUSES.iter().any(|word| text.starts_with(word))
}

/// Whether what stands before ends in a value, not in a time of a list.
fn ends_value(text: &str) -> bool {
    let has_number = text.contains(|sign: char| sign.is_ascii_digit());
    has_number && !text.ends_with(['年', '月', '日', '前', '底', '末'])
}

/// Every 、 before a word that marks an owner.
fn marks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in outside(text).filter(|(_, sign)| *sign == '、') {
        let after = text[at + '、'.len_utf8()..].split([',', '、']).next().unwrap_or_default();
        if at > 0 && MARKS.contains(&after.trim()) {
            found.push(at..at + '、'.len_utf8());
        }
    }
    found
}
