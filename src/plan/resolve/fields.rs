//! Values of single keys: from what is written to fields and open references.

use crate::calendar::When;
use crate::plan::{Field, Link, Origin, Reference};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Entry, Item, Key, Name, NameKind, Value};
use crate::syntax::keyword::Keyword;

use super::{Builder, faults};

/// The data lines among some items, with the keyword they begin with.
pub(super) fn entries(items: &[Item]) -> impl Iterator<Item = (Keyword, &Entry)> {
    items.iter().filter_map(|item| match item {
        Item::Entry(entry) => match &entry.key {
            Key::Word(keyword) => Some((keyword.value, &**entry)),
            _ => None,
        },
        _ => None,
    })
}

/// The lines that begin with one keyword.
pub(super) fn with_key(items: &[Item], wanted: Keyword) -> impl Iterator<Item = &Entry> {
    entries(items).filter(move |(keyword, _)| *keyword == wanted).map(|(_, entry)| entry)
}

/// A name as a reference that is still to be bound.
pub(super) fn open<T>(name: &Name) -> Reference<T> {
    let link = match name.kind {
        NameKind::Hole => Link::Hole,
        NameKind::Title | NameKind::Quoted => Link::Outside,
        NameKind::Plain => Link::Unresolved,
    };
    Reference { link, text: name.text.clone(), span: name.span }
}

/// Names as references that are still to be bound.
pub(super) fn open_all<T>(names: &[Name]) -> Vec<Reference<T>> {
    names.iter().map(open).collect()
}

/// A hole where nothing is written.
fn blank<T>(span: Span) -> Reference<T> {
    Reference { link: Link::Hole, text: String::new(), span }
}

impl Builder<'_> {
    /// A list that may be inherited; `无` stops it, an empty one is a hole.
    pub(super) fn list<T: Clone>(&mut self, items: &[Item], keyword: Keyword) -> Field<Vec<Reference<T>>> {
        let mut field = Field { value: Vec::new(), origin: Origin::Missing };
        for entry in with_key(items, keyword) {
            match &entry.value {
                Value::List(names) => {
                    match field.value.is_empty() {
                        // Mostly there is one line: no more room is taken than it needs.
                        true => field.value = open_all(names),
                        false => field.value.extend(open_all(names)),
                    }
                    field.origin = Origin::Stated;
                }
                Value::None(_) => field.origin = Origin::Stopped,
                Value::Empty => {
                    field.value.push(blank(entry.span));
                    field.origin = Origin::Stated;
                }
                _ if field.value.is_empty() => field.origin = Origin::Faulty,
                _ => {}
            }
        }
        field
    }

    /// The same, where nothing can be inherited.
    pub(super) fn plain_list<T: Clone>(&mut self, items: &[Item], keyword: Keyword) -> Vec<Reference<T>> {
        self.list(items, keyword).value
    }

    /// A time that may be inherited.
    pub(super) fn due(&mut self, items: &[Item], keyword: Keyword) -> Field<Option<Spanned<When>>> {
        let mut field = Field { value: None, origin: Origin::Missing };
        for entry in with_key(items, keyword) {
            if let Some(first) = &field.value {
                let first: &Spanned<When> = first;
                // One that could not be read is told of already.
                if matches!(entry.value, Value::Faulty(_)) {
                    continue;
                }
                self.findings.push(faults::line_twice(entry.span, first.span));
                continue;
            }
            (field.value, field.origin) = match &entry.value {
                Value::When(when) if matches!(&when.value, When::Words(words) if words == "无" || words == "none") => {
                    (None, Origin::Stopped)
                }
                Value::When(when) => (Some(Spanned::clone(when)), Origin::Stated),
                Value::Empty => (Some(Spanned::new(When::Hole(None), entry.span)), Origin::Stated),
                _ => (None, Origin::Faulty),
            };
        }
        field
    }

    /// A time that nothing inherits.
    pub(super) fn time(&mut self, items: &[Item], keyword: Keyword) -> Option<Spanned<When>> {
        self.due(items, keyword).value
    }

    /// A date of a paper; one that cannot be read is kept in its words, so that it is not missed as well.
    pub(super) fn date(&mut self, items: &[Item], keyword: Keyword) -> Option<Spanned<When>> {
        let field = self.due(items, keyword);
        let faulty = || match &with_key(items, keyword).next()?.value {
            Value::Faulty(span) => Some(Spanned::new(When::Words(self.written(*span).to_owned()), *span)),
            _ => None,
        };
        field.value.or_else(faulty)
    }

    /// Words that may be said once.
    pub(super) fn words(&mut self, items: &[Item], keyword: Keyword) -> Option<Spanned<String>> {
        let mut all = self.all_words(items, keyword).into_iter();
        let first = all.next()?;
        for again in all {
            self.findings.push(faults::line_twice(again.span, first.span));
        }
        Some(first)
    }

    /// Words that may be said several times.
    pub(super) fn all_words(&mut self, items: &[Item], keyword: Keyword) -> Vec<Spanned<String>> {
        let mut found = Vec::new();
        for entry in with_key(items, keyword) {
            match &entry.value {
                Value::Text(words) => found.push(words.clone()),
                Value::Empty => self.findings.push(faults::empty(keyword, entry.span)),
                _ => {}
            }
        }
        found
    }
}
