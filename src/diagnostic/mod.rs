//! What the compiler has to say about a plan, as plain data.
//!
//! A [`Diagnostic`] is made where the fault is found, with its words in both languages side by side. This room
//! never prints, never chooses a language and never reads the plan.

mod cap;
mod mend;
mod text;

pub use cap::{Left, cap, sum_up};
pub use mend::{mend, safe_edits};
pub use text::{Lang, Text, said};

use crate::source::Span;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Certainly wrong: the plan cannot be built.
    Error,
    /// Against what a standard calls normal, or probably wrong.
    Warning,
    /// Worth knowing.
    Info,
}

/// One finding: what is wrong, where, why, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's code, such as `D003`. A code never changes its meaning.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The place blamed.
    pub span: Span,
    /// What is wrong, in one sentence that stands alone in a list.
    pub message: Text,
    /// A few words to stand under the place, if the message alone does not explain it.
    pub label: Option<Text>,
    /// Other places that belong to the finding, such as the first of two that disagree.
    pub related: Vec<Related>,
    /// What to write instead, and why.
    pub help: Option<Text>,
    /// An edit that mends it.
    pub fix: Option<Box<Fix>>,
}

/// A further place of a finding and what it has to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What stands there.
    pub message: Text,
}

/// Edits that mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What the edits do, for a menu.
    pub title: Text,
    /// Whether they cannot change what is meant; a guess can.
    pub safe: bool,
    /// Replacements that do not overlap.
    pub edits: Vec<Edit>,
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace; empty to insert.
    pub span: Span,
    /// What to put there.
    pub text: String,
}

impl Diagnostic {
    /// A finding at `span`.
    pub fn new(code: &'static str, severity: Severity, span: Span, message: Text) -> Self {
        Self { code, severity, span, message, label: None, related: Vec::new(), help: None, fix: None }
    }

    /// A finding that is certainly a fault.
    pub fn error(code: &'static str, span: Span, message: Text) -> Self {
        Self::new(code, Severity::Error, span, message)
    }

    /// A finding that is probably a fault.
    pub fn warning(code: &'static str, span: Span, message: Text) -> Self {
        Self::new(code, Severity::Warning, span, message)
    }

    /// Sets the words under the place.
    pub fn label(mut self, label: Text) -> Self {
        self.label = Some(label);
        self
    }

    /// Adds another place.
    pub fn related(mut self, span: Span, message: Text) -> Self {
        // Mostly there is one, and a list that grows by itself takes room for four.
        self.related.reserve_exact(1);
        self.related.push(Related { span, message });
        self
    }

    /// Sets what to write instead.
    pub fn help(mut self, help: Text) -> Self {
        self.help = Some(help);
        self
    }

    /// Sets the edit that mends it without changing what is meant: `text` instead of what stands at `span`.
    pub fn fix(self, title: Text, span: Span, text: impl Into<String>) -> Self {
        self.edits(title, true, vec![Edit { span, text: text.into() }])
    }

    /// Sets an edit that may be meant: it is shown, and never made without being asked for.
    pub fn guess(self, title: Text, span: Span, text: impl Into<String>) -> Self {
        self.edits(title, false, vec![Edit { span, text: text.into() }])
    }

    /// The same with every place moved, as when texts are gathered from several runs.
    pub fn moved(mut self, to: impl Fn(Span) -> Span) -> Self {
        self.span = to(self.span);
        self.related.iter_mut().for_each(|related| related.span = to(related.span));
        self.fix.iter_mut().flat_map(|fix| &mut fix.edits).for_each(|edit| edit.span = to(edit.span));
        self
    }

    /// Sets several edits that mend it together.
    pub fn edits(mut self, title: Text, safe: bool, edits: Vec<Edit>) -> Self {
        self.fix = Some(Box::new(Fix { title, safe, edits }));
        self
    }
}

/// The findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl From<Vec<Diagnostic>> for Diagnostics {
    fn from(findings: Vec<Diagnostic>) -> Self {
        Self(findings)
    }
}

impl Diagnostics {
    /// Takes one finding in.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Takes several in.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(more);
    }

    /// Whether each, in their order by place and code, is the first that says what it says.
    fn first_of_each(&self) -> Vec<bool> {
        // Findings with the same key may differ in the rest, so equal ones need not be neighbours.
        let alike = self.0.chunk_by(|one, other| (one.span, one.code) == (other.span, other.code));
        alike.flat_map(|all| all.iter().enumerate().map(|(at, found)| !all[..at].contains(found))).collect()
    }

    /// All of them by place, then code, each once.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by(|a, b| (a.span, a.code, &a.message.zh).cmp(&(b.span, b.code, &b.message.zh)));
        let mut is_first = self.first_of_each().into_iter();
        self.0.retain(|_| is_first.next().unwrap_or(true));
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceId, Sources};
    use crate::text;

    fn two_sources() -> [SourceId; 2] {
        let mut sources = Sources::default();
        [sources.add("a.plan", "一"), sources.add("b.plan", "二")]
    }

    #[test]
    fn findings_are_sorted_by_file_place_and_code() {
        let [a, b] = two_sources();
        let finding = |code, source, start| {
            Diagnostic::warning(code, Span::new(source, start, 9), text!(zh: "{code}", en: "{code}"))
        };
        let mut all = Diagnostics::default();
        all.push(finding("Q001", b, 0));
        all.extend([finding("D002", a, 3), finding("Q001", a, 0), finding("D001", a, 3)]);
        let order: Vec<_> = all.into_sorted().iter().map(|found| (found.span.source, found.code)).collect();
        assert_eq!(order, [(a, "Q001"), (a, "D001"), (a, "D002"), (b, "Q001")]);
    }

    #[test]
    fn the_first_of_each_code_in_each_file_are_kept() {
        let [a, b] = two_sources();
        let finding = |code, source, start| {
            Diagnostic::warning(code, Span::new(source, start, 9), text!(zh: "{code}", en: "{code}"))
        };
        let all = vec![finding("D001", a, 0), finding("D002", a, 1), finding("D001", a, 2), finding("D001", b, 0)];
        let (kept, left) = cap(&all, 1);
        assert_eq!(kept, [all[0].clone(), all[1].clone(), all[3].clone()]);
        assert_eq!(left, [Left { source: a, code: "D001", count: 1, mended: 0 }]);
        assert_eq!(cap(&all, 0), (all.clone(), Vec::new()));
    }

    #[test]
    fn a_habit_is_told_of_once() {
        let [a, _] = two_sources();
        let words = || text!(zh: "改", en: "mend it");
        let alike =
            |start| Diagnostic::error("S001", Span::new(a, start, 9), words()).fix(words(), Span::new(a, start, 9), "");
        let mut all: Vec<_> = (0..5).map(alike).collect();
        all.push(Diagnostic::error("S001", Span::new(a, 6, 9), words()));
        let (kept, left) = sum_up(&all, 20);
        assert_eq!(kept, [all[0].clone(), all[5].clone()]);
        assert_eq!(left, [Left { source: a, code: "S001", count: 4, mended: 4 }]);
        assert_eq!(cap(&all, 20).0, all);
        assert_eq!(sum_up(&all[..3], 20).0.len(), 3);
    }

    #[test]
    fn each_finding_is_kept_once() {
        let [a, _] = two_sources();
        let plain = Diagnostic::error("D001", Span::new(a, 0, 3), text!(zh: "错", en: "wrong"));
        let helped = plain.clone().help(text!(zh: "改", en: "mend it"));
        let mut all = Diagnostics::default();
        all.extend([plain.clone(), helped.clone(), plain.clone(), helped.clone()]);
        assert_eq!(all.into_sorted(), [plain, helped]);
    }
}
