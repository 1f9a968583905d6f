//! What a line makes of the one above it: seats that make an owner a group, a value without its dash.
//!
//! Takes a line and what is open above it, says how it is read and tells of it. Only where nothing else can be meant.

use crate::diagnostic::{Diagnostic, Edit};
use crate::source::{Span, Spanned};
use crate::text;

use super::super::ast::{Entry, Key, Mark, Value};
use super::super::keyword::{Keyword, Place};
use super::super::line::Line;
use super::super::{faults, recover};
use super::{OpenItem, Tree};

/// How the name of a group ends.
const GROUPS: [&str; 8] = ["组", "专班", "指挥部", "联席会议", "委员会", "group", "committee", "headquarters"];

impl Tree<'_> {
    /// Where a line stands: below an owner that is called a group and is not marked as one, a seat makes it one.
    pub(super) fn group_meant(&mut self, line: &Line, place: Place) -> Place {
        if place != Place::OWNER {
            return place;
        }
        let words = &self.source.text()[line.content.clone()];
        let key = recover::key(words);
        let seat = Keyword::at(&key, Place::GROUP);
        // `组长：局长` fills a seat, `组长，岗位` declares a post of that name.
        let is_filled = words.find([':', '：', ',', '，']).is_some_and(|at| words[at..].starts_with([':', '：']));
        let is_seat = is_filled && matches!(seat, Some(Keyword::Leader | Keyword::Deputy | Keyword::Members));
        let Some(above) = self.open.last_mut().filter(|_| is_seat) else { return place };
        let OpenItem::Entry(entry, _) = &mut above.item else { return place };
        let Entry { key: Key::Name(name), value: Value::Owner(owner), span, .. } = &mut **entry else { return place };
        let full = owner.full_name.as_ref().unwrap_or(name).value.to_ascii_lowercase();
        let is_group = GROUPS.iter().any(|end| full.ends_with(end) || name.value.to_ascii_lowercase().ends_with(end));
        if !is_group || !owner.marks.is_empty() {
            return place;
        }
        let (at, words) = (Span { start: span.end, ..*span }, &name.value);
        owner.marks.push(Spanned::new(Mark::Group, *span));
        above.place = Place::GROUP;
        let message = text!(
            zh: "“{words}”下面写了席位，却没有标“小组”",
            en: "“{words}” has seats below it, but is not marked as a group"
        );
        let help = text!(
            zh: "在这一行末尾加上“，小组”，先按它读",
            en: "put “, group” at the end of this line; it is read so"
        );
        let found = Diagnostic::error(faults::MISPLACED_KEYWORD, *span, message).help(help);
        let mark = if key.is_ascii() { ", group" } else { "，小组" };
        let edits = vec![Edit { span: at, text: mark.to_owned() }];
        self.out.push(found.edits(text!(zh: "加上“，小组”", en: "put “, group” behind it"), true, edits));
        Place::GROUP
    }

    /// Whether a line of prose is a value of the quota above it that lacks its dash: `2026年：95%`; it is told of.
    pub(super) fn is_value_undashed(&mut self, line: &Line) -> bool {
        let holds = |open: &super::Open| match &open.item {
            OpenItem::Entry(_, of) => *of < line.indent && open.place == Place::SERIES,
            OpenItem::Section(_) => false,
        };
        // Most prose stands below no quota.
        if !self.open.last().is_some_and(holds) {
            return false;
        }
        let words = &self.source.text()[line.whole.clone()];
        let key = recover::key(words);
        let is_value = words.contains([':', '：'])
            && key.starts_with(|first: char| first.is_ascii_digit())
            && recover::fits(&key, Place::SERIES);
        if !is_value {
            return false;
        }
        let at = Span::new(self.source.id(), line.whole.start, line.whole.start);
        let message =
            text!(zh: "这一行像数据，却没有以“- ”开头", en: "this line looks like data but does not begin with “- ”");
        let help = text!(zh: "写成“- {words}”，先按数据读", en: "write “- {words}”; it is read as data");
        let found = Diagnostic::error(faults::MISSING_DASH, self.span(line), message).help(help);
        self.out.push(found.fix(text!(zh: "在行首加“- ”", en: "put “- ” before it"), at, "- "));
        true
    }
}
