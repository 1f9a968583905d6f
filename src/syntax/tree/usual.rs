//! Headings and data lines of the commonest shapes: a keyword at the margin, and words, names, days or a number to be
//! reached behind its colon.
//!
//! Nine data lines of ten are one of these, and most of what it costs to read a line is to ask whether it is anything
//! else: whether it stands where it is meant to, says several things, lacks a mark or has one too many. Of a line of plain signs
//! in which only 、 parts names all that is answered at once. Takes a line, gives what it says, or nothing: then it is
//! read as any other. A test holds that both always agree.

use crate::calendar::When;
use crate::source::{Source, Span, Spanned};

use super::super::ast::{Entry, Head, Key, Name, NameKind, Noun, Value};
use super::super::fold::Folded;
use super::super::grammar::Stretch;
use super::super::keyword::{Keyword, Place, Shape};
use super::super::line::Line;
use super::super::{plain, quota, time, value};
use super::{Open, OpenItem, Tree};

/// The longest value that is looked at, in bytes.
const LONG: usize = 1 << 10;

impl Tree<'_> {
    /// What a heading of the commonest shape says; nothing if it has to be read as any other.
    pub(super) fn usual_heading(&self, line: &Line) -> Option<Head> {
        if self.takes_usual { heading(self.source, line) } else { None }
    }

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

/// What `措施 A：…` and `目标 A：…` say.
fn heading(source: &Source, line: &Line) -> Option<Head> {
    let (text, start) = (&source.text()[line.content.clone()], line.content.start);
    let spanned = |words: &str, at: usize| Spanned::new(words.to_owned(), Span::new(source.id(), at, at + words.len()));
    let (head, title) = text.split_once(['：', ':'])?;
    let (key, name) = head.split_once(' ').map_or((head, None), |(key, name)| (key, Some(name)));
    let keyword = Keyword::at(key, Place::HEADING).filter(|of| matches!(of, Keyword::Goal | Keyword::Measure))?;
    if text.len() > LONG || [Some(title), name].into_iter().flatten().any(|words| marks(words).is_none()) {
        return None;
    }
    Some(Head::Noun(Noun {
        keyword,
        keyword_span: Span::new(source.id(), start, start + key.len()),
        name: name.map(|name| spanned(name, start + key.len() + 1)),
        title: Some(spanned(title, line.content.end - title.len())),
        time: None,
    }))
}

/// What a line at `place` says.
fn entry(source: &Source, line: &Line, place: Place) -> Option<(Keyword, Box<Entry>)> {
    let span = Span::new(source.id(), line.content.start, line.content.end);
    let text = source.slice(span);
    let (key, words) = text.split_once(['：', ':'])?;
    let keyword = Keyword::at(key, place)?;
    if words.len() > LONG {
        return None;
    }
    let at = Span { start: span.end - words.len() as u32, ..span };
    let value = match keyword.shape() {
        Shape::List if keyword != Keyword::Office => value::together(names(words, at)?),
        Shape::When => Value::When(Box::new(Spanned::new(when(words)?, at))),
        Shape::Quota if keyword != Keyword::Fund => {
            let folded = Folded::new(words, at.start as usize);
            Value::Quota(Box::new(quota::usual(Stretch::whole(source, &folded))?))
        }
        _ => return None,
    };
    let key = Key::Word(Spanned::new(keyword, Span { end: span.start + key.len() as u32, ..span }));
    Some((keyword, Box::new(Entry { key, name: None, value, span, items: Vec::new(), table: None })))
}

/// How often 、 stands in words that are Chinese characters, letters, digits, hyphens and 、 alone; nothing if they hold
/// another sign, or none at all.
fn marks(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let (mut at, mut count) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            // U+4000 to U+9FFF.
            0xE4..=0xE9 => 3,
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'-' => 1,
            0xE3 if matches!(bytes[at..], [_, 0x80, 0x87, ..]) => 3,
            0xE3 if matches!(bytes[at..], [_, 0x80, 0x81, ..]) => {
                count += 1;
                3
            }
            _ => return None,
        };
    }
    (at > 0).then_some(count)
}

/// The names that 、 parts.
fn names(words: &str, at: Span) -> Option<Vec<Name>> {
    let name = |words: &str, span: Span| {
        let is_name = !words.is_empty() && !plain::is_word(words);
        is_name.then(|| Name { text: words.to_owned(), kind: NameKind::Plain, span })
    };
    // Most lines name one.
    let count = marks(words)?;
    if count == 0 {
        return Some(vec![name(words, at)?]);
    }
    let mut names = Vec::with_capacity(count + 1);
    let mut start = at.start;
    for words in words.split('、') {
        let span = Span { start, end: start + words.len() as u32, ..at };
        start = span.end + '、'.len_utf8() as u32;
        names.push(name(words, span)?);
    }
    Some(names)
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

    const VALUES: [&str; 16] = [
        "甲、乙",
        "2026-02-28",
        "2026年2月30日",
        "2026-01-01至2026-02-03",
        "甲、乙共同",
        "无",
        "",
        "、甲",
        "入学率不低于98%，到2027年底",
        "入学率（G1） >=98.5%",
        "新增 >=5个百分点",
        "个课是 >=5人",
        "服务（3课是）不低于5人",
        "百分之五 >=3%",
        "高校3人（乙）不低于5人，到2027年6月",
        "五所 <=3%，力争",
    ];

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
                for value in VALUES {
                    let text =
                        format!("{heading}\n- 牵头：甲\n- {word}：{value}\n  - {word}：{value}\n- {word}: {value}");
                    assert!(is_alike(&text), "{text}");
                }
            }
        }
    }

    #[test]
    fn every_heading_is_read_as_without() {
        let words = Keyword::ALL.iter().flat_map(|keyword| [keyword.zh(), keyword.en()]);
        for word in words.chain(["Measure", "GOAL", "措 施", "措旅", ""]) {
            for rest in [
                "",
                " ",
                "：",
                " A：",
                " A：乙",
                "：乙",
                " A: 乙",
                " A ：乙",
                "A：乙",
                " A 1：乙",
                " A：，乙",
                " A，：乙、丙",
            ] {
                for signs in ["#", "##", "#######"] {
                    let text = format!("# 方案：甲\n{signs} {word}{rest}\n- 牵头：丙\n\n丁。\n");
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

        #[test]
        fn other_headings_are_read_as_without(
            lines in "(#{1,4} ?(目标|措施|阶段|Goal|measure|一、措施|方案|主体)( |　)?([A甲乙1，、“”（）《》-]|2026-01-0[1-9]|到|\\{县名\\}){0,4}(：|:| ：|)( )?([建设A一1，、。“”（）《》=-]|2026-01-0[1-9]){0,6}( )?\n(- 时限：2026-03-01\n)?){1,3}",
        ) {
            prop_assert!(is_alike(&lines), "{}", lines);
        }

        #[test]
        fn other_quotas_are_read_as_without(
            key in "指标|现状|经费|quota|其中|定义",
            name in "([入学率新增个几课是人刺万员高三培训到年在（）()、；， G1-]|percent|新建|不低于){0,6}",
            sign in "( )?(不低于|不少于|不超过|>=|<=|≥|》=|＞＝|)( )?",
            value in "([0-9]{1,3}(\\.[0-9])?|三)(%|人|万人|个百分点|个|所学校|课是|RMB|)",
            tail in "(，(到20[0-9]{2}年底?|到2026年[0-9]{1,2}月|约束性|指标：甲)|左右|。|；|、| |  )?",
        ) {
            let line = format!("# 方案：甲\n## 目标 A：乙\n- {key}：{name}{sign}{value}{tail}\n- 牵头：乙\n");
            prop_assert!(is_alike(&line), "{}", line);
        }
    }
}
