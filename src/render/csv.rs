//! A table as CSV for spreadsheets.
//!
//! UTF-8 with a byte order mark, so that a spreadsheet reads the Chinese; a cell that a spreadsheet would take for a
//! formula gets an apostrophe before it.

use super::formula::is_formula;
use crate::document::{Inline, Row, Table};

/// Writes a table as CSV.
pub fn csv(table: &Table) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::from("\u{feff}".as_bytes()));
    let head = table.columns.iter().map(|column| safe(&column.title));
    // Writing into memory cannot fail.
    let _ = writer.write_record(head);
    for row in &table.rows {
        let _ = match row {
            Row::Cells { cells } => writer.write_record(cells.iter().map(|cell| safe(&words(cell)))),
            // As many fields as columns, which some readers insist on.
            Row::Section { text } => {
                let rest = std::iter::repeat_n(String::new(), table.columns.len().saturating_sub(1));
                writer.write_record(std::iter::once(safe(text)).chain(rest))
            }
        };
    }
    writer.into_inner().unwrap_or_default()
}

fn words(cell: &[Inline]) -> String {
    cell.iter().map(Inline::words).collect()
}

/// The text, kept from being run as a formula.
fn safe(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Align, Column, Holds};

    #[test]
    fn formulas_are_defused_and_numbers_kept() {
        assert_eq!(safe("=cmd()"), "'=cmd()");
        assert_eq!(safe(" @x"), "' @x");
        assert_eq!(safe("＝cmd()"), "'＝cmd()");
        assert_eq!(safe("＠SUM"), "'＠SUM");
        assert_eq!(safe("－2+3"), "'－2+3");
        assert_eq!(safe("-3.5"), "-3.5");
        assert_eq!(safe("甲、乙"), "甲、乙");
    }

    #[test]
    fn every_row_has_as_many_fields() {
        let column =
            |title: &str| Column { title: title.to_owned(), align: Align::Left, weight: 1, holds: Holds::Words };
        let rows = vec![Row::Section { text: "甲".to_owned() }];
        let table = Table { caption: None, unit: None, columns: vec![column("一"), column("二")], rows };
        assert_eq!(String::from_utf8(csv(&table)).as_deref(), Ok("\u{feff}一,二\n甲,\n"));
    }
}
