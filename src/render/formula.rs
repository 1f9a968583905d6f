//! What a spreadsheet would take for a formula.

use crate::quantity::Decimal;

/// What a spreadsheet takes for the beginning of a formula, in either width.
const SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '−'];

/// Whether a text would be run; a plain number would not.
pub(super) fn is_formula(text: &str) -> bool {
    let is_number = text.trim().parse::<Decimal>().is_ok();
    text.trim_start().starts_with(SIGNS) && !is_number
}
