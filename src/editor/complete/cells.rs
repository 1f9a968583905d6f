//! Cells of a table below a data line, by the head of their column; and the heads themselves.

use std::collections::BTreeSet;

use super::choices::Meant;
use super::offer::Offer;
use crate::editor::Kind;
use crate::editor::draft::{Row, line_start};
use crate::syntax::keyword::Keyword;
use crate::syntax::line::{LineKind, is_blank};
use crate::text;

/// Heads of columns whose cells are read, in both tongues, and what the cells are.
const HEADS: [Meant; 8] = [
    ("指标", "indicator", "各行的指标名", "what each row counts"),
    ("单位", "unit", "各行的计量单位", "what each row is counted in"),
    ("数值", "value", "数值", "the value"),
    ("属性", "force", "约束性或预期性", "binding or expected"),
    ("责任单位", "owner", "由谁完成", "who does it"),
    ("合计", "total", "本行的合计", "the sum of the row"),
    ("备注", "note", "对本行的说明", "a note on the row"),
    ("序号", "no.", "顺序号，不印", "a number, which is not printed"),
];
const FORCES: [Meant; 2] =
    [("约束性", "binding", "必须完成", "has to be reached"), ("预期性", "expected", "争取完成", "is hoped for")];

impl Offer<'_> {
    /// What a cell may hold: told by the head of its column, in the row of that number.
    pub fn cell(&mut self, head: usize, column: usize) {
        let draft = self.draft;
        let row = draft.row_at(self.offset);
        let Some(heads) = draft.rows.get(head).filter(|head| head.line.kind == LineKind::Row) else {
            return self.heads();
        };
        if row == Some(head) {
            return self.heads();
        }
        let is_below = row == Some(head + 1) && column == 0 && self.start() == self.offset;
        if is_below && draft.rows.get(head + 2).is_none_or(|row| row.line.kind != LineKind::Row) {
            let rule = "---|".repeat(cells(draft.slice(&heads.line.content)).count());
            self.word(1, &rule, Kind::Word, text!(zh: "表头下面的横线", en: "the rule below the head"));
        }
        let title = cells(draft.slice(&heads.line.content)).nth(column).unwrap_or_default();
        let of_fund = heads.parent.and_then(|parent| draft.rows.get(parent)?.keyword) == Some(Keyword::Fund);
        match title {
            "指标" | "指标名称" | "indicator" => self.names(&[Kind::Indicator]),
            "单位" | "unit" => self.units(""),
            "属性" | "force" => self.paired(&FORCES),
            "责任单位" | "责任部门" | "牵头单位" | "owner" => {
                self.names(&[Kind::Owner, Kind::Post, Kind::Group])
            }
            _ => self.column(head, column, of_fund),
        }
    }

    /// The heads that are read, those of other tables, and the years of the plan; what the row has is left out.
    fn heads(&mut self) {
        let draft = self.draft;
        let begin = line_start(draft.text, self.offset);
        let end = draft.text[self.offset..].find('\n').map_or(draft.text.len(), |at| self.offset + at);
        cells(draft.slice(&(begin..self.start()))).for_each(|cell| self.leave_out(cell));
        cells(draft.slice(&(self.offset..end))).for_each(|cell| self.leave_out(cell));
        self.paired(&HEADS);
        let is_row = |row: &Row| row.line.kind == LineKind::Row;
        let firsts = draft.rows.windows(2).filter(|pair| !is_row(&pair[0]) && is_row(&pair[1])).map(|pair| &pair[1]);
        let others = firsts.filter(|row| !(begin..=end).contains(&row.line.whole.start));
        for head in others.flat_map(|row| cells(draft.slice(&row.line.content)).filter(|cell| is_word(cell))) {
            self.word(2, head, Kind::Word, text!(zh: "方案里其他表格的表头", en: "heads another table of the plan"));
        }
        self.years();
    }

    /// Units behind a number; else what other rows of the column hold, if that is no number.
    fn column(&mut self, head: usize, column: usize, of_fund: bool) {
        let draft = self.draft;
        let written = draft.slice(&(self.start()..self.offset)).to_owned();
        if let Some(at) = super::values::behind_number(&written) {
            let start = self.start();
            return self.at(start + at).units(if of_fund { super::values::MONEY } else { "" });
        }
        let rows = draft.rows.iter().skip(head + 1).take_while(|row| row.line.kind == LineKind::Row);
        let here = draft.row_at(self.offset);
        let others = rows.enumerate().filter(|(at, _)| Some(head + 1 + at) != here).map(|(_, row)| row);
        let held = others.filter_map(|row| cells(draft.slice(&row.line.content)).nth(column));
        let held: BTreeSet<&str> = held.filter(|cell| is_word(cell)).collect();
        for cell in held {
            self.word(1, cell, Kind::Word, text!(zh: "本列里有", en: "stands in this column"));
        }
        let total = self.form("合计", "合计");
        self.word(
            2,
            total,
            Kind::Word,
            text!(zh: "其余各列相同的各行之和", en: "the sum of the rows alike in the other columns"),
        );
    }
}

/// The cells of a row, blanks around them left out.
fn cells(row: &str) -> impl Iterator<Item = &str> {
    let inner = row.trim_matches(is_blank).trim_start_matches(['|', '｜', '·']).trim_end_matches(['|', '｜']);
    inner.split(['|', '｜', '·']).map(|cell| cell.trim_matches(is_blank))
}

/// Whether a cell holds words: no number, no rule below the head, no sign for nothing.
fn is_word(cell: &str) -> bool {
    let is_number = cell.chars().any(|sign| sign.is_ascii_digit());
    !is_number && !cell.is_empty() && !cell.chars().all(|sign| matches!(sign, '-' | ':' | '—' | '/' | '*'))
}
