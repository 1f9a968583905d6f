//! What the editor is told: plain data, places as bytes, words in both languages where the editor does not say which.

use std::ops::Range;

use crate::diagnostic::{Edit, Text};
use crate::source::Span;

/// What a name, a line or a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The plan.
    Plan,
    /// The paper that issues it.
    Notice,
    /// A plain heading.
    Section,
    /// A heading of declarations.
    Declarations,
    /// A goal.
    Goal,
    /// A measure.
    Measure,
    /// A phase.
    Phase,
    /// An organ, an office, a school.
    Owner,
    /// A post.
    Post,
    /// A leading group.
    Group,
    /// An indicator.
    Indicator,
    /// A quota.
    Quota,
    /// A value of the present.
    Baseline,
    /// Money.
    Fund,
    /// A unit.
    Unit,
    /// A parameter.
    Param,
    /// A set.
    Set,
    /// A chain of responsibility.
    Chain,
    /// A document the plan rests on.
    Basis,
    /// A report.
    Report,
    /// A keyword of the language.
    Keyword,
    /// A word of the language within a value.
    Word,
    /// A time.
    Date,
    /// A file.
    File,
}

/// Where a name leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The name that was asked about.
    pub origin: Span,
    /// Where it is declared.
    pub targets: Vec<Span>,
}

/// A name that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamable {
    /// Where it stands.
    pub span: Span,
    /// The name.
    pub name: String,
}

/// What a place means, for reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// What it is said of.
    pub span: Span,
    /// The words, as Markdown.
    pub markdown: String,
}

/// A line of the outline and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its name or title.
    pub name: String,
    /// What else it says, such as its deadline; may be empty.
    pub detail: String,
    /// What it is.
    pub kind: Kind,
    /// All that belongs to it.
    pub range: Range<usize>,
    /// Its name.
    pub selection: Range<usize>,
    /// What stands below it.
    pub children: Vec<Item>,
}

/// A thing of the plan that a search finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// What encloses it; may be empty.
    pub container: String,
    /// Where its name is declared.
    pub span: Span,
}

/// Lines that can be folded away below their first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// From the first line, which stays, to the end of the last, its line break left out.
    pub range: Range<usize>,
    /// What they are.
    pub kind: FoldKind,
}

/// What lines that can be folded are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoldKind {
    /// A heading and all below it.
    Section,
    /// A data line and what is indented below it.
    Block,
    /// Neighbouring data lines.
    Lines,
    /// A table.
    Table,
    /// Comments.
    Comment,
}

/// A piece of the text that has a colour of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes, all on one line.
    pub range: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
    /// Whether a name is declared here.
    pub is_declaration: bool,
}

/// What a piece of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A keyword.
    Keyword,
    /// A word of the language within a value.
    Word,
    /// A name, by what it names.
    Name(Kind),
    /// A heading.
    Title,
    /// Words of the author in a data line.
    Text,
    /// A number.
    Number,
    /// A unit behind a number.
    Unit,
    /// A time.
    Date,
    /// A sign: a comparison, an arrow, a dash.
    Sign,
    /// A comment.
    Comment,
    /// `{…}`: a value of the data within prose, or a parameter.
    Reference,
    /// The title of a document, or quoted words.
    Quoted,
}

/// A few words shown within a line that does not hold them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Before which byte.
    pub offset: usize,
    /// The words.
    pub label: Text,
    /// Why.
    pub tip: Text,
}

/// What hangs on a line in one plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// What it speaks of.
    pub span: Span,
    /// What that is.
    pub kind: LensKind,
    /// The measures that serve it; of an owner those that it leads.
    pub first: Vec<Span>,
    /// Of an owner the measures that it joins.
    pub second: Vec<Span>,
}

/// On what something hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LensKind {
    /// A goal.
    Goal,
    /// An indicator.
    Indicator,
    /// An owner.
    Owner,
}

/// So many declarations and so many remedies are offered at once: who asks about a whole file with ten thousand problems
/// picks none of ten thousand.
pub(super) const MOST_OFFERED: usize = 100;

/// Edits that are offered at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What they do.
    pub title: Text,
    /// The code of the finding that they mend, if they mend one.
    pub mends: Option<&'static str>,
    /// The edits.
    pub edits: Vec<Edit>,
}

/// A suggestion of what may stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What the list shows.
    pub label: String,
    /// What it is.
    pub kind: Kind,
    /// What it means, in a few words.
    pub detail: Text,
    /// What is put in, with places to fill in as `${1:…}`.
    pub snippet: String,
    /// The same for an editor without such places.
    pub plain: String,
    /// What it replaces.
    pub replaces: Range<usize>,
    /// By what the list is sorted.
    pub sort: String,
    /// By what it is found.
    pub filter: String,
}
