//! From the tree to the plan.
//!
//! Three steps: the indicators that 口径 declares, because a quota line is split by them (`indicators`); one walk over
//! the tree that makes every record with its references still open (`walk`, `facts`, `owners`); and the binding of
//! every reference (`bind`, `inline`). Faults become findings; the plan is always there.

mod bind;
mod composite;
mod facts;
mod faults;
mod fields;
mod indicators;
mod inline;
mod names;
mod owners;
mod quotas;
mod reckon;
mod said;
mod tables;
mod walk;

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::numbering::Pasted;
use crate::source::{Source, Span, Spanned};
use crate::syntax::ast;

use super::{Arena, GoalRef, Id, Indicator, OwnerRef, Plan};

/// Binds every name of a file and unfolds its tables.
pub fn resolve(source: &Source, file: &ast::File) -> (Plan, Vec<Diagnostic>) {
    let mut builder = Builder {
        source,
        plan: Plan::empty(Span::new(source.id(), 0, 0)),
        findings: Vec::new(),
        indicators: HashMap::new(),
        stated: Stated::default(),
        parts: Vec::new(),
    };
    builder.plan.pasted = file.pasted.clone();
    let unread = file.unread.iter().map(|span| Spanned::new(source.slice(*span).to_owned(), *span));
    builder.plan.unread.extend(unread);
    builder.declare_indicators(&file.items);
    builder.walk(&file.items);
    builder.reckon();
    let Builder { mut plan, mut findings, stated, .. } = builder;
    if plan.title.is_none() {
        findings.push(faults::no_plan(source.whole()));
    }
    bind::bind(&mut plan, stated, &mut findings);
    (plan, findings)
}

/// A plan that is being made.
struct Builder<'a> {
    source: &'a Source,
    plan: Plan,
    findings: Vec<Diagnostic>,
    /// Indicators by their folded names.
    indicators: HashMap<String, Id<Indicator>>,
    /// Every reference in a field that others may inherit, once, where it is written.
    stated: Stated,
    /// 其中 and 属于 of indicators, by name: the whole, the part.
    parts: Vec<(Spanned<String>, Spanned<String>)>,
}

/// References in fields that may be inherited: their faults are told here, not at everything that inherits them.
#[derive(Default)]
struct Stated {
    owners: Vec<OwnerRef>,
    goals: Vec<GoalRef>,
}

impl Plan {
    /// A plan with nothing in it.
    fn empty(span: Span) -> Self {
        Self {
            title: None,
            span,
            kind: None,
            period: None,
            accountable: Vec::new(),
            issuers: Vec::new(),
            date: None,
            attachments: Vec::new(),
            notices: Vec::new(),
            body: Vec::new(),
            pasted: Pasted::default(),
            faulty: Vec::new(),
            unread: Vec::new(),
            owners: Arena::default(),
            indicators: Arena::default(),
            sections: Arena::default(),
            goals: Arena::default(),
            measures: Arena::default(),
            phases: Arena::default(),
            quotas: Arena::default(),
            baselines: Arena::default(),
            funds: Arena::default(),
            reports: Arena::default(),
            chains: Arena::default(),
            alliances: Arena::default(),
            levels: Arena::default(),
            sets: Arena::default(),
            bases: Arena::default(),
            conditions: Arena::default(),
            roles: Arena::default(),
        }
    }
}
