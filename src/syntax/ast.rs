//! A file as it is written.
//!
//! Owned, with the place of everything, and with nothing of the parser in it. Names are not looked up here and
//! nothing is worked out: what a word refers to is settled in [`crate::plan`].

use crate::calendar::{Every, Stretch, Time, When};
use crate::numbering::Pasted;
use crate::quantity::{Amount, Unit};
use crate::source::{Shared, Span, Spanned};

use super::keyword::Keyword;

mod quota;

pub use quota::{Ask, Change, Clause, Payer, Quota, TimeWord};

/// One file.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// What stands before the first heading, then the sections of the first level.
    pub items: Vec<Item>,
    /// The comments, in order.
    pub comments: Vec<Span>,
    /// What shows that text was pasted in.
    pub pasted: Pasted,
    /// Lines that could not be read, whole or in part.
    pub unread: Vec<Span>,
    /// Whether a brace stands anywhere in its text.
    pub has_braces: bool,
}

/// A comment that lets the statement below it off some rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowance {
    /// The codes of the rules, as written.
    pub codes: Vec<Spanned<String>>,
    /// Whether it says why.
    pub has_reason: bool,
    /// The statement; `None` if none stands right below.
    pub covers: Option<Span>,
    /// The comment.
    pub span: Span,
}

/// A piece of a file. There are many, in lists that grow as a file is read: each lies apart.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A heading and what it encloses.
    Section(Box<Section>),
    /// A data line and what is indented below it.
    Entry(Box<Entry>),
    /// A paragraph of prose.
    Paragraph(Box<Paragraph>),
    /// A table for reading.
    Grid(Box<Grid>),
}

impl Item {
    /// The data line that it is, if it is one.
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Self::Entry(entry) => Some(entry),
            Self::Section(_) | Self::Paragraph(_) | Self::Grid(_) => None,
        }
    }
}

/// A heading and everything up to the next of its level.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The number of `#`.
    pub level: u8,
    /// What the heading says.
    pub head: Head,
    /// The heading line.
    pub span: Span,
    /// What follows it.
    pub items: Vec<Item>,
}

/// What a heading says.
#[derive(Clone, Debug, PartialEq)]
pub enum Head {
    /// The title of a plain section.
    Plain(Spanned<String>),
    /// A noun of the language.
    Noun(Noun),
}

/// A keyword with what it declares.
#[derive(Clone, Debug, PartialEq)]
pub struct Noun {
    /// The keyword.
    pub keyword: Keyword,
    /// Where the keyword stands.
    pub keyword_span: Span,
    /// The name before the colon.
    pub name: Option<Spanned<String>>,
    /// The title; empty for a body of declarations.
    pub title: Option<Spanned<String>>,
    /// The time after the last comma of the title of a phase.
    pub time: Option<Box<Spanned<When>>>,
}

/// A data line. Nearly all of them are a keyword with a list or a time: what is rare lies apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it begins with.
    pub key: Key,
    /// The name between keyword and colon, for the keywords that take one.
    pub name: Option<Box<Spanned<String>>>,
    /// What follows.
    pub value: Value,
    /// The line, without its indentation and dash.
    pub span: Span,
    /// The lines indented below it.
    pub items: Vec<Item>,
    /// The table indented below it.
    pub table: Option<Box<Table>>,
}

/// What a data line begins with.
#[derive(Clone, Debug, PartialEq)]
pub enum Key {
    /// A keyword.
    Word(Spanned<Keyword>),
    /// A name, in a body of declarations.
    Name(Box<Spanned<String>>),
    /// A time, in a series.
    Time(Box<Spanned<Time>>),
    /// Neither; reported already.
    Unknown(Box<Spanned<String>>),
}

/// What follows a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Something that could not be read; reported already.
    Faulty(Span),
    /// Words.
    Text(Spanned<String>),
    /// A title and, of a phase, its time.
    Title(Box<Spanned<String>>, Option<Box<Spanned<When>>>),
    /// Names.
    List(Vec<Name>),
    /// 无: what is inherited stops here.
    None(Span),
    /// What is delivered, and by when.
    Outputs(Vec<Name>, Option<Box<Spanned<When>>>),
    /// A time.
    When(Box<Spanned<When>>),
    /// A quota.
    Quota(Box<Quota>),
    /// Owners joined by arrows.
    Chain(Vec<Name>),
    /// A report line.
    Report(Box<Report>),
    /// A document.
    Documents(Vec<Document>),
    /// A condition.
    Condition(Box<Condition>),
    /// A set.
    Set(Box<Set>),
    /// An owner's full name and marks.
    Owner(Box<Owner>),
    /// The words after the name of an indicator.
    Indicator(Vec<Spanned<String>>),
    /// What a unit is worth in others.
    Unit(Vec<Spanned<Amount>>),
    /// From when to when something runs each year.
    Days(Spanned<Stretch>),
    /// A value of a series.
    Cell(Box<Spanned<Ask>>),
}

/// A name that refers to something, or a hole.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The words, quotation marks taken off.
    pub text: String,
    /// What kind of name it is.
    pub kind: NameKind,
    /// Where it stands.
    pub span: Span,
}

/// What kind of name a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// A plain name.
    Plain,
    /// `“…”`: the words as they are, also of something outside the plan.
    Quoted,
    /// `《…》`: a document.
    Title,
    /// `?` or 待定.
    Hole,
}

/// A report line.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What is reported.
    pub what: Spanned<String>,
    /// From whom to whom, each link of one or several.
    pub path: Vec<Vec<Name>>,
    /// How often.
    pub every: Option<Spanned<Every>>,
    /// By when.
    pub when: Option<Spanned<When>>,
}

/// A document that is cited.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its title, without 《》.
    pub title: Spanned<String>,
    /// Whether it stands in 《》: words in quotation marks need not be a document.
    pub is_titled: bool,
    /// Its number.
    pub number: Option<Spanned<String>>,
    /// What the bracket behind the title says besides: 2018年修订, 以下简称《意见》.
    pub remark: Option<Spanned<String>>,
    /// What of it is meant: 第十二条, 精神.
    pub passage: Option<Spanned<String>>,
    /// The time it covers or was issued at.
    pub time: Option<Spanned<When>>,
    /// What the plan has to do with it.
    pub relation: Option<Spanned<String>>,
    /// Who issued it.
    pub issuer: Option<Spanned<String>>,
}

/// A condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// 如.
    pub when: Spanned<String>,
    /// 则.
    pub then: Spanned<String>,
}

/// A set that is announced with its number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Set {
    /// The numbers announced; several are summed.
    pub counts: Vec<u64>,
    /// Where they stand.
    pub count_span: Option<Span>,
    /// What is counted: `科` of `5科`.
    pub count_unit: Option<String>,
    /// The members.
    pub members: Vec<Name>,
    /// Whether the list ends in 等.
    pub open: bool,
    /// Whether each member follows the one before.
    pub ordered: bool,
    /// 未列: whether it is said that the members stand nowhere.
    pub unlisted: bool,
}

/// An owner's full name and marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Owner {
    /// The full name.
    pub full_name: Option<Spanned<String>>,
    /// The marks after it.
    pub marks: Vec<Spanned<Mark>>,
}

/// A mark of an owner.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// 各: a class, not one.
    Every,
    /// 岗位: a post.
    Post,
    /// 小组: a leading group.
    Group,
    /// 公众: the public.
    Public,
    /// 系统外: outside the issuer's command.
    External,
    /// How many people.
    People(u32),
    /// 属于: the class it is a part of.
    Of(Name),
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The cells of the header.
    pub header: Vec<Spanned<String>>,
    /// What each column of the header means.
    pub columns: Vec<Column>,
    /// The unit that each head names for the numbers below it.
    pub units: Vec<Option<Unit>>,
    /// Where each head says what it means: 2027年 of 2027年目标（%）.
    pub meant: Vec<Span>,
    /// The rows below the rule.
    pub rows: Vec<Vec<Cell>>,
}

/// What a column of a table holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// 指标: each row names its indicator.
    Indicator,
    /// Values at a time.
    At(Time),
    /// 合计: the stated sum of the row.
    Total,
    /// 数值, 金额, 目标值: values without a time of their own.
    Value,
    /// 巩固率（%）: values of what the head names.
    Of(Spanned<String>),
    /// 单位: what the numbers of the row count.
    Unit,
    /// 属性: whether the row binds.
    Force,
    /// 责任单位: who does it.
    Doer,
    /// 备注: a note on the row.
    Note,
    /// 序号: the running number, which says nothing.
    Serial,
    /// A dimension, such as 学段.
    Dimension(String),
}

impl Column {
    /// Whether its cells are values.
    pub fn holds_values(&self) -> bool {
        matches!(self, Self::At(_) | Self::Total | Self::Value | Self::Of(_))
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The words.
    pub text: Spanned<String>,
    /// The value, in a column of values.
    pub ask: Option<Ask>,
}

/// A paragraph of prose.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// Whether it signs the text: who issues it, or the day.
    pub is_signature: bool,
    /// Its pieces.
    pub inlines: Vec<Inline>,
    /// Where it stands.
    pub span: Span,
}

/// A table that is only read: text in rows and columns, no data.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// The rows, the head first, and the cells of each.
    pub rows: Vec<Vec<Paragraph>>,
    /// For each column whether the rule below the head has a colon at its left and right.
    pub colons: Vec<(bool, bool)>,
    /// Where it stands.
    pub span: Span,
}

/// A piece of prose.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Words.
    Text(Spanned<Shared>),
    /// `{X}` or `{X：2019年}`: the value of X.
    Reference(Box<Reference>),
}

/// The value of something, as prose refers to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// The name.
    pub name: Spanned<String>,
    /// What picks one value of several.
    pub pick: Option<Spanned<String>>,
    /// The whole, braces included.
    pub span: Span,
}
