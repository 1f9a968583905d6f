//! Stands in until the room is furnished.
use super::{Document, Table};
use crate::plan::Plan;
/// The plan as a document.
pub fn document(_plan: &Plan) -> Document {
    Document { name: String::new(), parts: Vec::new(), imprint: None }
}
fn empty() -> Table {
    Table { caption: None, unit: None, columns: Vec::new(), rows: Vec::new() }
}
/// Duties.
pub fn duties(_plan: &Plan) -> Table {
    empty()
}
/// Quotas.
pub fn quotas(_plan: &Plan) -> Table {
    empty()
}
/// Obligations.
pub fn obligations(_plan: &Plan) -> Table {
    empty()
}
