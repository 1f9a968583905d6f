//! The rows of tables, below the quota they belong to or not.

use crate::diagnostic::{Diagnostic, Edit};
use crate::source::Span;
use crate::text;

use super::super::ast::{Entry, Key};
use super::super::keyword::Keyword;
use super::super::line::Line;
use super::super::{faults, read};
use super::{OpenItem, Tree};

impl Tree<'_> {
    pub(super) fn row(&mut self, line: &Line) {
        let takes_table = |entry: &Entry| match &entry.key {
            Key::Word(key) => matches!(key.value, Keyword::Quota | Keyword::Baseline | Keyword::Fund),
            _ => false,
        };
        // A dot begins a row only where one can stand.
        let is_dotted = self.source.text()[line.content.clone()].starts_with('·');
        let is_row = match self.open.last().map(|open| &open.item) {
            Some(OpenItem::Entry(entry, indent)) => takes_table(entry) && line.indent > *indent,
            _ => false,
        };
        if is_dotted && !is_row {
            return self.prose(line);
        }
        let missing = match self.open.last().map(|open| &open.item) {
            Some(OpenItem::Entry(entry, indent)) if takes_table(entry) => {
                (indent + 2).saturating_sub(line.indent).min(if line.indent > *indent { 0 } else { 2 + indent })
            }
            _ => return self.stray_row(line),
        };
        if missing > 0 {
            self.outdented_row(line, missing);
        }
        let Some(OpenItem::Entry(entry, _)) = self.open.last_mut().map(|open| &mut open.item) else { return };
        if read::is_rule(&self.source.text()[line.content.clone()]) {
            return;
        }
        match &mut entry.table {
            None => entry.table = Some(read::header(self.text, line, self.out)),
            Some(table) => {
                let row = read::row(self.text, line, table, self.out);
                table.rows.push(row);
            }
        }
    }

    /// A row that would be no table in Markdown either; it is read all the same.
    fn outdented_row(&mut self, line: &Line, missing: usize) {
        let at = Span::new(self.source.id(), line.whole.start, line.whole.start);
        let edit = Edit { span: at, text: " ".repeat(missing) };
        if let Some(fix) = self.told_table.and_then(|told| self.out.get_mut(told)).and_then(|told| told.fix.as_mut()) {
            fix.edits.push(edit);
            return;
        }
        self.told_table = Some(self.out.len());
        let message = text!(zh: "表格没有缩进，看不出归哪一行", en: "the table is not indented: it belongs to no line");
        self.out.push(
            Diagnostic::error(faults::BAD_TABLE, self.span(line), message)
                .help(text!(zh: "每行表格前加两个空格，先按归上面一行读", en: "put two blanks before each row; it is read as belonging to the line above"))
                .edits(text!(zh: "缩进表格", en: "indent the table"), true, vec![edit]),
        );
    }

    /// A table below no quota is told of once.
    fn stray_row(&mut self, line: &Line) {
        if self.told_table.is_some() {
            return;
        }
        self.told_table = Some(self.out.len());
        let message =
            text!(zh: "这张表不在“指标”“现状”或“经费”行下面", en: "this table stands below no quota, baseline or fund");
        let help = text!(
            zh: "数据表写在“- 指标：…”“- 现状：…”或“- 经费：…”下一行，缩进两格；只供阅读的表改成文字，或由“- 列出：…”生成",
            en: "indent the table by two below “- quota: …”, “- baseline: …” or “- fund: …”; a table made from the data is written “- show: …”"
        );
        self.out.push(Diagnostic::error(faults::BAD_TABLE, self.span(line), message).help(help));
    }
}
