//! Parameters: what `{县名}` stands for.
//!
//! Takes names and values, gives for any `{…}` what is to be read in its place. A value is one stretch of text on its
//! line: line breaks become blanks here, and [`super::fold`] sees to it that it ends no name and opens no line.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::text;

use super::faults;
use super::fold::name_key;
use super::line::is_blank;

/// Parameters and their values; without one, a parameter is still to be given.
#[derive(Clone, Debug, Default)]
pub struct Params(BTreeMap<String, (String, Option<String>)>);

/// `{…}` in a text.
pub(super) struct Brace<'a> {
    /// The bytes of the whole, braces included.
    pub range: Range<usize>,
    /// The name between them.
    pub name: &'a str,
}

/// What is read in the place of a parameter.
pub(super) struct Filler {
    /// The value, or the name in 〔〕 if there is none yet.
    pub words: String,
    /// Whether it is still to be given.
    pub is_open: bool,
}

impl Params {
    /// Declares a parameter with its value, if it has one.
    pub fn set(&mut self, name: &str, value: Option<&str>) {
        self.0.insert(name_key(name), (name.trim_matches(is_blank).to_owned(), value.and_then(one_line)));
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn filler(&self, name: &str) -> Option<Filler> {
        let (name, value) = self.0.get(&name_key(name))?;
        let words = value.clone().unwrap_or_else(|| format!("〔{name}〕"));
        Some(Filler { words, is_open: value.is_none() })
    }

    /// The finding for `{name}` where only a parameter can stand.
    pub(super) fn unknown(&self, name: &str, span: Span) -> Diagnostic {
        let message = text!(zh: "没有叫“{name}”的参数", en: "no parameter is called “{name}”");
        let finding = Diagnostic::error(faults::UNKNOWN_PARAMETER, span, message);
        match nearest(name, self.0.values().map(|(other, _)| other.as_str())) {
            Some(near) => finding.help(text!(zh: "是不是“{near}”？", en: "did you mean “{near}”?")).fix(
                text!(zh: "改为“{near}”", en: "change to “{near}”"),
                span,
                format!("{{{near}}}"),
            ),
            None => finding.help(text!(
                zh: "在方案下面写“- 参数 {name}：…”；不是参数就去掉花括号",
                en: "write “- param {name}: …” below the plan, or drop the braces"
            )),
        }
    }
}

/// A value as it stands on its line, without blanks around it; `None` if nothing is left.
pub fn one_line(value: &str) -> Option<String> {
    let text: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The name most like `name`, if one is near enough to be meant.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let key = name_key(name);
    let allowed = match key.chars().count() {
        0 | 1 => 0,
        2 | 3 => 1,
        _ => 2,
    };
    let distances = names.map(|other| (strsim::damerau_levenshtein(&key, &name_key(other)), other));
    distances.filter(|(distance, _)| *distance <= allowed).min().map(|(_, other)| other)
}

/// Whether a brace stands in a text.
pub(super) fn may_hold_braces(text: &str) -> bool {
    memchr::memchr(b'{', text.as_bytes()).is_some() || memchr::memmem::find(text.as_bytes(), "｛".as_bytes()).is_some()
}

/// Every `{…}` of a text that is closed.
pub(super) fn braces(text: &str) -> Vec<Brace<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find(['{', '｛']).map(|offset| at + offset) {
        let inside = open + width(text, open);
        let Some(close) = text[inside..].find(['}', '｝']).map(|offset| inside + offset) else { break };
        at = close + width(text, close);
        found.push(Brace { range: open..at, name: text[inside..close].trim_matches(is_blank) });
    }
    found
}

fn width(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// The value of a parameter as the grammar sees it, which has been folded: nothing in it parts a line, and marks that
/// are not in order are no marks.
pub(super) fn guarded(folded: &str) -> String {
    let in_order = is_in_order(folded);
    let all: Vec<char> = folded.chars().collect();
    let guard = |(at, character): (usize, &char)| match character {
        ' ' => '\u{a0}',
        ':' => '：',
        ',' if !groups_digits(&all, at) => '，',
        '(' => '（',
        ')' => '）',
        '《' | '》' | '“' | '”' | '"' | '〔' | '〕' if !in_order => '\u{fffd}',
        other => *other,
    };
    all.iter().enumerate().map(guard).collect()
}

/// Whether the comma at `at` stands between the thousands of a number.
fn groups_digits(all: &[char], at: usize) -> bool {
    let is_digit = |index: usize| all.get(index).is_some_and(char::is_ascii_digit);
    at > 0 && is_digit(at - 1) && (1..=3).all(|step| is_digit(at + step)) && !is_digit(at + 4)
}

fn is_in_order(text: &str) -> bool {
    let mut open = Vec::new();
    for character in text.chars() {
        match character {
            '《' => open.push('》'),
            '“' => open.push('”'),
            '〔' => open.push('〕'),
            '"' if open.last() != Some(&'"') => open.push('"'),
            '》' | '”' | '〕' | '"' if open.pop() != Some(character) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_of_both_widths_are_found() {
        let text = "甲{ 乙 }丙｛丁｝戊{己";
        let found: Vec<_> = braces(text).iter().map(|brace| (brace.name, &text[brace.range.clone()])).collect();
        assert_eq!(found, [("乙", "{ 乙 }"), ("丁", "｛丁｝")]);
    }

    #[test]
    fn a_value_parts_nothing() {
        assert_eq!(guarded("甲,乙:丙 丁"), "甲，乙：丙\u{a0}丁");
        assert_eq!(guarded("1,200万元"), "1,200万元");
        assert_eq!(guarded("《甲》"), "《甲》");
        assert_eq!(guarded("甲》《乙"), "甲\u{fffd}\u{fffd}乙");
    }
}
