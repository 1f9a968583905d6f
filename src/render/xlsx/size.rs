//! How wide the columns and how high the rows are.
//!
//! A column is as wide as what it holds, the widest cut so that a page across takes them all; a row is as high as its
//! lines then need. Heights are written out, for not every program works them out when it opens a file.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::document::{Column, Holds, Value};

/// What a page across takes at a size that reads well, in characters; a Chinese one is two.
const PAGE: usize = 124;
/// The narrowest a column of words gets when others need room, and the narrowest of all.
const LEAST: usize = 10;
const NARROWEST: usize = 6;
/// The width of a character in the unit of a sheet, which is a digit of its own face.
const CHARACTER: f64 = 1.1;
/// The height of a line and what is around it, in points; and the highest row there can be.
const LINE: u32 = 15;
const AROUND: u32 = 7;
const HIGHEST: u32 = 409;
/// What a page across holds between its margins, in points.
const PAGE_HEIGHT: u32 = 480;

/// The width of each column, in characters: what it holds, or its share of the page where that is less.
pub(super) fn widths(columns: &[Column], rows: &[Vec<String>]) -> Vec<usize> {
    let wanted: Vec<(usize, usize)> = columns.iter().enumerate().map(|(at, column)| wanted(column, rows, at)).collect();
    let cut = |share: usize| {
        let widths = wanted
            .iter()
            .zip(columns)
            .map(move |((natural, least), column)| (*natural).min(share * usize::from(column.weight)).max(*least));
        widths.collect::<Vec<_>>()
    };
    let fits = |share: &usize| cut(*share).iter().sum::<usize>() <= PAGE;
    cut((1..=PAGE).rev().find(fits).unwrap_or(1))
}

/// A width in the unit of a sheet.
pub(super) fn in_sheet(width: usize) -> f64 {
    // Small whole numbers: nothing is lost.
    width as f64 * CHARACTER
}

/// As wide as the longest line in it, with some room at the sides, and for the sign of the filter in the head; and the
/// least it needs. A number or a day that had no room would show as `###`.
fn wanted(column: &Column, rows: &[Vec<String>], at: usize) -> (usize, usize) {
    let cells = || rows.iter().filter_map(|row| row.get(at));
    let longest = cells().flat_map(|cell| cell.lines()).map(UnicodeWidthStr::width).max().unwrap_or(0);
    let values = cells().filter(|cell| Value::of(column.holds, cell) != Value::Words);
    let value = values.map(|cell| cell.width() + 2).max().unwrap_or(0);
    let choice = match column.holds {
        Holds::Choice(choices) => choices.iter().map(|choice| choice.width()).max().unwrap_or(0),
        _ => 0,
    };
    let head = column.title.width() + 2;
    let natural = (longest.max(choice) + 2).max(head).max(NARROWEST);
    (natural, value.max(natural.min(LEAST)))
}

/// How high a row is, in points.
pub(super) fn height(row: &[String], widths: &[usize]) -> u32 {
    let lines = row.iter().zip(widths).map(|(cell, width)| lines(cell, width.saturating_sub(1))).max().unwrap_or(1);
    u32::try_from(lines).unwrap_or(HIGHEST).max(1).saturating_mul(LINE).saturating_add(AROUND).min(HIGHEST)
}

/// The pages a sheet has to fit on, where its last row would else stand on one alone; nought where nothing has to be
/// done, or where it would have to shrink too much.
pub(super) fn pages(heads: u32, rows: &[u32]) -> u16 {
    let room = PAGE_HEIGHT.saturating_sub(heads);
    let (mut pages, mut used, mut on_last) = (1u16, 0, 0);
    for &row in rows {
        if used > 0 && used + row > room {
            (pages, used, on_last) = (pages.saturating_add(1), 0, 0);
        }
        (used, on_last) = (used + row, on_last + 1);
    }
    let is_alone = pages > 1 && on_last == 1;
    if is_alone && used <= room / 6 * u32::from(pages - 1) { pages - 1 } else { 0 }
}

/// The lines of a text in a column, broken where the next character has no room.
fn lines(text: &str, width: usize) -> usize {
    text.lines()
        .map(|line| {
            let (mut count, mut used) = (1, 0);
            for sign in line.chars() {
                let wide = sign.width().unwrap_or(0);
                if used + wide > width && used > 0 {
                    (count, used) = (count + 1, 0);
                }
                used += wide;
            }
            count
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_where_there_is_no_room() {
        for (text, expected) in
            [("", 0), ("甲乙丙", 1), ("甲乙丙丁", 2), ("甲乙a丙", 2), ("甲\n乙", 2), ("甲乙丙丁戊己庚", 3)]
        {
            assert_eq!(lines(text, 6), expected, "{text}");
        }
        assert_eq!(pages(60, &[40; 10]), 0);
        assert_eq!(pages(60, &[40; 11]), 1);
        assert_eq!(pages(60, &[40; 12]), 0);
        assert_eq!(height(&["甲乙丙丁".repeat(1_000)], &[12]), HIGHEST);
    }
}
