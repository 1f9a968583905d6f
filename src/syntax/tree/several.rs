//! Several data on one line: each is read as a line of its own, and the line is told of.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit};
use crate::source::Span;
use crate::text;

use super::super::keyword::Place;
use super::super::line::{Line, is_blank};
use super::super::marks::{self, Shared};
use super::super::{faults, read};
use super::Tree;

/// One of the data of a line.
pub(super) struct Datum {
    /// The keyword it shares with the first, where that stands.
    pub key: Option<Range<usize>>,
    /// Where it stands.
    pub content: Range<usize>,
}

impl Tree<'_> {
    /// Where the data of a line stand: the whole of it, or each of several with a finding that parts them.
    pub(super) fn data_of(&mut self, line: &Line, place: Place) -> Vec<Datum> {
        let (text, at) = (self.source.text(), line.content.start);
        let content = &text[line.content.clone()];
        let whole = |content: Range<usize>| Datum { key: None, content };
        if let Some((first, rest)) = marks::doubled_key(content, place) {
            self.tell_doubled(at + first.start..at + first.end);
            return vec![whole(at + rest.start..at + rest.end)];
        }
        let found = marks::several(content, place);
        if found.len() > 1 {
            let gaps = found[1..].iter().map(|(gap, _)| gap.clone()).collect::<Vec<_>>();
            self.tell_apart(line, &gaps, "", true);
            return found.into_iter().map(|(_, part)| whole(at + part.start..at + part.end)).collect();
        }
        let names = marks::several_names(content, place);
        if !names.is_empty() {
            self.tell_apart(line, &gaps(&names), "", true);
            return names.into_iter().map(|name| whole(at + name.start..at + name.end)).collect();
        }
        let Some(Shared { key, parts }) = marks::several_values(content, place) else {
            self.note_several_titles(line, place);
            return vec![whole(line.content.clone())];
        };
        let place_of = |part: &Range<usize>| at + part.start..at + part.end;
        let key = place_of(&key);
        let are_sure = read::are_values(self.text, key.clone(), parts.iter().map(place_of).collect(), place);
        let head = content[..parts[0].start].to_owned();
        self.tell_apart(line, &gaps(&parts), &head, are_sure);
        let keys = std::iter::once(None).chain(std::iter::repeat(Some(key)));
        let mut data: Vec<Datum> =
            parts.iter().zip(keys).map(|(part, key)| Datum { key, content: place_of(part) }).collect();
        data[0].content.start = at;
        data
    }

    /// Tells that a line begins with its keyword twice.
    fn tell_doubled(&mut self, first: Range<usize>) {
        let key = self.source.text()[first.clone()].trim().trim_end_matches([':', '：', '﹕']).trim_end();
        let message = text!(zh: "“{key}”写了两遍", en: "“{key}” is written twice");
        let help = text!(zh: "只写一遍，先按一遍读", en: "write it once; it is read so");
        let span = Span::new(self.source.id(), first.start, first.end);
        let finding = Diagnostic::error(faults::SEVERAL_ON_A_LINE, span, message).help(help);
        self.out.push(finding.fix(text!(zh: "删去一遍", en: "remove one"), span, ""));
    }

    /// Tells that a line holds several data, with the marks between them; each but the first begins with `head`.
    fn tell_apart(&mut self, line: &Line, gaps: &[Range<usize>], head: &str, is_sure: bool) {
        let (text, at) = (self.source.text(), line.content.start);
        let span = |range: &Range<usize>| Span::new(self.source.id(), at + range.start, at + range.end);
        let start = text[..line.whole.start].rfind('\n').map_or(0, |end| end + 1);
        let indent: String = text[start..line.whole.start].chars().filter(|sign| is_blank(*sign)).collect();
        let wrap = format!("{}{indent}- {head}", self.notes.pasted.line_break);
        let edits = gaps.iter().map(|gap| Edit { span: span(gap), text: wrap.clone() }).collect();
        let (count, head) = (gaps.len() + 1, head.trim_end());
        let message = text!(zh: "一行写了{count}项数据", en: "this line holds {count} data");
        let help = match is_sure {
            true => text!(
                zh: "每一项各写一行，都以“- {head}”开头；先按分开的读",
                en: "give each a line of its own, begun with “- {head}”; they are read so"
            ),
            false => text!(
                zh: "每一项各写一行，都以“- {head}”开头；几项共有的时间、来源，每一行都写；先按分开的读",
                en: "give each a line of its own, begun with “- {head}”, and repeat what holds for all, such as a time; they are read so"
            ),
        };
        let Some(first) = gaps.first() else { return };
        let finding = Diagnostic::error(faults::SEVERAL_ON_A_LINE, span(first), message).help(help);
        self.out.push(finding.edits(text!(zh: "分成几行", en: "part the line"), is_sure, edits));
    }

    /// `- 措施：买书；上架；借书`: one title as it stands, but hardly meant as one.
    fn note_several_titles(&mut self, line: &Line, place: Place) {
        let (text, at) = (self.source.text(), line.content.start);
        let content = &text[line.content.clone()];
        let Some(Shared { parts, .. }) = marks::several_titles(content, place) else { return };
        let told = self.out.len();
        self.tell_apart(line, &gaps(&parts), &content[..parts[0].start], false);
        let count = parts.len();
        let span = Span::new(self.source.id(), at + parts[0].start, at + content.len());
        let help = text!(
            zh: "每一项是一项措施的，各写一行“- 措施：…”；引用写在别处的措施的，用顿号隔开；现在按一项读",
            en: "if each is a measure, give it a line of its own; if they name measures written elsewhere, part them by 、; it is read as one"
        );
        for found in &mut self.out[told..] {
            found.severity = crate::diagnostic::Severity::Warning;
            found.span = span;
            found.message = text!(
                zh: "一项措施的题目里用分号隔开了{count}件事",
                en: "the title of this measure names {count} things"
            );
            found.help = Some(help.clone());
        }
    }
}

/// What stands between parts of a line.
fn gaps(parts: &[Range<usize>]) -> Vec<Range<usize>> {
    parts.windows(2).map(|pair| pair[0].end..pair[1].start).collect()
}
