//! What of a text can be folded away.

use std::ops::Range;

use super::draft::Row;
use super::{Draft, Fold, FoldKind};
use crate::syntax::line::LineKind;

impl Draft<'_> {
    /// Lines that belong together, by place; those of a heading before those within.
    pub fn folds(&self) -> Vec<Fold> {
        let headings = self.rows.iter().filter(|row| row.is_heading());
        let headings = headings.map(|row| Fold { range: row.line.whole.start..row.end, kind: FoldKind::Section });
        let blocks = self.rows.iter().filter(|row| row.is_data());
        let blocks = blocks.map(|row| Fold { range: row.line.whole.start..row.end, kind: FoldKind::Block });
        let tables = self.runs(|row| row.line.kind == LineKind::Row);
        let tables = tables.into_iter().map(|range| Fold { range, kind: FoldKind::Table });
        let comments = self.runs(|row| row.line.kind == LineKind::Comment);
        let comments = comments.into_iter().map(|range| Fold { range, kind: FoldKind::Comment });
        // Data right below a heading, before its text begins.
        let lines = self.runs(|row| row.line.kind == LineKind::Data || row.line.kind == LineKind::Row);
        let lines = lines.into_iter().map(|range| Fold { range, kind: FoldKind::Lines });
        let all = headings.chain(lines).chain(blocks).chain(tables).chain(comments);
        let mut folds: Vec<Fold> = all.filter(|fold| self.slice(&fold.range).contains('\n')).collect();
        folds.sort_by_key(|fold| (fold.range.start, std::cmp::Reverse(fold.range.end)));
        // Two that begin and end alike are one to whoever folds them.
        folds.dedup_by(|next, before| next.range == before.range);
        folds
    }

    /// Stretches of neighbouring rows of a kind.
    fn runs(&self, is_of_it: impl Fn(&Row) -> bool) -> Vec<Range<usize>> {
        let groups = self.rows.chunk_by(|one, other| is_of_it(one) == is_of_it(other));
        let runs = groups.filter(|group| group.first().is_some_and(&is_of_it));
        runs.filter_map(|run| Some(run.first()?.line.whole.start..run.last()?.line.whole.end)).collect()
    }
}
