//! The rules a plan is held against.
//!
//! Takes a resolved plan, gives findings. Each rule is one file in `rules/`, whose module text is its manual page;
//! the list in `rules/mod.rs` is held against the folder by a test. A rule never reads text, clock or file: what it
//! is judged by comes in the [`Context`].

mod manual;
mod rules;

// What several rules share.
mod changes;
mod counted;
mod deadline_words;
mod departments;
mod enumerations;
mod figures;
mod funds;
mod holes;
mod late;
mod level;
mod measures;
mod movement;
mod nesting;
mod numbers;
mod owners;
mod papers;
mod pasted;
mod phases;
mod places;
mod service;
mod steps;
mod texts;
mod times;
mod words;
mod years;

pub use manual::Manual;
pub use rules::RULES;

use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::plan::Plan;
use crate::source::{Sources, Span};

/// A rule.
pub struct Rule {
    /// Its code: a letter for its family and three digits. Never reused.
    pub code: &'static str,
    /// What it blames, in words joined by `_`; the name of its file.
    pub name: &'static str,
    /// How grave a finding is while drafting.
    pub severity: Severity,
    /// How grave it is when the plan is to be issued.
    pub at_issue: Severity,
    /// The text of its file, whose module text is the manual page.
    text: &'static str,
    run: fn(&Context, &mut Vec<Diagnostic>),
}

/// What a plan is judged by.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The texts it was made of.
    pub sources: &'a Sources,
    /// How far it has come.
    pub stage: Stage,
}

/// How far a plan has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Stage {
    /// It is being written: what is still open is a warning.
    #[default]
    Draft,
    /// It is to be issued: what is still open is an error.
    Issue,
}

impl Rule {
    /// A finding of this rule.
    pub fn finding(&self, span: Span, message: Text) -> Diagnostic {
        Diagnostic::new(self.code, self.severity, span, message)
    }

    /// Its manual page.
    pub fn manual(&self) -> Manual {
        Manual::of(self.text)
    }
}

/// Holds a plan against every rule.
pub fn check(context: Context) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        let from = found.len();
        (rule.run)(&context, &mut found);
        if context.stage == Stage::Issue {
            for finding in &mut found[from..] {
                finding.severity = rule.at_issue;
            }
        }
    }
    // That a parameter has no value is told once, where it is declared.
    found.retain(|finding| !context.plan.waits_at(finding.span));
    found
}
