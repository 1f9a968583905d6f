//! The keeping of a list of findings to what a person can read.

use std::collections::{BTreeMap, BTreeSet};

use super::Diagnostic;
use crate::source::SourceId;

/// How many findings of one code in one file are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// The file.
    pub source: SourceId,
    /// The code.
    pub code: &'static str,
    /// How many.
    pub count: usize,
    /// How many of these a safe fix mends.
    pub mended: usize,
}

/// How many findings alike, each with a safe fix, are a habit that is told of once.
const HABIT: usize = 4;

/// The first `most` findings of each code in each file, and what is left out, by file and code; 0 keeps all.
pub fn cap(findings: &[Diagnostic], most: usize) -> (Vec<Diagnostic>, Vec<Left>) {
    capped(findings, most, BTreeSet::new())
}

/// The same for a person: of those that say the same and that a safe fix mends, one is enough where they are many.
pub fn sum_up(findings: &[Diagnostic], most: usize) -> (Vec<Diagnostic>, Vec<Left>) {
    capped(findings, most, habits(findings))
}

fn capped<'f>(findings: &'f [Diagnostic], most: usize, habits: BTreeSet<Alike<'f>>) -> (Vec<Diagnostic>, Vec<Left>) {
    if most == 0 {
        return (findings.to_vec(), Vec::new());
    }
    let mut told = BTreeSet::new();
    let mut counts: BTreeMap<(SourceId, &'static str), (usize, usize, usize)> = BTreeMap::new();
    let is_shown = |finding: &&'f Diagnostic| {
        let (shown, left, mended) = counts.entry((finding.span.source, finding.code)).or_default();
        let is_told = !habits.is_empty() && is_mended(finding) && {
            let alike = alike(finding);
            habits.contains(&alike) && !told.insert(alike)
        };
        let is_shown = !is_told && *shown < most;
        *shown += usize::from(is_shown);
        *left += usize::from(!is_shown);
        *mended += usize::from(!is_shown && is_mended(finding));
        is_shown
    };
    let shown = findings.iter().filter(is_shown).cloned().collect();
    let left = counts.into_iter().filter(|(_, (_, count, _))| *count > 0);
    let left = left.map(|((source, code), (_, count, mended))| Left { source, code, count, mended });
    (shown, left.collect())
}

/// What tells one habit from another.
type Alike<'f> = (SourceId, &'static str, &'f str);

fn alike(finding: &Diagnostic) -> Alike<'_> {
    (finding.span.source, finding.code, &finding.message.zh)
}

fn is_mended(finding: &Diagnostic) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.safe)
}

/// What is said often enough to be a habit.
fn habits(findings: &[Diagnostic]) -> BTreeSet<Alike<'_>> {
    let mut counts: BTreeMap<Alike, usize> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| is_mended(finding)) {
        *counts.entry(alike(finding)).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count >= HABIT).map(|(alike, _)| alike).collect()
}
