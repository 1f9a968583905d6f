//! The texts of a run and the places in them.
//!
//! Takes file names and texts, gives [`SourceId`]s, [`Span`]s and, when something is to be shown, lines and
//! columns. Never reads a file and never looks at what a text means.

use std::fmt;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Which text of the run a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// A stretch of bytes in one source: from `start` up to, not including, `end`.
///
/// Both ends lie on character boundaries of the source they were taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text the bytes are in.
    pub source: SourceId,
    /// Byte offset of the first character.
    pub start: u32,
    /// Byte offset after the last character.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of `source`.
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        Self { source, start: start as u32, end: end as u32 }
    }

    /// The smallest span that holds both; `other` must be in the same source.
    pub fn to(self, other: Span) -> Self {
        Self { source: self.source, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The bytes as a range, for slicing the text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place it was written at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, written at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

impl Spanned<String> {
    /// A slice of the words with its own place; the place of all of them if they are not written as they are kept, as
    /// the value of a parameter is.
    pub fn piece(&self, piece: &str) -> Self {
        let offset = (piece.as_ptr() as usize).checked_sub(self.value.as_ptr() as usize);
        let is_exact = self.span.range().len() == self.value.len();
        let start = offset.filter(|at| is_exact && self.value.get(*at..).is_some_and(|rest| rest.starts_with(piece)));
        let start = start.map(|at| self.span.start as usize + at);
        let span = start.map_or(self.span, |start| Span::new(self.span.source, start, start + piece.len()));
        Self { value: piece.to_owned(), span }
    }
}

/// Words that are a piece of a source and lie there, not copied; or words of their own.
#[derive(Clone)]
pub struct Shared {
    text: Arc<String>,
    start: u32,
    end: u32,
}

impl Shared {
    /// Adds a character; from then on the words are their own.
    pub fn push(&mut self, sign: char) {
        let mut own = self.to_string();
        own.push(sign);
        *self = own.into();
    }
}

impl From<String> for Shared {
    fn from(words: String) -> Self {
        Self { end: words.len() as u32, text: Arc::new(words), start: 0 }
    }
}

impl Deref for Shared {
    type Target = str;

    fn deref(&self) -> &str {
        self.text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Shared {}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// A place as people name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Byte offset from the start of the text, from 0.
    pub byte: usize,
}

/// How many characters begin in some bytes.
fn beginnings(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

/// One text with its name.
#[derive(Clone, Debug)]
pub struct Source {
    id: SourceId,
    path: PathBuf,
    text: Arc<String>,
    /// Where its lines begin; many a run asks for no position in it.
    line_starts: OnceLock<Vec<u32>>,
    /// How many characters begin before each block of the text; only a line longer than a block asks for it.
    characters: OnceLock<Vec<u32>>,
}

/// Bytes in a block.
const BLOCK: usize = 1024;

impl Source {
    fn new(id: SourceId, path: PathBuf, text: String) -> Self {
        Self { id, path, text: Arc::new(text), line_starts: OnceLock::new(), characters: OnceLock::new() }
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = || memchr::memchr_iter(b'\n', self.text.as_bytes());
            // Counted first: a list that grows by doubling stands in memory twice.
            let mut starts = Vec::with_capacity(ends().count() + 1);
            starts.push(0);
            starts.extend(ends().map(|at| at as u32 + 1));
            starts
        })
    }

    /// The id by which spans name this source.
    pub fn id(&self) -> SourceId {
        self.id
    }

    /// The path as it was given, or a name in angle brackets for a text that is no file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text a span covers.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The text a span covers, for whoever keeps it longer than the source is at hand.
    pub fn shared(&self, span: Span) -> Shared {
        Shared { text: Arc::clone(&self.text), start: span.start, end: span.end }
    }

    /// The span of the whole text.
    pub fn whole(&self) -> Span {
        Span::new(self.id, 0, self.text.len())
    }

    /// Line and column of a byte offset; an offset past the end is taken as the end.
    pub fn position(&self, byte: usize) -> Position {
        let byte = byte.min(self.text.len());
        let line = self.line_starts().partition_point(|start| *start as usize <= byte);
        let start = self.line_starts()[line - 1] as usize;
        let column = match byte - start {
            0..BLOCK => beginnings(&self.text.as_bytes()[start..byte]),
            _ => self.characters_before(byte) - self.characters_before(start),
        };
        Position { line, column: column + 1, byte }
    }

    fn characters_before(&self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        let blocks = self.characters.get_or_init(|| {
            let mut before = vec![0];
            for block in bytes.chunks(BLOCK) {
                before.push(before[before.len() - 1] + beginnings(block) as u32);
            }
            before
        });
        let block = byte / BLOCK;
        blocks[block] as usize + beginnings(&bytes[block * BLOCK..byte])
    }

    /// The number of lines; a final line break does not begin another line.
    pub fn line_count(&self) -> usize {
        let ends_open = self.line_starts().last().is_some_and(|start| *start as usize == self.text.len());
        self.line_starts().len() - usize::from(ends_open && self.line_starts().len() > 1)
    }

    /// Text of a line counted from 1, without its line break; empty past the end.
    pub fn line(&self, line: usize) -> &str {
        let Some(&start) = line.checked_sub(1).and_then(|index| self.line_starts().get(index)) else { return "" };
        let end = self.line_starts().get(line).map_or(self.text.len(), |next| *next as usize - 1);
        self.text[start as usize..end].trim_end_matches('\r')
    }

    /// Byte offset at which a line counted from 1 begins.
    pub fn line_start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|index| self.line_starts().get(index)).map_or(self.text.len(), |at| *at as usize)
    }
}

/// Every text of a run.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Takes a text in and gives it its id.
    pub fn add(&mut self, path: impl Into<PathBuf>, text: impl Into<String>) -> SourceId {
        let id = SourceId(self.0.len() as u32);
        self.0.push(Source::new(id, path.into(), text.into()));
        id
    }

    /// Takes in a text of another run, which then lies in both and is not copied.
    pub fn share(&mut self, source: &Source) -> SourceId {
        let id = SourceId(self.0.len() as u32);
        self.0.push(Source { id, ..source.clone() });
        id
    }

    /// The source with this id.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.0[id.0 as usize]
    }

    /// The text a span covers.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).slice(span)
    }

    /// Every source, in the order in which they were taken in.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let mut sources = Sources::default();
        let id = sources.add("a.plan", "一、目标\n- 指标：x\n");
        let source = sources.get(id);
        let at = source.text().find('x').unwrap();
        assert_eq!(source.position(at), Position { line: 2, column: 6, byte: at });
        assert_eq!(source.position(9999).line, 3);
        assert_eq!(source.line(2), "- 指标：x");
        assert_eq!((source.line(0), source.line(9)), ("", ""));
        assert_eq!(source.line_count(), 2);
    }

    #[test]
    fn columns_of_a_long_line_are_counted_by_blocks() {
        let mut sources = Sources::default();
        let id = sources.add("a.plan", format!("第一行\n{}", "甲a乙".repeat(1024)));
        let source = sources.get(id);
        let start = "第一行\n".len();
        for (before, (at, _)) in source.text()[start..].char_indices().chain([(7168, ' ')]).enumerate() {
            assert_eq!(source.position(start + at), Position { line: 2, column: before + 1, byte: start + at });
        }
    }
}
