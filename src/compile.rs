//! The pipeline: from a path to a plan and everything there is to say about it.

use std::path::Path;

use crate::calendar::Date;
use crate::check::{self, Stage};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::plan::{self, Plan, Values};
use crate::source::Sources;
use crate::world::{ReadError, World};

/// What a plan is judged by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// How far the plan has come.
    pub stage: Stage,
    /// The day on which it is judged.
    pub as_of: Option<Date>,
}

/// A compiled plan.
pub struct Compiled {
    /// The texts it was made of, its own first.
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
    compile_with(world, path, options, &Values::default())
}

/// The same, with values for its parameters.
pub fn compile_with(world: &dyn World, path: &Path, options: Options, values: &Values) -> Result<Compiled, ReadError> {
    let mut sources = Sources::default();
    let mut findings = Diagnostics::default();

    let (loaded, unread) = plan::load(world, path, &mut sources, values)?;
    let (plan, unbound) = plan::resolve_loaded(&sources, &loaded);
    findings.extend(unread);
    findings.extend(unbound);
    findings.extend(check::check(check::Context { plan: &plan, stage: options.stage, as_of: options.as_of }));

    // What is said of the standard library, the author of a plan cannot mend.
    let is_library = |finding: &Diagnostic| plan::is_library(sources.get(finding.span.source).path());
    let mut findings = findings.into_sorted();
    findings.retain(|finding| plan.is_own(finding.span) || !is_library(finding));
    Ok(Compiled { sources, plan, findings })
}
