//! The keeping of a list of findings to what a person can read.

use std::collections::BTreeMap;

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
}

/// The first `most` findings of each code in each file, and what is left out, by file and code; 0 keeps all.
pub fn cap(mut findings: Vec<Diagnostic>, most: usize) -> (Vec<Diagnostic>, Vec<Left>) {
    let mut counts: BTreeMap<(SourceId, &'static str), usize> = BTreeMap::new();
    findings.retain(|finding| {
        let count = counts.entry((finding.span.source, finding.code)).or_default();
        *count += 1;
        most == 0 || *count <= most
    });
    let left = counts.into_iter().filter(|(_, count)| most > 0 && *count > most);
    (findings, left.map(|((source, code), count)| Left { source, code, count: count - most }).collect())
}
