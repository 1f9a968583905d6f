//! Several plans at once.
//!
//! Each is compiled by itself, several at a time; what is said of them is gathered into one list, by path, each finding
//! once. How many are at work never shows.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::Compiled;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Source, SourceId, Sources, Span};

/// The stack of a thread, that of a program: a plan that can be read by one can be read by the other.
const STACK: usize = 8 << 20;

/// Does the work for every item, and gives what comes of it in the order of the items.
pub(super) fn each<T: Sync, R: Send>(items: &[T], jobs: Option<NonZeroUsize>, work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    // For one plan the machine is not asked how much it can do at once, which on Linux means to read files of its groups.
    let able = || thread::available_parallelism().ok().filter(|_| items.len() > 1);
    let jobs = jobs.or_else(able).map_or(1, NonZeroUsize::get);
    let next = AtomicUsize::new(0);
    let run = || {
        let mut made = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return made };
            made.push((at, work(item)));
        }
    };
    let mut all = thread::scope(|scope| {
        let start = |_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run).ok();
        let others: Vec<_> = (1..jobs.min(items.len())).filter_map(start).collect();
        let mut all = run();
        for other in others {
            all.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        all
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, made)| made).collect()
}

/// The findings of several plans as if of one: texts by path, what is said of a shared file once.
pub(super) fn gathered(all: &[Compiled]) -> (Sources, Vec<Diagnostic>) {
    let mut texts: BTreeMap<(&Path, &str), (&Source, Option<SourceId>)> = BTreeMap::new();
    for source in all.iter().flat_map(|compiled| compiled.sources.iter()) {
        texts.insert((source.path(), source.text()), (source, None));
    }
    let mut sources = Sources::default();
    for (source, id) in texts.values_mut() {
        *id = Some(sources.share(source));
    }
    let mut findings = Diagnostics::default();
    for compiled in all {
        let known = |source: &Source| Some((source.id(), texts.get(&(source.path(), source.text()))?.1?));
        let known: BTreeMap<SourceId, SourceId> = compiled.sources.iter().filter_map(known).collect();
        let to = |span: Span| Span { source: known.get(&span.source).copied().unwrap_or(span.source), ..span };
        findings.extend(compiled.findings.iter().map(|finding| finding.clone().moved(to)));
    }
    (sources, findings.into_sorted())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_items() {
        let items: Vec<usize> = (0..100).collect();
        for jobs in [1, 2, 7, 200] {
            assert_eq!(
                each(&items, NonZeroUsize::new(jobs), |item| item * 2),
                items.iter().map(|item| item * 2).collect::<Vec<_>>()
            );
        }
        assert!(each(&[0; 0], None, |item| *item).is_empty());
    }
}
