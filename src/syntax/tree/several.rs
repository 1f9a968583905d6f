//! Several data on one line: each is read as a line of its own, and the line is told of.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Edit};
use crate::source::Span;
use crate::text;

use super::super::keyword::Place;
use super::super::line::{Line, is_blank};
use super::super::{faults, marks};
use super::Tree;

impl Tree<'_> {
    /// Where the data of a line stand: the whole of it, or each of several with a finding that parts them.
    pub(super) fn data_of(&mut self, line: &Line, place: Place) -> Vec<Range<usize>> {
        let (text, at) = (self.source.text(), line.content.start);
        let found = marks::several(&text[line.content.clone()], place);
        let Some(((gap, _), _)) = found.get(1).zip(found.first()) else { return vec![line.content.clone()] };
        let span = |range: &Range<usize>| Span::new(self.source.id(), at + range.start, at + range.end);
        let start = text[..line.whole.start].rfind('\n').map_or(0, |end| end + 1);
        let indent: String = text[start..line.whole.start].chars().filter(|sign| is_blank(*sign)).collect();
        let wrap = format!("{}{indent}- ", self.notes.pasted.line_break);
        let edits = found[1..].iter().map(|(gap, _)| Edit { span: span(gap), text: wrap.clone() }).collect();
        let count = found.len();
        let message = text!(zh: "一行写了{count}项数据", en: "this line holds {count} data");
        let help = text!(
            zh: "每一项各写一行，都以“- ”开头；先按分开的读",
            en: "give each a line of its own, begun with “- ”; they are read so"
        );
        let finding = Diagnostic::error(faults::SEVERAL_ON_A_LINE, span(gap), message).help(help);
        self.out.push(finding.edits(text!(zh: "分成几行", en: "part the line"), true, edits));
        found.iter().map(|(_, part)| at + part.start..at + part.end).collect()
    }
}
