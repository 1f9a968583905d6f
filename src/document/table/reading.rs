//! A table that was written to be read: its cells as they stand, wide columns for long words.

use crate::document::{Align, Column, Holds, Inline, Row, Table, text};

/// The longest caption, and the widest column, in characters.
const CAPTION: usize = 30;
const WIDEST: usize = 12;
/// The longest words that stand in the middle of their cell.
const SHORT: usize = 8;

/// The table of some rows, the first of which is its head.
pub(in crate::document) fn table(
    rows: Vec<Vec<Vec<Inline>>>,
    colons: &[(bool, bool)],
    caption: Option<String>,
) -> Table {
    let mut rows = rows.into_iter();
    let head = rows.next().unwrap_or_default();
    let rows: Vec<Vec<Vec<Inline>>> = rows.collect();
    let columns = head.iter().enumerate().map(|(at, title)| {
        let title = text::words(title);
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| text::words(cell).chars().count());
        let longest = cells.max().unwrap_or(0);
        let align = match colons.get(at) {
            Some((true, true)) => Align::Center,
            Some((true, false)) => Align::Left,
            Some((false, true)) => Align::Right,
            _ if longest <= SHORT => Align::Center,
            _ => Align::Left,
        };
        let width = longest.max(title.chars().count()).clamp(2, WIDEST);
        Column { title: title.into_owned(), align, weight: u16::try_from(width).unwrap_or(2), holds: Holds::Words }
    });
    let columns: Vec<Column> = columns.collect();
    Table { caption, unit: None, columns, rows: rows.into_iter().map(|cells| Row::Cells { cells }).collect() }
}

/// Whether a line of prose above a table is its caption: short, no sentence, and called a table or a list.
pub(in crate::document) fn is_caption(words: &str) -> bool {
    let words = words.trim();
    let is_called_so = words.starts_with(['表', '附'])
        || ["表", "清单", "名单", "一览", "情况"].iter().any(|end| words.ends_with(end));
    is_called_so && words.chars().count() <= CAPTION && !words.contains(['。', '；', '，', '：', '！', '？'])
}
