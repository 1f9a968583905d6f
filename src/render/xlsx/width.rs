//! How wide the columns are: as wide as what they hold, the widest cut so that a page across takes them all.

use unicode_width::UnicodeWidthStr;

use crate::document::{Column, Holds};

/// What a page across takes at a size that reads well, in characters; a Chinese one is two.
const PAGE: usize = 128;
/// The narrowest a column of words gets when others need room, and the narrowest of all.
const LEAST: usize = 12;
const NARROWEST: usize = 6;

/// The width of each column.
pub(super) fn widths(columns: &[Column], rows: &[Vec<String>]) -> Vec<f64> {
    let natural: Vec<usize> = columns.iter().enumerate().map(|(at, column)| wanted(column, rows, at)).collect();
    let fits = |cap: usize| natural.iter().map(|width| (*width).min(cap)).sum::<usize>() <= PAGE;
    let cap = (LEAST..=PAGE).rev().find(|cap| fits(*cap)).unwrap_or(LEAST);
    // Small whole numbers: nothing is lost.
    natural.iter().map(|width| (*width).min(cap) as f64).collect()
}

/// As wide as the longest line in it, with some room at the sides and for the sign of the filter.
fn wanted(column: &Column, rows: &[Vec<String>], at: usize) -> usize {
    let lines = rows.iter().filter_map(|row| row.get(at)).flat_map(|cell| cell.lines());
    let longest = lines.map(UnicodeWidthStr::width).max().unwrap_or(0);
    let choice = match column.holds {
        Holds::Choice(choices) => choices.iter().map(|choice| choice.width()).max().unwrap_or(0),
        _ => 0,
    };
    let head = column.title.width() + 3;
    (longest.max(choice) + 2).max(head).max(NARROWEST)
}
