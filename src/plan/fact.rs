//! The facts of a plan but its quotas: baselines, money, reports, chains, sets, documents, conditions, roles.

use crate::calendar::{Every, When};
use crate::quantity::{Decimal, Target};
use crate::source::{Span, Spanned};

use super::{Deadline, Goal, Holder, Id, Indicator, Measure, Owner, OwnerRef, Phase, Point, Quota, Scope};

/// 现状: a value of the present.
#[derive(Clone, Debug)]
pub struct Baseline {
    /// What is counted.
    pub indicator: Id<Indicator>,
    /// The name as written, scope left out.
    pub name: Spanned<String>,
    /// What it counts over.
    pub scope: Vec<Scope>,
    /// The name of the table it is a row of.
    pub table: Option<Spanned<String>>,
    /// The value, or words.
    pub target: Option<Spanned<Target>>,
    /// As of when.
    pub when: Option<Spanned<When>>,
    /// The values at several times, in the order written.
    pub series: Vec<Point>,
    /// 合计: the stated sum of the series.
    pub total: Option<Spanned<Target>>,
    /// 合计 as a row: the rows it is the stated sum of.
    pub sums: Vec<Id<Baseline>>,
    /// 其中: what it is a part of.
    pub part_of: Option<Id<Baseline>>,
    /// 备注: a note on the row of a table.
    pub note: Option<Spanned<String>>,
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
    /// 合计, where an amount is given as well: the stated sum of the series.
    pub total: Option<Spanned<Target>>,
    /// How often it is given.
    pub every: Option<Spanned<Every>>,
    /// 每生: for each of these.
    pub per_member: Vec<Spanned<String>>,
    /// From when.
    pub start: Option<Spanned<When>>,
    /// By when, or in what time.
    pub when: Option<Spanned<Deadline>>,
    /// 来源.
    pub source: Option<Spanned<String>>,
    /// 来源县财政80%、学校20%: who pays which share.
    pub payers: Vec<Payer>,
    /// 给.
    pub receiver: Option<Spanned<String>>,
    /// 用于.
    pub purpose: Option<Spanned<String>>,
    /// 占: its share of something greater.
    pub share: Option<Share>,
    /// What else is arranged about it, in words: 列入年度财政预算, 分三年安排.
    pub arranged: Vec<Spanned<String>>,
    /// Amounts at several times.
    pub series: Vec<Point>,
    /// The name of the table it is a row of.
    pub table: Option<Spanned<String>>,
    /// 合计 as a row: the rows it is the stated sum of.
    pub sums: Vec<Id<Fund>>,
    /// 其中: what it is a part of.
    pub part_of: Option<Id<Fund>>,
    /// 备注: a note on the row of a table.
    pub note: Option<Spanned<String>>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// Who pays a share of some money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// Who pays.
    pub name: Spanned<String>,
    /// How many of a hundred.
    pub percent: Decimal,
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
    /// By when.
    pub when: Option<Spanned<When>>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// 协同: owners that act together, none above another.
#[derive(Clone, Debug)]
pub struct Alliance {
    /// Its name.
    pub name: Option<Spanned<String>>,
    /// The members; one that is no declared owner is outside the plan.
    pub members: Vec<OwnerRef>,
    /// What encloses it.
    pub holder: Holder,
    /// The line.
    pub span: Span,
}

/// 层级: the tiers of an administration, from the top down.
#[derive(Clone, Debug)]
pub struct Levels {
    /// Its name.
    pub name: Option<Spanned<String>>,
    /// The tiers.
    pub tiers: Vec<Spanned<String>>,
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
    /// What is counted, as written: `科` of `5科`.
    pub count_unit: Option<String>,
    /// The members; empty if they are not listed.
    pub members: Vec<Member>,
    /// Whether the list ends in 等.
    pub is_open: bool,
    /// Whether each member follows the one before.
    pub is_ordered: bool,
    /// 未列: whether it is said that the members stand nowhere.
    pub is_unlisted: bool,
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
    /// Whether it is the title of a document: 《…》.
    pub is_document: bool,
    /// Whether it stands in quotation marks.
    pub is_quoted: bool,
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
    /// Whether it stands in 《》.
    pub is_titled: bool,
    /// 文号.
    pub number: Option<Spanned<String>>,
    /// What the bracket behind the title says besides: 2018年修订, 以下简称《意见》.
    pub remark: Option<Spanned<String>>,
    /// What of it is meant: 第十二条, 精神.
    pub passage: Option<Spanned<String>>,
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
    pub within: Option<Spanned<When>>,
    /// 为期: for how long.
    pub lasts: Option<Spanned<When>>,
    /// The money it stands below, and is the condition of.
    pub fund: Option<Id<Fund>>,
    /// The value it stands below, and is the condition of.
    pub quota: Option<Id<Quota>>,
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
