//! What a request is about: a text that is open, and the newest that is known of it.
//!
//! Positions of a request are those of the text as it is now; what is known may be older. Here places are moved from one
//! to the other, and here it is decided when an answer has to wait.

use std::ops::Range;
use std::path::PathBuf;

use gen_lsp_types as lsp;

use super::checked::Checked;
use super::documents::{Document, real};
use super::shift::Shift;
use super::state::{Refusal, State};
use super::uri;
use crate::editor::{Analysis, Draft};
use crate::source::{SourceId, Span};

/// A text that is open.
pub(super) struct Subject<'a> {
    state: &'a State,
    /// Its one path.
    pub path: PathBuf,
    /// The text.
    pub document: &'a Document,
}

/// What is known of a text that is open.
pub(super) struct Known<'a> {
    /// The check that ended last.
    pub checked: &'a Checked,
    /// What is known since.
    pub analysis: &'a Analysis,
    /// The text as it was then.
    pub source: SourceId,
    shift: Shift,
    old: &'a str,
}

/// A place in a file, as the client finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The file.
    pub path: PathBuf,
    /// Its name.
    pub uri: lsp::Uri,
    /// The version of its text, if it is open.
    pub version: Option<i32>,
    /// The place.
    pub range: lsp::Range,
}

impl State {
    /// The open text that a request names.
    pub fn subject(&self, uri: &lsp::Uri) -> Result<Subject<'_>, Refusal> {
        let path = real(&uri::path(uri));
        let missing = || Refusal::Invalid(format!("{} is not open", uri.0));
        let document = self.documents.get(&path).ok_or_else(missing)?;
        Ok(Subject { state: self, path, document })
    }

    /// Where a place of a plan is now; nothing if it is no more, or in the library.
    pub fn place(&self, checked: &Checked, span: Span) -> Option<Place> {
        let file = checked.file(span.source)?;
        let source = checked.known.as_ref()?.compiled().sources.get(span.source);
        let encoding = self.client.encoding;
        let (uri, version, range) = match self.documents.get(&file.path) {
            Some(open) => {
                let shift = Shift::between(source.text(), &open.text);
                let bytes = shift.to_new(span.range().start)?..shift.to_new(span.range().end)?;
                (open.uri.clone(), Some(open.version), open.range(&bytes, encoding))
            }
            None => (self.client.uri(&file.path), None, file.lines.range(source.text(), &span.range(), encoding)),
        };
        Some(Place { path: file.path.clone(), uri, version, range })
    }
}

impl<'a> Subject<'a> {
    /// The byte of a position.
    pub fn byte(&self, position: lsp::Position) -> usize {
        self.document.lines.byte(&self.document.text, position, self.state.client.encoding)
    }

    /// The bytes of a range.
    pub fn bytes(&self, range: lsp::Range) -> Range<usize> {
        self.document.lines.bytes(&self.document.text, range, self.state.client.encoding)
    }

    /// The range of some bytes.
    pub fn range(&self, bytes: &Range<usize>) -> lsp::Range {
        self.document.range(bytes, self.state.client.encoding)
    }

    /// The text cut into lines.
    pub fn draft(&self) -> Draft<'a> {
        Draft::read(&self.document.text)
    }

    /// The newest that is known, if anything is.
    pub fn analysis(&self) -> Option<&'a Analysis> {
        self.speaker().and_then(|checked| checked.known.as_ref())
    }

    /// The newest that is known, with the way from there to the text; waits only for the first check there is.
    pub fn known(&self) -> Result<Known<'a>, Refusal> {
        let Some(checked) = self.speaker() else { return Err(self.nothing_yet()) };
        self.known_of(checked)
    }

    /// The same of every plan that speaks for the text.
    pub fn all_known(&self) -> Result<Vec<Known<'a>>, Refusal> {
        let first = self.known()?;
        let others = self.state.plans.speakers(&self.path).into_iter().skip(1);
        Ok(std::iter::once(first).chain(others.filter_map(|checked| self.known_of(checked).ok())).collect())
    }

    fn known_of(&self, checked: &'a Checked) -> Result<Known<'a>, Refusal> {
        let nothing = || Refusal::Invalid("this text is part of no plan".to_owned());
        let analysis = checked.known.as_ref().ok_or_else(nothing)?;
        let source = checked.source(&self.path).ok_or_else(nothing)?;
        let shift = Shift::between(source.text(), &self.document.text);
        Ok(Known { checked, analysis, source: source.id(), shift, old: source.text() })
    }

    /// Waits until every plan with this file was checked as it is now.
    pub fn current(&self) -> Result<(), Refusal> {
        let plans = &self.state.plans;
        let is_pending = |path: &PathBuf| !plans.is_current(path);
        let own = plans.holds(&self.path) && is_pending(&self.path);
        if own || plans.with(&self.path).any(|checked| is_pending(&checked.path)) {
            return Err(Refusal::Wait);
        }
        Ok(())
    }

    fn speaker(&self) -> Option<&'a Checked> {
        self.state.plans.speakers(&self.path).into_iter().next().map(AsRef::as_ref)
    }

    fn nothing_yet(&self) -> Refusal {
        match self.state.plans.is_current(&self.path) {
            true => Refusal::Invalid("this text could not be checked".to_owned()),
            false => Refusal::Wait,
        }
    }
}

impl Known<'_> {
    /// Where a byte of the text was.
    pub fn then(&self, byte: usize) -> usize {
        self.old.floor_char_boundary(self.shift.to_old(byte))
    }

    /// Where bytes of the text were.
    pub fn bytes_then(&self, bytes: &Range<usize>) -> Range<usize> {
        let start = self.then(bytes.start);
        start..self.then(bytes.end).max(start)
    }

    /// Where a byte is in the text.
    pub fn now(&self, byte: usize) -> Option<usize> {
        self.shift.to_new(byte)
    }

    /// Where bytes are in the text.
    pub fn bytes_now(&self, bytes: &Range<usize>) -> Option<Range<usize>> {
        Some(self.now(bytes.start)?..self.now(bytes.end)?)
    }
}
