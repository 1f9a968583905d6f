//! The pipeline: from a path to a plan and everything there is to say about it.

use std::path::Path;

use crate::check::{self, Stage};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::plan::{self, Plan};
use crate::source::Sources;
use crate::syntax;
use crate::world::{ReadError, World};

/// What a plan is judged by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// How far the plan has come.
    pub stage: Stage,
}

/// A compiled plan.
pub struct Compiled {
    /// The texts it was made of.
    pub sources: Sources,
    /// The plan, as far as it could be understood.
    pub plan: Plan,
    /// What there is to say, by place, each once.
    pub findings: Vec<Diagnostic>,
}

impl Compiled {
    /// Whether nothing is certainly wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}

/// Reads, resolves and checks the plan at `path`.
pub fn compile(world: &dyn World, path: &Path, options: Options) -> Result<Compiled, ReadError> {
    let mut sources = Sources::default();
    let id = sources.add(path, world.read(path)?);
    let source = sources.get(id);

    let mut findings = Diagnostics::default();
    let parsed = syntax::parse(source);
    let (plan, unbound) = plan::resolve(source, &parsed.file);
    findings.extend(parsed.findings);
    findings.extend(unbound);
    findings.extend(check::check(check::Context { plan: &plan, stage: options.stage }));

    Ok(Compiled { sources, plan, findings: findings.into_sorted() })
}
