//! Every place where a thing of the plan is named.

use crate::compile::Compiled;

/// The names of a plan and where they stand.
#[derive(Default)]
pub(super) struct Index;

impl Index {
    /// The names of a compiled plan.
    pub fn of(compiled: &Compiled) -> Self {
        let _ = compiled;
        Self
    }
}
