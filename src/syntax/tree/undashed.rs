//! Data lines without their dash, or with another sign for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Edit, Severity};
use crate::numbering::Mark;
use crate::source::{Span, Spanned};
use crate::text;

use super::super::ast::{Entry, Item, Key, Section, Value};
use super::super::keyword::{Keyword, Place, Shape};
use super::super::line::is_blank;
use super::super::{faults, marks, recover};
use super::Tree;

/// How many signs the value of a numbered line has, beyond which it is a sentence.
const LONGEST_NUMBERED: usize = 40;

impl Tree<'_> {
    /// What a line of prose was probably meant to say as data.
    pub(super) fn meant_as_data(&mut self, span: Span) -> Vec<Entry> {
        match self.note_missing_dash(span).or_else(|| self.note_numbered(span)) {
            Some(entry) => vec![entry],
            None if self.note_tight_dash(span) => Vec::new(),
            None => self.note_bracketed(span),
        }
    }

    /// A line of prose that begins with a keyword and a colon was probably meant as data: it stays prose, but what it
    /// may have said is not missed as well.
    fn note_missing_dash(&mut self, span: Span) -> Option<Entry> {
        let words = self.source.slice(span);
        let place = self.open.last().map_or(Place::FILE, |open| open.place);
        let (sign, keyword) = recover::undashed(words, place)?;
        // 附件： and 严禁： begin prose as well, but where they are looked for.
        let home = match keyword {
            Keyword::Attachment => place == Place::PLAN || place == Place::NOTICE,
            Keyword::Forbid => place == Place::MEASURE,
            _ => true,
        };
        if sign == 0 && !home {
            return None;
        }
        let is_end = |sign: char| matches!(sign, ':' | '：' | ';' | '；' | '=' | '＝' | '。');
        let colon = words.find(is_end)?;
        // 附件：1.任务分工表, with the others below it, is how official text names them.
        let names = words[colon..].trim_start_matches(is_end).trim_start_matches(is_blank);
        let is_list = names.is_empty() || Mark::read(names).is_some();
        if keyword == Keyword::Attachment && sign == 0 && (is_list || self.notes.each_line) {
            return None;
        }
        let word = keyword.zh();
        let has_sign = sign > 0;
        let is_tight = matches!(&words[..sign], "-" | "－" | "–" | "—");
        let message = match has_sign {
            true if is_tight => {
                text!(zh: "“-”后面少一个空格，没有当作数据读", en: "there is no blank after the dash, so this is not read as data")
            }
            true => {
                text!(zh: "数据行要以“- ”开头，这里用了别的记号", en: "a data line begins with “- ”, not with another sign")
            }
            false => {
                text!(zh: "这一行像数据，却没有以“- ”开头", en: "this line looks like data but does not begin with “- ”")
            }
        };
        let help = match has_sign {
            true => text!(zh: "改成“- ”：减号后空一格", en: "write “- ”: a dash and a blank"),
            false => {
                text!(zh: "是数据就在行首加“- ”，不加就当正文印；是正文可以换个说法，不以“{word}：”开头", en: "put “- ” before it if it is data, or it prints as prose; reword it if it is prose")
            }
        };
        let at = Span { end: span.start + sign as u32, ..span };
        let blank = words[sign..].starts_with(is_blank);
        let dash = if blank && has_sign { "-" } else { "- " };
        let title = text!(zh: "在行首加“- ”", en: "put “- ” before it");
        let blamed = Span { end: span.start + colon as u32, ..span };
        let edits = vec![Edit { span: at, text: dash.to_owned() }];
        // With a sign before it, it cannot be meant as prose, and would be printed with the sign.
        let found = match has_sign {
            true => Diagnostic::error(faults::MISSING_DASH, blamed, message),
            false => Diagnostic::warning(faults::MISSING_DASH, blamed, message),
        };
        self.out.push(found.help(help).edits(title, has_sign, edits));
        self.unread.push(span);
        let key = Key::Word(Spanned::new(keyword, blamed));
        let is_field = matches!(keyword.shape(), Shape::List | Shape::When | Shape::Quota);
        is_field.then(|| Entry { key, name: None, value: Value::Faulty(span), span, items: Vec::new(), table: None })
    }

    /// `1. 牵头：县教育局` below a goal, a measure or a phase: data with a number in the place of its dash. What goes on
    /// as a sentence does is prose.
    fn note_numbered(&mut self, span: Span) -> Option<Entry> {
        let words = self.source.slice(span);
        let place = self.open.last().map(|open| open.place).filter(|place| place.is_in(Place::GOAL_MEASURE_PHASE))?;
        let (_, taken) = Mark::read_title(words)?;
        let rest = &words[taken..];
        let (0, keyword) = recover::undashed(rest, place)? else { return None };
        let (key, value) = rest.split_once([':', '：'])?;
        let is_data = matches!(keyword.shape(), Shape::List | Shape::When | Shape::Quota);
        let is_sentence = value.contains(['。', '；', ';']) || value.chars().count() > LONGEST_NUMBERED;
        if !is_data || value.trim().is_empty() || is_sentence {
            return None;
        }
        let number = words[..taken].trim();
        let (zh, en) = (keyword.zh(), if key.is_ascii() { ": " } else { "：" });
        let value = value.trim();
        let message = text!(
            zh: "这一行像数据，却写了编号“{number}”，没有以“- ”开头",
            en: "this line looks like data, but begins with the number {number}, not with “- ”"
        );
        let help = text!(
            zh: "是数据就写成“- {zh}：{value}”，不要编号；不改就连编号当正文印",
            en: "if it is data, write “- {key}{en}{value}” without the number; as it stands, it prints as prose, number and all"
        );
        let at = Span { end: span.start + taken as u32, ..span };
        let blamed = Span { end: span.start + (taken + key.len()) as u32, ..span };
        let written = if Keyword::at(key.trim(), place).is_some() { key.trim() } else { zh };
        let edits = vec![Edit { span: Span { end: blamed.end, ..at }, text: format!("- {written}") }];
        let found = Diagnostic::warning(faults::MISSING_DASH, blamed, message).help(help);
        self.out.push(found.edits(
            text!(zh: "把编号换成“- ”", en: "put “- ” in the place of the number"),
            false,
            edits,
        ));
        self.unread.push(span);
        let key = Key::Word(Spanned::new(keyword, blamed));
        Some(Entry { key, name: None, value: Value::Faulty(span), span, items: Vec::new(), table: None })
    }

    /// A name that is declared with a dash and no blank after it.
    fn note_tight_dash(&mut self, span: Span) -> bool {
        let words = self.source.slice(span);
        let declares = self.open.last().is_some_and(|open| open.place.is_in(Place::DECLARATIONS));
        let Some(sign) = words.chars().next().filter(|sign| declares && matches!(sign, '-' | '－' | '–' | '—'))
        else {
            return false;
        };
        let at = Span { end: span.start + sign.len_utf8() as u32, ..span };
        let message = text!(zh: "“-”后面少一个空格，没有当作数据读", en: "there is no blank after the dash, so this is not read as data");
        let found = Diagnostic::error(faults::MISSING_DASH, at, message);
        let found = found.help(text!(zh: "改成“- ”：减号后空一格", en: "write “- ”: a dash and a blank"));
        let edits = vec![Edit { span: at, text: "- ".to_owned() }];
        self.out.push(found.edits(text!(zh: "补上空格", en: "put the blank in"), true, edits));
        self.unread.push(span);
        true
    }

    /// Who leads and by when in brackets at the end of a measure, as it is pasted: what it may say is not missed, and
    /// it is offered as data.
    fn note_bracketed(&mut self, span: Span) -> Vec<Entry> {
        let place = self.open.last().map_or(Place::FILE, |open| open.place);
        let is_section = matches!(self.open.last().map(|open| &open.item), Some(super::OpenItem::Section(_)));
        if !place.is_in(Place::GOAL_MEASURE_PHASE) || !is_section {
            return Vec::new();
        }
        let Some((at, data, is_certain)) = marks::bracketed(self.source.slice(span), place) else { return Vec::new() };
        let line_break = self.notes.pasted.line_break;
        let lines: Vec<_> = data.iter().map(|(keyword, value)| format!("- {}：{value}", keyword.zh())).collect();
        let before = if at.start == 0 { "" } else { line_break };
        let text = format!("{before}{}", lines.join(line_break));
        let blamed = Span { start: span.start + at.start as u32, end: span.start + at.end as u32, ..span };
        let message = text!(
            zh: "括号里的责任和时限没有写成数据，不能核对",
            en: "who answers and by when stands in brackets, not in data, and cannot be checked"
        );
        let shown = lines.join("”“");
        let help = text!(
            zh: "每一项各写一行：“{shown}”；印出时自会写成括号",
            en: "write a line for each: “{shown}”; they are printed in brackets"
        );
        let found = Diagnostic::warning(faults::MISSING_DASH, blamed, message).help(help);
        let edits = vec![Edit { span: blamed, text }];
        self.out.push(found.edits(text!(zh: "写成数据行", en: "write them as data"), is_certain, edits));
        self.unread.push(blamed);
        let entry = |keyword: Keyword| Entry {
            key: Key::Word(Spanned::new(keyword, blamed)),
            name: None,
            value: Value::Faulty(blamed),
            span: blamed,
            items: Vec::new(),
            table: None,
        };
        data.into_iter().map(|(keyword, _)| entry(keyword)).collect()
    }

    /// What stands in brackets below a heading whose data lines say as much already, is not made data unasked: it would
    /// be said twice.
    pub(super) fn settle_bracketed(&mut self, section: &Section) {
        let said = |entry: &Entry| match &entry.key {
            Key::Word(word) => {
                Some((word.value, matches!(entry.value, Value::Faulty(at) if at == entry.span).then_some(entry.span)))
            }
            _ => None,
        };
        let all = || section.items.iter().filter_map(Item::entry).filter_map(said);
        if all().all(|(_, bracketed)| bracketed.is_none()) {
            return;
        }
        let mut count = BTreeMap::new();
        all().for_each(|(keyword, _)| *count.entry(keyword).or_insert(0) += 1);
        let twice = all().filter(|(keyword, _)| count.get(keyword).is_some_and(|count| *count > 1));
        let twice: BTreeSet<Span> = twice.filter_map(|(_, bracketed)| bracketed).collect();
        let below = self.out.iter_mut().rev().take_while(|finding| finding.span.start >= section.span.start);
        for finding in below.filter(|finding| finding.severity == Severity::Warning && twice.contains(&finding.span)) {
            if let Some(fix) = finding.fix.as_mut().filter(|_| finding.code == faults::MISSING_DASH) {
                fix.safe = false;
            }
        }
    }
}
