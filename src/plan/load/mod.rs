//! One plan of many files.
//!
//! Takes the path of a plan, gives its tree and those of the files it uses, the plan first, with their parameters
//! filled in. Files are reached only through the [`World`] and only below the workspace root. A file that cannot be
//! used is a finding at the line that asks for it; only a plan that itself cannot be read is an error. Never looks at
//! what a declaration means.

mod faults;
mod follow;
mod locate;
mod params;
mod winners;

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::source::{SourceId, Sources, Span};
use crate::syntax::keyword::Shape;
use crate::syntax::{self, Params, ast};
use crate::world::{ReadError, World};

use super::Param;

pub use faults::NO_FILE;
pub(super) use faults::TOO_MANY;
pub use params::Values;
pub(super) use winners::{Declared, winners};

/// A plan and the files it uses.
pub struct Loaded {
    /// The plan, then the files it uses, in the order in which they are first asked for.
    pub(super) files: Vec<File>,
    /// The values that were filled in.
    pub(super) params: Params,
    /// The parameters that hold in the plan.
    pub(super) declared: Vec<Param>,
    /// Where the values of parameters are still to be given.
    pub(super) waiting: Vec<Span>,
}

/// One file.
pub(super) struct File {
    pub source: SourceId,
    pub tree: ast::File,
    /// The files it uses, each once.
    pub uses: Vec<Use>,
    findings: Vec<Diagnostic>,
}

/// A line of 引用 that was followed.
#[derive(Clone, Copy)]
pub(super) struct Use {
    /// Where the file is named.
    pub span: Span,
    /// Its place among the files.
    pub file: usize,
}

impl Loaded {
    /// A file that uses no other and has no parameters.
    pub(super) fn alone(source: SourceId, tree: ast::File) -> Self {
        let file = File { source, tree, uses: Vec::new(), findings: Vec::new() };
        Self { files: vec![file], params: Params::default(), declared: Vec::new(), waiting: Vec::new() }
    }
}

/// Reads a plan and the files it uses into `sources`, its parameters given `values` where they have any.
pub fn load(
    world: &dyn World,
    path: &Path,
    sources: &mut Sources,
    values: &Values,
) -> Result<(Loaded, Vec<Diagnostic>), ReadError> {
    let mut findings = Vec::new();
    let mut files = follow::follow(world, path, sources, &mut findings)?;
    let declared = params::declared(&files, sources, values, &mut findings);
    let params = params::filling(&declared);
    let mut waiting = Vec::new();
    for (index, file) in files.iter_mut().enumerate() {
        let source = sources.get(file.source);
        if syntax::wants_filling(source, &file.tree, &params) {
            waiting.extend(syntax::waiting(source, &params));
            let parsed = syntax::parse_filled(source, &params);
            (file.tree, file.findings) = (parsed.file, parsed.findings);
        }
        let told = std::mem::take(&mut file.findings);
        let matters = |finding: &Diagnostic| index == 0 || declares_at(&file.tree, finding.span);
        findings.extend(told.into_iter().filter(matters));
    }
    Ok((Loaded { files, params, declared, waiting }, findings))
}

/// Whether a place is in a part of a file that only declares: before its headings, or in a body of declarations. What
/// is wrong with the text of a used file does not matter to those who use it.
fn declares_at(tree: &ast::File, place: Span) -> bool {
    let mut headings = Vec::new();
    let mut open: Vec<&ast::Item> = tree.items.iter().rev().collect();
    while let Some(item) = open.pop() {
        if let ast::Item::Section(section) = item {
            let is_body = matches!(&section.head, ast::Head::Noun(noun) if noun.keyword.shape() == Shape::Body);
            headings.push((section.span.start, is_body));
            open.extend(section.items.iter().rev());
        }
    }
    let above = headings.iter().rev().find(|(start, _)| *start <= place.start);
    above.is_none_or(|(_, is_body)| *is_body)
}
