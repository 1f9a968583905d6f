//! What a line begins with: keyword, name, colon.

use std::ops::Range;

use crate::syntax::keyword::{Keyword, Place, Shape};
use crate::syntax::line::is_blank;

/// What a line begins with, and the rest.
#[derive(Clone, Debug, Default)]
pub(super) struct Key {
    pub keyword: Option<Keyword>,
    pub key: Range<usize>,
    pub name: Option<Range<usize>>,
    pub value: Range<usize>,
}

impl Key {
    /// What a heading begins with; without a keyword all of it is its title.
    pub fn of_heading(text: &str, content: Range<usize>) -> Self {
        let plain = Self { keyword: None, key: content.clone(), name: None, value: content.end..content.end };
        let found = Self::cut(text, content);
        let Some(keyword) = Keyword::at(&text[found.key.clone()], Place::HEADING) else { return plain };
        let is_alone = found.name.is_none() && found.value.is_empty();
        // `## 目标` alone is a title like any other, and `# 主体责任` no body of declarations.
        if keyword.is_named() && is_alone || keyword.shape() == Shape::Body && !is_alone {
            return plain;
        }
        found.led_by(keyword)
    }

    /// What a data line begins with, at a place.
    pub fn of_data(text: &str, content: Range<usize>, place: Place) -> Self {
        let found = Self::cut(text, content.clone());
        match Keyword::at(&text[found.key.clone()], place) {
            Some(keyword) => found.led_by(keyword),
            None if place.takes_names() => Self::declared(text, content),
            None => {
                Self { key: found.key.start..found.name.map_or(found.key.end, |name| name.end), name: None, ..found }
            }
        }
    }

    /// A name, then a colon or comma.
    fn declared(text: &str, content: Range<usize>) -> Self {
        let line = &text[content.clone()];
        let (end, mark) = outside(line, |sign| matches!(sign, '：' | ':' | '，' | ',')).unwrap_or((line.len(), 0));
        let key = trimmed(text, content.start..content.start + end);
        // A comma belongs to what follows it: the full name may be left out.
        let is_colon = line[end..].starts_with(['：', ':']);
        let from = content.start + end + if is_colon { mark } else { 0 };
        Self { keyword: None, key, name: None, value: trimmed(text, from..content.end) }
    }

    /// The first word, what stands between it and the colon, what follows.
    fn cut(text: &str, content: Range<usize>) -> Self {
        let line = &text[content.clone()];
        let (head_end, rest) = match outside(line, |sign| matches!(sign, '：' | ':')) {
            Some((at, width)) => (at, at + width),
            None => (line.len(), line.len()),
        };
        let head = trimmed(text, content.start..content.start + head_end);
        let first = text[head.clone()].find(is_blank).map_or(head.end, |at| head.start + at);
        let name = trimmed(text, first..head.end);
        let has_colon = head_end < line.len();
        let rest = trimmed(text, content.start + rest..content.end);
        let (name, value) = match has_colon {
            // A blank may stand in the place of the colon.
            false => (None, if name.is_empty() { rest } else { name }),
            true => (Some(name).filter(|name| !name.is_empty()), rest),
        };
        Self { keyword: None, key: head.start..first, name, value }
    }

    /// The same with a keyword before it: only some take a name.
    fn led_by(self, keyword: Keyword) -> Self {
        let value = match &self.name {
            Some(name) if !keyword.is_named() => name.start..self.value.end.max(name.end),
            _ => self.value,
        };
        let name = self.name.filter(|_| keyword.is_named());
        Self { keyword: Some(keyword), key: self.key, name, value }
    }
}

/// The first sign outside quotation marks that is wanted: where it stands and how wide it is.
fn outside(line: &str, is_wanted: impl Fn(char) -> bool) -> Option<(usize, usize)> {
    let mut depth = 0_usize;
    for (at, sign) in line.char_indices() {
        match sign {
            '“' | '《' => depth += 1,
            '”' | '》' => depth = depth.saturating_sub(1),
            _ if depth == 0 && is_wanted(sign) => return Some((at, sign.len_utf8())),
            _ => {}
        }
    }
    None
}

/// A range without the blanks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let inner = words.trim_start_matches(is_blank);
    let start = range.end - inner.len();
    start..start + inner.trim_end_matches(is_blank).len()
}
