//! A table as CSV for spreadsheets.
//!
//! UTF-8 with a byte order mark, so that a spreadsheet reads the Chinese; a cell that a spreadsheet would take for a
//! formula gets an apostrophe before it.

use crate::document::{Inline, Row, Table};
use crate::quantity::Decimal;

/// Writes a table as CSV.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::from("\u{feff}".as_bytes()));
    let head = table.columns.iter().map(|column| safe(&column.title));
    // Writing into memory cannot fail.
    let _ = writer.write_record(head);
    for row in &table.rows {
        let _ = match row {
            Row::Cells { cells } => writer.write_record(cells.iter().map(|cell| safe(&words(cell)))),
            Row::Section { text } => writer.write_record([safe(text)]),
        };
    }
    writer.into_inner().unwrap_or_default()
}

fn words(cell: &[Inline]) -> String {
    cell.iter().map(Inline::words).collect()
}

/// The text, kept from being run as a formula; a plain number stays one.
fn safe(text: &str) -> String {
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number = text.trim().parse::<Decimal>().is_ok();
    if is_formula && !is_number { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_numbers_kept() {
        assert_eq!(safe("=cmd()"), "'=cmd()");
        assert_eq!(safe(" @x"), "' @x");
        assert_eq!(safe("-3.5"), "-3.5");
        assert_eq!(safe("甲、乙"), "甲、乙");
    }
}
