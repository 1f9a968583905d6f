//! What can be done about the problems at a place: the fixes of findings, all safe ones at once, a declaration for a name
//! that has none, and the ways to mend what no edit certainly does.

use std::collections::HashSet;
use std::ops::Range;

use gen_lsp_types as lsp;

use super::Answer;
use crate::diagnostic::{Diagnostic, Edit, Text, safe_edits};
use crate::lsp::checked::Checked;
use crate::lsp::convert::edit::Edits;
use crate::lsp::state::State;
use crate::lsp::subject::Subject;
use crate::text;

/// The actions for a range, once the text was checked as it is now.
pub(super) fn actions(state: &State, params: lsp::CodeActionParams) -> Answer<lsp::CodeActionRequest> {
    let subject = state.subject(&params.text_document.uri)?;
    subject.current()?;
    if !state.client.can.actions {
        return Ok(None);
    }
    let wanted = |kind: &lsp::CodeActionKind| {
        let only = params.context.only.as_deref();
        only.is_none_or(|only| only.iter().any(|above| is_below(kind.as_str(), above.as_str())))
    };
    let bytes = subject.bytes(params.range);
    let mut found = Vec::new();
    if wanted(&lsp::CodeActionKind::QuickFix) {
        let told = Told::of(state, &subject, &bytes);
        let mut quick = Quick::default();
        fixes(state, &subject, &told, &mut quick);
        offers(state, &subject, &told, &mut quick);
        found.append(&mut quick.actions);
    }
    if wanted(&lsp::CodeActionKind::SourceFixAll) {
        found.extend(all(state, &subject));
    }
    Ok(Some(found.into_iter().map(lsp::CodeActionResponse::from).collect()))
}

/// Whether a kind is another or one below it: `source.fixAll` is below `source`.
fn is_below(kind: &str, above: &str) -> bool {
    kind.strip_prefix(above).is_some_and(|rest| above.is_empty() || rest.is_empty() || rest.starts_with('.'))
}

/// Actions, each once: plans that use the same file may tell the same of it.
#[derive(Default)]
struct Quick {
    actions: Vec<lsp::CodeAction>,
    seen: HashSet<String>,
}

impl Quick {
    fn add(&mut self, action: lsp::CodeAction) {
        let edit = serde_json::to_string(&action.edit).unwrap_or_default();
        if self.seen.insert(format!("{}\n{edit}", action.title)) {
            self.actions.push(action);
        }
    }
}

/// The problems that were told of a text, and the bytes about which is asked.
struct Told<'a> {
    bytes: &'a Range<usize>,
    /// In the order of their ranges.
    problems: Vec<lsp::Diagnostic>,
    /// Which of them touch the bytes.
    touching: Vec<usize>,
}

impl<'a> Told<'a> {
    fn of(state: &State, subject: &Subject, bytes: &'a Range<usize>) -> Self {
        let problems = state.problems(&subject.path);
        let touches = |problem: &lsp::Diagnostic| {
            let told = subject.bytes(problem.range);
            told.start <= bytes.end && bytes.start <= told.end
        };
        let touching = problems.iter().enumerate().filter(|(_, problem)| touches(problem)).map(|(index, _)| index);
        Self { bytes, touching: touching.collect(), problems }
    }

    /// The problem that was told of a finding.
    fn of_finding(&self, subject: &Subject, checked: &Checked, finding: &Diagnostic) -> Option<lsp::Diagnostic> {
        let source = checked.source(&subject.path)?;
        let range = subject.range(&crate::report::shown(source, finding.span));
        let code = Some(lsp::Code::String(finding.code.to_owned()));
        let first = self.problems.partition_point(|problem| problem.range < range);
        let here = self.problems.iter().skip(first).take_while(|problem| problem.range == range);
        here.into_iter().find(|problem| problem.code == code).cloned()
    }

    /// The first problem of a rule that touches the bytes.
    fn of_rule(&self, code: &'static str) -> Option<lsp::Diagnostic> {
        let code = Some(lsp::Code::String(code.to_owned()));
        let mut touching = self.touching.iter().filter_map(|index| self.problems.get(*index));
        touching.find(|problem| problem.code == code).cloned()
    }
}

/// The fixes of the findings that touch some bytes; those that cannot change what is meant are preferred.
fn fixes(state: &State, subject: &Subject, told: &Told, quick: &mut Quick) {
    for checked in state.plans.speakers(&subject.path) {
        for finding in touching(checked, subject, told.bytes) {
            let Some(fix) = &finding.fix else { continue };
            let made = action(state, checked, &fix.title, lsp::CodeActionKind::QuickFix, &fix.edits);
            let Some(mut made) = made else { continue };
            made.is_preferred = Some(fix.safe);
            made.diagnostics = told.of_finding(subject, checked, finding).map(|problem| vec![problem]);
            quick.add(made);
        }
    }
}

/// The findings of a plan that touch some bytes of a text.
fn touching<'a>(checked: &'a Checked, subject: &Subject, bytes: &Range<usize>) -> impl Iterator<Item = &'a Diagnostic> {
    let source = checked.source(&subject.path).map(|source| source.id());
    let findings = checked.known.iter().flat_map(|known| &known.compiled().findings);
    let bytes = bytes.clone();
    findings.filter(move |finding| {
        let span = finding.span.range();
        Some(finding.span.source) == source && span.start <= bytes.end && bytes.start <= span.end
    })
}

/// What declares the names that nothing declares, and what else may mend what no fix certainly does.
fn offers(state: &State, subject: &Subject, told: &Told, quick: &mut Quick) {
    for known in subject.all_known().unwrap_or_default() {
        let remedies = known.analysis.remedies(known.source, told.bytes.clone());
        let declared = known.analysis.declarations(known.source, told.bytes.clone());
        for offered in remedies.into_iter().chain(declared) {
            let made = action(state, known.checked, &offered.title, lsp::CodeActionKind::QuickFix, &offered.edits);
            let Some(mut made) = made else { continue };
            made.diagnostics = offered.mends.and_then(|code| told.of_rule(code)).map(|problem| vec![problem]);
            quick.add(made);
        }
    }
}

/// Every fix of the text that cannot change what is meant.
fn all(state: &State, subject: &Subject) -> Option<lsp::CodeAction> {
    let speakers = state.plans.speakers(&subject.path);
    let checked = *speakers.first()?;
    let source = checked.source(&subject.path)?;
    let edits = safe_edits(source.text(), source.id(), &checked.known.as_ref()?.compiled().findings);
    let title =
        text!(zh: "改正本文件中不会改变意思的问题", en: "Make every fix in this file that cannot change what is meant");
    action(state, checked, &title, lsp::CodeActionKind::SourceFixAll, &edits)
}

/// An action that makes edits; nothing if one of them has no place.
fn action(
    state: &State,
    checked: &Checked,
    title: &Text,
    kind: lsp::CodeActionKind,
    wanted: &[Edit],
) -> Option<lsp::CodeAction> {
    let mut edits = Edits::default();
    for edit in wanted {
        edits.add(state.place(checked, edit.span)?, edit.text.clone());
    }
    if edits.is_empty() {
        return None;
    }
    Some(lsp::CodeAction {
        title: title.get(state.client.lang()).to_owned(),
        kind: Some(kind),
        edit: Some(edits.into_workspace(state.client.can.document_changes)),
        ..Default::default()
    })
}
