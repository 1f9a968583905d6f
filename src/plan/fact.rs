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
    /// 由5所: where it stands today.
    pub from: Option<Spanned<Target>>,
    /// The change asked for.
    pub change: Option<Spanned<Change>>,
    /// 每学期: how often it comes round; beside a change, over what it is measured.
    pub every: Option<Spanned<Every>>,
    /// 每校, 每班每学科: for each of these.
    pub per_member: Vec<Spanned<String>>,
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
    /// 保持: the value is reached already and has to last.
    pub keeps: bool,
    /// 自…起: from when it holds.
    pub start: Option<Spanned<When>>,
    /// 合计 as a row: the rows it is the stated sum of.
    pub sums: Vec<Id<Quota>>,
    /// 其中: what it is a part of.
    pub part_of: Option<Id<Quota>>,
    /// 约束性 or 预期性.
    pub force: Option<Spanned<Force>>,
    /// 备注: a note on the row of a table.
    pub note: Option<Spanned<String>>,
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
    /// `*` and 全部: the whole dimension, but for what other rows fill.
    pub whole: Option<Whole>,
}

/// A whole dimension, as a row of a table has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whole {
    /// The values that other rows fill with the same in every other column.
    pub except: Vec<String>,
    /// The values that the table knows and no other row fills.
    pub covers: Vec<String>,
}

impl Scope {
    /// A value without a dimension.
    pub fn bare(value: Spanned<String>) -> Self {
        Self { dimension: String::new(), value, whole: None }
    }

    /// The value as it is told: a whole dimension in words.
    pub fn words(&self) -> &str {
        match &self.whole {
            Some(whole) if !whole.except.is_empty() => "其他",
            Some(_) if self.value.value.trim() == "*" => "全部",
            _ => &self.value.value,
        }
    }

    /// Whether it holds for a value.
    pub fn holds(&self, value: &str) -> bool {
        self.value.value == value
            || self.whole.as_ref().is_some_and(|whole| whole.covers.iter().any(|own| own == value))
    }
}

/// A change asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// By how much.
    pub by: Target,
    /// 较: against what it is measured; words such as 上年 where it is no time.
    pub base: Option<Spanned<When>>,
    /// 年均: on average in each year.
    pub is_mean: bool,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema, serde::Serialize)]
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
    /// Where that is written: the head of the line or of the column.
    pub time_span: Span,
    /// The value asked for.
    pub target: Spanned<Target>,
}

/// How binding a quota is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Force {
    /// 约束性: it has to be reached.
    Binding,
    /// 预期性: it is hoped for.
    Expected,
}

impl Quota {
    /// One that says nothing yet.
    pub(super) fn blank(indicator: Id<Indicator>, name: Spanned<String>, holder: Holder, span: Span) -> Self {
        Self {
            indicator,
            name,
            table: None,
            scope: Vec::new(),
            target: None,
            from: None,
            change: None,
            every: None,
            per_member: Vec::new(),
            by: Vec::new(),
            of: None,
            when: None,
            series: Vec::new(),
            total: None,
            keeps: false,
            start: None,
            sums: Vec::new(),
            part_of: None,
            force: None,
            note: None,
            holder,
            span,
        }
    }

    /// Whether it is a duty that comes round rather than a value to be reached.
    pub fn is_obligation(&self) -> bool {
        self.every.is_some() && self.change.is_none() && self.series.is_empty() || self.is_indefinite()
    }

    /// 定期: often, but not said how often.
    pub fn is_indefinite(&self) -> bool {
        self.target.as_ref().is_some_and(|target| is_indefinite(&target.value))
    }

    /// The scope in words: `小学`, or `小学、市级`.
    pub fn scope_words(&self) -> String {
        self.scope.iter().map(Scope::words).collect::<Vec<_>>().join("、")
    }
}

/// 定期, or 定期、不定期: often, but not said how often.
fn is_indefinite(target: &Target) -> bool {
    const WORDS: [&str; 7] = ["定期", "经常", "经常性", "不定期", "定期不定期", "随机", "不定时"];
    let Target::Soft(words) = target else { return false };
    words.split(['、', '和', '与', '或', '及']).all(|each| WORDS.contains(&each.trim()))
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
