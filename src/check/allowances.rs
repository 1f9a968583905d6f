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
    let mut known = known(context);
    found.retain(|finding| {
        let mut is_let_off = false;
        for each in known.iter_mut().filter(|each| each.lets_off(finding)) {
            each.is_used = true;
            is_let_off = true;
        }
        !is_let_off
    });
    let is_told =
        |each: &Known| !each.is_used && context.plan.is_own(each.code.span) && could_speak(context, each.code.value);
    let idle = known.into_iter().filter(is_told);
    idle.map(|each| Idle { code: each.code, is_alone: each.covers.is_none() }).collect()
}

/// A rule that a comment names.
struct Known {
    code: Spanned<&'static str>,
    covers: Option<Span>,
    is_used: bool,
}

fn known(context: &Context) -> Vec<Known> {
    let mut found = Vec::new();
    for allowance in &context.plan.allowances {
        let codes = allowance.codes.iter().filter_map(|written| {
            let code = code(&written.value).ok()?;
            Some(Known { code: Spanned::new(code, written.span), covers: allowance.covers, is_used: false })
        });
        found.extend(codes);
    }
    found
}

impl Known {
    /// Whether a finding is of the rule and begins in the statement; what is missing may be missing at its very end.
    fn lets_off(&self, finding: &Diagnostic) -> bool {
        let (code, at) = (self.code.value, finding.span);
        let is_in = |covers: Span| covers.source == at.source && (covers.start..=covers.end).contains(&at.start);
        finding.code == code && self.covers.is_some_and(is_in)
    }
}

fn could_speak(context: &Context, code: &str) -> bool {
    context.options.ruling.speaks(code) && (context.options.as_of.is_some() || !asks_for_a_day(code))
}
