//! The nouns of a plan: notices, sections, goals, measures, phases, owners, indicators.

use crate::calendar::When;
use crate::quantity::{Decimal, Direction, Target, Unit};
use crate::source::{Span, Spanned};

use super::{Field, GoalRef, Holder, Id, Origin, OwnerRef, Part, Quota, Step, StepRef};

/// 通知: the paper that issues a plan.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The heading.
    pub span: Span,
    /// 发文机关, the sponsoring organ first.
    pub issuers: Vec<OwnerRef>,
    /// The title, where its heading has one; else it is made of the issuers and the title of the plan.
    pub title: Option<Spanned<String>>,
    /// 发文字号.
    pub number: Option<Spanned<String>>,
    /// 紧急程度, as written.
    pub urgency: Option<Spanned<String>>,
    /// 签发人 of a paper to a superior, as written.
    pub signers: Option<Spanned<String>>,
    /// 主送, as it is printed.
    pub to: Option<Spanned<String>>,
    /// 抄送, as it is printed.
    pub cc: Option<Spanned<String>>,
    /// 成文日期.
    pub date: Option<Spanned<When>>,
    /// 落款日期, where it differs.
    pub signed: Option<Spanned<When>>,
    /// 发布时间.
    pub published: Option<Spanned<When>>,
    /// 印发: organ and date of the imprint, as written.
    pub printed: Option<Spanned<String>>,
    /// 索引号.
    pub index: Option<Spanned<String>>,
    /// 主题分类.
    pub topic: Option<Spanned<String>>,
    /// 公开方式.
    pub publicity: Option<Spanned<String>>,
    /// 附注.
    pub notes: Vec<Spanned<String>>,
    /// 附件.
    pub attachments: Vec<Spanned<String>>,
    /// 先经: who approved the plan before it was issued.
    pub approved: Vec<OwnerRef>,
    /// 前置: what had to come before.
    pub after: Vec<StepRef>,
    /// The text.
    pub body: Vec<Part>,
}

/// A plain section.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its title.
    pub title: Spanned<String>,
    /// The number of `#`.
    pub level: u8,
    /// What encloses it.
    pub holder: Holder,
    /// The text.
    pub body: Vec<Part>,
}

/// 目标: an outcome.
#[derive(Clone, Debug)]
pub struct Goal {
    /// The name by which others refer to it.
    pub name: Spanned<String>,
    /// Its title.
    pub title: Spanned<String>,
    /// The number of `#`; `None` for a data line.
    pub level: Option<u8>,
    /// What encloses it.
    pub holder: Holder,
    /// The line that declares it.
    pub span: Span,
    /// 责任.
    pub accountable: Field<Vec<OwnerRef>>,
    /// 牵头.
    pub lead: Field<Vec<OwnerRef>>,
    /// 时限.
    pub due: Field<Option<Spanned<When>>>,
    /// 支撑: a goal it serves in turn.
    pub serves: Field<Vec<GoalRef>>,
    /// The text.
    pub body: Vec<Part>,
}

/// 措施: an action.
#[derive(Clone, Debug)]
pub struct Measure {
    /// The name by which others refer to it.
    pub name: Spanned<String>,
    /// Its title.
    pub title: Spanned<String>,
    /// The number of `#`; `None` for a data line.
    pub level: Option<u8>,
    /// What encloses it.
    pub holder: Holder,
    /// The line that declares it.
    pub span: Span,
    /// 责任.
    pub accountable: Field<Vec<OwnerRef>>,
    /// 牵头.
    pub lead: Field<Vec<OwnerRef>>,
    /// 配合.
    pub with: Field<Vec<OwnerRef>>,
    /// 始于.
    pub start: Option<Spanned<When>>,
    /// 时限.
    pub due: Field<Option<Spanned<When>>>,
    /// 前置: finished before.
    pub after: Vec<StepRef>,
    /// 依托: exists before.
    pub builds_on: Vec<StepRef>,
    /// 支撑.
    pub serves: Field<Vec<GoalRef>>,
    /// 成果.
    pub outputs: Vec<Output>,
    /// 先经.
    pub approved: Vec<OwnerRef>,
    /// 严禁.
    pub forbids: Vec<Spanned<String>>,
    /// The text.
    pub body: Vec<Part>,
}

/// 成果: what a measure delivers.
#[derive(Clone, Debug)]
pub struct Output {
    /// The words, without 《》.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// What it is.
    pub kind: OutputKind,
    /// By when, where that is said of it alone.
    pub due: Option<Spanned<When>>,
}

/// What a measure delivers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputKind {
    /// A document: 《…》.
    Document,
    /// An owner that it sets up.
    Owner(Id<Owner>),
    /// Something else.
    Words,
    /// A hole.
    Hole,
}

/// 阶段: a stretch of time with its own work.
#[derive(Clone, Debug)]
pub struct Phase {
    /// The name by which others refer to it.
    pub name: Spanned<String>,
    /// Its title.
    pub title: Spanned<String>,
    /// The number of `#`; `None` for a data line.
    pub level: Option<u8>,
    /// What encloses it.
    pub holder: Holder,
    /// The line that declares it.
    pub span: Span,
    /// When it is.
    pub time: Option<Spanned<When>>,
    /// 牵头.
    pub lead: Field<Vec<OwnerRef>>,
    /// 配合.
    pub with: Field<Vec<OwnerRef>>,
    /// 前置.
    pub after: Vec<StepRef>,
    /// 依托.
    pub builds_on: Vec<StepRef>,
    /// The text.
    pub body: Vec<Part>,
}

/// 参数: a word that stands for another.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: Spanned<String>,
    /// What it stands for; `None` if that is still to be said.
    pub value: Option<String>,
    /// What it stands for unless another value is given.
    pub default: Option<String>,
    /// The line that declares it.
    pub span: Span,
    /// The place of the plan that it comes from: its own name, or the 引用 of the file that declares it.
    pub at: Span,
}

/// 主体: who acts.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The name by which others refer to it.
    pub name: Spanned<String>,
    /// 全称.
    pub full_name: Option<Spanned<String>>,
    /// 又称.
    pub aliases: Vec<Spanned<String>>,
    /// What it is.
    pub kind: OwnerKind,
    /// 各: a class of owners, not one.
    pub is_class: bool,
    /// How many people it is.
    pub people: Option<u32>,
    /// 隶属: the owner it stands under, by nesting or by the key.
    pub under: Option<OwnerRef>,
    /// 属于: the class it is a part of.
    pub class: Option<OwnerRef>,
    /// What it is made of, if several act as one or some of a class are left out.
    pub made: Option<Made>,
    /// 职责.
    pub duties: Vec<Spanned<String>>,
    /// 任职条件.
    pub qualifications: Vec<Spanned<String>>,
    /// 附注.
    pub notes: Vec<Spanned<String>>,
    /// The duties of its own that come round.
    pub quotas: Vec<Id<Quota>>,
    /// The seats of a leading group.
    pub seats: Option<Seats>,
    /// The line that declares it.
    pub span: Span,
}

/// What an owner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnerKind {
    /// An organ, office or school.
    Organ,
    /// 岗位: a post.
    Post,
    /// 小组: a leading group.
    Group,
    /// The office of a leading group, which the group's 办公室 line declares.
    GroupOffice,
    /// 公众: the public.
    Public,
    /// 系统外: outside the issuer's command.
    External,
    /// 甲＋乙: several that act as one.
    Union,
    /// 除乙外的甲: what is left of a class.
    Rest,
}

/// What an owner is made of.
#[derive(Clone, Debug)]
pub enum Made {
    /// 甲＋乙, 由甲、乙共同: of these.
    Of(Vec<OwnerRef>),
    /// 除乙外的甲: of the first but for the others.
    Except(OwnerRef, Vec<OwnerRef>),
}

/// The seats of a leading group.
#[derive(Clone, Debug, Default)]
pub struct Seats {
    /// 组长.
    pub leader: Field<Vec<OwnerRef>>,
    /// 副组长.
    pub deputy: Field<Vec<OwnerRef>>,
    /// 成员.
    pub members: Field<Vec<OwnerRef>>,
    /// 办公室: where its office is.
    pub office: Field<Vec<OwnerRef>>,
    /// 例会.
    pub meets: Option<Id<Quota>>,
    /// What its head and its deputies are called, where that is not 组长 and 副组长: 指挥长.
    pub titles: [Option<String>; 2],
}

impl Owner {
    /// The owner it stands under.
    pub fn superior(&self) -> Option<Id<Owner>> {
        self.under.as_ref().and_then(|under| under.target())
    }

    /// The full name, or the name.
    pub fn official_name(&self) -> &str {
        &self.full_name.as_ref().unwrap_or(&self.name).value
    }
}

/// 口径: what is counted.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its name.
    pub name: Spanned<String>,
    /// 又称.
    pub aliases: Vec<Spanned<String>>,
    /// Whether it stands in 口径; else its first use declares it.
    pub is_declared: bool,
    /// 单位.
    pub unit: Option<Spanned<Unit>>,
    /// Flow, stock or rate.
    pub sort: Option<Sort>,
    /// 向好: which way is better.
    pub better: Option<Direction>,
    /// 界限: the least and the greatest it can be.
    pub bounds: Option<Spanned<(Decimal, Decimal)>>,
    /// 公式, as written.
    pub formula: Option<Spanned<String>>,
    /// What 公式 says, where its names are indicators.
    pub reckoning: Option<Reckoning>,
    /// 其中, 属于: what it holds, and what it is a part of.
    pub parts: Vec<Id<Indicator>>,
    /// 定义: a threshold that says what counts.
    pub definition: Option<Definition>,
    /// 附注.
    pub notes: Vec<Spanned<String>>,
}

/// How an indicator is worked out of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reckoning {
    /// How.
    pub operation: Operation,
    /// Of what; of a share, the part and the whole.
    pub terms: Vec<Id<Indicator>>,
}

/// How one value is worked out of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Operation {
    /// 甲 占 乙: the first as a share of the second.
    Share,
    /// 甲 加 乙: the sum.
    Sum,
    /// 甲 减 乙: the difference.
    Difference,
    /// 甲 乘 乙: the product.
    Product,
}

/// What an indicator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, schemars::JsonSchema, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sort {
    /// 增量: what comes in over a period.
    Flow,
    /// 存量: what is there at a time.
    Stock,
    /// 率: a share.
    Rate,
}

/// A threshold that says what an indicator counts.
#[derive(Clone, Debug)]
pub struct Definition {
    /// What is measured.
    pub what: Spanned<String>,
    /// The threshold.
    pub target: Spanned<Target>,
    /// 对: of what.
    pub of: Option<Spanned<String>>,
}

impl Measure {
    /// The owners that its own fields name; what it inherits is named elsewhere.
    pub fn named(&self) -> impl Iterator<Item = &OwnerRef> {
        let fields = [&self.accountable, &self.lead, &self.with];
        fields.into_iter().filter(|field| field.origin != Origin::Inherited).flat_map(|field| &field.value)
    }
}

impl Step {
    /// As a holder of facts.
    pub fn holder(self) -> Holder {
        match self {
            Step::Measure(id) => Holder::Measure(id),
            Step::Phase(id) => Holder::Phase(id),
            Step::Goal(id) => Holder::Goal(id),
        }
    }
}
