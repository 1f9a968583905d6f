//! Which of the open lines a data line belongs to.
//!
//! Indentation says so. A line that has no meaning where its indentation puts it, and has one a level deeper or higher,
//! is taken as meant there, with a finding that shows the indentation it should have.

use crate::diagnostic::{Diagnostic, Edit, Text};
use crate::source::Span;
use crate::text;

use super::super::keyword::{Keyword, Place};
use super::super::line::{Line, is_blank};
use super::super::{faults, recover};
use super::{Open, OpenItem, Tree};

impl Tree<'_> {
    /// How many of what is open encloses a data line, by its indentation, and that indentation. Where the line has no
    /// meaning there and has one a level deeper or higher, it is taken as meant there, and that is reported.
    pub(super) fn home(&mut self, line: &Line) -> (usize, usize) {
        let encloses = |open: &Open| match open.item {
            OpenItem::Entry(_, indent) => indent < line.indent,
            OpenItem::Section(_) => true,
        };
        let depth = self.open.iter().position(|open| !encloses(open)).unwrap_or(self.open.len());
        let key = recover::key(&self.source.text()[line.content.clone()]);
        let place = self.place_at(depth);
        let first = self.open.iter().position(|open| matches!(open.item, OpenItem::Entry(..)));
        let lowest = first.unwrap_or(self.open.len());
        if depth == lowest && line.indent > 0 && recover::fits(&key, place) {
            self.misplaced(
                line,
                0,
                true,
                text!(
                    zh: "这一行缩进了，上面却没有它可归属的数据行",
                    en: "this line is indented, but no data line above can hold it"
                ),
            );
            return (depth, line.indent);
        }
        // 组长 beside its group would declare an owner of that name.
        let is_seat = place.is_in(Place::OWNERS)
            && self.open.get(depth).is_some_and(|open| open.place == Place::GROUP)
            && Keyword::at(&key, Place::GROUP).is_some_and(|keyword| !place.is_in(keyword.places()));
        let fits = |depth: usize| recover::fits(&key, self.place_at(depth));
        if !is_seat && (place.takes_names() || fits(depth)) {
            return (depth, line.indent);
        }
        // Below a line that could not be read anything may stand: that tells nothing.
        let is_home = |depth: &usize| self.place_at(*depth) != Place::ANY && fits(*depth);
        let meant = if is_seat { Some(depth + 1) } else { (lowest..=self.open.len()).rev().find(is_home) };
        let Some(meant) = meant else { return (depth, line.indent) };
        let indent = self.indent_at(meant);
        self.misplaced(line, indent, !is_seat, match meant > depth {
            true => text!(zh: "“{key}”属于上面那一行，要缩进", en: "“{key}” belongs to the line above and is to be indented"),
            false => text!(zh: "“{key}”缩进多了，成了上一行的下级", en: "“{key}” is indented too far: it hangs below the line above"),
        });
        (meant, indent)
    }

    fn misplaced(&mut self, line: &Line, indent: usize, is_certain: bool, message: Text) {
        let text = self.source.text();
        let start = text[..line.whole.start].trim_end_matches(is_blank).len();
        let edit = Edit { span: Span::new(self.source.id(), start, line.whole.start), text: " ".repeat(indent) };
        let help = match indent {
            0 => text!(zh: "去掉行首的空格，顶格写", en: "begin the line at the margin"),
            _ => {
                text!(zh: "行首空{indent}格：缩进表示它归上面哪一行", en: "indent it by {indent}: indentation says which line it belongs to")
            }
        };
        let found = Diagnostic::warning(faults::WRONG_INDENT, self.span(line), message).help(help);
        self.out.push(found.edits(text!(zh: "改正缩进", en: "mend the indentation"), is_certain, vec![edit]));
    }

    /// What a line is below if that many are open.
    pub(super) fn place_at(&self, depth: usize) -> Place {
        depth.checked_sub(1).and_then(|last| self.open.get(last)).map_or(Place::FILE, |open| open.place)
    }

    /// How far a line below that many is indented: as the one it stands beside, else two more than its parent.
    fn indent_at(&self, depth: usize) -> usize {
        let indent = |open: &Open| match open.item {
            OpenItem::Entry(_, indent) => Some(indent),
            OpenItem::Section(_) => None,
        };
        let parent = depth.checked_sub(1).and_then(|last| self.open.get(last)).and_then(indent);
        self.open.get(depth).and_then(indent).or(parent.map(|parent| parent + 2)).unwrap_or(0)
    }
}
