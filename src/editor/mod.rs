//! What an editor asks of a plan, as plain functions over byte offsets.
//!
//! Two views of the same file. An [`Analysis`] is what was understood of a plan when it was last compiled, with every
//! place where a name is declared or used: it answers where a name leads, what it means and who uses it. A [`Draft`] is
//! the text of one file as it stands while it is typed, cut into lines and no further: it answers what is asked at every
//! keystroke, however broken the text, and takes from an older analysis no more than names. This room knows no protocol,
//! reads no file and writes none: an edit is an answer like any other.
//!
//! An [`Analysis`] is of one plan. A name in a file that several plans use is asked about in each of them, at the same
//! byte of the same path, and the answers are put together by whoever knows them all.

mod answer;
mod declare;
mod definition;
mod draft;
mod folding;
mod hints;
mod index;
mod lenses;
mod meaning;
mod outline;
mod remedies;
mod rename;
mod symbols;
mod times;
mod tokens;

mod complete;
mod hover;

use answer::MOST_OFFERED;
pub use answer::{
    Action, Completion, Definition, Fold, FoldKind, Hint, Hover, Item, Kind, Lens, LensKind, Renamable, Symbol, Token,
    TokenKind,
};
pub use draft::Draft;

use std::path::Path;

use crate::compile::Compiled;
use crate::source::SourceId;
use index::Index;

/// What is known of a plan since it was last compiled.
pub struct Analysis {
    compiled: Compiled,
    index: Index,
}

impl Analysis {
    /// What is known of a compiled plan.
    pub fn of(compiled: Compiled) -> Self {
        let index = Index::of(&compiled);
        Self { compiled, index }
    }

    /// The compiled plan: its texts, its model and what there is to say of it.
    pub fn compiled(&self) -> &Compiled {
        &self.compiled
    }

    /// The text of this path, if it is one of the plan's.
    pub fn source(&self, path: &Path) -> Option<SourceId> {
        self.compiled.sources.iter().find(|source| source.path() == path).map(|source| source.id())
    }
}
