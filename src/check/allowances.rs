//! What a comment lets off: findings that are not told because the author said why.
//!
//! Takes the findings of every rule, leaves out those that begin in a statement let off their rule, and tells what was
//! let off for nothing. Only rules that could have spoken are missed; a comment of a used file that lets off nothing
//! here is not told to those who use it.

use super::rules::asks_for_a_day;
use super::{Context, code};
use crate::diagnostic::Diagnostic;
use crate::source::{Span, Spanned};

/// A rule let off for nothing.
pub(super) struct Idle {
    /// Its code, where it is written.
    pub code: Spanned<&'static str>,
    /// Whether no statement stands right below the comment.
    pub is_alone: bool,
}

/// Takes out what is let off and gives what was let off for nothing.
pub(super) fn let_off(context: &Context, found: &mut Vec<Diagnostic>) -> Vec<Idle> {
    let known = known(context);
    let mut ground = Ground::new(&known);
    found.retain(|finding| !ground.lets_off(finding));
    let is_told = |each: &Known| {
        let is_used = each.covers.is_some_and(|covers| ground.is_used(each.code.value, covers));
        !is_used && context.plan.is_own(each.code.span) && could_speak(context, each.code.value)
    };
    let idle = known.iter().filter(|each| is_told(each));
    idle.map(|each| Idle { code: each.code, is_alone: each.covers.is_none() }).collect()
}

fn could_speak(context: &Context, code: &str) -> bool {
    context.options.ruling.speaks(code) && (context.options.as_of.is_some() || !asks_for_a_day(code))
}

/// A rule that a comment names.
struct Known {
    code: Spanned<&'static str>,
    covers: Option<Span>,
}

fn known(context: &Context) -> Vec<Known> {
    let mut found = Vec::new();
    for allowance in &context.plan.allowances {
        let codes = allowance.codes.iter().filter_map(|written| {
            let code = code(&written.value).ok()?;
            Some(Known { code: Spanned::new(code, written.span), covers: allowance.covers })
        });
        found.extend(codes);
    }
    found
}

/// The statements that are let off, by code and place.
struct Ground(Vec<Plot>);

/// A statement let off a rule, however many comments say so.
struct Plot {
    code: &'static str,
    covers: Span,
    /// Where the last of the statements up to this one ends, of the same rule and file.
    reach: u32,
    is_used: bool,
}

impl Ground {
    fn new(known: &[Known]) -> Self {
        let mut places: Vec<_> = known.iter().filter_map(|each| Some((each.code.value, each.covers?))).collect();
        places.sort_unstable();
        places.dedup();
        let mut plots: Vec<Plot> = Vec::with_capacity(places.len());
        for (code, covers) in places {
            let before = plots.last().filter(|plot| (plot.code, plot.covers.source) == (code, covers.source));
            let reach = before.map_or(covers.end, |plot| plot.reach.max(covers.end));
            plots.push(Plot { code, covers, reach, is_used: false });
        }
        Self(plots)
    }

    /// Whether a finding begins in a statement let off its rule; what is missing may be missing at its very end.
    fn lets_off(&mut self, finding: &Diagnostic) -> bool {
        let (code, at) = (finding.code, finding.span);
        let begins = |plot: &Plot| (plot.code, plot.covers.source, plot.covers.start);
        let end = self.0.partition_point(|plot| begins(plot) <= (code, at.source, at.start));
        let before = self.0[..end].iter_mut().rev();
        let near =
            before.take_while(|plot| (plot.code, plot.covers.source) == (code, at.source) && plot.reach >= at.start);
        let mut is_let_off = false;
        for plot in near.filter(|plot| plot.covers.end >= at.start) {
            plot.is_used = true;
            is_let_off = true;
        }
        is_let_off
    }

    fn is_used(&self, code: &str, covers: Span) -> bool {
        let found = self.0.binary_search_by(|plot| (plot.code, plot.covers).cmp(&(code, covers)));
        found.is_ok_and(|at| self.0[at].is_used)
    }
}
