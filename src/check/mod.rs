//! The rules a plan is held against.
//!
//! Takes a resolved plan, gives findings. Each rule is one file in `rules/`, whose module text is its manual page;
//! the list in `rules/mod.rs` is held against the folder by a test. The faults of reading have their pages in `pages/`.
//! A rule never reads clock or file, and of the texts only the words a place of the plan has: what it is judged by comes
//! in the [`Context`].

mod allowances;
mod manual;
mod pages;
mod rules;
mod ruling;

// What several rules share.
mod bounds;
mod changes;
mod clauses;
mod counted;
mod departments;
mod drawers;
mod enumerations;
mod figures;
mod frame;
mod funds;
mod gathered;
mod holes;
mod late;
mod level;
mod likeness;
mod lists;
mod measures;
mod movement;
mod nesting;
mod numbers;
mod owner_lists;
mod owners;
mod papers;
mod passages;
mod pasted;
mod pattern;
mod phases;
mod places;
mod rhythms;
mod service;
mod sieve;
mod signs;
mod steps;
mod texts;
mod times;
mod word_list;
mod words;
mod years;

/// The code of what is left open.
pub const HOLE_OPEN: &str = "S202";

pub use lists::WordLists;
pub use manual::Manual;
pub use pages::{Page, pages};
pub use rules::RULES;
pub use ruling::{Choice, Ruling, Selector, code, near};

use self::gathered::Gathered;
use self::times::PlanDays;
use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::plan::Plan;
use crate::source::{Sources, Span};
use allowances::Idle;

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
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How far the plan has come.
    pub stage: Stage,
    /// The day by which it is judged, if there is one: the verdict never depends on a clock.
    pub as_of: Option<Date>,
    /// Which rules speak, and how gravely.
    pub ruling: Ruling,
    /// The words that rules go by.
    pub words: WordLists,
    /// Whether only what is certainly wrong is asked for: rules that never say so are silent.
    pub only_errors: bool,
}

/// What a rule is given.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The texts it was made of.
    pub sources: &'a Sources,
    /// What it is judged by.
    pub options: &'a Options,
    /// Its texts, passages and times.
    gathered: &'a Gathered<'a>,
    /// From when to when it runs.
    days: PlanDays,
    /// What was let off for nothing, which is known once the other rules have spoken.
    idle: &'a [Idle],
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
}

/// Holds a plan against every rule that speaks.
///
/// The rules about what is let off speak last: they judge what the others found.
pub fn check(plan: &Plan, sources: &Sources, options: &Options) -> Vec<Diagnostic> {
    let gathered = Gathered::new(plan, sources, &options.words);
    let context = Context { plan, sources, options, gathered: &gathered, days: PlanDays::of(plan), idle: &[] };
    let (last, first): (Vec<&Rule>, Vec<&Rule>) = RULES.iter().partition(|rule| rule.code.starts_with(ALLOWANCES));
    let mut found = run(&first, &context);
    let idle = allowances::let_off(&context, &mut found);
    found.extend(run(&last, &Context { idle: &idle, ..context }));
    found
}

/// What the codes of the rules about 不查 begin with.
const ALLOWANCES: &str = "S3";

fn run(rules: &[&Rule], context: &Context) -> Vec<Diagnostic> {
    let Options { stage, ruling, only_errors, .. } = context.options;
    let mut found = Vec::new();
    for rule in rules.iter().filter(|rule| ruling.speaks(rule.code)) {
        let at_stage = (*stage == Stage::Issue).then_some(rule.at_issue);
        let settled = ruling.severity.get(rule.code).copied().or(at_stage);
        if *only_errors && settled.unwrap_or(rule.severity) != Severity::Error {
            continue;
        }
        let from = found.len();
        (rule.run)(context, &mut found);
        if let Some(severity) = settled {
            found[from..].iter_mut().for_each(|finding| finding.severity = severity);
        }
    }
    // That a parameter has no value is told once, where it is declared.
    found.retain(|finding| !context.plan.waits_at(finding.span));
    found
}
