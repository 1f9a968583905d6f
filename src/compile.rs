//! The pipeline: from a path to a plan and everything there is to say about it.

use std::collections::BTreeSet;
use std::path::Path;

use crate::check;
pub use crate::check::Options;
use crate::diagnostic::{self, Diagnostic, Diagnostics, Severity};
use crate::plan::{self, Plan, Values};
use crate::source::{SourceId, Sources};
use crate::world::{Changed, ReadError, World};

/// A compiled plan.
pub struct Compiled {
    /// The texts it was made of, its own first.
    pub sources: Sources,
    /// The plan, as far as it could be understood.
    pub plan: Plan,
    /// What there is to say, by place, each once.
    pub findings: Vec<Diagnostic>,
}

/// A plan as it is after its safe fixes.
pub struct Mended {
    /// The text before.
    pub before: String,
    /// The text after.
    pub after: String,
    /// How many fixes were made.
    pub made: usize,
    /// The plan made of it.
    pub compiled: Compiled,
}

/// How many times fixes are made one upon another before it is left at that.
const ROUNDS: usize = 20;

impl Compiled {
    /// Whether nothing is certainly wrong.
    pub fn is_sound(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }

    /// The same without what the plan holds, for whoever only tells what was found: of thousands of plans it would fill the
    /// memory, and to fill it takes longer than to use it again.
    pub fn without_plan(self) -> Self {
        Self { plan: Plan::empty(self.plan.span), ..self }
    }
}

/// Reads, resolves and checks the plan at `path`.
pub fn compile(world: &dyn World, path: &Path, options: Options) -> Result<Compiled, ReadError> {
    compile_with(world, path, options, &Values::default())
}

/// The same, with values for its parameters.
pub fn compile_with(world: &dyn World, path: &Path, options: Options, values: &Values) -> Result<Compiled, ReadError> {
    compile_by(world, path, &options, values)
}

/// The same by what many plans are judged by alike, which those who check them at once need not copy.
pub(crate) fn compile_by(
    world: &dyn World,
    path: &Path,
    options: &Options,
    values: &Values,
) -> Result<Compiled, ReadError> {
    let mut sources = Sources::default();
    let (loaded, unread) = plan::load(world, path, &mut sources, values)?;
    let (plan, unbound) = plan::resolve_loaded(&sources, loaded);
    let mut findings = Diagnostics::from(check::check(&plan, &sources, options));
    findings.extend(unread);
    findings.extend(unbound);

    // What is said of the standard library, the author of a plan cannot mend.
    let is_library = |finding: &Diagnostic| plan::is_library(sources.get(finding.span.source).path());
    let mut findings = findings.into_sorted();
    findings.retain(|finding| plan.is_own(finding.span) || !is_library(finding));
    let broken = broken_lines(&sources, &findings);
    findings.retain(|finding| !is_consequence(&sources, &broken, finding));
    Ok(Compiled { sources, plan, findings })
}

/// The lines on which something cannot be read, by file.
fn broken_lines(sources: &Sources, findings: &[Diagnostic]) -> BTreeSet<(SourceId, usize)> {
    let is_fault = |finding: &&Diagnostic| {
        finding.severity == Severity::Error && finding.code.starts_with('S') && finding.code != check::HOLE_OPEN
    };
    findings.iter().filter(is_fault).map(|finding| line_of(sources, finding)).collect()
}

/// Whether a value is only left open because its line cannot be read: no blank stands in it.
fn is_consequence(sources: &Sources, broken: &BTreeSet<(SourceId, usize)>, finding: &Diagnostic) -> bool {
    const BLANKS: [&str; 6] = ["待定", "？", "?", "tbd", "XX", "××"];
    let at = line_of(sources, finding);
    finding.code == check::HOLE_OPEN
        && broken.contains(&at)
        && !BLANKS.iter().any(|blank| sources.get(at.0).line(at.1).contains(blank))
}

fn line_of(sources: &Sources, finding: &Diagnostic) -> (SourceId, usize) {
    let id = finding.span.source;
    (id, sources.get(id).position(finding.span.start as usize).line)
}

/// Makes the safe fixes of the plan at `path`, again and again until none is left; writes nothing.
pub fn mend(world: &dyn World, path: &Path, options: Options) -> Result<Mended, ReadError> {
    mend_with(world, path, options, &Values::default())
}

/// The same, with values for its parameters.
pub fn mend_with(world: &dyn World, path: &Path, options: Options, values: &Values) -> Result<Mended, ReadError> {
    let before = world.read(path)?;
    let mut changed = Changed { world, path, text: before.clone() };
    let mut made = 0;
    let mut compiled = compile_with(&changed, path, options.clone(), values)?;
    for _ in 0..ROUNDS {
        let Some(main) = compiled.sources.iter().find(|source| source.path() == path) else { break };
        let (text, count) = diagnostic::mend(main.text(), main.id(), &compiled.findings);
        if count == 0 {
            break;
        }
        made += count;
        changed.text = text;
        compiled = compile_with(&changed, path, options.clone(), values)?;
    }
    Ok(Mended { before, after: changed.text, made, compiled })
}
