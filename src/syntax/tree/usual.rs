//! Data lines of the commonest shape: a keyword at the margin, and names or days behind its colon.
//!
//! Nine data lines of ten are one of these, and most of what it costs to read a line is to ask whether it is anything
//! else: whether it stands where it is meant to, says several things, lacks a mark or has one too many. Of a line of plain signs
//! in which only 、 parts names all that is answered at once. Takes a line, gives what it says, or nothing: then it is
//! read as any other. A test holds that both always agree.

use crate::calendar::When;
use crate::source::{Source, Span, Spanned};

use super::super::ast::{Entry, Key, Name, NameKind, Value};
use super::super::keyword::{Keyword, Place, Shape};
use super::super::line::Line;
use super::super::{plain, time, value};
use super::{Open, OpenItem, Tree};

/// The longest value that is looked at, in bytes.
const LONG: usize = 1 << 10;

impl Tree<'_> {
    /// Takes a line of the commonest shape; false if it has to be read as any other.
    pub(super) fn takes_usual(&mut self, line: &Line) -> bool {
        let first = self.open.iter().position(|open| matches!(open.item, OpenItem::Entry(..)));
        let depth = first.unwrap_or(self.open.len());
        let place = self.place_at(depth);
        let declares = place.takes_names() || place == Place::SECTION && self.is_in_annexes();
        if !self.takes_usual || line.indent > 0 || declares {
            return false;
        }
        let Some((keyword, entry)) = entry(self.source, line, place) else { return false };
        self.close_to(depth);
        self.open.push(Open { item: OpenItem::Entry(entry, 0), place: Place::below(keyword) });
        true
    }
}

/// What a line at `place` says.
fn entry(source: &Source, line: &Line, place: Place) -> Option<(Keyword, Entry)> {
    let span = Span::new(source.id(), line.content.start, line.content.end);
    let text = source.slice(span);
    let (key, words) = text.split_once(['：', ':'])?;
    let keyword = Keyword::at(key, place)?;
    if words.len() > LONG || !is_plain(words) {
        return None;
    }
    let at = Span { start: span.end - words.len() as u32, ..span };
    let value = match keyword.shape() {
        Shape::List if keyword != Keyword::Office => value::together(names(words, at)?),
        Shape::When => Value::When(Box::new(Spanned::new(when(words)?, at))),
        _ => return None,
    };
    let key = Key::Word(Spanned::new(keyword, Span { end: span.start + key.len() as u32, ..span }));
    Some((keyword, Entry { key, name: None, value, span, items: Vec::new(), table: None }))
}

/// Whether words are Chinese characters, letters, digits, hyphens and 、 alone.
fn is_plain(words: &str) -> bool {
    let bytes = words.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            // U+4000 to U+9FFF.
            0xE4..=0xE9 => 3,
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' => 1,
            0xE3 if matches!(bytes[at..], [_, 0x80, 0x81 | 0x87, ..]) => 3,
            _ => return false,
        };
    }
    true
}

/// The names that 、 parts.
fn names(words: &str, at: Span) -> Option<Vec<Name>> {
    let mut start = at.start;
    let names = words.split('、').map(|name| {
        let span = Span { start, end: start + name.len() as u32, ..at };
        start = span.end + '、'.len_utf8() as u32;
        let is_name = !name.is_empty() && !plain::WORDS.contains(&name);
        is_name.then(|| Name { text: name.to_owned(), kind: NameKind::Plain, span })
    });
    names.collect()
}

/// A day, or one and another.
fn when(words: &str) -> Option<When> {
    if let Some(day) = time::plain_day(words) {
        return Some(When::At(day.ok()?));
    }
    let (first, last) = plain::days(words)?;
    Some(When::Between(time::plain_day(first)?.ok()?, Some(time::plain_day(last)?.ok()?)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::super::read::Text;
    use super::super::super::tests::all_plans;
    use super::super::built;
    use super::*;
    use crate::source::Sources;

    /// Whether a text is read alike with and without what is here.
    fn is_alike(text: &str) -> bool {
        let mut sources = Sources::default();
        let id = sources.add("<plan>", text);
        let read = |takes_usual| {
            let mut told = Vec::new();
            (built(Text { source: sources.get(id), params: None }, &mut told, takes_usual), told)
        };
        read(true) == read(false)
    }

    #[test]
    fn plans_are_read_as_without() {
        let texts = all_plans();
        assert!(texts.len() > 200, "there are {}", texts.len());
        for text in texts {
            assert!(is_alike(&text), "{text}");
        }
    }

    #[test]
    fn every_keyword_is_read_as_without() {
        for heading in [
            "# 方案：甲",
            "# 方案：甲\n## 措施 M1：乙",
            "# 方案：甲\n## 乙",
            "# 方案：甲\n## 附件",
            "# 通知：甲",
            "# 方案：甲\n# 主体",
        ] {
            for word in Keyword::ALL.iter().flat_map(|keyword| [keyword.zh(), keyword.en()]) {
                for value in
                    ["甲、乙", "2026-02-28", "2026年2月30日", "2026-01-01至2026-02-03", "甲、乙共同", "无", "", "、甲"]
                {
                    let text =
                        format!("{heading}\n- 牵头：甲\n- {word}：{value}\n  - {word}：{value}\n- {word}: {value}");
                    assert!(is_alike(&text), "{text}");
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]

        #[test]
        fn other_lines_are_read_as_without(
            heading in "(# 方案：甲\n)?(## (目标 A：甲|措施 B：乙|阶段：丙|附件|保障措施)\n)?",
            lines in "(( ){0,2}- (牵头|配合|前置|时限|始于|期限|指标|责任|组长|Lead|due)(：|:|，| |、)?([一〇局待定无、：；。（）“”A1-]|共同|牵头：|时限：|2026-0[1-3]-[0-3][0-9]|2026年[12]月3?1日|至|前){0,5}\n){1,4}",
        ) {
            let text = heading + &lines;
            prop_assert!(is_alike(&text), "{}", text);
        }
    }
}
