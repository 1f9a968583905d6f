//! The quotas of a plan: values to be reached, and duties that come round.

use crate::calendar::{Every, Time, When};
use crate::quantity::{Direction, Target};
use crate::source::{Span, Spanned};

use super::{Holder, Id, Indicator, OwnerRef};

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
    /// 由2025年的5所: when it stood there, if not today.
    pub from_when: Option<Spanned<When>>,
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
            from_when: None,
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
        self.every.is_some() && self.change.is_none() && self.series.is_empty()
            || self.is_indefinite()
            || self.leaves_rhythm_open()
    }

    /// 每？: how often it comes round is left open.
    pub fn leaves_rhythm_open(&self) -> bool {
        let is_silent = self.every.is_none() && self.change.is_none() && self.series.is_empty();
        is_silent && self.per_member.iter().any(|each| each.value == OPEN)
    }

    /// 定期: often, but not said how often.
    pub fn is_indefinite(&self) -> bool {
        self.target.as_ref().is_some_and(|target| is_indefinite(&target.value))
    }

    /// The scope in words: `小学`, or `小学、市级`.
    pub fn scope_words(&self) -> String {
        self.scope.iter().map(Scope::words).collect::<Vec<_>>().join("、")
    }

    /// Its name with its scope: 年辍学率（小学）.
    pub fn scoped_name(&self) -> String {
        let (name, scope) = (&self.name.value, self.scope_words());
        if scope.is_empty() { name.clone() } else { format!("{name}（{scope}）") }
    }
}

/// What stands for whatever a draft leaves open.
const OPEN: &str = "待定";

/// 定期, or 定期、不定期: often, but not said how often.
fn is_indefinite(target: &Target) -> bool {
    const WORDS: [&str; 7] = ["定期", "经常", "经常性", "不定期", "定期不定期", "随机", "不定时"];
    let Target::Soft(words) = target else { return false };
    words.split(['、', '和', '与', '或', '及']).all(|each| WORDS.contains(&each.trim()))
}
