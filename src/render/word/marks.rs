//! The marks of headings that Word's own numbering gives.
//!
//! A heading whose mark is the next of its level is numbered by Word, so that an office can move it about; any other
//! keeps its mark as words.

use crate::document::Heading;
use crate::quantity::han_ordinal;

/// The numbers of the four levels as Word counts them in one part.
#[derive(Default)]
pub(super) struct Marks([usize; 4]);

impl Marks {
    /// Whether Word's next number at this level is the heading's mark. If so, it is counted.
    pub(super) fn counts(&mut self, heading: &Heading) -> bool {
        let Some(level) = usize::from(heading.level).checked_sub(1).filter(|level| *level < self.0.len()) else {
            return false;
        };
        let next = self.0[level] + 1;
        let is_next = heading.mark == mark(level, next);
        if is_next {
            self.0[level] = next;
            self.0[level + 1..].fill(0);
        }
        is_next
    }
}

/// What `numbering.xml` makes of a number.
fn mark(level: usize, number: usize) -> String {
    match level {
        0 => format!("{}、", han_ordinal(number)),
        1 => format!("（{}）", han_ordinal(number)),
        2 => format!("{number}."),
        _ => format!("（{number}）"),
    }
}
