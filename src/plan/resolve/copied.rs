//! What is written once and holds of many: the names and owners of a line with several scopes or rows, the lists that
//! parts inherit, the sets that prose names, and tables and pictures of the plan.
//!
//! Takes the size of what is repeated and how often, tells whether that is still sound. Each record has its own copy: so
//! that a long list fills no machine, what is long is copied until that is too much.

use crate::diagnostic::Diagnostic;
use crate::plan::load::TOO_MANY;
use crate::plan::{Baseline, Point, Quota, Reference, Set};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Cell, Table};
use crate::text;

use super::Builder;
use super::said::Said;

/// What takes no more bytes is short: what its copies take grows with the plan.
const SHORT: usize = 300;

/// So many bytes of what is longer are copied.
const MOST: usize = 16 << 20;

/// So many lines of 列出 are followed: there are seven tables and four pictures, each of the whole plan.
pub(super) const MOST_SHOWN: usize = 30;

/// What was copied so far.
#[derive(Default)]
pub(super) struct Copied {
    bytes: usize,
    /// The list whose heirs were the first too many.
    pub inherited: Option<Span>,
}

impl Copied {
    /// Whether something may be copied so many times.
    pub fn may_add(&mut self, weight: usize, times: usize) -> bool {
        if weight <= SHORT || times == 0 {
            return true;
        }
        let bytes = self.bytes.saturating_add(weight.saturating_mul(times));
        if bytes <= MOST {
            self.bytes = bytes;
        }
        bytes <= MOST
    }
}

/// A value of a series takes about as many bytes as a name of so many.
const POINT: usize = 100;

/// How much is repeated, in bytes.
pub(super) trait Weight {
    fn weight(&self) -> usize;
}

impl Weight for Quota {
    fn weight(&self) -> usize {
        self.name.weight() + self.by.weight() + self.per_member.weight() + self.series.weight()
    }
}

impl Weight for Baseline {
    fn weight(&self) -> usize {
        self.name.weight() + self.series.weight()
    }
}

impl Weight for Said {
    fn weight(&self) -> usize {
        self.by.weight() + self.per_member.weight()
    }
}

impl Weight for [Spanned<String>] {
    fn weight(&self) -> usize {
        self.iter().map(Weight::weight).sum()
    }
}

impl Weight for Spanned<String> {
    fn weight(&self) -> usize {
        self.value.len()
    }
}

/// With the sign between names.
impl<T> Weight for [Reference<T>] {
    fn weight(&self) -> usize {
        self.iter().map(|name| name.text.len() + '、'.len_utf8()).sum()
    }
}

impl Weight for [Point] {
    fn weight(&self) -> usize {
        self.len() * POINT
    }
}

/// As it prints.
impl Weight for Set {
    fn weight(&self) -> usize {
        self.members.iter().map(|member| member.text.len() + '、'.len_utf8()).sum()
    }
}

/// What is written there.
impl Weight for Span {
    fn weight(&self) -> usize {
        self.range().len()
    }
}

impl Weight for [Cell] {
    fn weight(&self) -> usize {
        self.iter().map(|cell| cell.text.weight()).sum()
    }
}

impl Builder<'_> {
    /// Whether a line may be written out for so many scopes, each with all but their names; if not, that is told.
    pub(super) fn may_copy(&mut self, filled: usize, scopes: usize, times: usize, name: &str, line: Span) -> bool {
        let may = times < 2 || self.copied.may_add(filled.max(line.weight().saturating_sub(scopes)), times);
        may || self.refuse_long(times, name, line)
    }

    /// Whether a line may be written out for each row of its table, or each value of a row, the heads for each row, and a
    /// row for each of its values; if not, that is told.
    pub(super) fn may_unfold(&mut self, filled: usize, table: &Table, name: &str, line: Span) -> bool {
        let (rows, columns) = (table.rows.len(), table.header.len());
        let may = self.copied.may_add(filled.max(line.weight()), rows.saturating_mul(columns))
            && self.copied.may_add(table.header.weight(), rows)
            && table.rows.iter().all(|row| self.copied.may_add(row.weight(), columns));
        may || self.refuse_long(rows, name, line)
    }

    fn refuse_long(&mut self, times: usize, name: &str, line: Span) -> bool {
        self.findings.push(too_much(times, line));
        self.plan.unread.push(Spanned::new(name.to_owned(), line));
        false
    }
}

/// Too long a list above too many parts.
pub(super) fn too_many_heirs(list: Span) -> Diagnostic {
    let message = text!(
        zh: "这份名单太长，下面继承的又太多，有的没有继承",
        en: "too long a list for as many as inherit it: some inherit nothing"
    );
    Diagnostic::error(TOO_MANY, list, message).help(text!(
        zh: "单位在主体里归成一类，这里只写类名，如“各小学”；别的名单写短些",
        en: "declare owners as one kind, and name the kind here, such as 各小学; shorten other lists"
    ))
}

/// A long set that prose names too often.
pub(super) fn too_often(name: &str, place: Span) -> Diagnostic {
    let message = text!(
        zh: "清单“{name}”太长，正文引用的次数又太多",
        en: "the set “{name}” is too long to be named in prose so often"
    );
    Diagnostic::error(TOO_MANY, place, message)
        .help(text!(zh: "列一次，别处只写清单的名称", en: "list it once, and write its name elsewhere"))
}

/// More 列出 than anybody reads.
pub(super) fn too_many_shown(place: Span) -> Diagnostic {
    let message = text!(
        zh: "一份方案最多写{MOST_SHOWN}处“列出”，后面的没有读",
        en: "a plan has at most {MOST_SHOWN} lines of show: what follows is not read"
    );
    Diagnostic::error(TOO_MANY, place, message).help(text!(
        zh: "每张表、每幅图说的都是整个方案，列一次就够",
        en: "each table and picture is of the whole plan: once is enough"
    ))
}

fn too_much(times: usize, line: Span) -> Diagnostic {
    let message = text!(
        zh: "这一行太长，又说的是{times}项，没有读",
        en: "too long a line for the {times} things it is about: it is not read"
    );
    Diagnostic::error(TOO_MANY, line, message).help(text!(
        zh: "长名单在主体里归成一类，这里只写类名，如“各小学”；或者分成几行写",
        en: "declare a long list of owners as one kind, and name the kind here; or write several lines"
    ))
}
