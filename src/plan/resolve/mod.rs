//! From the tree to the plan.

use crate::diagnostic::Diagnostic;
use crate::source::Source;
use crate::syntax::ast;

use super::Plan;

/// Binds every name of a file and unfolds its tables.
pub fn resolve(_source: &Source, _file: &ast::File) -> (Plan, Vec<Diagnostic>) {
    unimplemented!()
}
