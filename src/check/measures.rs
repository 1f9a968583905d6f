//! Which measures lack something, said once for each, at the outermost place.
//!
//! Takes a plan and a question about a single measure, gives the measures to blame. Words no finding.

use crate::plan::{Holder, Id, Measure, Plan};

/// The measures that lack something.
///
/// One below another that lacks it is left out: what is written above holds below. So is one that only groups others,
/// each of which has its own.
pub(super) fn lacking(plan: &Plan, lacks: impl Fn(Id<Measure>, &Measure) -> bool) -> Vec<&Measure> {
    let lacks: Vec<bool> = plan.measures.entries().map(|(id, measure)| lacks(id, measure)).collect();
    let mut members = vec![(0_usize, 0_usize); lacks.len()];
    for (id, measure) in plan.measures.entries() {
        if let Holder::Measure(above) = measure.holder {
            let (all, lacking) = &mut members[above.index()];
            *all += 1;
            *lacking += usize::from(lacks[id.index()]);
        }
    }
    let is_group = |index: usize| members[index].0 > 1 && members[index].1 == 0;
    let blamed = plan.measures.entries().filter(|(id, measure)| {
        let is_below_one = matches!(measure.holder, Holder::Measure(above) if lacks[above.index()]);
        lacks[id.index()] && !is_below_one && !is_group(id.index())
    });
    blamed.map(|(_, measure)| measure).collect()
}
