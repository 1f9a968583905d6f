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
///
/// If only errors are asked for, of a plan that has none nothing is told; of one that has, everything.
pub(crate) fn compile_by(
    world: &dyn World,
    path: &Path,
    options: &Options,
    values: &Values,
) -> Result<Compiled, ReadError> {
    let mut sources = Sources::default();
    let (loaded, unread) = plan::load(world, path, &mut sources, values)?;
    let (plan, unbound) = plan::resolve_loaded(&sources, loaded);
    if options.only_errors {
        let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
        let told = unread.iter().chain(&unbound).filter(is_error).cloned().collect();
        let findings = judged(&plan, &sources, options, told);
        if findings.is_empty() {
            return Ok(Compiled { sources, plan, findings });
        }
    }
    let whole = options.only_errors.then(|| Options { only_errors: false, ..options.clone() });
    let told = unread.into_iter().chain(unbound).collect();
    let findings = judged(&plan, &sources, whole.as_ref().unwrap_or(options), told);
    Ok(Compiled { sources, plan, findings })
}

/// What there is to say about a plan besides what was told when it was read, by place, each once.
fn judged(plan: &Plan, sources: &Sources, options: &Options, told: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut findings = Diagnostics::from(check::check(plan, sources, options));
    findings.extend(told);
    // What is said of the standard library, the author of a plan cannot mend.
    let is_library = |finding: &Diagnostic| plan::is_library(sources.get(finding.span.source).path());
    let mut findings = findings.into_sorted();
    findings.retain(|finding| plan.is_own(finding.span) || !is_library(finding));
    let broken = broken_lines(sources, &findings);
    findings.retain(|finding| !is_consequence(sources, &broken, finding));
    findings
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{DiskWorld, plans_meant};

    #[test]
    fn who_only_asks_for_errors_is_told_of_all_where_there_are_any() {
        let (mut sound, mut faulty) = (0, 0);
        let folders = ["examples", "tests/rules"].map(|folder| Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
        let plans = plans_meant(&folders).map_err(|(path, _)| path).unwrap();
        for (path, stage) in plans.iter().zip([check::Stage::Draft, check::Stage::Issue].into_iter().cycle()) {
            let compiled =
                |only_errors| compile(&DiskWorld, path, Options { stage, only_errors, ..Options::default() }).unwrap();
            let (all, errors) = (compiled(false), compiled(true));
            assert_eq!(all.is_sound(), errors.is_sound(), "{}", path.display());
            if all.is_sound() {
                sound += 1;
            } else {
                assert_eq!(all.findings, errors.findings, "{}", path.display());
                faulty += 1;
            }
        }
        assert!(sound > 100 && faulty > 30, "{sound} are sound, {faulty} are not");
    }
}
