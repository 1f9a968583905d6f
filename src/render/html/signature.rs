//! 发文机关署名 and 成文日期 (GB/T 9704—2012, 7.3.5): on a sealed paper, which organs share a row; on one without a
//! seal, whether the date is longer than the organ.

use serde::Serialize;

use crate::document::measure;

/// Where the last name and the date stand, in tenths of a character from the left edge of 版心 of 28 characters.
const EDGE: u32 = 280;
const DATE_END: u32 = EDGE - 40;

/// The organs as a grid: its last column is as wide as the date, and the names in it are centred on that.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(in crate::render) struct Signature<'a> {
    /// The names row by row, the last one filled with empty names at its left.
    pub rows: Vec<Vec<&'a str>>,
    /// How many names share a row.
    pub columns: usize,
    /// By how much a name in the last column is wider than the date on one side, in tenths of a character.
    pub over: u32,
    /// Whether a name is too long to be centred on a date four characters in from the right edge.
    pub wide: bool,
    /// Whether the date is longer than the last name.
    pub is_short: bool,
}

impl<'a> Signature<'a> {
    /// The grid of organs over a date; none without both.
    pub(in crate::render) fn new(organs: &'a [String], date: Option<&str>) -> Option<Self> {
        if organs.is_empty() && date.is_none() {
            return None;
        }
        let names: Vec<&str> = organs.iter().map(String::as_str).collect();
        let date = date.map_or(80, measure).min(DATE_END);
        let is_short = names.last().is_some_and(|name| measure(name) < date);
        let centre = DATE_END - date / 2;
        let widest = names.iter().map(|name| measure(name)).max().unwrap_or(0);
        let wide = centre + widest / 2 > EDGE;
        let columns = if wide { 1 } else { columns(&names, centre) };
        let rows: Vec<Vec<&str>> = names.chunks(columns).map(|row| filled(row, columns)).collect();
        let last = rows.iter().filter_map(|row| row.last()).map(|name| measure(name)).max().unwrap_or(0);
        Some(Self { rows, columns, over: last.saturating_sub(date) / 2, wide, is_short })
    }
}

fn filled<'a>(row: &[&'a str], columns: usize) -> Vec<&'a str> {
    let mut cells = vec![""; columns - row.len()];
    cells.extend(row);
    cells
}

/// The most organs, up to three, that fit beside each other with a character between them. A seal is 42 mm, some seven
/// and a half characters across, and seals may not touch either.
fn columns(names: &[&str], centre: u32) -> usize {
    const SEAL: u32 = 76;
    /// Between two names, and between two seals.
    const GAPS: (u32, u32) = (10, 4);
    let fits = |count: usize| {
        names.chunks(count).all(|row| {
            let Some((last, others)) = row.split_last() else { return true };
            let room = centre.saturating_sub(measure(last).max(SEAL) / 2);
            let widest = others.iter().map(|name| (measure(name) + GAPS.0).max(SEAL + GAPS.1)).max().unwrap_or(0);
            others.is_empty() || widest.saturating_mul(count as u32 - 1) <= room
        })
    };
    (1..=names.len().clamp(1, 3)).rev().find(|count| fits(*count)).unwrap_or(1)
}
