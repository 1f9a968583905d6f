//! The facts of a plan: quotas, baselines, money, reports, chains, sets, documents, conditions, roles.

use crate::calendar::{Every, Time, When};
use crate::quantity::{Decimal, Direction, Target};
use crate::source::{Span, Spanned};

use super::{Goal, Holder, Id, Indicator, Measure, Owner, OwnerRef, Phase};

/// 指标: a value to be reached, or a duty that comes round.
///
/// A line with several scopes and a table with several rows each make several.
#[derive(Clone, Debug)]
pub struct Quota {
    /// What is counted.
    pub indicator: Id<Indicator>,
    /// The name as this line writes it, scope left out.
    pub name: Spanned<String>,
    /// The name of the table it is a row of.
    pub table: Option<Spanned<String>>,
    /// What it counts over, by dimension; a scope in brackets has none: `("", "小学")`.
    pub scope: Vec<Scope>,
    /// The value asked for.
    pub target: Option<Spanned<Target>>,
    /// The change asked for.
    pub change: Option<Spanned<Change>>,
    /// 每学期: how often it comes round; beside a change, over what it is measured.
    pub every: Option<Spanned<Every>>,
    /// 每校: for each of these.
    pub per_member: Option<Spanned<String>>,
    /// 由: who does it.
    pub by: Vec<OwnerRef>,
    /// 对: what it counts over.
    pub of: Option<Spanned<String>>,
    /// By when, or in what time.
    pub when: Option<Spanned<Deadline>>,
    /// The values at several times, in the order written.
    pub series: Vec<Point>,
    /// 合计: the stated sum of the series.
    pub total: Option<Spanned<Target>>,
    /// 约束性 or 预期性.
    pub force: Option<Spanned<Force>>,
    /// What encloses it.
    pub holder: Holder,
    /// The line or row.
    pub span: Span,
}

/// One value of a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The dimension, such as 学段; empty for a scope in brackets.
    pub dimension: String,
    /// The value, such as 小学.
    pub value: Spanned<String>,
}

/// A change asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// By how much.
    pub by: Target,
}

/// A time and how it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// How it is meant.
    pub sense: Sense,
    /// The time.
    pub when: When,
}

/// How the time of a quota is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sense {
    /// 到, 前: by its end.
    Until,
    /// 在: in it.
    In,
}

/// A value at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// When.
    pub time: Time,
    /// The value asked for.
    pub target: Spanned<Target>,
}

/// How binding a quota is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Force {
    /// 约束性.
    Binding,
    /// 预期性.
    Expected,
}

impl Quota {
    /// Whether it is a duty that comes round rather than a value to be reached.
    pub fn is_obligation(&self) -> bool {
        self.every.is_some() && self.change.is_none() && self.series.is_empty()
            || self.target.as_ref().is_some_and(|target| is_indefinite(&target.value))
    }

    /// The scope in words: `小学`, or `小学、市级`.
    pub fn scope_words(&self) -> String {
        self.scope.iter().map(|scope| scope.value.value.as_str()).collect::<Vec<_>>().join("、")
    }
}

/// 定期: often, but not said how often.
fn is_indefinite(target: &Target) -> bool {
    matches!(target, Target::Soft(words) if ["定期", "经常", "不定期", "定期不定期"].contains(&words.as_str()))
}

/// 现状: a value of the present.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// What is counted.
    pub indicator: Id<Indicator>,
    /// The name as written, scope left out.
    pub name: Spanned<String>,
    /// What it counts over.
    pub scope: Vec<Scope>,
    /// The value, or words.
    pub target: Option<Spanned<Target>>,
    /// As of when.
    pub when: Option<Spanned<When>>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// 经费: money.
#[derive(Clone, Debug)]
pub struct Fund {
    /// Its name.
    pub name: Spanned<String>,
    /// The amount, or words in its place.
    pub amount: Option<Spanned<Target>>,
    /// How often it is given.
    pub every: Option<Spanned<Every>>,
    /// From when.
    pub start: Option<Spanned<When>>,
    /// By when, or in what time.
    pub when: Option<Spanned<Deadline>>,
    /// 来源.
    pub source: Option<Spanned<String>>,
    /// 给.
    pub receiver: Option<Spanned<String>>,
    /// 用于.
    pub purpose: Option<Spanned<String>>,
    /// 占: its share of something greater.
    pub share: Option<Share>,
    /// Amounts at several times.
    pub series: Vec<Point>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// A share of something greater.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The whole.
    pub of: Spanned<String>,
    /// How many of a hundred.
    pub percent: Decimal,
    /// Where it is written.
    pub span: Span,
}

/// 报送: who reports what to whom.
#[derive(Clone, Debug)]
pub struct Report {
    /// What.
    pub what: Spanned<String>,
    /// From whom to whom.
    pub path: Vec<OwnerRef>,
    /// How often.
    pub every: Option<Spanned<Every>>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// 责任链: who answers to whom, from the top down.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Its name.
    pub name: Option<Spanned<String>>,
    /// The links.
    pub links: Vec<OwnerRef>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// 清单: things announced with their number.
#[derive(Clone, Debug)]
pub struct Set {
    /// Its name.
    pub name: Spanned<String>,
    /// The numbers announced, as written: `4+8项` is two.
    pub counts: Vec<u64>,
    /// Where they stand.
    pub count_span: Option<Span>,
    /// The members; empty if they are not listed.
    pub members: Vec<Member>,
    /// Whether the list ends in 等.
    pub is_open: bool,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// A member of a set.
#[derive(Clone, Debug)]
pub struct Member {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// What it is, if it names exactly one thing of the plan.
    pub thing: Option<Thing>,
    /// Whether it is a hole.
    pub is_hole: bool,
}

/// A thing that a set may have as a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A goal.
    Goal(Id<Goal>),
    /// A measure.
    Measure(Id<Measure>),
    /// A phase.
    Phase(Id<Phase>),
    /// An owner.
    Owner(Id<Owner>),
    /// Money.
    Fund(Id<Fund>),
    /// A chain.
    Chain(Id<Chain>),
    /// Another set.
    Set(Id<Set>),
}

impl Set {
    /// The number announced.
    pub fn announced(&self) -> Option<u64> {
        let sum = self.counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count))?;
        (!self.counts.is_empty()).then_some(sum)
    }
}

/// 依据: a document cited at one place.
#[derive(Clone, Debug)]
pub struct Basis {
    /// The name by which others refer to it.
    pub name: Option<Spanned<String>>,
    /// Its title, without 《》.
    pub title: Spanned<String>,
    /// 文号.
    pub number: Option<Spanned<String>>,
    /// The time it covers or was issued at.
    pub time: Option<Spanned<When>>,
    /// What the plan has to do with it: 上位, 落实, 贯彻.
    pub relation: Option<Spanned<String>>,
    /// Who issued it.
    pub issuer: Option<Spanned<String>>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// 如…则….
#[derive(Clone, Debug)]
pub struct Condition {
    /// 如.
    pub when: Spanned<String>,
    /// 则.
    pub then: Spanned<String>,
    /// 对: whom it means.
    pub of: Option<Spanned<String>>,
    /// 内: within what time.
    pub within: Option<Spanned<String>>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// 分工: a part that an owner plays.
#[derive(Clone, Debug)]
pub struct Role {
    /// Who.
    pub who: OwnerRef,
    /// What.
    pub what: Spanned<String>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}
