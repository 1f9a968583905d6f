//! Where paragraphs come from.
//!
//! Takes a plan, gives each of its paragraphs and cells with the words it prints; a document keeps no places, so whoever
//! wants to lead from one to the other lays the two side by side. Writes nothing.

use super::Writer;
use super::tree;
use super::wording::Wording;
use crate::plan::{Part, Plan};
use crate::source::Span;

/// Every paragraph of a plan and every cell of its tables that are only read, in the order of the text: where it stands
/// and what it prints.
pub fn origins(plan: &Plan, wording: &Wording) -> Vec<(Span, String)> {
    let writer = Writer::new(plan, wording);
    let mut found = Vec::new();
    for notice in &plan.notices {
        writer.origins(&notice.body, &mut found);
    }
    writer.origins(&plan.body, &mut found);
    found
}

impl Writer<'_> {
    fn origins(&self, body: &[Part], found: &mut Vec<(Span, String)>) {
        for part in body {
            match part {
                Part::Prose(prose) => found.push((prose.span, self.prose_words(prose).into_owned())),
                Part::Grid(grid) => {
                    let cells = grid.rows.iter().flatten();
                    found.extend(cells.map(|cell| (cell.span, self.prose_words(cell).into_owned())));
                }
                part => {
                    if let Some(node) = tree::node(self.plan, part) {
                        self.origins(node.body, found);
                    }
                }
            }
        }
    }
}
