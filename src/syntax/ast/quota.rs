//! A quota line as it is written: what is counted, what is asked for, and its clauses.

use crate::calendar::{Every, When};
use crate::quantity::{Decimal, Direction, Target};
use crate::source::{Span, Spanned};

use super::{Item, Name};

/// A quota, fund or baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Quota {
    /// What is counted, as far as it can be told without knowing the declared names.
    pub indicator: Spanned<String>,
    /// What is asked for right after the name.
    pub asks: Vec<Spanned<Ask>>,
    /// The clauses after the first comma.
    pub clauses: Vec<Spanned<Clause>>,
    /// The time before its name, which is one of the clauses: `2027年优质校 10所`.
    pub led: Option<Span>,
    /// `小学98%，初中95%`: the values of several scopes.
    pub scoped: Vec<(Spanned<String>, Spanned<Target>)>,
    /// `0.6%、1.2%`: several values for as many scopes, or each in a unit of its own.
    pub listed: Option<Spanned<Vec<Target>>>,
    /// What stands on the line and could as well stand below it: 其中 and the values at several times.
    pub below: Vec<Item>,
    /// Whether one of them could not be read: then what the others leave unsaid may have stood there.
    pub is_half_read: bool,
}

impl Quota {
    /// One that says nothing yet.
    pub(in crate::syntax) fn of(indicator: Spanned<String>) -> Self {
        Self {
            indicator,
            asks: Vec::new(),
            clauses: Vec::new(),
            led: None,
            scoped: Vec::new(),
            listed: None,
            below: Vec::new(),
            is_half_read: false,
        }
    }
}

/// What a quota asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// A value.
    Target(Target),
    /// A change.
    Change(Change),
    /// A value that is reached already and has to last.
    Keep(Target),
    /// 由5所, 由2025年的5所: where it stands today, or stood then.
    From(Target, Option<Spanned<When>>),
    /// How often.
    Every(Every),
}

/// A change that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// By how much.
    pub by: Target,
    /// 较: against what it is measured.
    pub base: Option<Spanned<When>>,
    /// 年均: on average in each year.
    pub is_mean: bool,
}

/// A clause of a quota.
#[derive(Clone, Debug, PartialEq)]
pub enum Clause {
    /// A further value, change or rhythm.
    Ask(Ask),
    /// 每校, 每班每学科: for each of these.
    PerMember(Vec<Spanned<String>>),
    /// 由: who does it.
    By(Vec<Name>),
    /// 对: what it counts over.
    Of(Spanned<String>),
    /// 到, 在, 前: when.
    When(TimeWord, When),
    /// 自…起: from when.
    Since(When),
    /// 来源: where money comes from.
    From(Spanned<String>),
    /// 给: who gets it.
    To(Spanned<String>),
    /// 用于: what it is for.
    Use(Spanned<String>),
    /// 来源县财政80%、学校20%: who pays which share.
    Payers(Vec<Payer>),
    /// 占: which share of what.
    Share(Spanned<String>, Decimal),
    /// 列入年度财政预算, 分三年安排: what else is arranged about money, in words.
    Arranged(Spanned<String>),
    /// 约束性.
    Binding,
    /// 预期性.
    Expected,
}

/// Who pays a share of some money.
#[derive(Clone, Debug, PartialEq)]
pub struct Payer {
    /// Who pays.
    pub name: Spanned<String>,
    /// How many of a hundred.
    pub percent: Decimal,
}

/// How a time is meant in a quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeWord {
    /// 到: by its end.
    Until,
    /// 在: in it.
    In,
    /// 前: before its end.
    Before,
}
