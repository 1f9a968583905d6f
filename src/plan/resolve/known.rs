//! What holds in every plan without any 引用: the trees of the library files that say so.

use crate::plan::library;
use crate::source::Sources;
use crate::syntax::{self, ast};

/// The tree of a file of the library.
pub(super) fn tree(name: &str) -> Option<ast::File> {
    let mut sources = Sources::default();
    let source = sources.add(library::path(name), library::text(name)?);
    Some(syntax::parse(sources.get(source)).file)
}
