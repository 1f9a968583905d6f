//! Which measures lack something, said once, at the outermost place.
//!
//! Takes a plan and a question about a single measure, gives what to blame: single measures, or a section or the whole
//! plan of which every measure lacks it. Words no finding.

use crate::diagnostic::Text;
use crate::plan::{Holder, Id, Measure, Plan};
use crate::source::{Span, Spanned};
use crate::text;

use super::nesting::outward;

/// Something to blame for what is lacking.
pub(super) enum Lack<'a> {
    /// One measure.
    One(&'a Measure),
    /// Every measure of the plan or of a section: its title and how many there are.
    All(&'a Spanned<String>, usize, Whole),
}

/// What has several measures.
#[derive(Clone, Copy)]
pub(super) enum Whole {
    /// The plan.
    Plan,
    /// A section.
    Section,
}

impl Lack<'_> {
    /// The place to blame.
    pub(super) fn span(&self) -> Span {
        match self {
            Lack::One(measure) => measure.title.span,
            Lack::All(title, ..) => title.span,
        }
    }

    /// Whom it is about, to begin a sentence: 措施“完善听评课制度”, or 本节5项措施都.
    pub(super) fn subject(&self) -> Text {
        match self {
            Lack::One(measure) => {
                let title = &measure.title.value;
                text!(zh: "措施“{title}”", en: "measure “{title}”")
            }
            Lack::All(_, count, Whole::Plan) => {
                text!(zh: "方案的{count}项措施都", en: "each of the {count} measures of the plan")
            }
            Lack::All(_, count, Whole::Section) => {
                text!(zh: "本节{count}项措施都", en: "each of the {count} measures of this section")
            }
        }
    }

    /// Where to mend it.
    pub(super) fn place(&self) -> Text {
        match self {
            Lack::One(_) => text!(zh: "在它下面", en: "below it"),
            Lack::All(..) => {
                text!(zh: "在这个标题下面，或在各项措施下面", en: "below this title, or below each measure")
            }
        }
    }
}

/// What to blame for a lack.
///
/// A measure below another that lacks it is left out: what is written above holds below. So is one that only groups
/// others, each of which has its own.
pub(super) fn lacking(plan: &Plan, lacks: impl Fn(Id<Measure>, &Measure) -> bool) -> Vec<Lack<'_>> {
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
    gathered(plan, &blamed.map(|(id, _)| id).collect::<Vec<_>>())
}

/// The same blame, told once where it falls on all measures of the plan or of a section.
pub(super) fn gathered<'a>(plan: &'a Plan, blamed: &[Id<Measure>]) -> Vec<Lack<'a>> {
    if blamed.is_empty() {
        return Vec::new();
    }
    let mut is_left = vec![false; plan.measures.len()];
    blamed.iter().for_each(|id| is_left[id.index()] = true);
    let outermost: Vec<_> = plan.measures.entries().filter(|(_, measure)| is_outermost(plan, measure)).collect();
    let mut found = Vec::new();
    let plan_title = plan.title.iter().map(|title| (Holder::Plan, title, Whole::Plan));
    let sections = plan.sections.entries().map(|(id, each)| (Holder::Section(id), &each.title, Whole::Section));
    // A section stands before those within it.
    for (whole, title, kind) in plan_title.chain(sections) {
        let within = outermost.iter().filter(|(_, measure)| outward(plan, measure.holder).any(|at| at == whole));
        let within: Vec<_> = within.map(|(id, _)| *id).collect();
        if within.len() > 1 && within.iter().all(|id| is_left[id.index()]) {
            within.iter().for_each(|id| is_left[id.index()] = false);
            found.push(Lack::All(title, within.len(), kind));
        }
    }
    let left = plan.measures.entries().filter(|(id, _)| is_left[id.index()]);
    found.extend(left.map(|(_, measure)| Lack::One(measure)));
    found
}

fn is_outermost(plan: &Plan, measure: &Measure) -> bool {
    outward(plan, measure.holder).all(|holder| !matches!(holder, Holder::Measure(_)))
}
