//! Lines that carry a number of their own, as pasted official text does.
//!
//! Takes the beginning of a line, tells the mark it is numbered with; and holds what a file shows of having been pasted
//! in. Knows nothing of syntax: who reads a file fills [`Pasted`], who judges it reads it.

use crate::quantity::{han_integer, han_ordinal};
use crate::source::Span;

/// What 紧急程度 may be, the more urgent first (GB/T 9704—2012, 7.2.3).
pub const URGENCIES: [&str; 2] = ["特急", "加急"];

/// A mark at the beginning of a line: `第一章`, `一、`, `（一）`, `1.`, `（1）`, `第一阶段：`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which of the four levels it is the mark of.
    pub kind: MarkKind,
    /// Its number.
    pub number: usize,
    /// The sign after the number, narrowed; none after a bracket, a blank and `第一阶段`.
    pub sign: Option<char>,
}

/// The marks official texts use, from the highest level down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// `第一章`
    Chapter,
    /// `一、`
    Han,
    /// `（一）`
    HanBracket,
    /// `第一阶段`, whose number belongs to the words.
    Ordinal,
    /// `1.`
    Arabic,
    /// `（1）`
    ArabicBracket,
}

/// What a file shows of having been pasted in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// Lines without a `#` that are taken as titles, in order.
    pub titles: Vec<Unmarked>,
    /// Lines of prose with a mark, in order.
    pub lines: Vec<Numbered>,
    /// Headings whose titles have a mark, in order.
    pub headings: Vec<Numbered>,
    /// The ends of lines that would run on into the next if the file had headings.
    pub run_on: Vec<Span>,
    /// The parts of an official paper round its text that stand as prose.
    pub frame: Option<Frame>,
    /// The line break of the file.
    pub line_break: &'static str,
}

/// What stands round the text of a paper as prose: its red head, number, addressees, signature and imprint.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The title, if it has no `#` of its own.
    pub title: Option<Unmarked>,
    /// Whether it is a notice, which has a place for all of them.
    pub is_notice: bool,
    /// Where their data belong: the end of the last line of data below the title, or of the title.
    pub after: Span,
    /// The parts, by place.
    pub pieces: Vec<Piece>,
}

/// A part of a paper that stands as prose.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// What it is.
    pub role: Role,
    /// Its lines, without the indentation of the first.
    pub at: Span,
    /// What it says, without the words and marks of its form.
    pub words: Vec<String>,
}

/// What a part of a paper is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// 发文机关标志, or who signs.
    Issuer,
    /// 发文字号.
    Number,
    /// 主送机关.
    To,
    /// 成文日期.
    Date,
    /// 附件说明.
    Attachment,
    /// 附注.
    Note,
    /// 抄送机关.
    Cc,
    /// 印发机关和印发日期.
    Printed,
    /// 紧急程度.
    Urgency,
    /// What has no place among the data: 份号, 签发人, what a web page puts round a text.
    Other,
}

/// A line, or several that follow one another, taken as a title.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unmarked {
    /// What stands before it on its line: its place, empty if it is not indented.
    pub before: Span,
    /// The title.
    pub at: Span,
    /// Whether it is the title of a notice with a plan below it.
    pub is_notice: bool,
}

/// A line with a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbered {
    /// The mark.
    pub mark: Mark,
    /// From the beginning of the line, or of the title of a heading, to the end of the mark.
    pub lead: Span,
    /// The mark alone.
    pub at: Span,
    /// What follows the mark.
    pub words: Span,
    /// The level of the heading above, or of the heading itself; `None` below a data line.
    pub level: Option<u8>,
    /// The number of headings before it; of a heading, its number among its siblings.
    pub heading: usize,
    /// Whether the line is short and no sentence.
    pub is_title: bool,
    /// Whether it is one but for a full stop at its end.
    pub is_stopped: bool,
    /// Whether other prose follows before the next line with a mark.
    pub has_text: bool,
    /// Whether the line before it announces a list: words without a mark that end in a colon.
    pub is_introduced: bool,
    /// Whether a keyword would be read if the mark were gone.
    pub hides_keyword: bool,
    /// Whether a data line follows before the next heading.
    pub is_before_data: bool,
}

impl Mark {
    /// The mark a text begins with, and how many bytes it takes with the blanks after it.
    pub fn read(text: &str) -> Option<(Mark, usize)> {
        if !may_begin(text) {
            return None;
        }
        let found = ordinal(text).or_else(|| chapter(text)).or_else(|| bracketed(text)).or_else(|| signed(text));
        found.map(|found| taken(text, found))
    }

    /// The mark a title begins with: what begins a line, and what only in a title is a number: `一 目标`, `1.1 目标`,
    /// `① 目标`, `第一节 目标`.
    pub fn read_title(text: &str) -> Option<(Mark, usize)> {
        if !may_begin(text) {
            return None;
        }
        let loose = || paragraph(text).or_else(|| outline(text)).or_else(|| circled(text)).or_else(|| spaced(text));
        Mark::read(text).or_else(|| loose().map(|found| taken(text, found)))
    }

    /// The mark in the form of the standard.
    pub fn form(self) -> String {
        let Mark { kind, number, .. } = self;
        match kind {
            MarkKind::Chapter => format!("第{}章", han_ordinal(number)),
            MarkKind::Han => format!("{}、", han_ordinal(number)),
            MarkKind::HanBracket => format!("（{}）", han_ordinal(number)),
            MarkKind::Ordinal => format!("第{}", han_ordinal(number)),
            MarkKind::Arabic => format!("{number}."),
            MarkKind::ArabicBracket => format!("（{number}）"),
        }
    }
}

/// Whether a text begins as those with a mark do, which few are.
fn may_begin(text: &str) -> bool {
    let is_first = |sign: char| {
        let is_number = matches!(sign, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
        is_number || matches!(narrow(sign), '0'..='9' | '(' | '第' | '①'..='⑳')
    };
    text.starts_with(is_first)
}

/// Kind, number, sign and what is left.
type Found<'a> = (MarkKind, usize, Option<char>, &'a str);

/// A mark, and how many bytes it takes with the blanks after it.
fn taken(text: &str, (kind, number, sign, rest): Found) -> (Mark, usize) {
    (Mark { kind, number, sign }, text.len() - rest.trim_start_matches(is_blank).len())
}

/// `第一章 总则`.
fn chapter(text: &str) -> Option<Found<'_>> {
    let (number, rest) = counted(text.strip_prefix('第')?)?;
    let words = rest.strip_prefix('章')?;
    // 第一章程 is no chapter.
    let is_word = words.starts_with(['程', '节', '法']);
    let words = words.strip_prefix([':', '：']).unwrap_or(words);
    (!is_word).then_some((MarkKind::Chapter, number, None, words))
}

/// `第一节 备课`, `第三条 适用范围`: nothing is taken, for such numbers may run through the whole text.
fn paragraph(text: &str) -> Option<Found<'_>> {
    let (number, rest) = counted(text.strip_prefix('第')?)?;
    let named = rest.strip_prefix(['节', '条', '篇', '编'])?;
    named.starts_with(|next| is_blank(next) || matches!(next, ':' | '：')).then_some((
        MarkKind::Ordinal,
        number,
        None,
        text,
    ))
}

/// `1.1 备课`, `2.3.1备课`: its number among its siblings is the last.
fn outline(text: &str) -> Option<Found<'_>> {
    let (_, mut rest) = arabic(text)?;
    let mut last = None;
    while let Some((number, after)) = rest.strip_prefix(['.', '．']).and_then(arabic) {
        (last, rest) = (Some(number), after);
    }
    let is_amount = rest.starts_with(|next: char| narrow(next).is_ascii_digit() || COUNTED.contains(next));
    last.filter(|_| !rest.is_empty() && !is_amount).map(|number| (MarkKind::Arabic, number, None, rest))
}

/// `①备课`.
fn circled(text: &str) -> Option<Found<'_>> {
    let first = text.chars().next().filter(|first| ('①'..='⑳').contains(first))?;
    let number = first as usize - '①' as usize + 1;
    Some((MarkKind::ArabicBracket, number, None, &text[first.len_utf8()..]))
}

/// `一 目标`, `3 保障`: a number and a blank.
fn spaced(text: &str) -> Option<Found<'_>> {
    let (kind, (number, rest)) = match han(text) {
        Some(found) => (MarkKind::Han, found),
        None => (MarkKind::Arabic, arabic(text)?),
    };
    let words = rest.trim_start_matches(is_blank);
    let is_amount = words.starts_with(|next: char| narrow(next).is_ascii_digit() || COUNTED.contains(next));
    (words.len() < rest.len() && !words.is_empty() && !is_amount).then_some((kind, number, None, rest))
}

/// What after a number says that it counts, and numbers nothing.
const COUNTED: &str = "%％‰倍个名位人所项条件次批类种级届年月日天周节课时万亿千百余多元亩公平米岁版至—-";

/// A number in either writing.
fn counted(text: &str) -> Option<(usize, &str)> {
    han(text).or_else(|| arabic(text))
}

/// `第一阶段：…`: nothing is taken, for the number is part of the words.
fn ordinal(text: &str) -> Option<Found<'_>> {
    let (number, rest) = han(text.strip_prefix('第')?)?;
    let named = ["阶段", "部分", "环节", "步"].iter().find_map(|word| rest.strip_prefix(word))?;
    let is_mark = named.starts_with(|next| is_blank(next) || matches!(next, ':' | '：' | '（' | '('));
    is_mark.then_some((MarkKind::Ordinal, number, None, text))
}

/// `（一）`, `(1)`, with a stray 、 or . after it.
fn bracketed(text: &str) -> Option<Found<'_>> {
    let inner = text.strip_prefix(['(', '（'])?;
    let (kind, number, rest) = match han(inner) {
        Some((number, rest)) => (MarkKind::HanBracket, number, rest),
        None => arabic(inner).map(|(number, rest)| (MarkKind::ArabicBracket, number, rest))?,
    };
    let rest = rest.strip_prefix([')', '）'])?;
    let sign = rest.chars().next().map(narrow).filter(|sign| matches!(sign, '、' | '.'));
    Some((kind, number, sign, &rest[sign.map_or(0, |_| rest.chars().next().map_or(0, char::len_utf8))..]))
}

/// `一、`, `1.`, `1、`, `1)`.
fn signed(text: &str) -> Option<Found<'_>> {
    let (kind, number, rest) = match han(text) {
        Some((number, rest)) => (MarkKind::Han, number, rest),
        None => arabic(text).map(|(number, rest)| (MarkKind::Arabic, number, rest))?,
    };
    let next = rest.chars().next()?;
    let sign = narrow(next);
    let is_sign = match kind {
        MarkKind::Han => matches!(sign, '、' | '.'),
        _ => matches!(sign, '、' | '.' | ')'),
    };
    let rest = &rest[next.len_utf8()..];
    // 3.5万 is a number, not a mark.
    let is_decimal = kind == MarkKind::Arabic && rest.starts_with(|next: char| narrow(next).is_ascii_digit());
    (is_sign && !is_decimal).then_some((kind, number, Some(sign), rest))
}

fn han(text: &str) -> Option<(usize, &str)> {
    let rest = text.trim_start_matches(|each| "一二三四五六七八九十".contains(each));
    let word = &text[..text.len() - rest.len()];
    // 二十三 is the longest; a run of digits such as 一二三 is no number.
    let number = han_integer(word).and_then(|number| usize::try_from(number).ok())?;
    (han_ordinal(number) == word).then_some((number, rest))
}

fn arabic(text: &str) -> Option<(usize, &str)> {
    let rest = text.trim_start_matches(|each| narrow(each).is_ascii_digit());
    let digits: String = text[..text.len() - rest.len()].chars().map(narrow).collect();
    let number = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    Some((number, rest))
}

fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        other => other,
    }
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{3000}' | '\u{a0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, &str)> {
        Mark::read(text).map(|(mark, taken)| (mark.form(), &text[taken..]))
    }

    #[test]
    fn marks_are_read_in_every_width() {
        for text in ["一、目标", "一. 目标", "一．目标", "一、　目标"] {
            assert_eq!(read(text), Some(("一、".to_owned(), "目标")), "{text}");
        }
        for text in ["（二）目标", "(二)目标", "（二）、目标", "(二) 目标"] {
            assert_eq!(read(text), Some(("（二）".to_owned(), "目标")), "{text}");
        }
        for text in ["12.目标", "12、目标", "１２．目标", "12)目标", "12）目标"] {
            assert_eq!(read(text), Some(("12.".to_owned(), "目标")), "{text}");
        }
        for text in ["（3）目标", "(3)目标", "（３）　目标"] {
            assert_eq!(read(text), Some(("（3）".to_owned(), "目标")), "{text}");
        }
    }

    #[test]
    fn no_other_text_has_a_mark() {
        const BEHIND: [&str; 8] =
            ["、目标", " 目标", ")目标", "1）目标", "1.1目标", "一章 总则", "一节 备课", "一阶段：甲"];
        for sign in ('\0'..='\u{ffff}').filter(|sign| !may_begin(&sign.to_string())) {
            for text in BEHIND.map(|behind| format!("{sign}{behind}")) {
                let strict =
                    ordinal(&text).or_else(|| chapter(&text)).or_else(|| bracketed(&text)).or_else(|| signed(&text));
                let loose =
                    paragraph(&text).or_else(|| outline(&text)).or_else(|| circled(&text)).or_else(|| spaced(&text));
                assert_eq!((strict.is_some(), loose.is_some()), (false, false), "{text}");
            }
        }
    }

    #[test]
    fn an_ordinal_keeps_its_words() {
        assert_eq!(read("第二阶段：组织实施"), Some(("第二".to_owned(), "第二阶段：组织实施")));
        assert_eq!((read("第一阶段性成果"), read("第一步")), (None, None));
    }

    #[test]
    fn a_title_may_be_numbered_in_more_ways() {
        let read = |text| Mark::read_title(text).map(|(mark, taken)| (mark.kind, mark.number, &text[taken..]));
        for text in ["二 目标", "二　目标", "二、目标"] {
            assert_eq!(read(text), Some((MarkKind::Han, 2, "目标")), "{text}");
        }
        for text in ["2 目标", "1.2 目标", "3.1.2目标", "2. 目标"] {
            assert_eq!(read(text), Some((MarkKind::Arabic, 2, "目标")), "{text}");
        }
        for text in ["第二章 总则", "第2章总则", "第二章：总则"] {
            assert_eq!(read(text), Some((MarkKind::Chapter, 2, "总则")), "{text}");
        }
        assert_eq!(read("②目标"), Some((MarkKind::ArabicBracket, 2, "目标")));
        assert_eq!(read("第二条 目的"), Some((MarkKind::Ordinal, 2, "第二条 目的")));
        for text in ["3.5万人培训", "2.0版课程", "3 所新学校", "三 年行动", "第二章程", "第二节课", "2026 年计划"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_no_marks() {
        for text in ["3.5万元", "2026.5", "2026、2027年", "一是抓落实", "一二三、", "十里长街", "（省级）", "100.各校"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
