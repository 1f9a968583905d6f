//! Money, reports, chains, sets, documents, conditions, notes.

mod made;

use schemars::JsonSchema;
use serde::Serialize;

use super::quota::Point;
use super::value::{DECIMAL, Deadline, Place, Placed, Quantity, Reference, Rhythm, Time, Words, is_false};

pub(super) use made::{alliances, bases, chains, conditions, forbids, funds, levels, notes, reports, sets};

/// 经费: money.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Fund {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: String,
    /// The amount, or words in its place.
    pub amount: Option<Placed<Quantity>>,
    /// How often it is given.
    pub every: Option<Rhythm>,
    /// 每生: for each of these.
    pub per_member: Vec<Words>,
    /// From when.
    pub start: Option<Placed<Time>>,
    /// By when, or in what time.
    pub when: Option<Placed<Deadline>>,
    /// 来源: where the money comes from.
    pub source: Option<Words>,
    /// 来源县财政80%、学校20%: who pays which share.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub payers: Vec<Placed<Payer>>,
    /// 给: who gets it.
    pub receiver: Option<Words>,
    /// 用于: what it is for.
    pub purpose: Option<Words>,
    /// 占: its share of something greater.
    pub share: Option<Placed<Share>>,
    /// What else is arranged about it, in words: 列入年度财政预算, 分三年安排.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub arranged: Vec<Words>,
    /// Amounts at several times.
    pub series: Vec<Point>,
    /// The name of the table it is a row of.
    pub table: Option<Words>,
    /// 合计 as a row: the rows it is the stated sum of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sums: Vec<String>,
    /// 其中: what it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<String>,
    /// 备注: a note on the row of a table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
}

/// Who pays a share of some money.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Payer {
    /// Who pays.
    pub name: String,
    /// How many of a hundred.
    #[schemars(regex(pattern = DECIMAL))]
    pub percent: String,
}

/// A share of something greater.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Share {
    /// The whole.
    pub of: String,
    /// How many of a hundred.
    #[schemars(regex(pattern = DECIMAL))]
    pub percent: String,
}

/// 报送: who reports what to whom.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Report {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// What is reported.
    pub what: Words,
    /// From whom to whom.
    pub path: Vec<Reference>,
    /// How often.
    pub every: Option<Rhythm>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Placed<Time>>,
}

/// 协同: owners that act together, none above another.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Alliance {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: Option<String>,
    /// The members.
    pub members: Vec<Reference>,
}

/// 层级: the tiers of an administration, from the top down.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Levels {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: Option<String>,
    /// The tiers.
    pub tiers: Vec<Words>,
}

/// 责任链: owners from the top down.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Chain {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: Option<String>,
    /// The links.
    pub links: Vec<Reference>,
}

/// 清单: things announced with their number.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Set {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// Its name.
    pub name: String,
    /// The number announced.
    pub announced: Option<u64>,
    /// The numbers it was announced with: `4+8项` is two.
    pub counts: Vec<u64>,
    /// The members; empty if they are not listed.
    pub members: Vec<Member>,
    /// Whether the list ends in 等.
    pub open: bool,
    /// Whether each member follows the one before.
    #[serde(skip_serializing_if = "is_false")]
    pub ordered: bool,
    /// 未列: whether it is said that the members stand nowhere.
    #[serde(skip_serializing_if = "is_false")]
    pub unlisted: bool,
}

/// A member of a set.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Member {
    /// The record it is, if it names exactly one.
    pub id: Option<String>,
    /// The words.
    pub text: String,
    /// Whether the draft leaves it open.
    #[serde(skip_serializing_if = "is_false")]
    pub hole: bool,
    /// Whether it is the title of a document.
    #[serde(skip_serializing_if = "is_false")]
    pub document: bool,
    /// Where it is written.
    pub place: Place,
}

/// 依据: a document that the plan cites.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Basis {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// The name by which others refer to it.
    pub name: Option<String>,
    /// Its title, without 《》.
    pub title: String,
    /// 文号: its number.
    pub number: Option<Words>,
    /// What the bracket behind the title says besides: 2018年修订, 以下简称《意见》.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<Words>,
    /// What of it is meant: 第十二条, 精神.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passage: Option<Words>,
    /// The time it covers or was issued at.
    pub time: Option<Placed<Time>>,
    /// What the plan has to do with it: 上位, 落实.
    pub relation: Option<Words>,
    /// Who issued it.
    pub issuer: Option<Words>,
}

/// 如…则…: if this, then that.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Condition {
    /// Its id.
    pub id: String,
    /// The line.
    pub place: Place,
    /// What encloses it.
    pub holder: String,
    /// 如: if.
    pub when: Words,
    /// 则: then.
    pub then: Words,
    /// 对: whom it means.
    pub of: Option<Words>,
    /// 内: within what time.
    pub within: Option<Placed<Time>>,
    /// 为期: for how long.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lasts: Option<Placed<Time>>,
    /// The money or the quota it is the condition of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// 附注: a note.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Note {
    /// What it is a note to.
    pub holder: String,
    /// The words.
    pub text: String,
    /// Where it is written.
    pub place: Place,
}
